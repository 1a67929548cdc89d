//! No sentence of an English or French page is left in German, whatever the state of an area.

use faserstand_lib::{
    domain::{
        amount::Amount,
        area::AreaKind,
        build_progress::BuildStep,
        campaign::{Target, Unit},
        measure::AudienceUnit,
        outcome::OutcomeKind,
        phase::PhaseKind,
        reading::{Reading, Stage, Value},
        share::Share,
        standing::{Built, Commitment, Said, Threshold},
        status::{AreaReport, AreaStatus},
        when::When,
    },
    presentation::{
        area_words, build_words, coincidence_words, curve, curve_words,
        lang::Lang,
        live_words, map_view, phase_words, prose_words, report_words, section_words,
        span::Span,
        standing_words, title_words, town_words, view,
        words::{self, TALLY_ORDER},
    },
};
use jiff::civil::Date;

use crate::{
    build::{self, DAY, THIRD, percent, status},
    example::{AFTER, DEADLINE, bare, estimated, page, towards, town},
};

/// The German words of a sentence.
fn german(sentence: &str) -> Vec<String> {
    let found = crate::german::words(&sentence.replace("Bühl", "")).into_iter();
    // "The contracts stand" is English.
    found.chain(sentence.contains("Stand: ").then(|| "Stand".to_owned())).collect()
}

/// What is ours in a sentence.
fn ours(spans: &[Span]) -> String {
    spans.iter().filter(|span| !matches!(span, Span::Quoted(_))).map(Span::text).collect::<Vec<_>>().join(" ")
}

const TARGETS: [Target; 3] = [THIRD, Target::Count(200), Target::OperatorDecision];

/// A reading of every kind: each exactness of contracts and of percentages, with and without a base, each stage.
fn readings() -> Vec<Option<Reading>> {
    let amounts = |of: [u32; 5]| {
        [
            Amount::Exact(of[0]),
            Amount::About(of[1]),
            Amount::AtLeast(of[2]),
            Amount::LessThan(of[3]),
            Amount::Range(of[3], of[4] + 1),
        ]
    };
    let contracts = [[1; 5], [2; 5], [302, 303, 304, 305, 450], [407; 5]].map(amounts).concat();
    let shares = amounts([24, 33, 40, 15, 30]).map(|amount| amount.map(percent));
    let mut all = vec![None, Some(bare(200)), Some(bare(1)), Some(estimated(288, 914)), Some(build::counted(0, 914))];
    all.extend(contracts.iter().map(|amount| Some(build::contracts(*amount, 1_233))));
    all.extend(
        shares
            .iter()
            .flat_map(|amount: &Amount<Share>| [Some(build::stated(*amount)), Some(build::stated_of(*amount, 1_000))]),
    );
    let reported = |reading: &Reading| {
        Reading::new(reading.as_of, Stage::Reported, reading.value(), reading.base().cloned(), build::source()).unwrap()
    };
    let unchecked: Vec<_> = all.iter().flatten().map(reported).map(Some).collect();
    all.extend(unchecked);
    all
}

const OUTCOMES: [OutcomeKind; 11] = [
    OutcomeKind::Running,
    OutcomeKind::UnderReview,
    OutcomeKind::Reached,
    OutcomeKind::Extended,
    OutcomeKind::NotReached,
    OutcomeKind::SecondRound,
    OutcomeKind::OperatorCommitted,
    OutcomeKind::BuiltAlthoughMissed,
    OutcomeKind::OperatorWithdrew,
    OutcomeKind::NoFinalCommitment,
    OutcomeKind::Stopped,
];

/// The days that differ: before the deadline, on it, after it.
const DAYS: [Date; 3] = [DAY, DEADLINE, AFTER];

