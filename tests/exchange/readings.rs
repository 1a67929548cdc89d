//! Tables as they come from Excel and from operators' portals.

use faserstand_lib::{
    domain::{
        amount::Amount,
        import::{Column, Encoding, Layout, Problem},
        reading::{Stage, Value},
        share::Share,
    },
    exchange::readings::{ReadingRow, ReadingsFile, read},
};
use jiff::civil::date;

/// The files of the fixtures with their names.
pub const FIXTURES: [(&str, &[u8]); 5] = [
    ("excel_windows1252", include_bytes!("../fixtures/readings/excel_windows1252.csv")),
    ("excel_utf8_title", include_bytes!("../fixtures/readings/excel_utf8_title.csv")),
    ("excel_unicode_text", include_bytes!("../fixtures/readings/excel_unicode_text.csv")),
    ("portal_comma", include_bytes!("../fixtures/readings/portal_comma.csv")),
    ("inexact", include_bytes!("../fixtures/readings/inexact.csv")),
];

/// The file of a fixture.
pub fn fixture(name: &str) -> ReadingsFile {
    let (_, bytes) = FIXTURES.iter().find(|(of, _)| *of == name).unwrap();
    read(bytes).unwrap()
}

/// The rows of a text that is read without an error.
pub fn rows(text: &str) -> Vec<ReadingRow> {
    read(text.as_bytes()).unwrap().rows
}

fn share(basis_points: u32) -> Share {
    Share::from_basis_points(basis_points).unwrap()
}

fn exact(count: u32) -> Value {
    Value::Contracts(Amount::Exact(count))
}

#[test]
fn excels_own_csv_is_read() {
    let file = fixture("excel_windows1252");
    assert_eq!(file.layout, Layout { encoding: Encoding::Windows1252, delimiter: ';', header_line: 1 });
    let [buehl, zell, windschlaeg] = &file.rows[..] else { panic!("{:?}", file.rows) };
    let expected = ReadingRow {
        line: 2,
        area: "Bühl".to_owned(),
        as_of: date(2023, 11, 10),
        stage: Stage::Checked,
        value: exact(141),
        stated_quote: None,
        source: Some("Netzbetreiber".to_owned()),
        note: Some("ohne Doppelte".to_owned()),
        reason: None,
        sample: false,
    };
    assert_eq!(*buehl, expected);
    assert_eq!((zell.area.as_str(), zell.stage, zell.value), ("Zell-Weierbach", Stage::Reported, exact(1233)));
    assert_eq!((windschlaeg.stage, windschlaeg.value), (Stage::Net, Value::NotReported));
    assert_eq!(windschlaeg.note.as_deref(), Some("Rückfrage läuft; Antwort \"bald\""));
}

#[test]
fn a_table_below_a_title_is_found_and_counted_as_excel_counts_its_rows() {
    let file = fixture("excel_utf8_title");
    assert_eq!(file.layout, Layout { encoding: Encoding::Utf8, delimiter: ';', header_line: 3 });
    let lines: Vec<u64> = file.rows.iter().map(|row| row.line).collect();
    // The note of row 4 has two lines in the file and is one row in Excel.
    assert_eq!(lines, [4, 5, 6]);
    let [griesheim, weier, rammersweier] = &file.rows[..] else { panic!("{:?}", file.rows) };
    assert_eq!((griesheim.value, griesheim.stated_quote), (exact(330), Some(Amount::Exact(share(2680)))));
    assert_eq!(griesheim.note.as_deref(), Some("erste Zeile\nzweite Zeile"));
    assert_eq!(weier.stated_quote, Some(Amount::Exact(share(3300))));
    assert_eq!(rammersweier.value, Value::Percent(Amount::LessThan(share(1500))));
    assert!(file.rows.iter().all(|row| row.as_of == date(2023, 11, 10)));
}

#[test]
fn excels_unicode_text_is_read() {
    let file = fixture("excel_unicode_text");
    assert_eq!(file.layout, Layout { encoding: Encoding::Utf16, delimiter: '\t', header_line: 1 });
    let values: Vec<Value> = file.rows.iter().map(|row| row.value).collect();
    assert_eq!(values, [Value::Contracts(Amount::About(300)), Value::Contracts(Amount::AtLeast(120))]);
    assert_eq!(file.rows[1].note.as_deref(), Some("„Stand der Woche“"));
}

