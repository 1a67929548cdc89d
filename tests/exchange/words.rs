//! The sentences: where, what, and what would be right.

use faserstand_lib::{
    domain::{
        amount::Amount,
        import::{Column, FacilityNotice, FacilityProblem, FileKind, FileProblem, Notice, Problem, RowError},
        reading::Value,
        share::Share,
    },
    presentation::import::{facility_file_sentence, file_sentence, notice_sentence, problem, sentence},
};
use jiff::civil::date;

use super::refused::refused;

fn text(text: &str) -> String {
    text.to_owned()
}

/// One of every kind.
fn problems() -> Vec<Problem> {
    let day = date(2023, 11, 10);
    vec![
        Problem::NoArea,
        Problem::NoDay,
        Problem::NotADay { text: text("gestern") },
        Problem::NoSuchDay { text: text("31.02.2023") },
        Problem::SerialDay { text: text("45240"), meant: day },
        Problem::NotACount { text: text("viele") },
        Problem::CommaInCount { text: text("1,233"), meant: 1233 },
        Problem::NotWhole { text: text("24,5") },
        Problem::PercentInCount { text: text("24,5 %") },
        Problem::NegativeCount { text: text("-3") },
        Problem::CountTooLarge { text: text("99999999"), limit: 10_000_000 },
        Problem::NotAPercent { text: text("viel") },
        Problem::UnclearPercent { text: text("1.233") },
        Problem::MoreThanWhole { text: text("104 %") },
        Problem::RangeReversed { text: text("15 bis 10") },
        Problem::LessThanNothing { text: text("unter 0") },
        Problem::UnknownStage { text: text("brutto") },
        Problem::NotYesOrNo { text: text("vielleicht") },
        Problem::TooLong { length: 2345, limit: 2000 },
        Problem::TooManyCells { cells: 6, columns: 5 },
        Problem::SwallowedRows { breaks: 1 },
        Problem::SwallowedRows { breaks: 3 },
        Problem::CutOff,
        Problem::UnknownArea { text: text("Bül"), suggestion: Some(text("Bühl")) },
        Problem::UnknownArea { text: text("Nirgends"), suggestion: None },
        Problem::AmbiguousArea { text: text("Weier") },
        Problem::AreaNotInCampaign { area: text("Weier") },
        Problem::MoreThanBase { contracts: 841, base: 492 },
        Problem::FutureDay { day: date(2023, 12, 10), today: date(2023, 12, 4) },
        Problem::BeforeOpening { day: date(2023, 9, 1), opened: date(2023, 9, 4) },
        Problem::Duplicate { other_line: 3 },
        Problem::NeedsReason { area: text("Weier"), day, stored: Value::Contracts(Amount::Exact(330)) },
        Problem::QuoteContradictsCount { stated: Share::from_basis_points(2450).unwrap(), contracts: 141, base: 492 },
    ]
}

/// One of every kind that a file of facilities has.
fn facility_problems() -> Vec<Problem> {
    let word = || text("x");
    [
        FacilityProblem::NoName,
        FacilityProblem::NoKind,
        FacilityProblem::UnknownKind { text: word() },
        FacilityProblem::NotDegrees { text: word() },
        FacilityProblem::HalfPosition,
        FacilityProblem::SwappedPosition,
        FacilityProblem::FarPosition,
        FacilityProblem::UnknownPrecision { text: word() },
        FacilityProblem::NotClasses { text: word() },
        FacilityProblem::NotASpeed { text: word() },
        FacilityProblem::UnknownTechnology { text: word() },
        FacilityProblem::NotAnAnswer { text: word() },
        FacilityProblem::NoReason,
        FacilityProblem::ReasonAlone,
        FacilityProblem::MeasuredNothing,
        FacilityProblem::UnknownStanding { text: word() },
        FacilityProblem::RowsDiffer { other_line: 3, other: word(), text: text("y") },
        FacilityProblem::AreaContradicts { stated: text("Bühl"), found: text("Weier") },
    ]
    .map(Problem::from)
    .to_vec()
}