/// Everything that is said of one area on one day.
fn of_area(area: &AreaStatus, target: Target, today: Date, lang: Lang) -> Vec<String> {
    let campaign = towards(target, vec![area.clone()]);
    let several = towards(target, vec![area.clone(), status("Weier", None), status("Weier", Some(bare(3)))]);
    let mut said = Vec::new();
    for campaign in [&campaign, &several] {
        let town = town(campaign.clone(), today);
        said.extend([town_words::headline(&town, lang), ours(&town_words::lead(&town, lang))]);
        said.extend(town_words::source_line(&town, lang).map(|spans| ours(&spans)));
        let (title, description) = title_words::town(&town, lang);
        said.extend([title, description]);
        for row in view::rows(campaign, today, lang) {
            said.extend([row.figure, row.gap]);
            said.extend(row.chips.into_iter().map(|chip| chip.word));
        }
    }
    said.push(area_words::map_name(area, &campaign.campaign, today, lang));
    said.push(words::look(area.state(target), lang).tally.to_owned());
    said
}

/// Everything that an area's page says beside it.
fn of_report(report: &AreaReport, lang: Lang) -> Vec<String> {
    let mut said = vec![report_words::headline(report, lang), ours(&report_words::lead(report, lang))];
    for fact in report_words::facts(report, lang) {
        said.extend([fact.name.to_owned(), fact.value]);
        said.extend(fact.detail.map(|detail| ours(&detail)));
    }
    for answer in standing_words::answers(report, lang) {
        said.extend([answer.asked(lang), answer.word.to_owned(), answer.sentence.clone()]);
        said.extend(answer.origin(lang).map(|spans| ours(&spans)));
    }
    if let Some(curve) = curve::draw(report, lang) {
        said.extend(curve_words::legend(&curve, lang).into_iter().map(str::to_owned));
        said.extend([curve.sentence]);
        said.extend(curve.left_out);
        said.extend(curve.target.map(|target| target.text()));
        said.extend(report.status().and_then(|(status, _)| curve_words::earlier_deadlines(&status.campaign, lang)));
        said.extend(curve.deadlines.into_iter().map(|deadline| deadline.text));
        said.extend(curve.days.into_iter().chain(curve.ticks).map(|(_, text)| text));
        said.extend(curve.points.into_iter().map(|point| point.text));
    }
    let (title, description) = title_words::area(report, lang);
    said.extend([title, description]);
    said
}

fn assert_no_german(said: &[String], lang: Lang) {
    for sentence in said {
        assert_eq!(german(sentence), [""; 0], "{lang:?}: {sentence}");
    }
}

#[test]
fn no_state_of_an_area_is_told_in_german() {
    for lang in [Lang::En, Lang::Fr] {
        for (target, today) in TARGETS.into_iter().flat_map(|target| DAYS.map(|today| (target, today))) {
            for reading in readings() {
                assert_no_german(&of_area(&status("Griesheim", reading.clone()), target, today, lang), lang);
                let readings: Vec<Reading> = reading.into_iter().collect();
                assert_no_german(&of_report(&page(target, &readings, today), lang), lang);
            }
            for kind in OUTCOMES {
                let outcome = Some(build::outcome(kind, AFTER));
                let reading = Some(build::counted(302, 1_233));
                assert_no_german(
                    &of_area(&AreaStatus { outcome, ..status("Griesheim", reading) }, target, today, lang),
                    lang,
                );
            }
        }
    }
}

#[test]
fn the_same_states_in_german_are_german() {
    // The control: were the words not looked for, this would find none either.
    let said = of_area(&status("Griesheim", Some(build::counted(302, 1_233))), THIRD, DAY, Lang::De);
    assert!(said.iter().filter(|sentence| !german(sentence).is_empty()).count() >= 8, "{said:?}");
    let said = of_report(&page(THIRD, &[build::counted(302, 1_233)], DAY), Lang::De);
    assert!(said.iter().filter(|sentence| !german(sentence).is_empty()).count() >= 10, "{said:?}");
    assert_eq!(german("Stand: 10. November 2023. Quelle: X"), ["Quelle", "Stand"]);
    assert_eq!(german("The contracts stand. La date limite est passée."), [""; 0]);
}