#[test]
fn a_portals_table_with_commas_is_read() {
    let file = fixture("portal_comma");
    assert_eq!(file.layout.delimiter, ',');
    let [first, second] = &file.rows[..] else { panic!("{:?}", file.rows) };
    assert_eq!((first.value, first.stated_quote), (exact(212), Some(Amount::Exact(share(2450)))));
    assert_eq!((second.area.as_str(), second.stated_quote), ("Waltersweier, Ort", Some(Amount::Exact(share(1025)))));
}

#[test]
fn a_named_separator_is_honoured_and_not_counted_as_a_row() {
    let file = fixture("inexact");
    assert_eq!(file.layout.header_line, 1);
    let values: Vec<(u64, Value)> = file.rows.iter().map(|row| (row.line, row.value)).collect();
    let range = Value::Percent(Amount::Range(share(1000), share(1500)));
    let expected = [
        (2, Value::Percent(Amount::LessThan(share(1500)))),
        // No count came, but a quote did.
        (3, range),
        (4, Value::Contracts(Amount::AtLeast(301))),
        (5, range),
    ];
    assert_eq!(values, expected);
    assert_eq!(rows("sep=|\r\nOrt|Name|Stand|Anzahl\r\n1|Bühl|10.11.2023|7\r\n")[0].value, exact(7));
}

#[test]
fn headings_are_known_however_they_are_typed() {
    let headers = [
        "ORTSTEIL;STAND;VERTRAEGE",
        "Gewerbegebiet;Stichtag;Anzahl Verträge",
        "Gebiet ;Datum; Vertragszahl",
        "name;datum;Anzahl",
        "\"Orts-Teil\";stand;verträge",
        "Ortsteil;Stand;Vertra\u{308}ge",
    ];
    for header in headers {
        assert_eq!(rows(&format!("{header}\nBühl;10.11.2023;141\n"))[0].value, exact(141), "{header}");
    }
    for header in ["Quote", "Prozent", "Quote in %", "Quote (%)", "quote_in_%", "in Prozent"] {
        let value = rows(&format!("Ortsteil;Stand;{header}\nBühl;10.11.2023;24,5\n"))[0].value;
        assert_eq!(value, Value::Percent(Amount::Exact(share(2450))), "{header}");
    }
}

#[test]
fn of_two_headings_for_one_thing_the_plainer_is_read() {
    let text = "Name;Ortsteil;Datum;Stand;Anzahl;Verträge\nMüller;Bühl;1.1.2020;10.11.2023;5;141\n";
    let row = &rows(text)[0];
    assert_eq!((row.area.as_str(), row.as_of, row.value), ("Bühl", date(2023, 11, 10), exact(141)));
}

#[test]
fn a_row_says_whether_it_is_sample_data() {
    let text = "Ortsteil;Stand;Verträge;Beispieldaten\nBühl;10.11.2023;1;ja\nWeier;10.11.2023;2;nein\nBohlsbach;10.11.2023;3;\n";
    let sample: Vec<bool> = rows(text).iter().map(|row| row.sample).collect();
    assert_eq!(sample, [true, false, false]);
    let titled = "# Beispieldaten: erfunden.\nOrtsteil;Stand;Verträge\nBühl;10.11.2023;1\n";
    assert!(rows(titled)[0].sample);
}

#[test]
fn blank_rows_and_missing_cells_at_the_end_of_a_row_are_no_error() {
    let text = "Ortsteil;Stand;Verträge;Quelle;Anmerkung\r\n\r\nBühl;10.11.2023;141\r\n \r\n;;;;;;;\r\nWeier;10.11.2023;330;;;;;\r\n";
    let found: Vec<(u64, String)> = rows(text).into_iter().map(|row| (row.line, row.area)).collect();
    assert_eq!(found, [(3, "Bühl".to_owned()), (6, "Weier".to_owned())]);
}

#[test]
fn rows_are_counted_right_with_every_kind_of_line_break() {
    for line_break in ["\n", "\r\n", "\r"] {
        let text =
            ["Ortsteil;Stand;Verträge", "Bühl;10.11.2023;1", "", "", "Weier;10.11.2023;2", "Ort;10.11.2023;3", ""];
        let lines: Vec<u64> = rows(&text.join(line_break)).iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 5, 6], "{line_break:?}");
    }
}

#[test]
fn the_caller_adds_errors_with_the_heading_of_the_file() {
    let file = fixture("excel_utf8_title");
    let problem = Problem::AmbiguousArea { text: "Weier".to_owned() };
    let error = file.error(&file.rows[1], Column::Area, problem.clone());
    assert_eq!((error.line, error.column.as_deref(), error.problem), (5, Some("ORTSTEIL"), problem));
}