fn facility_notices() -> Vec<Notice> {
    let (line, word) = (4, || text("x"));
    [
        FacilityNotice::RowsMerged { rows: 44, facilities: 31 },
        FacilityNotice::KindByName { lines: vec![2] },
        FacilityNotice::Spelling { line, text: word(), meant: text("y"), umlaut: true },
        FacilityNotice::Spelling { line, text: word(), meant: text("y"), umlaut: false },
        FacilityNotice::NameKept { line, text: word(), kept: text("y") },
        FacilityNotice::MoreSpellings { facilities: 7 },
        FacilityNotice::PrivateOwner { lines: vec![2, 3] },
        FacilityNotice::CoarsePositions { facilities: 1 },
        FacilityNotice::CoarsePositions { facilities: 31 },
        FacilityNotice::DiffersOnScheme { line, stated: text("Bühl"), found: text("Weier") },
        FacilityNotice::OutsideAreas { lines: vec![2] },
    ]
    .map(Notice::from)
    .to_vec()
}

#[test]
fn a_damaged_name_is_told_with_its_probable_spelling() {
    let told = FacilityNotice::Spelling {
        line: 3,
        text: text("Oken Gymnasium"),
        meant: text("Oken-Gymnasium"),
        umlaut: false,
    };
    let expected = "Zeile 3: In „Oken Gymnasium“ scheinen Bindestriche zu fehlen. Aufgenommen ist es so; heißt es \
                    „Oken-Gymnasium“, berichtigen Sie es in der Datei.";
    assert_eq!(notice_sentence(&told.into()), expected);
}

#[test]
fn a_file_of_facilities_without_a_name_is_told_what_it_lacks() {
    let found = vec![text("Ort"), text("Strasse")];
    let lacks = FileProblem::MissingColumns { missing: vec![Column::Name], found: found.clone() };
    assert!(
        facility_file_sentence(&lacks).starts_with("Es fehlt die Spalte „Name“. Die Kopfzeile hat: „Ort“, „Strasse“.")
    );
    let none = facility_file_sentence(&FileProblem::NoHeader { found });
    assert!(none.ends_with("Schreiben Sie darüber zum Beispiel: Name; Art; Ortsteil."), "{none}");
    assert!(facility_file_sentence(&FileProblem::NoRows).contains("je Einrichtung eine Zeile"));
}

fn file_problems() -> Vec<FileProblem> {
    let found = vec![text("Ort"), text("Status")];
    vec![
        FileProblem::Empty,
        FileProblem::TooLarge { bytes: 6_120_000, limit: 5_000_000 },
        FileProblem::NotText { looks_like: Some(FileKind::Workbook) },
        FileProblem::NotText { looks_like: Some(FileKind::Pdf) },
        FileProblem::NotText { looks_like: Some(FileKind::Picture) },
        FileProblem::NotText { looks_like: None },
        FileProblem::MixedEncoding { line: 7 },
        FileProblem::NoHeader { found: found.clone() },
        FileProblem::MissingColumns { missing: vec![Column::Area, Column::Day, Column::Count], found },
        FileProblem::ColumnTwice { name: text("Stand") },
        FileProblem::TooManyColumns { found: 140, limit: 100 },
        FileProblem::NoRows,
        FileProblem::TooManyRows { limit: 10_000 },
        FileProblem::OpenQuote { line: 3 },
    ]
}

#[test]
fn a_sentence_says_where_what_and_what_would_be_right() {
    let (errors, _) = refused("Ortsteil;Stand;Anzahl Verträge\nBühl;10.11.2023;\"24,5 %\"\n");
    let expected = "Zeile 2, Spalte „Anzahl Verträge“: „24,5 %“ ist ein Anteil und keine Anzahl. \
                    Schreiben Sie ihn in eine Spalte „Quote in %“.";
    assert_eq!(sentence(&errors.kept()[0]), expected);
    let more = RowError { line: 4, column: None, problem: Problem::MoreThanBase { contracts: 841, base: 1492 } };
    let expected = "Zeile 4: 841 Verträge sind mehr als die Basis von 1.492. \
                    Prüfen Sie die Zahl der Verträge und die Basis.";
    assert_eq!(sentence(&more), expected);
}

