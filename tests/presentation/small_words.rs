//! Dates, phases, lists and the import's dative.

use faserstand_lib::{
    domain::{
        campaign::Unit,
        import::Problem,
        phase::{Dates, Phase, PhaseKind, PhaseState},
        when::When,
    },
    presentation::{date::span, import::problem, lang::Lang, phase_words::dates, words},
};
use jiff::civil::date;

use crate::{
    build::{CAMPAIGN, DAY, percent, source},
    example::{AFTER, DEADLINE, plain},
};

#[test]
fn two_days_share_their_month_and_year() {
    let november = date(2023, 11, 24);
    assert_eq!(span(november, november, Lang::De), "24. November 2023");
    assert_eq!(span(DAY, november, Lang::De), "10. bis 24. November 2023");
    assert_eq!(span(date(2023, 10, 27), DAY, Lang::De), "27. Oktober bis 10. November 2023");
    assert_eq!(span(date(2023, 12, 29), date(2024, 1, 5), Lang::De), "29. Dezember 2023 bis 5. Januar 2024");
    assert_eq!(span(date(2022, 11, 10), DAY, Lang::De), "10. November 2022 bis 10. November 2023");
}

#[test]
fn demand_aggregation_runs_to_its_deadline_and_no_further() {
    let actual = Dates { start: Some(When::Day(date(2023, 9, 4))), end: None };
    let phase = Phase {
        campaign: CAMPAIGN,
        area: None,
        kind: PhaseKind::DemandAggregation,
        planned: Dates::default(),
        actual,
        known_on: DAY,
        source: source(),
    };
    let told = |today| dates(Some(&phase), PhaseState::Running, Some(DEADLINE), today, Lang::De);
    assert_eq!(told(DAY), "läuft bis 25. November 2023");
    assert_eq!(told(DEADLINE), "läuft bis 25. November 2023");
    assert_eq!(told(AFTER), "Frist endete am 25. November 2023");
    assert_eq!(dates(Some(&phase), PhaseState::Running, None, AFTER, Lang::De), "läuft seit 4. September 2023");
    assert_eq!(dates(None, PhaseState::Ahead, None, DAY, Lang::De), "kein Termin");
}

#[test]
fn names_are_listed_with_und() {
    assert_eq!(words::list::<&str>(&[], Lang::De), "");
    assert_eq!(words::list(&["A"], Lang::De), "A");
    assert_eq!(words::list(&["A", "B"], Lang::De), "A und B");
    assert_eq!(words::list(&["A", "B", "C"], Lang::De), "A, B und C");
}

#[test]
fn long_phase_names_can_break() {
    assert_eq!(words::phase(PhaseKind::DemandAggregation, Unit::Companies, Lang::De), "Vor\u{ad}vermarktung");
}

#[test]
fn a_contradiction_names_contracts_in_the_dative() {
    let told =
        |contracts| plain(&problem(&Problem::QuoteContradictsCount { stated: percent(50), contracts, base: 300 }));
    let rest = "bei einer Basis von 300. Prüfen Sie Anzahl, Quote und Basis.";
    assert_eq!(told(100), format!("50 % passt nicht zu 100 Verträgen {rest}"));
    assert_eq!(told(1), format!("50 % passt nicht zu einem Vertrag {rest}"));
}
