//! What is pasted from a spreadsheet: where it goes, and that nothing is lost without a word.

use faserstand_lib::domain::draft::{Draft, Pasted};

use crate::weekly::{draft, sheet, slug};

/// Pastes a text into the cell of an area; what became of it, and all that stands in the sheet afterwards.
fn pasted(first: &str, text: &str) -> (Pasted, Vec<String>) {
    let mut draft = draft(&[]);
    let pasted = draft.paste(&sheet(), &slug(first), text);
    (pasted, values(&draft))
}

/// "Bühl 107", in the order of the sheet.
fn values(draft: &Draft) -> Vec<String> {
    let sheet = sheet();
    let typed = sheet.rows().filter_map(|(_, row)| Some((row, draft.rows.get(&row.area)?)));
    typed.filter(|(_, typed)| typed.is_filled()).map(|(row, typed)| format!("{} {}", row.name, typed.value)).collect()
}

fn column(taken: usize, unmatched: &[&str]) -> Pasted {
    Pasted { taken, by_name: false, unmatched: unmatched.iter().map(|line| (*line).to_owned()).collect() }
}

fn table(taken: usize, unmatched: &[&str]) -> Pasted {
    Pasted { by_name: true, ..column(taken, unmatched) }
}

#[test]
fn a_column_goes_down_from_the_cell() {
    let (became, values) = pasted("Griesheim", "120\n1.233\nk. A.");
    assert_eq!(became, column(3, &[]));
    assert_eq!(values, ["Griesheim 120", "Windschläg 1.233", "Zell-Weierbach k. A."]);
    // It goes on into the next campaign.
    assert_eq!(pasted("Zell-Weierbach", "200\n12").1, ["Zell-Weierbach 200", "Gewerbegebiet 1 12"]);
}

#[test]
fn line_endings_and_blanks_around_a_number_do_not_matter() {
    let expected = ["Bühl 107", "Griesheim 120"];
    for text in ["107\n120", "107\n120\n", "107\r\n120\r\n", "107 \r\n 120\t\r\n", "107\t\n120\t\t", "107\n120\n\n"] {
        assert_eq!(pasted("Bühl", text).1, expected, "{text:?}");
        assert_eq!(pasted("Bühl", text).0, column(2, &[]), "{text:?}");
    }
    assert_eq!(pasted("Bühl", ""), (column(0, &[]), Vec::new()));
}

#[test]
fn a_blank_cell_leaves_its_row_as_it_is() {
    let mut draft = draft(&[("Griesheim", "119")]);
    let became = draft.paste(&sheet(), &slug("Bühl"), "107\n\n33\n");
    assert_eq!(became, column(2, &[]));
    assert_eq!(values(&draft), ["Bühl 107", "Griesheim 119", "Windschläg 33"]);
}

#[test]
fn a_number_below_the_last_row_is_told_and_a_blank_is_not() {
    let (became, values) = pasted("Gewerbegebiet 1", "12\n9\n7\n\n5\n\n\n");
    assert_eq!(became, column(2, &["7", "5"]));
    assert_eq!(values, ["Gewerbegebiet 1 12", "Gewerbegebiet 2 9"]);
    assert_eq!(pasted("Lahr", "12").0, column(0, &["12"]));
}

#[test]
fn a_heading_above_a_column_moves_no_number_down() {
    let words =
        ["Verträge", "Anzahl Verträge", "VERTRAEGE", "Vertragszahl", "Anzahl", "KW 48", "Stand 1.12.", "01.12.2023"];
    for heading in words {
        let (became, values) = pasted("Bühl", &format!("{heading}\n107\n120"));
        assert_eq!(
            (became, values),
            (column(2, &[]), vec!["Bühl 107".to_owned(), "Griesheim 120".to_owned()]),
            "{heading}"
        );
    }
    // Any other word is what was said of the first row: if it were left out, all numbers would move up.
    for word in ["folgt", "viele", "12,7 %", "k. A."] {
        assert_eq!(pasted("Bühl", &format!("{word}\n120")).1, [format!("Bühl {word}"), "Griesheim 120".to_owned()]);
    }
    // Further down it is no heading.
    assert_eq!(pasted("Bühl", "107\nVerträge").1, ["Bühl 107", "Griesheim Verträge"]);
}

#[test]
fn a_table_is_matched_by_its_names_wherever_it_is_pasted() {
    let text = "Zell Weierbach\t210\nBUEHL\t107\n windschlaeg \t33\nGewerbegebiet 2\t9\n";
    let (became, values) = pasted("Gewerbegebiet 1", text);
    assert_eq!(became, table(4, &[]));
    assert_eq!(values, ["Bühl 107", "Windschläg 33", "Zell-Weierbach 210", "Gewerbegebiet 2 9"]);
}

