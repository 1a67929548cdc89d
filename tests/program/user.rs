//! `faserstand user`: accounts at the command line.

use std::path::Path;

use faserstand_lib::{domain::calendar::berlin_day, presentation::date};
use jiff::Timestamp;
use tempfile::TempDir;

use crate::run::{Run, run, run_with_input, small_town};

const PASSWORD: &str = "korrekt pferd batterie\n";

fn said(out: &str) -> Run {
    Run { code: 0, out: format!("{out}\n"), err: String::new() }
}

fn failed(err: &str) -> Run {
    Run { code: 1, out: String::new(), err: format!("Fehler: {err}\n") }
}

fn add(arguments: &[&str], password: &str, data: &Path) -> Run {
    run_with_input(&[&["user", "add", "--password-stdin"], arguments].concat(), password, data)
}

#[tokio::test]
async fn accounts_are_made_and_listed() {
    let folder = small_town().await;
    let none = "Es gibt noch keine Konten. Legen Sie eines an: faserstand user add NAME --role editor";
    assert_eq!(run(&["user", "list"], folder.path()), said(none));
    let made = add(&["Jörg Ähnlich", "--role", "editor"], PASSWORD, folder.path());
    assert_eq!(made, said("Konto „Jörg Ähnlich“ angelegt: Bearbeitung."));
    // A line of Windows ends otherwise.
    let head = ["Greta", "--role", "district-head", "--area", "griesheim"];
    let made = add(&head, "korrekt pferd batterie\r\nnoch eine Zeile", folder.path());
    assert_eq!(made, said("Konto „Greta“ angelegt: Ortsvorsteherin oder Ortsvorsteher."));
    assert_eq!(add(&["ada", "--role", "admin"], PASSWORD, folder.path()).code, 0);
    assert_eq!(run(&["user", "disable", "greta"], folder.path()).code, 0);
    let Run { code, out, .. } = run(&["user", "list"], folder.path());
    let today = date::long(berlin_day(Timestamp::now()));
    let rows: Vec<Vec<&str>> =
        out.lines().map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()).collect();
    let expected = [
        vec!["Name", "Rolle", "Gebiet", "angelegt", "gesperrt"],
        vec!["ada", "Verwaltung", "ganze Stadt", &today, "–"],
        vec!["Greta", "Ortsvorsteherin oder Ortsvorsteher", "Griesheim", &today, &today],
        vec!["Jörg Ähnlich", "Bearbeitung", "ganze Stadt", &today, "–"],
    ];
    assert_eq!((code, rows), (0, expected.to_vec()), "{out}");
    assert_eq!(run(&["check"], folder.path()).code, 0);
}

#[tokio::test]
async fn nobody_types_a_password_for_an_account_that_cannot_be() {
    let folder = small_town().await;
    // Here is no terminal: whoever is asked for a password fails for that.
    let head = ["user", "add", "Greta", "--role", "district-head"];
    let area = "Für welches Gebiet? Nennen Sie es mit --area, zum Beispiel --area griesheim.";
    assert_eq!(run(&head, folder.path()), failed(area));
    let taken = "Der Name „Faserstand“ ist vergeben. Nehmen Sie einen anderen.";
    assert_eq!(run(&["user", "add", "Faserstand", "--role", "editor"], folder.path()), failed(taken));
}

#[tokio::test]
async fn what_is_wrong_is_told_with_what_would_be_right() {
    let folder = small_town().await;
    let none = run(&["user", "list"], folder.path());
    let editor = ["Anna", "--role", "editor"];
    let cases: [(&[&str], &str, &str); 7] = [
        (&editor, "elf Zeichen\n", "Das Passwort ist zu kurz. Nehmen Sie mindestens 12 Zeichen."),
        (&editor, "", "Das Passwort ist zu kurz. Nehmen Sie mindestens 12 Zeichen."),
        (
            &["Anna", "--role", "bearbeiter"],
            PASSWORD,
            "Eine Rolle „bearbeiter“ gibt es nicht. Möglich sind admin (Verwaltung), editor (Bearbeitung) und \
             district-head (Ortsvorsteherin oder Ortsvorsteher).",
        ),
        (
            &["Anna", "--role", "district-head", "--area", "grisheim"],
            PASSWORD,
            "Ein Gebiet „grisheim“ gibt es nicht. Es gibt: offenburg, buehl, griesheim, windschlaeg, zell-weierbach, \
             kernstadt.",
        ),
        (
            &["Anna", "--role", "district-head"],
            PASSWORD,
            "Für welches Gebiet? Nennen Sie es mit --area, zum Beispiel --area griesheim.",
        ),
        (
            &["Anna", "--role", "editor", "--area", "griesheim"],
            PASSWORD,
            "Verwaltung und Bearbeitung sind für die ganze Stadt da. Lassen Sie --area weg.",
        ),
        (&["  ", "--role", "editor"], PASSWORD, "Das kann kein Name sein. Nehmen Sie 1 bis 60 Zeichen in einer Zeile."),
    ];
    for (arguments, password, sentence) in cases {
        assert_eq!(add(arguments, password, folder.path()), failed(sentence), "{arguments:?}");
    }
    assert_eq!(run(&["user", "list"], folder.path()), none);
    assert_eq!(add(&editor, PASSWORD, folder.path()).code, 0);
    let taken = failed("Der Name „ANNA“ ist vergeben. Nehmen Sie einen anderen.");
    assert_eq!(add(&["ANNA", "--role", "admin"], PASSWORD, folder.path()), taken);
}

#[tokio::test]
async fn an_account_is_disabled_enabled_and_given_a_new_password() {
    let folder = small_town().await;
    add(&["Anna", "--role", "editor"], PASSWORD, folder.path());
    let disabled = run(&["user", "disable", "Anna"], folder.path());
    assert_eq!(disabled, said("Das Konto „Anna“ ist gesperrt und überall abgemeldet."));
    let enabled = run(&["user", "enable", "Anna"], folder.path());
    assert_eq!(enabled, said("Mit dem Konto „Anna“ kann man sich anmelden."));
    let new = ["user", "password", "Anna", "--password-stdin"];
    let changed = run_with_input(&new, "ganz ein anderes\n", folder.path());
    assert_eq!(changed, said("Das Konto „Anna“ hat ein neues Passwort und ist überall abgemeldet."));
    assert_eq!(run_with_input(&new, "kurz\n", folder.path()).code, 1);
    let unknown = failed("Ein Konto „Bernd“ gibt es nicht. Alle Konten nennt `faserstand user list`.");
    assert_eq!(run(&["user", "disable", "Bernd"], folder.path()), unknown);
    assert_eq!(run(&["user", "enable", "Bernd"], folder.path()), unknown);
    // Without a terminal nobody can be asked for a password: the name is looked at first.
    assert_eq!(run(&["user", "password", "Bernd"], folder.path()), unknown);
    assert_ne!(run(&["user", "password", "Anna"], folder.path()), unknown);
}

#[test]
fn without_a_database_there_is_no_account() {
    let empty = TempDir::new().unwrap();
    let Run { code, err, .. } = add(&["Anna", "--role", "editor"], PASSWORD, empty.path());
    assert!(code == 1 && err.contains("liegt keine Datenbank"), "{err}");
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}