#[test]
fn every_answer_is_told_in_each_language() {
    fn said<T>(what: T) -> Option<Said<T>> {
        Some(Said { what, when: When::Month(2024, 3), source: build::source() })
    }
    for lang in [Lang::En, Lang::Fr] {
        let mut report = page(THIRD, &[build::counted(302, 1_233)], DAY);
        for threshold in [Threshold::Reached, Threshold::Missed, Threshold::UnderReview] {
            for commitment in [Commitment::Given, Commitment::Open, Commitment::Refused] {
                let builts = [
                    Built::NotBegun,
                    Built::UnderWay { connected: None, base: None },
                    Built::UnderWay { connected: Some(80), base: Some(120) },
                    Built::Complete,
                ];
                for built in builts {
                    report.standing.threshold = said(threshold);
                    report.standing.commitment = said(commitment);
                    report.standing.built = said(built);
                    assert_no_german(&of_report(&report, lang), lang);
                }
            }
        }
    }
}

#[test]
fn every_word_of_the_tables_is_there_in_each_language() {
    for lang in [Lang::En, Lang::Fr] {
        let units = [Unit::Households, Unit::Dwellings, Unit::Companies, Unit::Buildings];
        let kinds = [AreaKind::Municipality, AreaKind::District, AreaKind::CommercialArea, AreaKind::BuildArea];
        let mut said: Vec<String> = Vec::new();
        said.extend(TALLY_ORDER.map(|state| words::look(state, lang).word.to_owned()));
        said.extend(units.map(|unit| prose_words::all_units(unit, lang)));
        said.extend(units.map(|unit| prose_words::percent_of(words::unit(unit, lang).0, lang)));
        for noun in kinds.map(|kind| words::area(kind, lang)) {
            said.extend([noun.one, noun.many, noun.many_dative, noun.of_each, noun.none].map(str::to_owned));
            said.push(prose_words::all_areas(11, noun, lang));
        }
        said.extend(PhaseKind::ALL.map(|kind| words::phase(kind, Unit::Households, lang).to_owned()));
        for kind in OUTCOMES {
            let (what, meaning) = words::outcome(kind, lang);
            said.extend([what.to_owned(), meaning.to_owned()]);
        }
        for step in BuildStep::ALL {
            said.extend([build_words::step(step, lang), build_words::explanation(step, lang)].map(str::to_owned));
        }
        said.extend(
            [AudienceUnit::Households, AudienceUnit::Copies, AudienceUnit::People]
                .map(|of| words::audience(of, lang).to_owned()),
        );
        said.extend((1..=4).map(|round| build_words::round(round, lang)));
        said.extend(section_words::ways(lang).into_iter().flat_map(|(way, means)| [way.to_owned(), means.to_owned()]));
        said.extend(section_words::columns_of_readings(lang).map(str::to_owned));
        said.extend(
            [live_words::ranking(lang), live_words::course(lang), live_words::read_off(lang)].map(str::to_owned),
        );
        said.extend([live_words::dots(true, lang), live_words::dots(false, lang)].map(str::to_owned));
        said.extend([coincidence_words::no_proof(lang).to_owned(), phase_words_of_nothing(lang)]);
        said.push(prose_words::target_means(percent(33), lang));
        let (reported, reached) = (prose_words::reported_then_checked(lang), prose_words::reached_is_not_built(lang));
        said.extend([reported.0, reported.1, reached.0, reached.1].map(str::to_owned));
        said.push(ours(&map_view::MapView::of(Default::default(), &[], &[], DAY, lang).note));
        assert_no_german(&said, lang);
        assert!(said.iter().all(|text| !text.is_empty()), "{said:?}");
    }
}

fn phase_words_of_nothing(lang: Lang) -> String {
    phase_words::dates(None, faserstand_lib::domain::phase::PhaseState::Ahead, None, DAY, lang)
}

#[test]
fn a_silence_is_told_as_one() {
    let silent =
        || page(THIRD, &[Reading::new(DAY, Stage::Reported, Value::NotReported, None, build::source()).unwrap()], DAY);
    for lang in [Lang::En, Lang::Fr] {
        assert_no_german(&of_report(&silent(), lang), lang);
    }
}