#[test]
fn a_name_that_no_area_has_is_told() {
    let (became, values) = pasted("Bühl", "Bühl\t107\nEntenhausen\t5\n\t7\nSumme\t112\n");
    assert_eq!(became, table(1, &["Entenhausen 5", "7", "Summe 112"]));
    assert_eq!(values, ["Bühl 107"]);
    // In the first line too, where a heading stands otherwise.
    for value in ["5", "k. A.", "12,7 %"] {
        assert_eq!(
            pasted("Bühl", &format!("Entenhausen\t{value}\nBühl\t107")).0.unmatched,
            [format!("Entenhausen {value}")]
        );
    }
}

#[test]
fn a_heading_above_a_table_is_no_lost_row() {
    for heading in ["Ortsteil\tVerträge", "Ortsteil\tKW 48", "Gebiet\t01.12.2023", "\tVerträge", "Ortsteil\t"] {
        assert_eq!(pasted("Bühl", &format!("{heading}\nBühl\t107\n")).0, table(1, &[]), "{heading}");
    }
}

#[test]
fn a_name_that_comes_twice_keeps_its_first_number_and_the_other_is_told() {
    let (became, values) = pasted("Bühl", "Bühl\t107\nGriesheim\t120\nBuehl\t170\n");
    assert_eq!(became, table(2, &["Buehl 170"]));
    assert_eq!(values, ["Bühl 107", "Griesheim 120"]);
}

#[test]
fn a_name_without_a_number_leaves_its_row_as_it_is() {
    let mut draft = draft(&[("Bühl", "107")]);
    assert_eq!(draft.paste(&sheet(), &slug("Bühl"), "Bühl\nGriesheim\t120\n\n"), table(1, &[]));
    assert_eq!(values(&draft), ["Bühl 107", "Griesheim 120"]);
}

#[test]
fn of_more_columns_the_one_with_contracts_is_taken() {
    let text =
        "Ortsteil\tHaushalte\tVerträge\tQuote\nBühl\t842\t107\t12,7 %\nGriesheim\t914\t120\t13,1 %\nWindschläg\n";
    assert_eq!(pasted("Bühl", text), (table(2, &[]), vec!["Bühl 107".to_owned(), "Griesheim 120".to_owned()]));
    // Without a heading the number is the only cell that is one.
    for line in ["Bühl\t107\t12,7 %\tgemeldet", "Bühl\t01.12.2023\t107", "Bühl\tgemeldet\t\t107"] {
        assert_eq!(pasted("Bühl", line), (table(1, &[]), vec!["Bühl 107".to_owned()]), "{line}");
    }
}

#[test]
fn of_two_numbers_none_is_guessed() {
    // 842 are the households: taken for contracts they would be a quota of 100 %.
    let (became, values) = pasted("Bühl", "Bühl\t842\t107\nGriesheim\t120\n");
    assert_eq!(became, table(1, &["Bühl 842 107"]));
    assert_eq!(values, ["Griesheim 120"]);
    let two_weeks = "Ortsteil\tVerträge KW 47\tVerträge KW 48\nBühl\t100\t107\n";
    assert_eq!(pasted("Bühl", two_weeks).0, table(0, &["Bühl 100 107"]));
    // A row of numbers without a name fits nowhere.
    assert_eq!(pasted("Bühl", "107\t120\t33\n").0, table(0, &["107 120 33"]));
}

#[test]
fn a_percentage_is_put_where_it_belongs_to_be_mended() {
    let mut draft = draft(&[]);
    assert_eq!(draft.paste(&sheet(), &slug("Bühl"), "Bühl\t12,7 %\nGriesheim\t120"), table(2, &[]));
    assert_eq!(values(&draft), ["Bühl 12,7 %", "Griesheim 120"]);
    let objections = draft.entry(&sheet()).unwrap_err();
    assert_eq!(objections.iter().map(|(area, _)| area.as_str()).collect::<Vec<_>>(), ["buehl"]);
}

#[test]
fn what_was_seen_is_noted_when_it_is_pasted() {
    let mut draft = draft(&[]);
    draft.paste(&sheet(), &slug("Bühl"), "107\n120");
    let seen: Vec<i64> = draft.rows.values().map(|row| row.seen).collect();
    assert_eq!(seen, [3, 5]);
}

#[test]
fn a_long_line_is_told_shortened() {
    let long = format!("{}\t5", "x".repeat(500));
    let told = &pasted("Bühl", &format!("Bühl\t1\n{long}")).0.unmatched[0];
    assert_eq!(told.chars().count(), 61);
}
