//! Accounts: what a role may, which part of the town a scope holds, which names and passwords there can be.

use faserstand_lib::domain::{
    account::{
        AccountProblem, LONGEST_NAME, LONGEST_PASSWORD, Role, SHORTEST_PASSWORD, Scope, check_password, checked_name,
    },
    area::{AreaKind, AreaTree},
    ids::AreaId,
};

use crate::build::{GRIESHEIM, TOWN, WEIER, area, districts};

const COMMERCIAL: AreaId = AreaId(4);

/// Offenburg with Griesheim, in which a commercial area lies, and Weier.
fn areas() -> AreaTree {
    let mut areas = districts();
    areas.push(area(COMMERCIAL, "Gewerbegebiet 1", AreaKind::CommercialArea, Some(GRIESHEIM)));
    AreaTree::new(areas).unwrap()
}

#[test]
fn only_who_keeps_the_numbers_may_edit() {
    assert!(Role::Admin.may_edit());
    assert!(Role::Editor.may_edit());
    assert!(!Role::DistrictHead.may_edit());
}

#[test]
fn a_role_is_named_by_one_word() {
    let roles = [("admin", Role::Admin), ("editor", Role::Editor), ("district-head", Role::DistrictHead)];
    for (word, role) in roles {
        assert_eq!(Role::of_word(word), Ok(role));
    }
    for word in ["", "Admin", "editor ", "district_head"] {
        assert_eq!(Role::of_word(word), Err(AccountProblem::Role(word.to_owned())));
    }
}

#[test]
fn a_scope_holds_an_area_and_what_lies_within_it() {
    let areas = areas();
    let held = |scope: Scope| [TOWN, GRIESHEIM, WEIER, COMMERCIAL].map(|area| scope.holds(area, &areas));
    assert_eq!(held(Scope::Everything), [true; 4]);
    assert_eq!(held(Scope::Within(TOWN)), [true; 4]);
    assert_eq!(held(Scope::Within(GRIESHEIM)), [false, true, false, true]);
    assert_eq!(held(Scope::Within(WEIER)), [false, false, true, false]);
    assert_eq!(held(Scope::Within(AreaId(99))), [false; 4]);
    assert!(!Scope::Within(TOWN).holds(AreaId(99), &areas));
}

#[test]
fn a_name_is_short_plain_and_without_blanks_around_it() {
    assert_eq!(checked_name(" Anna Amsel\n"), Ok("Anna Amsel".to_owned()));
    assert!(checked_name(&"ä".repeat(LONGEST_NAME)).is_ok());
    for name in ["", "  ", "Anna\tAmsel", "A\0", &"ä".repeat(LONGEST_NAME + 1)] {
        assert_eq!(checked_name(name), Err(AccountProblem::Name), "{name}");
    }
}

#[test]
fn a_password_has_a_length_and_no_other_rule() {
    // Characters below, bytes above: twelve umlauts are 24 bytes.
    assert_eq!(check_password(&"ä".repeat(SHORTEST_PASSWORD)), Ok(()));
    assert_eq!(check_password(&"ä".repeat(SHORTEST_PASSWORD - 1)), Err(AccountProblem::PasswordTooShort));
    assert_eq!(check_password(&"a".repeat(LONGEST_PASSWORD)), Ok(()));
    assert_eq!(check_password(&"a".repeat(LONGEST_PASSWORD + 1)), Err(AccountProblem::PasswordTooLong));
}
