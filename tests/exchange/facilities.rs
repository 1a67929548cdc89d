//! Tables of facilities: the shapes that directories publish, every problem by name, and the way out and in again.

use faserstand_lib::{
    domain::{
        area::{AreaTree, Slug},
        facility::{
            Answer, Details, FacilityKind, Fundable, Standing,
            inventory::{Dated, Facility},
            line::{Line, Speed, Technology},
            place::{Position, Precision},
        },
        import::{FacilityNotice, FacilityProblem, FileProblem, Notice, Problem, RowError},
        source::Source,
    },
    exchange::facilities::{FacilitiesFile, FacilityErrors, FacilityRow, facilities_csv, public_facilities_csv, read},
};
use jiff::civil::date;

use crate::public_files::public_file;

const DIRECTORY: &[u8] = include_bytes!("../fixtures/facilities/directory.csv");

fn file(text: &str) -> FacilitiesFile {
    read(text.as_bytes()).unwrap()
}

fn errors(text: &str) -> Vec<RowError> {
    match read(text.as_bytes()) {
        Err(FacilityErrors::Rows { errors, .. }) => errors.kept().to_vec(),
        other => panic!("{other:?}"),
    }
}

fn only_problem(text: &str) -> (Option<String>, Problem) {
    let mut errors = errors(text);
    assert_eq!(errors.len(), 1, "{errors:?}");
    let error = errors.remove(0);
    assert_eq!(error.line, 2);
    (error.column, error.problem)
}

#[test]
fn a_directory_of_schools_is_read() {
    let file = read(DIRECTORY).unwrap();
    let names: Vec<&str> = file.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names.len(), 4);
    let first = &file.rows[0];
    assert_eq!(first.number.as_deref(), Some("XX-1"));
    assert_eq!(first.kind, FacilityKind::School);
    assert_eq!(first.school_types, ["Gymnasium"]);
    assert_eq!(first.position, Position::new(48_467_000, 7_945_000, Precision::Coarse).ok());
    assert_eq!(first.owner.as_deref(), Some("öffentlich"));
    assert_eq!(file.rows[3].owner.as_deref(), Some("privat"));
}

#[test]
fn rows_of_one_school_become_one_and_its_types_are_joined() {
    let file = read(DIRECTORY).unwrap();
    assert_eq!(file.rows[2].school_types, ["Grundschule", "Werkrealschule"]);
    assert_eq!(file.rows[2].line, 4);
    assert!(file.notices.contains(&FacilityNotice::RowsMerged { rows: 6, facilities: 4 }.into()));
}

#[test]
fn damaged_names_are_told_and_taken_as_they_are() {
    let file = read(DIRECTORY).unwrap();
    let told: Vec<(u64, String, bool)> = file
        .notices
        .iter()
        .filter_map(|notice| match notice {
            Notice::Facility(FacilityNotice::Spelling { line, meant, umlaut, .. }) => {
                Some((*line, meant.clone(), *umlaut))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "Alpha-Beta-Gymnasium".to_owned(), false),
            (
                3,
                "Beispielschule Sonderpädagogisches Bildungs- und Beratungszentrum mit dem Förderschwerpunkt Lernen"
                    .to_owned(),
                true
            ),
            (4, "Muster-Schule Grund- und Werkrealschule".to_owned(), false),
        ]
    );
    assert_eq!(file.rows[0].name, "Alpha Beta Gymnasium");
}

#[test]
fn nothing_of_a_directory_is_left_out_in_silence() {
    let file = read(DIRECTORY).unwrap();
    assert!(file.notices.contains(&Notice::ColumnNotRead { name: "plz".to_owned() }), "a post code is no address");
    assert!(file.notices.contains(&FacilityNotice::PrivateOwner { lines: vec![7] }.into()));
    assert!(file.notices.contains(&FacilityNotice::CoarsePositions { facilities: 4 }.into()));
}

