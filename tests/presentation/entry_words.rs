//! The weekly sheet in words: findings, what stands beside a number, what became of a save.

use faserstand_lib::{
    domain::{
        amount::Amount::{About, Exact, LessThan, Range},
        campaign::Target,
        draft::{Line, Pasted},
        finding::{Finding, Typed},
        import::Problem,
        reading::{Stage, Value},
        sheet::{Held, SheetRow, Terms},
    },
    presentation::entry_words::{self as words, Beside, STAGES, beside},
};
use jiff::civil::date;

use crate::{
    build::{basis_points, percent},
    example::plain,
    weekly::{FRIDAY, TODAY, WEEK_BEFORE, amount, held, row, terms, typed, weeks},
};

fn told(finding: Finding) -> String {
    plain(&words::finding(&finding))
}

fn wrong(problem: Problem) -> String {
    told(Finding::Wrong(problem))
}

fn quoted(text: &str) -> String {
    text.to_owned()
}

/// Change, quota and gap of a number typed for a row.
fn numbers(terms: &Terms, row: &SheetRow, typed: Typed) -> [String; 3] {
    let line = Line { typed: Some(typed), ..Line::default() };
    let Beside { change, quota, gap } = beside(terms, row, &line);
    [change, quota, gap].map(|text| plain(&text))
}

#[test]
fn what_asks_for_a_reason_says_against_what_and_asks() {
    assert_eq!(told(Finding::Falls { by: 5, since: WEEK_BEFORE }), "5 weniger als am 24.11. Warum?");
    assert_eq!(told(Finding::Falls { by: 1_000, since: FRIDAY }), "1.000 weniger als am 01.12. Warum?");
    assert_eq!(told(Finding::BaseChanged { from: 850, to: 1_042 }), "Bezug 1.042 statt 850. Warum?");
    let back = Finding::StageBack { from: Stage::Net, since: WEEK_BEFORE };
    assert_eq!(told(back), "Am 24.11. schon netto. Warum nicht mehr?");
    let replaces = |held| told(Finding::Replaces { held });
    assert_eq!(replaces(Value::Contracts(Exact(256))), "Gespeichert ist 256. Warum gilt das nicht?");
    assert_eq!(replaces(Value::Percent(About(percent(30)))), "Gespeichert ist etwa 30 %. Warum gilt das nicht?");
}

#[test]
fn a_jump_says_in_how_many_days_and_what_is_usual() {
    let jump = |days| told(Finding::Jump { gain: 1_021, usual: 10, days });
    assert_eq!(jump(7), "+1.021 in 7 Tagen, üblich bis +10. Stimmt das?");
    assert_eq!(jump(1), "+1.021 in 1 Tag, üblich bis +10. Stimmt das?");
}

#[test]
fn what_is_good_to_know_asks_nothing() {
    assert_eq!(told(Finding::Unchanged), "Zum dritten Mal dieselbe Zahl.");
    assert_eq!(told(Finding::OlderThanHeld { newest: FRIDAY }), "Vom 01.12. ist schon eine neuere Zahl gespeichert.");
    let contradict = |contracts| told(Finding::StagesContradict { stage: Stage::Checked, contracts });
    assert_eq!(contradict(300), "Für diesen Tag sind 300 geprüft.");
    assert_eq!(contradict(1), "Für diesen Tag ist 1 geprüft.");
    assert_eq!(contradict(0), "Für diesen Tag sind 0 geprüft.");
    let better = Finding::BetterHeld { stage: Stage::Net, held: Value::Contracts(Exact(240)) };
    assert_eq!(told(better), "Für diesen Tag gilt weiter 240 (netto).");
    assert_eq!(told(Finding::NotReported), "Nicht gemeldet, steht dann unter Fällig.");
}

