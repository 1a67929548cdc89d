//! Tables that are not taken as they are: every problem with its row and its column.

use faserstand_lib::{
    domain::import::{Column, FileProblem, KEPT_ERRORS, Problem, RowError, RowErrors},
    exchange::readings::{FileErrors, ReadingsFile, read},
};

/// What is wrong with the rows of a text, and the rows that are not wrong.
pub fn refused(text: &str) -> (RowErrors, ReadingsFile) {
    match read(text.as_bytes()) {
        Err(FileErrors::Rows { errors, others }) => (errors, *others),
        other => panic!("{other:?}"),
    }
}

fn file_problem(text: &str) -> FileProblem {
    match read(text.as_bytes()) {
        Err(FileErrors::File(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

fn found(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn all_errors_of_all_rows_come_at_once_with_row_and_heading() {
    let text = "Ortsteil;Stand;Stufe;Verträge\n;31.02.2023;brutto;24,5 %\nWeier;10.11.2023;netto;330\nBühl;;netto;-3\n";
    let (errors, others) = refused(text);
    let told: Vec<(u64, Option<&str>, &Problem)> =
        errors.kept().iter().map(|error| (error.line, error.column.as_deref(), &error.problem)).collect();
    let text = |text: &str| text.to_owned();
    let expected = [
        (2, Some("Ortsteil"), &Problem::NoArea),
        (2, Some("Stand"), &Problem::NoSuchDay { text: text("31.02.2023") }),
        (2, Some("Stufe"), &Problem::UnknownStage { text: text("brutto") }),
        (2, Some("Verträge"), &Problem::PercentInCount { text: text("24,5 %") }),
        (4, Some("Stand"), &Problem::NoDay),
        (4, Some("Verträge"), &Problem::NegativeCount { text: text("-3") }),
    ];
    assert_eq!(told, expected);
    // The row that is right can still be checked by the caller, so that a person sees everything at once.
    assert_eq!(others.rows.len(), 1);
    assert_eq!(others.rows[0].area, "Weier");
}

#[test]
fn a_hundred_errors_are_kept_and_all_are_counted() {
    let bad = "Bühl;10.11.2023;viele\n".repeat(250);
    let (errors, _) = refused(&format!("Ortsteil;Stand;Verträge\n{bad}"));
    assert_eq!((errors.kept().len(), errors.in_all()), (KEPT_ERRORS, 250));
}

#[test]
fn errors_of_the_caller_take_their_place_by_row() {
    let (mut errors, others) = refused("Ortsteil;Stand;Verträge\nBül;10.11.2023;1\nBühl;10.11.2023;x\n");
    let unknown = Problem::UnknownArea { text: "Bül".to_owned(), suggestion: Some("Bühl".to_owned()) };
    errors.push(others.error(&others.rows[0], Column::Area, unknown));
    let errors = errors.by_line();
    assert_eq!(errors.kept().iter().map(|error| error.line).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_missing_column_is_named_with_the_columns_that_are_there() {
    let missing = |missing: &[Column], names: &[&str]| FileProblem::MissingColumns {
        missing: missing.to_vec(),
        found: found(names),
    };
    assert_eq!(file_problem("Ortsteil;Verträge\nBühl;1\n"), missing(&[Column::Day], &["Ortsteil", "Verträge"]));
    assert_eq!(
        file_problem("Ort;Stand;Status\na;b;c\n"),
        missing(&[Column::Area, Column::Count], &["Ort", "Stand", "Status"])
    );
    assert_eq!(file_problem("a;b\n1;2\n"), FileProblem::NoHeader { found: found(&["a", "b"]) });
    // One title line and nothing else is no header either.
    assert_eq!(file_problem("Hallo\n"), FileProblem::NoHeader { found: found(&["Hallo"]) });
}

#[test]
fn a_heading_that_is_read_may_stand_there_only_once() {
    let text = "Ortsteil;Stand;Verträge;Stand\nBühl;10.11.2023;1;17.11.2023\n";
    assert_eq!(file_problem(text), FileProblem::ColumnTwice { name: "Stand".to_owned() });
    assert!(read(b"Ortsteil;Stand;x;x;Anzahl\na;10.11.2023;1;2;3\n").is_ok());
}

#[test]
fn a_table_without_rows_or_with_too_many_is_refused() {
    assert_eq!(file_problem("Ortsteil;Stand;Verträge\n"), FileProblem::NoRows);
    assert_eq!(file_problem("Ortsteil;Stand;Verträge\n;;\n\n"), FileProblem::NoRows);
    let rows = "Bühl;10.11.2023;1\n".repeat(10_001);
    assert_eq!(file_problem(&format!("Ortsteil;Stand;Verträge\n{rows}")), FileProblem::TooManyRows { limit: 10_000 });
    let wide: String = (0..98).map(|number| format!(";Spalte {number}")).collect();
    assert_eq!(
        file_problem(&format!("Ortsteil;Stand;Verträge{wide}\nBühl;10.11.2023;1\n")),
        FileProblem::TooManyColumns { found: 101, limit: 100 }
    );
    assert_eq!(file_problem(&"\n".repeat(2_000_000)), FileProblem::Empty);
    assert!(matches!(file_problem(&";".repeat(4_000_000)), FileProblem::NoHeader { .. }));
}

#[test]
fn a_quotation_mark_that_stays_open_is_told_with_its_row() {
    let text =
        "Ortsteil;Stand;Verträge;Anmerkung\nBühl;10.11.2023;1;\nWeier;10.11.2023;2;\"offen\nBohlsbach;10.11.2023;3;\n";
    assert_eq!(file_problem(text), FileProblem::OpenQuote { line: 3 });
    // Inside a cell it is a character like any other.
    let inches = "Ortsteil;Stand;Verträge;Anmerkung\nBühl;10.11.2023;1;Rohr 5\"\n";
    assert_eq!(read(inches.as_bytes()).unwrap().rows[0].note.as_deref(), Some("Rohr 5\""));
}

#[test]
fn a_quotation_mark_that_swallows_rows_is_told() {
    let text =
        "Ortsteil;Stand;Verträge;Anmerkung\nBühl;10.11.2023;1;\"a\nWeier;10.11.2023;2;\nBohlsbach;10.11.2023;3;\"\n";
    let (errors, _) = refused(text);
    let expected = RowError { line: 2, column: None, problem: Problem::SwallowedRows { breaks: 2 } };
    assert_eq!(errors.kept(), [expected]);
}

#[test]
fn a_comma_that_splits_a_cell_is_told() {
    let (errors, _) = refused("Ortsteil,Stand,Quote\nBühl,10.11.2023,24,5\n");
    let expected = RowError { line: 2, column: None, problem: Problem::TooManyCells { cells: 4, columns: 3 } };
    assert_eq!(errors.kept(), [expected]);
}

#[test]
fn a_last_row_without_a_line_break_may_have_been_cut_off() {
    let (errors, others) = refused("Ortsteil;Stand;Verträge\nWeier;10.11.2023;330\nBühl;10.11.2023;14");
    assert_eq!(errors.kept(), [RowError { line: 3, column: None, problem: Problem::CutOff }]);
    assert_eq!(others.rows.len(), 1);
}

#[test]
fn a_text_is_bounded() {
    let note = "ä".repeat(2001);
    let (errors, _) = refused(&format!("Ortsteil;Stand;Verträge;Anmerkung\nBühl;10.11.2023;1;{note}\n"));
    assert_eq!(errors.kept()[0].problem, Problem::TooLong { length: 2001, limit: 2000 });
    assert_eq!(errors.kept()[0].column.as_deref(), Some("Anmerkung"));
}