#[test]
fn the_same_school_without_a_number_is_found_by_name_and_position() {
    let table = "Name;Art;Schulart;Breite;Länge\nA-Schule;Schule;Grundschule;48,467;7,945\nA Schule;Schule;Realschule;48,467;7,945\n\
                 A-Schule;Schule;Grundschule;48,500;7,945\n";
    let problem = errors(table).remove(0).problem;
    assert!(matches!(problem, Problem::Facility(FacilityProblem::RowsDiffer { other_line: 2, .. })), "{problem:?}");
    let table = table.replace("A Schule", "A-Schule");
    let rows = file(&table).rows;
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].school_types, ["Grundschule", "Realschule"]);
}

#[test]
fn rows_of_one_school_that_differ_are_told_with_both_texts() {
    let table = "id;name;schulart;klassen\n7;A-Schule;Grundschule;12\n7;A-Schule;Realschule;13\n";
    let error = errors(table).remove(0);
    assert_eq!((error.line, error.column.as_deref()), (3, Some("klassen")));
    let differ = FacilityProblem::RowsDiffer { other_line: 2, other: "12".to_owned(), text: "13".to_owned() };
    assert_eq!(error.problem, differ.into());
}

#[test]
fn commas_semicolons_and_encodings_do_not_matter() {
    let semicolon = file("Name;Art;Breite;Länge\nKita Süd;Kita;48,4671;7,9452\n").rows;
    let comma = file("Name,Art,Breite,Länge\nKita Süd,Kita,48.4671,7.9452\n").rows;
    assert_eq!(semicolon, comma);
    let windows = read(b"Name;Art;Breite;L\xE4nge\nKita S\xFCd;Kita;48,4671;7,9452\n").unwrap().rows;
    assert_eq!(semicolon, windows);
    assert_eq!(semicolon[0].position.map(Position::precision), Some(Precision::Exact));
}

#[test]
fn each_wrong_cell_is_told_with_its_column() {
    let of = |heading: &str, cell: &str| only_problem(&format!("Name;Art;{heading}\nA;Schule;{cell}\n"));
    let text = |text: &str| text.to_owned();
    let cases: [(&str, &str, Problem); 9] = [
        ("Breite", "nördlich", FacilityProblem::NotDegrees { text: text("nördlich") }.into()),
        ("Breite", "48,4", FacilityProblem::HalfPosition.into()),
        ("Klassen", "viele", FacilityProblem::NotClasses { text: text("viele") }.into()),
        ("Klassen", "12,5", FacilityProblem::NotClasses { text: text("12,5") }.into()),
        ("Down in Mbit/s", "schnell", FacilityProblem::NotASpeed { text: text("schnell") }.into()),
        ("Technik", "Rohrpost", FacilityProblem::UnknownTechnology { text: text("Rohrpost") }.into()),
        ("Zweiter Weg", "vielleicht", FacilityProblem::NotAnAnswer { text: text("vielleicht") }.into()),
        ("Förderfähig", "ja", FacilityProblem::NoReason.into()),
        ("Gemessen am", "28.11.2023", FacilityProblem::MeasuredNothing.into()),
    ];
    for (heading, cell, expected) in cases {
        assert_eq!(of(heading, cell), (Some(heading.to_owned()), expected), "{heading} {cell}");
    }
}

#[test]
fn a_position_with_its_halves_swapped_or_far_away_is_told() {
    let of = |cells: &str| only_problem(&format!("Name;Art;Breite;Länge\nA;Schule;{cells}\n")).1;
    assert_eq!(of("7,945;48,467"), FacilityProblem::SwappedPosition.into());
    assert_eq!(of("8,467;7,945"), FacilityProblem::FarPosition.into());
    assert_eq!(of("48,467;"), FacilityProblem::HalfPosition.into());
}