#[test]
fn what_is_wrong_says_what_would_be_right() {
    let more = |contracts, base| wrong(Problem::MoreThanBase { contracts, base });
    assert_eq!(more(843, 842), "843 Verträge sind mehr als der Bezug von 842. Prüfen Sie Zahl und Bezug.");
    let future = wrong(Problem::FutureDay { day: date(2023, 12, 5), today: TODAY });
    assert!(future.starts_with("Der 5. Dezember 2023 kommt erst noch, heute ist der 4. Dezember 2023."), "{future}");
    assert_eq!(wrong(Problem::NoSource), "Die Quelle fehlt. Schreiben Sie, von wem die Zahl ist.");
    let comma = wrong(Problem::CommaInCount { text: quoted("1,233"), meant: 1_233 });
    assert_eq!(comma, "„1,233“ hat ein Komma. Schreiben Sie 1.233, wenn das die Anzahl ist.");
    let long = wrong(Problem::TooLong { length: 501, limit: 500 });
    assert_eq!(long, "Der Text hat 501 Zeichen. Kürzen Sie ihn auf höchstens 500.");
}

#[test]
fn the_sheet_sends_nobody_to_a_column_that_it_does_not_have() {
    let percent = wrong(Problem::PercentInCount { text: quoted("12,7 %") });
    assert_eq!(percent, "„12,7 %“ ist ein Anteil. Schreiben Sie die Zahl der Verträge.");
    let fraction = wrong(Problem::NotWhole { text: quoted("12,7") });
    assert_eq!(fraction, "„12,7“ ist keine ganze Zahl. Schreiben Sie die Zahl der Verträge.");
}

#[test]
fn a_value_is_as_short_as_a_cell() {
    assert_eq!(words::value(Value::Contracts(Exact(1_256))), "1.256");
    assert_eq!(words::value(Value::Contracts(LessThan(300))), "unter 300");
    assert_eq!(words::value(Value::Contracts(Range(10, 20))), "10 bis 20");
    assert_eq!(plain(&words::value(Value::Percent(Exact(percent(15))))), "15 %");
    assert_eq!(words::value(Value::NotReported), "nicht gemeldet");
}

#[test]
fn beside_a_number_stand_change_quota_and_gap() {
    // 256 to 261 of 842: +5; 30.997 %, rounded 31,0 %; 33 % are 277.86, so 278 are needed and 17 are missing.
    assert_eq!(numbers(&terms(), &weeks(&[256]), typed(261)), ["+5", "31,0 %", "17"]);
    assert_eq!(numbers(&terms(), &weeks(&[256]), typed(251)), ["−5", "29,8 %", "27"]);
    assert_eq!(numbers(&terms(), &weeks(&[256]), typed(256)), ["±0", "30,4 %", "22"]);
    assert_eq!(numbers(&terms(), &row(&[]), typed(0)), ["–", "0,0 %", "278"]);
}

#[test]
fn a_missed_target_is_never_shown_as_reached() {
    let of = |base, count| numbers(&terms(), &SheetRow { base: Some(base), ..row(&[]) }, typed(count));
    // 3 299 of 10 000 are 32.99 %: one is missing.
    assert_eq!(of(10_000, 3_299)[1..], ["32,9 %", "1"]);
    assert_eq!(of(10_000, 3_300)[1..], ["33,0 %", "–"]);
    for base in 1..400 {
        for count in 0..=base {
            let [_, quota, gap] = of(base, count);
            let reached = count * 100 >= 33 * base;
            assert_eq!(gap == "–", reached, "{count} of {base}");
            let tenths: u32 = quota.replace([',', ' ', '%'], "").parse().unwrap();
            assert_eq!(tenths >= 330, reached, "{count} of {base}: {quota}");
        }
    }
}

#[test]
fn what_is_not_known_is_a_dash_and_never_nothing() {
    let dashes = ["–", "–", "–"].map(str::to_owned);
    assert_eq!(numbers(&terms(), &weeks(&[256]), amount(About(260))), dashes);
    assert_eq!(numbers(&terms(), &weeks(&[256]), Typed { value: Value::NotReported, ..typed(0) }), dashes);
    let without_base = SheetRow { base: None, ..weeks(&[256]) };
    assert_eq!(numbers(&terms(), &without_base, typed(261)), ["+5", "–", "–"]);
    let stated = row(&[Held { value: Value::Percent(Exact(basis_points(3_050))), ..held(WEEK_BEFORE, 0) }]);
    assert_eq!(numbers(&terms(), &stated, typed(261))[0], "–");
    // More than the base is an error and no quota.
    assert_eq!(numbers(&terms(), &weeks(&[256]), typed(843)), ["+587", "–", "–"]);
    assert_eq!(beside(&terms(), &row(&[]), &Line::default()), Beside::default());
}

