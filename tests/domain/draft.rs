//! Drafts: what typed texts mean, what keeps them from being saved, and how a draft outlives a reload.

use faserstand_lib::domain::{
    amount::Amount::{About, Exact},
    area::Slug,
    draft::{Draft, Line},
    entry::{Choice, EnteredRow, LONGEST_TEXT, Rival},
    finding::{Finding, Typed},
    import::Problem,
    reading::{
        Stage::{self, Checked, Net, Reported},
        Value,
    },
};
use jiff::civil::date;

use crate::weekly::{FRIDAY, TODAY, WEEK_BEFORE, draft, edited, held, sheet, slug};

fn line(draft: &Draft, name: &str) -> Line {
    let sheet = sheet();
    let (terms, row) = sheet.rows().find(|(_, row)| row.name == name).unwrap();
    draft.line(terms, row, TODAY)
}

/// What is wrong with a number typed for Bühl.
fn wrong(value: &str) -> Problem {
    let line = line(&draft(&[("Bühl", value)]), "Bühl");
    match line.findings.into_iter().next() {
        Some(Finding::Wrong(problem)) => problem,
        other => unreachable!("{value}: {other:?}"),
    }
}

fn value(text: &str) -> Option<Value> {
    line(&draft(&[("Bühl", text)]), "Bühl").typed.map(|typed| typed.value)
}

fn entered(draft: &Draft) -> Vec<EnteredRow> {
    draft.entry(&sheet()).unwrap().rows
}

fn objections(draft: &Draft) -> Vec<(Slug, Finding)> {
    draft.entry(&sheet()).unwrap_err()
}

/// What a colleague saved of Bühl meanwhile.
fn rival() -> Rival {
    let (source, who, at) = ("Telefon".to_owned(), "Bearbeitung 2".to_owned(), "08:38".to_owned());
    Rival { area: slug("Bühl"), held: held(FRIDAY, 120), source, who, at, seen: 12 }
}

#[test]
fn a_fresh_draft_is_of_today_and_each_campaign_goes_on_with_its_own_source_and_stage() {
    let mut sheet = sheet();
    sheet.groups[1].rows[0].usual.stage = Checked;
    let mut draft = draft(&[("Bühl", "107"), ("Gewerbegebiet 1", "12")]);
    let rows = |draft: &Draft| {
        let rows = draft.entry(&sheet).unwrap().rows;
        rows.into_iter().map(|row| (row.source, row.stage)).collect::<Vec<_>>()
    };
    assert_eq!(draft.as_of, "01.12.2023");
    assert_eq!(rows(&draft), [("Wochenmail".to_owned(), Reported), ("1&1 Versatel".to_owned(), Checked)]);
    // What someone says for all rows holds for all.
    (draft.source, draft.stage) = (Some("Telefon".to_owned()), Some(Net));
    assert_eq!(rows(&draft), [("Telefon".to_owned(), Net), ("Telefon".to_owned(), Net)]);
    edited(&mut draft, "Bühl").source = Some("Brief".to_owned());
    edited(&mut draft, "Bühl").stage = Some(Checked);
    assert_eq!(rows(&draft)[0], ("Brief".to_owned(), Checked));
}

#[test]
fn a_number_is_read_as_people_type_it() {
    let counted = |count| Some(Value::Contracts(Exact(count)));
    for text in ["107", " 107 ", "107\u{a0}", "107\t"] {
        assert_eq!(value(text), counted(107), "{text:?}");
    }
    for text in ["1.233", "1 233", "1\u{a0}233", "1\u{202f}233"] {
        let draft = draft(&[("Zell-Weierbach", text)]);
        assert_eq!(line(&draft, "Zell-Weierbach").typed.unwrap().value, Value::Contracts(Exact(1_233)), "{text:?}");
    }
    assert_eq!(value("etwa 110"), Some(Value::Contracts(About(110))));
    for text in ["-", "–", "—", "k. A.", "k.A.", "keine Angabe", "nicht gemeldet", "#NV"] {
        assert_eq!(value(text), Some(Value::NotReported), "{text}");
    }
    assert_eq!(value("0"), counted(0), "nothing is a number and no silence");
}