#[test]
fn a_row_without_a_name_or_a_kind_is_told() {
    let of = |text: &str| only_problem(text).1;
    assert_eq!(of("Name;Art\n;Schule\n"), FacilityProblem::NoName.into());
    assert_eq!(of("Name;Art\nHaus;Bauwerk\n"), FacilityProblem::UnknownKind { text: "Bauwerk".to_owned() }.into());
    assert_eq!(of("Name;Ortsteil\nHaus;Weier\n"), FacilityProblem::NoKind.into());
}

#[test]
fn a_kind_that_stands_in_the_name_is_taken_and_told() {
    let file = file("Name;Ortsteil\nGrundschule Weier;Weier\nKita Bühl;Bühl\n");
    let kinds: Vec<FacilityKind> = file.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [FacilityKind::School, FacilityKind::DaycareCentre]);
    assert!(file.notices.contains(&FacilityNotice::KindByName { lines: vec![2, 3] }.into()));
}

#[test]
fn bandwidths_are_read_as_they_are_written() {
    let of = |cell: &str| file(&format!("Name;Art;Down\nA;Schule;{cell}\n")).rows[0].line_cells.down;
    assert_eq!(of("50 MBit/s"), Some(Speed::from_mbits(50)));
    assert_eq!(of("100"), Some(Speed::from_mbits(100)));
    assert_eq!(of("1.000"), Some(Speed::from_mbits(1_000)));
    assert_eq!(of("1 Gbit/s"), Some(Speed::from_mbits(1_000)));
    assert_eq!(of("0,8"), Some(Speed::from_kbits(800)));
    assert_eq!(of("16.5"), Some(Speed::from_kbits(16_500)));
    assert_eq!(of(""), None);
}

#[test]
fn a_file_that_is_none_is_refused_as_a_whole() {
    let refused = |bytes: &[u8]| match read(bytes) {
        Err(FacilityErrors::File(problem)) => problem,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(b""), FileProblem::Empty);
    assert!(matches!(refused(b"Ort;Strasse\nA;B\n"), FileProblem::MissingColumns { .. }));
    assert!(matches!(refused(b"a;b\n1;2\n"), FileProblem::NoHeader { .. }));
    assert_eq!(refused(b"Name;Art\n"), FileProblem::NoRows);
    assert!(matches!(refused(&vec![b'x'; 5_000_001]), FileProblem::TooLarge { .. }));
    let many = format!("Name;Art\n{}", "A;Schule\n".repeat(10_001));
    assert!(matches!(refused(many.as_bytes()), FileProblem::TooManyRows { .. }));
}

#[test]
fn a_file_cut_anywhere_gives_no_row_that_the_whole_does_not_hold() {
    let whole = read(DIRECTORY).unwrap().rows;
    for end in 0..DIRECTORY.len() {
        let Ok(cut) = read(&DIRECTORY[..end]) else { continue };
        for row in cut.rows {
            let kept = whole.iter().find(|full| full.number == row.number).unwrap();
            assert_eq!((&kept.name, kept.position), (&row.name, row.position), "cut at {end}");
            assert!(kept.school_types.starts_with(&row.school_types));
        }
    }
}

fn source(name: &str) -> Source {
    Source { name: name.to_owned(), published_on: None }
}

fn facility(name: &str, kind: FacilityKind) -> Facility {
    Facility::new(Slug::of_name(name).unwrap(), Details::new(name, kind, source("Liste")))
}

fn full() -> Facility {
    let mut facility = facility("=Oken-Gymnasium", FacilityKind::School);
    facility.details = Details {
        school_types: vec!["Gymnasium".to_owned(), "Abendgymnasium".to_owned()],
        directory_number: Some("BW-1".to_owned()),
        address: Some("Weg 1, +2".to_owned()),
        position: Position::new(48_478_123, 7_940_000, Precision::Exact).ok(),
        owner: Some("Stadt".to_owned()),
        classes: Some(30),
        tariff: Answer::Yes,
        second_route: Answer::No,
        fundable: Fundable::new(Answer::No, "Kabel gilt als gigabitfähig").unwrap(),
        responsible: Some("Schulverwaltung".to_owned()),
        standing: Standing::InUse,
        ..facility.details
    };
    let line = Line {
        technology: Some(Technology::Vdsl),
        down: Some(Speed::from_mbits(100)),
        up: Some(Speed::from_kbits(800)),
        provider: Some("Anbieter A".to_owned()),
        measured_on: Some(date(2023, 11, 28)),
        source: source("Messung"),
    };
    facility.lines.push(Dated { known_on: date(2023, 11, 28), record: line });
    facility
}