#[test]
fn a_gap_follows_the_campaigns_own_target() {
    let towards = |target, base| numbers(&Terms { target, ..terms() }, &SheetRow { base, ..row(&[]) }, typed(12));
    assert_eq!(towards(Target::Count(40), None)[2], "28");
    assert_eq!(towards(Target::OperatorDecision, Some(58))[1..], ["20,7 %", "–"]);
}

#[test]
fn the_reading_before_stands_with_its_day() {
    assert_eq!(words::previous(Some(&held(WEEK_BEFORE, 1_256))), ("1.256".to_owned(), "24.11.".to_owned()));
    assert_eq!(words::previous(None), ("–".to_owned(), String::new()));
    assert_eq!(words::base(&row(&[])), "842");
    assert_eq!(words::base(&SheetRow { base: None, ..row(&[]) }), "–");
}

#[test]
fn above_the_rows_stands_what_is_counted_and_asked_for() {
    assert_eq!(plain(&words::group("Ortsteile 2023", &terms())), "Ortsteile 2023 · Bezug: Haushalte, Ziel 33 %");
    let decides = Terms { target: Target::OperatorDecision, ..terms() };
    assert_eq!(words::group("Gewerbe", &decides), "Gewerbe · Bezug: Haushalte");
}

#[test]
fn what_became_of_a_pasted_text_is_told() {
    let pasted = |taken, by_name, unmatched: &[&str]| {
        words::pasted(&Pasted { taken, by_name, unmatched: unmatched.iter().map(|line| quoted(line)).collect() })
    };
    assert_eq!(pasted(11, false, &[]), "Aus Excel eingefügt: 11 Werte der Reihe nach eingesetzt.");
    assert_eq!(
        pasted(1, true, &["Entenhausen 5", "Summe 112"]),
        "Aus Excel eingefügt: 1 Wert nach Namen zugeordnet. Ohne Zeile geblieben: Entenhausen 5; Summe 112."
    );
    assert_eq!(pasted(0, true, &["7"]), "Aus Excel eingefügt: 0 Werte nach Namen zugeordnet. Ohne Zeile geblieben: 7.");
}

#[test]
fn of_many_lines_without_a_row_ten_are_named() {
    let end = |lines: usize| {
        let pasted = Pasted { taken: 0, by_name: false, unmatched: vec!["7".to_owned(); lines] };
        let told = words::pasted(&pasted);
        (told.matches('7').count(), told.rsplit_once("; ").unwrap().1.to_owned())
    };
    assert_eq!(end(10), (10, "7.".to_owned()));
    assert_eq!(end(11), (10, "7 und eine weitere.".to_owned()));
    assert_eq!(end(1_200), (10, "7 und 1.190 weitere.".to_owned()));
}

#[test]
fn what_is_saved_is_counted_in_german() {
    assert_eq!(words::saved(11, 0), "11 Zahlen sind gespeichert.");
    assert_eq!(words::saved(1, 0), "1 Zahl ist gespeichert.");
    assert_eq!(words::saved(1_100, 1), "1.100 Zahlen sind gespeichert. 1 stand schon da.");
    assert_eq!(words::saved(0, 2), "Nichts Neues gespeichert. 2 standen schon da.");
    assert_eq!(words::saved(0, 0), "Nichts Neues gespeichert.");
}

#[test]
fn the_heading_of_the_errors_counts_them_in_words() {
    assert_eq!(words::summary_heading(1), "Bitte prüfen Sie eine Angabe");
    assert_eq!(words::summary_heading(2), "Bitte prüfen Sie zwei Angaben");
    assert_eq!(words::summary_heading(13), "Bitte prüfen Sie 13 Angaben");
}

#[test]
fn the_stages_stand_in_the_order_of_trust() {
    assert!(STAGES.is_sorted());
    assert_eq!(STAGES.map(|(_, word)| word), ["gemeldet", "geprüft", "netto"]);
}