#[test]
fn what_is_no_number_of_contracts_says_why() {
    assert_eq!(wrong("viele"), Problem::NotACount { text: "viele".to_owned() });
    assert_eq!(wrong("12,7 %"), Problem::PercentInCount { text: "12,7 %".to_owned() });
    assert_eq!(wrong("107,5"), Problem::NotWhole { text: "107,5".to_owned() });
    assert_eq!(wrong("1,233"), Problem::CommaInCount { text: "1,233".to_owned(), meant: 1_233 });
    assert_eq!(wrong("-5"), Problem::NegativeCount { text: "-5".to_owned() });
    assert_eq!(wrong("?"), Problem::NotACount { text: "?".to_owned() });
    assert_eq!(wrong("unter 0"), Problem::LessThanNothing { text: "unter 0".to_owned() });
}

#[test]
fn an_empty_row_means_nothing() {
    let draft = draft(&[("Bühl", "  ")]);
    assert_eq!(line(&draft, "Bühl"), Line::default());
    assert_eq!(line(&draft, "Griesheim"), Line::default());
    assert!(draft.is_empty());
    assert_eq!(entered(&draft), []);
}

#[test]
fn a_row_follows_the_sheet_unless_it_says_something_of_its_own() {
    let mut draft = draft(&[("Bühl", "107"), ("Griesheim", "120")]);
    draft.stage = Some(Checked);
    draft.source = Some(" Wochenmail ".to_owned());
    let own = edited(&mut draft, "Griesheim");
    (own.as_of, own.stage, own.source) = (Some("2.12.2023".to_owned()), Some(Net), Some("Telefon".to_owned()));
    let rows = entered(&draft);
    let of = |row: &EnteredRow| (row.as_of, row.stage, row.source.clone());
    assert_eq!(of(&rows[0]), (FRIDAY, Checked, "Wochenmail".to_owned()));
    assert_eq!(of(&rows[1]), (date(2023, 12, 2), Net, "Telefon".to_owned()));
}

