//! The tree of areas and their names in addresses.

use faserstand_lib::domain::{
    area::{Area, AreaKind, AreaTree, AreaTreeError, Slug},
    ids::AreaId,
};

use crate::build::{GRIESHEIM, TOWN, WEIER, area, districts};

const QUARTER: AreaId = AreaId(4);

fn slug(text: &str) -> Slug {
    Slug::try_from(text.to_owned()).unwrap()
}

/// Offenburg > Griesheim > a build area; Offenburg > Weier.
fn tree() -> AreaTree {
    let mut areas = districts();
    areas.push(area(QUARTER, "Griesheim Nord", AreaKind::BuildArea, Some(GRIESHEIM)));
    AreaTree::new(areas).unwrap()
}

#[test]
fn a_name_becomes_a_word_for_addresses() {
    let of = |name| Slug::of_name(name).unwrap().to_string();
    assert_eq!(of("Zell-Weierbach"), "zell-weierbach");
    assert_eq!(of("Bühl"), "buehl");
    assert_eq!(of("Windschläg"), "windschlaeg");
    assert_eq!(of("Gewerbegebiet 1 (Nord)"), "gewerbegebiet-1-nord");
    assert_eq!(of("Rée Carré"), "ree-carre");
    assert_eq!(of("Straße"), "strasse");
}

#[test]
fn a_name_without_letters_of_ours_has_no_word_for_addresses() {
    assert!(Slug::of_name("").is_err());
    assert!(Slug::of_name("–").is_err());
    assert!(Slug::of_name("Оффенбург").is_err());
}

#[test]
fn a_word_for_addresses_has_nothing_that_an_address_would_escape() {
    for wrong in ["", "-", "Buehl", "bühl", "a--b", "-a", "a-", "a b", "a/b", "..", "a%20b", "a\n"] {
        assert!(Slug::try_from(wrong.to_owned()).is_err(), "{wrong:?}");
    }
    assert_eq!(slug("zell-weierbach-2").as_str(), "zell-weierbach-2");
}

#[test]
fn an_area_is_found_by_its_word() {
    assert_eq!(tree().by_slug("weier").map(|area| area.id), Some(WEIER));
    assert_eq!(tree().by_slug("Weier"), None);
    assert_eq!(tree().by_slug(""), None);
}

#[test]
fn a_scope_covers_its_area_and_everything_below_it_and_nothing_else() {
    let tree = tree();
    assert!(tree.is_within(GRIESHEIM, GRIESHEIM));
    assert!(tree.is_within(QUARTER, GRIESHEIM));
    assert!(tree.is_within(QUARTER, TOWN));
    assert!(!tree.is_within(GRIESHEIM, QUARTER), "the district is not part of its build area");
    assert!(!tree.is_within(WEIER, GRIESHEIM), "a neighbour is not inside");
    assert!(!tree.is_within(TOWN, GRIESHEIM));
    assert!(!tree.is_within(AreaId(99), TOWN), "an unknown area is inside nothing");
}

#[test]
fn a_parent_must_exist() {
    let orphan = area(WEIER, "Weier", AreaKind::District, Some(AreaId(99)));
    assert_eq!(AreaTree::new([orphan]), Err(AreaTreeError::UnknownParent(slug("weier"))));
}

#[test]
fn no_area_contains_itself() {
    let own_parent = area(WEIER, "Weier", AreaKind::District, Some(WEIER));
    assert_eq!(AreaTree::new([own_parent]), Err(AreaTreeError::Circle(slug("weier"))));
    let circle = [
        area(TOWN, "Offenburg", AreaKind::Municipality, None),
        area(GRIESHEIM, "Griesheim", AreaKind::District, Some(WEIER)),
        area(WEIER, "Weier", AreaKind::District, Some(GRIESHEIM)),
    ];
    assert_eq!(AreaTree::new(circle), Err(AreaTreeError::Circle(slug("griesheim"))));
}

#[test]
fn a_chain_of_a_hundred_areas_is_a_tree() {
    let link = |id: i64| {
        let parent = (id > 1).then(|| AreaId(id - 1));
        area(AreaId(id), &format!("Glied {id}"), AreaKind::BuildArea, parent)
    };
    let tree = AreaTree::new((1..=100).map(link)).unwrap();
    assert!(tree.is_within(AreaId(100), AreaId(1)));
}

#[test]
fn an_empty_tree_is_a_tree() {
    assert_eq!(AreaTree::new(Vec::<Area>::new()), Ok(AreaTree::default()));
}
