//! The search of the workspace.

use faserstand_lib::domain::search::{Findable, SHOWN, search};

fn named(name: &str) -> Findable {
    known_as(name, &[])
}

fn known_as(name: &str, also: &[&str]) -> Findable {
    Findable {
        name: name.to_owned(),
        also: also.iter().map(|text| (*text).to_owned()).collect(),
        kind: "Ortsteil".to_owned(),
        sentence: format!("{name} steht."),
        address: "/arbeit".to_owned(),
    }
}

fn found(all: &[Findable], typed: &str) -> Vec<String> {
    search(all, typed).into_iter().map(|one| one.name.clone()).collect()
}

#[test]
fn what_begins_so_comes_first_then_a_word_then_what_holds_it() {
    let all = ["Rammersweier", "Zell-Weierbach", "Weier", "Bühl"].map(named);
    assert_eq!(found(&all, "weier"), ["Weier", "Zell-Weierbach", "Rammersweier"]);
}

#[test]
fn umlauts_hyphens_and_case_do_not_matter() {
    let all = ["Bühl", "Windschläg", "Zell-Weierbach"].map(named);
    for typed in ["bühl", "BUEHL", "buhl", "Bu\u{308}hl"] {
        assert_eq!(found(&all, typed), ["Bühl"], "{typed}");
    }
    for typed in ["zell weierbach", "zellweierbach", "Zell–Weier"] {
        assert_eq!(found(&all, typed), ["Zell-Weierbach"], "{typed}");
    }
}

#[test]
fn a_name_goes_before_everything_else_that_is_known() {
    let all = [known_as("Gemeinderat, 15.05.2023", &["66/23", "beschließt den Ausbau in Weier"]), named("Weier")];
    assert_eq!(found(&all, "weier"), ["Weier", "Gemeinderat, 15.05.2023"]);
    assert_eq!(found(&all, "66/23"), ["Gemeinderat, 15.05.2023"]);
    assert_eq!(found(&all, "15.05."), ["Gemeinderat, 15.05.2023"]);
}

#[test]
fn nothing_typed_finds_nothing_and_so_does_nothing_known() {
    let all = [named("Weier")];
    for typed in ["", "  ", "-", "„“"] {
        assert_eq!(found(&all, typed), [""; 0], "{typed:?}");
    }
    assert_eq!(found(&all, "Entenhausen"), [""; 0]);
    assert_eq!(found(&[], "Weier"), [""; 0]);
}

#[test]
fn equals_keep_their_order_and_more_than_a_screen_holds_are_left_out() {
    let all: Vec<Findable> = (1..=20).map(|number| named(&format!("Gewerbegebiet {number}"))).collect();
    let hits = found(&all, "gewerbe");
    assert_eq!(hits.len(), SHOWN);
    assert_eq!(hits[..3], ["Gewerbegebiet 1", "Gewerbegebiet 2", "Gewerbegebiet 3"]);
}