#[test]
fn a_day_needs_no_year() {
    let day = |text: &str| {
        let draft = Draft { as_of: text.to_owned(), ..draft(&[("Bühl", "107")]) };
        line(&draft, "Bühl").typed.map(|typed| typed.as_of)
    };
    for text in ["1.12.", "01.12.", "1.12", "1. 12.", "Fr, 1.12.2023", "1. Dezember 2023", " 01.12.23 "] {
        assert_eq!(day(text), Some(FRIDAY), "{text}");
    }
    assert_eq!(day("4.12."), Some(TODAY));
    // On 4 December 2023 the nearest 5 December that is past lies a year back: before the opening, so it is told.
    assert_eq!(day("5.12."), Some(date(2022, 12, 5)));
    for text in ["", "gestern", "31.11.", "1.", "12.2023", "1.12.."] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn a_row_names_its_day_and_its_source() {
    let mut draft = draft(&[("Bühl", "107")]);
    draft.as_of = String::new();
    assert_eq!(line(&draft, "Bühl").findings, [Finding::Wrong(Problem::NoDay)]);
    draft.as_of = "01.12.2023".to_owned();
    draft.source = Some("  ".to_owned());
    assert_eq!(line(&draft, "Bühl").findings, [Finding::Wrong(Problem::NoSource)]);
    edited(&mut draft, "Bühl").source = Some("Telefon".to_owned());
    assert_eq!(line(&draft, "Bühl").findings, []);
    edited(&mut draft, "Bühl").source = Some(" ".to_owned());
    assert_eq!(line(&draft, "Bühl").findings, [Finding::Wrong(Problem::NoSource)]);
}

#[test]
fn a_text_too_long_to_be_stored_is_told_before_it_is_sent() {
    let (length, limit) = (LONGEST_TEXT as u64 + 1, LONGEST_TEXT as u64);
    let too_long = [Finding::Wrong(Problem::TooLong { length, limit })];
    let (fits, beyond) = ("ä".repeat(LONGEST_TEXT), "ä".repeat(LONGEST_TEXT + 1));
    let mut draft = draft(&[("Bühl", "107")]);
    edited(&mut draft, "Bühl").reason.clone_from(&beyond);
    assert_eq!(line(&draft, "Bühl").findings, too_long);
    edited(&mut draft, "Bühl").reason = format!(" {fits} ");
    assert_eq!(line(&draft, "Bühl").findings, []);
    draft.source = Some(beyond);
    assert_eq!(line(&draft, "Bühl").findings, too_long);
    draft.source = Some(fits);
    assert_eq!(line(&draft, "Bühl").findings, []);
}

#[test]
fn an_entry_holds_what_was_typed_and_leaves_out_empty_rows() {
    let mut draft = draft(&[("Griesheim", "120"), ("Windschläg", "–"), ("Bühl", "")]);
    edited(&mut draft, "Griesheim").reason = "  ".to_owned();
    let entry = draft.entry(&sheet()).unwrap();
    let row = |name: &str, value, seen| EnteredRow {
        area: slug(name),
        as_of: FRIDAY,
        stage: Reported,
        value,
        source: "Wochenmail".to_owned(),
        reason: None,
        seen,
        choice: None,
    };
    assert_eq!(entry.key, "k1");
    let expected = [row("Griesheim", Value::Contracts(Exact(120)), 5), row("Windschläg", Value::NotReported, 0)];
    assert_eq!(entry.rows, expected);
    assert_eq!(draft.filled(), 2);
}

#[test]
fn all_rows_that_keep_a_draft_from_being_saved_are_told() {
    // Bühl: 90 after 100. Griesheim: 914 households. Zell-Weierbach is right and waits with them.
    let draft = draft(&[("Bühl", "90"), ("Griesheim", "915"), ("Windschläg", "viele"), ("Zell-Weierbach", "110")]);
    let found = objections(&draft);
    let expected = [
        (slug("Bühl"), Finding::Falls { by: 10, since: WEEK_BEFORE }),
        (slug("Griesheim"), Finding::Wrong(Problem::MoreThanBase { contracts: 915, base: 914 })),
        (slug("Windschläg"), Finding::Wrong(Problem::NotACount { text: "viele".to_owned() })),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_reason_lets_a_fall_be_saved_and_goes_with_it() {
    let mut draft = draft(&[("Bühl", "90")]);
    assert!(line(&draft, "Bühl").asks());
    edited(&mut draft, "Bühl").reason = " 10 Widerrufe ".to_owned();
    assert_eq!(entered(&draft)[0].reason.as_deref(), Some("10 Widerrufe"));
    edited(&mut draft, "Bühl").reason = " \t".to_owned();
    assert_eq!(objections(&draft).len(), 1);
}

#[test]
fn a_reason_that_is_not_asked_for_any_more_stays_to_be_seen() {
    let mut draft = draft(&[("Bühl", "90")]);
    edited(&mut draft, "Bühl").reason = "10 Widerrufe".to_owned();
    edited(&mut draft, "Bühl").value = "109".to_owned();
    let line = line(&draft, "Bühl");
    assert_eq!(line.findings, []);
    assert!(line.asks(), "it would go out unseen");
    edited(&mut draft, "Bühl").reason.clear();
    assert!(!self::line(&draft, "Bühl").asks());
}

#[test]
fn what_the_person_has_seen_is_noted_when_they_begin_and_stays() {
    let mut draft = draft(&[("Bühl", "1")]);
    let mut renewed = sheet();
    renewed.groups[0].rows[0].seen = 12;
    let row = renewed.named("Bühl").unwrap();
    draft.row_mut(row).value = "107".to_owned();
    assert_eq!(entered(&draft)[0].seen, 3, "typing goes on");
    draft.row_mut(row).value.clear();
    draft.row_mut(row).value = "108".to_owned();
    assert_eq!(entered(&draft)[0].seen, 12, "typing begins anew");
}

#[test]
fn a_choice_is_noted_with_what_has_been_seen_now() {
    let mut draft = draft(&[("Bühl", "107"), ("Griesheim", "120")]);
    draft.choose(&rival(), Choice::Mine);
    let rows = entered(&draft);
    assert_eq!((rows[0].seen, rows[0].choice), (12, Some(Choice::Mine)));
    assert_eq!((rows[1].seen, rows[1].choice), (5, None));
    // A row that is no longer there is not made.
    let mut empty = self::draft(&[]);
    empty.choose(&rival(), Choice::Mine);
    assert!(empty.is_empty());
}

#[test]
fn who_keeps_theirs_gives_no_reason_for_their_own() {
    let mut draft = draft(&[("Bühl", "90")]);
    assert_eq!(objections(&draft).len(), 1);
    draft.choose(&rival(), Choice::Mine);
    assert_eq!(objections(&draft).len(), 1, "who keeps their own does");
    draft.choose(&rival(), Choice::Theirs);
    assert_eq!(entered(&draft)[0].choice, Some(Choice::Theirs));
}

#[test]
fn who_types_into_a_row_given_up_wants_their_own_number_again() {
    let mut draft = draft(&[("Bühl", "107")]);
    draft.choose(&rival(), Choice::Theirs);
    edited(&mut draft, "Bühl").value = "125".to_owned();
    assert_eq!((entered(&draft)[0].choice, entered(&draft)[0].seen), (None, 12));
    // A choice of one's own stays while its reason is typed.
    draft.choose(&rival(), Choice::Mine);
    edited(&mut draft, "Bühl").reason = "nachgezählt".to_owned();
    assert_eq!(entered(&draft)[0].choice, Some(Choice::Mine));
}

#[test]
fn a_draft_outlives_a_reload() {
    let mut draft = draft(&[("Bühl", " 1.2 "), ("Griesheim", "–")]);
    draft.cell = Some("v-buehl".to_owned());
    let row = edited(&mut draft, "Griesheim");
    (row.as_of, row.stage, row.reason) = (Some("2.12.".to_owned()), Some(Net), "„so“\n\"und\" so".to_owned());
    draft.choose(&rival(), Choice::Theirs);
    let kept = serde_json::to_string(&draft).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&kept).unwrap(), draft);
}

#[test]
fn a_draft_of_an_older_program_is_not_lost() {
    let kept = r#"{"key":"k","as_of":"1.12.","source":"Mail","stage":"reported","rows":{"buehl":{"value":"107"}}}"#;
    let draft: Draft = serde_json::from_str(kept).unwrap();
    assert_eq!(entered(&draft)[0].value, Value::Contracts(Exact(107)));
    assert_eq!(entered(&draft)[0].seen, 0, "nothing is said to have been seen");
    // What a newer one added is passed over.
    let newer = kept.replace("\"key\"", "\"mood\":\"gut\",\"key\"");
    assert_eq!(serde_json::from_str::<Draft>(&newer).unwrap(), draft);
}

#[test]
fn a_damaged_draft_is_none() {
    let mut draft = draft(&[("Bühl", "107")]);
    draft.stage = Some(Reported);
    let whole = serde_json::to_string(&draft).unwrap();
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        assert!(serde_json::from_str::<Draft>(&whole[..end]).is_err(), "{end}");
    }
    for text in ["null", "[]", "7", &whole.replace("buehl", "Bühl!"), &whole.replace("reported", "geraten")] {
        assert!(serde_json::from_str::<Draft>(text).is_err(), "{text}");
    }
    assert!(serde_json::from_str::<Draft>(&whole).is_ok());
}

