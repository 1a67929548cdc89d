//! Names as people type them.

use faserstand_lib::domain::name::{found_by, key, words};

#[test]
fn differently_typed_forms_of_one_name_meet() {
    let forms = [
        (
            "Zell-Weierbach",
            &["zell weierbach", "ZELL–WEIERBACH", "Zell - Weierbach", "Zellweierbach", "  zell_weierbach "][..],
        ),
        ("Bühl", &["Buehl", "BÜHL", "bu\u{308}hl"]),
        ("Windschläg", &[" WINDSCHLAEG ", "Windschla\u{308}g"]),
        ("Großer Deich", &["Grosser Deich", "GROẞER DEICH", "GROSSER-DEICH"]),
        ("Rée Carré", &["Ree Carre", "RE\u{301}E CARRE\u{301}", "ree-carre"]),
    ];
    for (name, others) in forms {
        for other in others {
            assert_eq!(key(name), key(other), "{name} and {other}");
        }
    }
}

#[test]
fn different_names_stay_apart() {
    let districts = [
        "Bohlsbach",
        "Bühl",
        "Elgersweier",
        "Fessenbach",
        "Griesheim",
        "Rammersweier",
        "Waltersweier",
        "Weier",
        "Windschläg",
        "Zell-Weierbach",
        "Zunsweier",
    ];
    let mut keys: Vec<_> = districts.iter().map(|name| key(name)).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 11);
}

#[test]
fn words_are_plain_lower_case_letters() {
    assert_eq!(words("Zell-Weierbach"), ["zell", "weierbach"]);
    assert_eq!(words("Gewerbegebiet 1 (Nord)"), ["gewerbegebiet", "1", "nord"]);
    assert_eq!(words("Se\u{301}lestat"), ["selestat"], "an accent typed as a letter of its own splits no word");
    assert_eq!(words(" – "), Vec::<String>::new());
}

#[test]
fn a_name_is_found_by_its_beginning_first() {
    for (typed, found) in [
        ("zell", Some(0)),
        ("Zell-Wei", Some(0)),
        ("zell weier", Some(0)),
        ("weierbach", Some(1)),
        ("erbach", Some(2)),
        ("griesheim", None),
    ] {
        assert_eq!(found_by("Zell-Weierbach", typed), found, "{typed}");
    }
    for typed in ["Bü", "bue", "bu", "BÜHL", "buehl", "buhl"] {
        assert_eq!(found_by("Bühl", typed), Some(0), "{typed}");
    }
    assert_eq!(found_by("Gewerbegebiet 7", "gewerbegebiet7"), Some(0));
    assert_eq!(found_by("Gewerbegebiet 7", "7"), Some(1));
}
