//! Days as they stand in cells.

use faserstand_lib::domain::{import::Problem, typed::date::day};
use jiff::civil::date;

#[test]
fn every_usual_way_of_writing_a_day_is_read() {
    let written = [
        "10.11.2023",
        "10.11.23",
        " 10. 11. 2023 ",
        "10. November 2023",
        "10. Nov. 2023",
        "10. nov 23",
        "Freitag, 10. November 2023",
        "Fr, 10.11.2023",
        "2023-11-10",
        "2023-11-10 00:00:00",
        "2023-11-10T00:00:00",
        "10.11.2023 00:00",
        "10.11.2023 0:00",
        "10.11.2023 14:30",
    ];
    for text in written {
        assert_eq!(day(text), Ok(date(2023, 11, 10)), "{text}");
    }
}

#[test]
fn all_months_have_their_names_and_short_forms() {
    let names = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";
    let short = "Jan. Feb. Mrz. Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez.";
    for (month, (name, short)) in (1..).zip(names.split(' ').zip(short.split(' '))) {
        assert_eq!(day(&format!("3. {name} 2024")), Ok(date(2024, month, 3)));
        assert_eq!(day(&format!("3. {short} 2024")), Ok(date(2024, month, 3)));
    }
    assert_eq!(day("3. Maerz 2024"), Ok(date(2024, 3, 3)));
}

#[test]
fn what_is_no_day_is_told_apart() {
    for text in ["10.11.", "11/10/2023", "gestern", "10-11-2023", "2023", "10.11.123", "KW 45", "1.2", "2023-11-10Z"] {
        assert!(matches!(day(text), Err(Problem::NotADay { .. })), "{text}: {:?}", day(text));
    }
    for text in ["31.02.2023", "2023-02-31", "10.13.2023", "00.11.2023", "10.11.1923", "10.11.2123"] {
        assert!(matches!(day(text), Err(Problem::NoSuchDay { .. })), "{text}: {:?}", day(text));
    }
    assert_eq!(day("  "), Err(Problem::NoDay));
}

#[test]
fn a_day_number_of_excel_is_recognised() {
    // 45240 days from 30.12.1899: Excel's 10 November 2023.
    assert_eq!(day("45240"), Err(Problem::SerialDay { text: "45240".to_owned(), meant: date(2023, 11, 10) }));
    assert_eq!(day("36526"), Err(Problem::SerialDay { text: "36526".to_owned(), meant: date(2000, 1, 1) }));
    assert!(matches!(day("99999"), Err(Problem::NotADay { .. })));
}