#[test]
fn a_draft_whose_area_is_gone_says_nothing_of_it() {
    let draft = draft(&[("Bühl", "107"), ("Griesheim", "120")]);
    let mut smaller = sheet();
    smaller.groups[0].rows.remove(0);
    let rows = draft.entry(&smaller).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.area.as_str()).collect::<Vec<_>>(), ["griesheim"]);
}

#[test]
fn each_campaign_judges_by_its_own_terms() {
    // The commercial campaign names no opening: an early day is fine there and wrong in the districts.
    let mut draft = draft(&[("Bühl", "1"), ("Gewerbegebiet 1", "12")]);
    draft.as_of = "01.08.2023".to_owned();
    let (day, opened) = (date(2023, 8, 1), date(2023, 9, 4));
    assert_eq!(objections(&draft), [(slug("Bühl"), Finding::Wrong(Problem::BeforeOpening { day, opened }))]);
    let typed = Typed { as_of: day, stage: Stage::Reported, value: Value::Contracts(Exact(12)) };
    assert_eq!(line(&draft, "Gewerbegebiet 1").typed, Some(typed));
    let newest = Finding::OlderThanHeld { newest: WEEK_BEFORE };
    assert_eq!(line(&draft, "Gewerbegebiet 1").findings, [newest]);
}
