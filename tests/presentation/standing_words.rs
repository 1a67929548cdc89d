//! The three answers, the build and the rounds in words: each with its day and its source, or "nicht bekannt".

use faserstand_lib::{
    domain::{
        build_progress::{BuildFigures, BuildProgress, BuildProgressError, BuildStep},
        campaign::{Target, Unit},
        coincidence::Around,
        fact::{Fact, Says},
        outcome::OutcomeKind,
        profile::Profile,
        reading::Stage,
        rollout::Rollout,
        round::Round,
        status::AreaReport,
        subject::Subject,
        when::When,
    },
    presentation::{
        build_words, coincidence_words, fact_words,
        lang::Lang,
        report_words,
        span::Span,
        standing_words::{self, answers},
        timeline_words,
    },
};
use jiff::civil::{Date, date};

use crate::{
    build::{self, CAMPAIGN, GRIESHEIM, percent},
    example::plain,
};

const TODAY: Date = date(2024, 6, 1);

fn said(says: Says) -> Fact {
    Fact { subject: Subject::Area("griesheim".to_owned().try_into().unwrap()), known_on: date(2024, 1, 1), says }
}

fn report(change: impl FnOnce(&mut Rollout)) -> AreaReport {
    let mut rollout = build::rollout();
    rollout.campaigns[0].deadlines = vec![build::deadline(date(2023, 12, 31), date(2023, 9, 4))];
    change(&mut rollout);
    rollout.area_report("griesheim", TODAY).unwrap()
}

fn told(report: &AreaReport) -> Vec<String> {
    answers(report, Lang::De)
        .into_iter()
        .map(|answer| {
            let origin = Span::words(&answer.origin(Lang::De).unwrap_or_default());
            plain(&format!("{}: {}. {} {origin}", answer.question, answer.word, answer.sentence)).trim_end().to_owned()
        })
        .collect()
}

fn counted(connected: u32) -> BuildProgress {
    let figures =
        BuildFigures { base: Some(1_200), passed: Some(1_000), connected: Some(connected), ..BuildFigures::default() };
    let mut progress = BuildProgress::new(date(2024, 5, 1), Unit::Buildings, figures, build::source()).unwrap();
    progress.definition = Some("Anschluss bis in den Keller.".to_owned());
    progress
}

#[test]
fn the_page_says_that_the_operator_builds_where_the_target_was_missed() {
    let report = report(|rollout| {
        rollout.outcomes = vec![
            build::outcome(OutcomeKind::NotReached, date(2024, 1, 31)),
            build::outcome(OutcomeKind::OperatorCommitted, date(2024, 3, 15)),
        ];
        rollout.facts = vec![said(Says::Progress(counted(40)))];
    });
    let expected = [
        "Ziel erreicht: nein. Das Ziel ist verfehlt. 31. Januar 2024. Quelle: Stadtanzeiger a94808",
        "Ausbau zugesagt: ja, trotz verfehltem Ziel. Der Betreiber hat den Ausbau zugesagt, obwohl das Ziel verfehlt ist. \
         15. März 2024. Quelle: Stadtanzeiger a94808",
        "Netz gebaut: im Bau. Angeschlossen: 40 von 1.200 Gebäuden. 1. Mai 2024. Quelle: Stadtanzeiger a94808",
    ];
    assert_eq!(told(&report), expected);
}

#[test]
fn what_nobody_has_said_is_not_known() {
    let expected = [
        "Ziel erreicht: nicht bekannt. Ein Ergebnis ist nicht veröffentlicht.",
        "Ausbau zugesagt: nicht bekannt. Es gilt erst, was der Betreiber selbst zusagt.",
        "Netz gebaut: nicht bekannt. Noch ist kein Baubeginn gemeldet.",
    ];
    assert_eq!(told(&report(|_| {})), expected);
    let running = report(|rollout| rollout.campaigns[0].deadlines.clear());
    assert_eq!(told(&running)[0], "Ziel erreicht: noch offen. Die Kampagne läuft. Ausgezählt wird nach der Frist.");
    let decides = report(|rollout| rollout.campaigns[0].target = Target::OperatorDecision);
    assert!(told(&decides)[0].contains("nennt kein Ziel und entscheidet selbst"));
}

#[test]
fn the_build_is_told_as_x_of_y_with_the_words_of_its_source() {
    let report = report(|rollout| rollout.facts = vec![said(Says::Progress(counted(40)))]);
    let figures: Vec<String> =
        report.build.iter().map(|figure| plain(&build_words::figure(figure, Lang::De))).collect();
    assert_eq!(figures, ["1.000 von 1.200 Gebäuden", "40 von 1.200 Gebäuden"]);
    assert_eq!(
        Span::words(&build_words::origin(&report.build[0], Lang::De)),
        "Stand: 1. Mai 2024. Quelle: Stadtanzeiger a94808. Die Quelle sagt dazu: Anschluss bis in den Keller."
    );
    assert_eq!(
        plain(&build_words::x_of_y(7, None, Unit::Households, Lang::De)),
        "7, die Zahl der Haushalte ist nicht bekannt"
    );
    let words: Vec<&str> = BuildStep::ALL.map(|step| build_words::step(step, Lang::De)).into();
    assert_eq!(words, ["vorbeigeführt", "vorbereitet", "angeschlossen", "aktiv"]);
    assert!(
        BuildStep::ALL
            .map(|step| build_words::explanation(step, Lang::De))
            .iter()
            .all(|sentence| sentence.ends_with('.'))
    );
}