fn read_back(facility: &Facility) -> FacilityRow {
    let bytes = facilities_csv(std::slice::from_ref(facility), &AreaTree::default()).unwrap();
    let mut file = read(&bytes).unwrap();
    assert_eq!(file.rows.len(), 1);
    file.rows.remove(0)
}

#[test]
fn what_is_written_is_read_back_without_a_change() {
    for facility in [full(), facility("Kita Bühl", FacilityKind::DaycareCentre)] {
        let row = read_back(&facility);
        let details = &facility.details;
        let bare = Details::new(details.name.clone(), details.kind, details.source.clone());
        assert_eq!(row.applied_to(details), *details, "nothing changes what is known");
        assert_eq!(row.applied_to(&bare), *details, "everything is there");
        assert_eq!(row.line(&source("Datei")).as_ref(), facility.line());
    }
}

#[test]
fn an_empty_cell_takes_nothing_away() {
    let known = full().details;
    let rows = file("Name;Art;Klassen;Tarifvertrag\n=Oken-Gymnasium;Schule;;\n").rows;
    assert_eq!(rows[0].applied_to(&known), known);
}

#[test]
fn no_cell_of_an_export_begins_a_formula() {
    let bytes = facilities_csv(&[full()], &AreaTree::default()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for cell in text.trim_start_matches('\u{feff}').split([';', '\n']) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
    assert!(text.contains("'=Oken-Gymnasium"));
}

#[test]
fn the_public_table_says_nothing_of_routes_sites_lines_and_tariffs() {
    let site = facility("Verteiler Mitte", FacilityKind::NetworkSite);
    let mut closed = facility("Alte Schule", FacilityKind::School);
    closed.details.standing = Standing::Closed;
    let text =
        String::from_utf8(public_facilities_csv(&[full(), site, closed], &AreaTree::default()).unwrap()).unwrap();
    assert!(text.contains("Oken-Gymnasium") && text.contains("48,478;7,940"));
    for secret in ["Verteiler", "Alte Schule", "Weg 1", "Anbieter A", "VDSL", "Zweiter", "Tarif", "100", "48,4781"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn the_real_list_of_schools_is_read() {
    let Some(bytes) = public_file("schools/schulen_offenburg_jedeschule_2017.csv") else { return };
    let file = read(&bytes).unwrap();
    assert_eq!(file.rows.len(), 31);
    assert_eq!(file.rows.iter().filter(|row| row.owner.as_deref() == Some("öffentlich")).count(), 23);
    let spelling = |notice: &&Notice| matches!(notice, Notice::Facility(FacilityNotice::Spelling { .. }));
    assert!(file.notices.iter().filter(spelling).count() >= 20, "{:?}", file.notices);
    assert!(file.notices.contains(&FacilityNotice::RowsMerged { rows: 44, facilities: 31 }.into()));
}

#[test]
fn a_nasty_list_of_schools_is_read_or_refused_by_name() {
    let Some(bytes) = public_file("schools/berlin_schulen_bandbreiten.csv") else { return };
    match read(&bytes) {
        Ok(file) => assert!(file.rows.len() > 600),
        Err(FacilityErrors::Rows { errors, others }) => {
            assert!(!errors.is_empty() && others.rows.len() > 400, "{:?}", errors.kept());
        }
        Err(FacilityErrors::File(problem)) => panic!("{problem:?}"),
    }
}