#[test]
fn a_correction_is_told_what_it_would_replace() {
    let of = |stored| problem(&Problem::NeedsReason { area: text("Weier"), day: date(2023, 11, 10), stored });
    let expected = "Für Weier ist zum 10. November 2023 schon „330 Verträge“ gespeichert. \
                    Nennen Sie in einer Spalte „Grund“, warum der Wert ersetzt wird.";
    assert_eq!(of(Value::Contracts(Amount::Exact(330))), expected);
    let percent = Value::Percent(Amount::LessThan(Share::from_basis_points(1500).unwrap()));
    assert!(of(percent).contains("„unter 15\u{a0}%“"));
    assert!(of(Value::NotReported).contains("„nicht gemeldet“"));
}

#[test]
fn every_sentence_addresses_the_reader_and_blames_nobody() {
    let rows = problems().iter().chain(&facility_problems()).map(problem).collect::<Vec<_>>();
    let files = file_problems().iter().map(file_sentence).collect::<Vec<_>>();
    let told = facility_notices().iter().map(notice_sentence).collect::<Vec<_>>();
    assert!(told.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains('!')), "{told:?}");
    for sentence in rows.iter().chain(&files) {
        assert!(sentence.contains(" Sie"), "{sentence}");
        assert!(sentence.ends_with('.'), "{sentence}");
        for word in ["ungültig", "leider", "Fehler", "falsch", "!"] {
            assert!(!sentence.to_lowercase().contains(&word.to_lowercase()), "{sentence}");
        }
    }
    // No two problems share a sentence.
    let distinct: std::collections::BTreeSet<&String> = rows.iter().chain(&files).collect();
    assert_eq!(distinct.len(), rows.len() + files.len());
}

#[test]
fn a_missing_column_is_told_with_what_is_there() {
    let expected = "Es fehlen die Spalten „Ortsteil“, „Stand“ und „Verträge“ oder „Quote in %“. \
                    Die Kopfzeile hat: „Ort“, „Status“. Ergänzen Sie, was fehlt.";
    assert_eq!(file_sentence(&file_problems()[8]), expected);
    let one = FileProblem::MissingColumns { missing: vec![Column::Day], found: vec![text("Ortsteil")] };
    assert!(file_sentence(&one).starts_with("Es fehlt die Spalte „Stand“. "));
}

#[test]
fn notices_name_their_rows() {
    let told = |lines: Vec<u64>| notice_sentence(&Notice::NoValue { lines });
    assert_eq!(told(vec![4]), "Zeile 4: Ohne Zahl gilt das Gebiet als nicht gemeldet.");
    assert!(told(vec![4, 7, 9]).starts_with("Zeilen 4, 7 und 9: "));
    assert!(told((1..=12).collect()).starts_with("Zeilen 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 und 2 weitere: "));
    assert_eq!(notice_sentence(&Notice::ColumnNotRead { name: text("X") }), "Spalte „X“ wird nicht gelesen.");
    assert_eq!(
        file_sentence(&file_problems()[1]),
        "Die Datei hat 6,2 MB. Gelesen werden höchstens 5 MB: Teilen Sie die Tabelle."
    );
}

#[test]
fn problems_travel_to_the_browser_and_back() {
    for problem in problems().into_iter().chain(facility_problems()) {
        let error = RowError { line: 2, column: None, problem };
        let wire = serde_json::to_string(&error).unwrap();
        assert_eq!(serde_json::from_str::<RowError>(&wire).unwrap(), error, "{wire}");
    }
    for problem in file_problems() {
        let wire = serde_json::to_string(&problem).unwrap();
        assert_eq!(serde_json::from_str::<FileProblem>(&wire).unwrap(), problem, "{wire}");
    }
}