#[test]
fn figures_that_contradict_each_other_are_told_with_what_would_be_right() {
    let (inner, outer) = (BuildStep::Connected, BuildStep::Passed);
    let problem =
        build_words::problem(BuildProgressError::NotWithin { inner, inner_count: 81, outer, outer_count: 80 });
    assert_eq!(
        problem,
        "81 angeschlossen sind mehr als 80 vorbeigeführt. Was angeschlossen ist, ist auch vorbeigeführt: Berichtigen Sie \
         eine der beiden Zahlen."
    );
    let above = build_words::problem(BuildProgressError::MoreThanBase { step: outer, count: 1_201, base: 1_200 });
    assert_eq!(above, "1.201 vorbeigeführt sind mehr als alle 1.200. Berichtigen Sie eine der beiden Zahlen.");
}

fn second() -> Round {
    Round {
        campaign: CAMPAIGN,
        areas: vec![GRIESHEIM],
        opened_on: date(2024, 5, 1),
        deadline: date(2024, 7, 31),
        target: Some(Target::Share(percent(25))),
        note: None,
        source: build::source(),
    }
}

#[test]
fn a_further_round_is_told_with_the_result_of_the_first() {
    let report = report(|rollout| {
        rollout.outcomes = vec![build::outcome(OutcomeKind::NotReached, date(2024, 1, 31))];
        rollout.readings = vec![
            build::record(1, build::on(date(2023, 12, 29), Stage::Net, 300)),
            build::record(2, build::on(date(2024, 5, 31), Stage::Net, 302)),
        ];
        rollout.facts = vec![said(Says::Round(second()))];
    });
    // 25 % of 1 233 are 308.25, so 309; 302 are there.
    assert_eq!(plain(&report_words::headline(&report, Lang::De)), "Griesheim steht bei 24,5 %, es fehlen 7 Verträge.");
    let facts = report_words::facts(&report, Lang::De);
    let round = facts.iter().find(|fact| fact.name == "Runde").unwrap();
    assert_eq!(round.value, "Zweite Runde");
    let (status, _) = report.status().unwrap();
    let told = build_words::running_rounds(status, Lang::De).unwrap();
    assert_eq!(told, "Zweite Runde in Griesheim bis zum 31. Juli 2024.");
    assert_eq!(report.rounds[0].outcome.as_ref().unwrap().kind, OutcomeKind::NotReached);
    let entries: Vec<String> = report
        .timeline
        .iter()
        .map(|entry| plain(&Span::words(&timeline_words::sentence(entry, TODAY, Lang::De))))
        .collect();
    assert!(entries.contains(&"Zweite Runde beginnt: Ortsteile 2023.".to_owned()), "{entries:?}");
    assert!(entries.contains(&"Die Frist der zweiten Runde endet.".to_owned()), "{entries:?}");
}

#[test]
fn plan_and_border_are_told_with_their_source() {
    let profile = Profile {
        build_planned: Some(When::Years(2025, 2025)),
        reaches_into: vec!["Hohberg".to_owned(), "Schutterwald".to_owned()],
        note: None,
        as_of: date(2024, 1, 1),
        source: build::source(),
    };
    let line = fact_words::line(&Says::Profile(profile.clone()));
    assert_eq!(line, "Ausbau geplant 2025, reicht hinein in Hohberg und Schutterwald");
    let report = report(|rollout| rollout.facts = vec![said(Says::Profile(profile))]);
    let facts = report_words::facts(&report, Lang::De);
    let value = |name| facts.iter().find(|fact| fact.name == name).map(|fact| fact.value.as_str());
    assert_eq!(value("Ausbau geplant"), Some("2025"));
    assert_eq!(value("Über die Stadtgrenze"), Some("Hohberg und Schutterwald"));
    assert_eq!(
        standing_words::border(&report, Lang::De).unwrap(),
        "Das Gebiet reicht über die Stadtgrenze hinaus: nach Hohberg und Schutterwald. Zahlen gelten für das ganze Gebiet."
    );
    assert!(told(&report)[2].ends_with("Geplant ist er für 2025."));
}

#[test]
fn the_weeks_around_a_measure_name_their_days() {
    let readings =
        [build::on(date(2023, 11, 24), Stage::Checked, 213), build::on(date(2023, 12, 1), Stage::Checked, 229)];
    let around = Around::of(&readings, date(2023, 11, 30));
    assert_eq!(
        coincidence_words::around(around, Lang::De),
        "Woche davor +16 Verträge (24. Nov. bis 1. Dez.), Woche danach nicht bekannt"
    );
    assert_eq!(coincidence_words::HEADING, "Zusammenhang, kein Beweis");
}
