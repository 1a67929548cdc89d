//! What is adapted or left out while reading is always said.

use faserstand_lib::{domain::import::Notice, exchange::readings::read};

use super::readings::fixture;

fn notices(text: &str) -> Vec<Notice> {
    read(text.as_bytes()).unwrap().notices
}

#[test]
fn a_file_with_nothing_to_say_has_no_notice() {
    assert_eq!(notices("Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;netto;141\n"), []);
    assert_eq!(fixture("excel_windows1252").notices, []);
}

#[test]
fn columns_that_are_not_read_are_named() {
    let name = "region_id".to_owned();
    assert_eq!(fixture("portal_comma").notices, [Notice::ColumnNotRead { name }, Notice::NoStageColumn]);
}

#[test]
fn a_missing_stage_counts_as_reported() {
    assert_eq!(notices("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n"), [Notice::NoStageColumn]);
    let text = "Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;;141\nWeier;10.11.2023;netto;1\nOrt;10.11.2023;;2\n";
    assert_eq!(notices(text), [Notice::NoStage { lines: vec![2, 4] }]);
}

#[test]
fn an_empty_value_counts_as_not_reported_and_a_dash_says_so_itself() {
    let text = "Ortsteil;Stand;Stufe;Verträge;Quote\nBühl;10.11.2023;netto;;\nWeier;10.11.2023;netto;-;\n";
    assert_eq!(notices(text), [Notice::NoValue { lines: vec![2] }]);
}

#[test]
fn rows_above_the_header_and_cut_quotes_are_told() {
    let expected = [Notice::RowsAboveHeader { rows: 1 }, Notice::NoStageColumn, Notice::QuotesCut { lines: vec![5] }];
    assert_eq!(fixture("excel_utf8_title").notices, expected);
}

#[test]
fn quotes_that_look_like_parts_of_one_are_told() {
    let file = |quotes: [&str; 2]| {
        let [first, second] = quotes;
        notices(&format!(
            "Ortsteil;Stand;Stufe;Quote\nBühl;10.11.2023;netto;{first}\nWeier;10.11.2023;netto;{second}\n"
        ))
    };
    assert_eq!(file(["0,33", "0,24"]), [Notice::QuotesBelowOne]);
    assert_eq!(file(["0,33", "24"]), []);
    assert_eq!(file(["0", "0"]), []);
}

#[test]
fn replaced_rows_are_left_out_and_sample_rows_counted() {
    let text = "Ortsteil;Stand;Stufe;Verträge;Beispieldaten;ersetzt\nBühl;10.11.2023;netto;1;ja;\nBühl;10.11.2023;netto;2;ja;Korrektur\nWeier;10.11.2023;netto;2;nein;nein\n";
    assert_eq!(notices(text), [Notice::ReplacedRows { lines: vec![3] }, Notice::SampleRows { rows: 1 }]);
}
