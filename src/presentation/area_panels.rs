//! More panels of an area's screen: the three answers, rounds, profile, build progress.

use super::{
    area_forms, area_words, build_words, date,
    lang::Lang,
    number, record_fields,
    record_view::{PanelView, panel},
    standing_words,
    table::{Line, Table, dash, or_dash},
    words,
};
use crate::domain::{
    build_progress::BuildStep,
    campaign::Unit,
    edit::{EditContext, EditKind},
    rollout::Rollout,
    round::RoundResult,
    status::AreaReport,
};

/// Target reached, build committed, network built: three answers, each with its day and its source.
pub fn standing(report: &AreaReport) -> Table {
    let mut table = Table::new("Ergebnis in drei Aussagen", &["Aussage", "Stand", "seit", "Quelle"], "");
    table.lines = standing_words::answers(report, Lang::De)
        .into_iter()
        .map(|answer| {
            let since = or_dash(answer.when.map(record_fields::when));
            Line::of([answer.question.to_owned(), answer.word.to_owned(), since, or_dash(answer.source)])
                .looking(answer.look)
        })
        .collect();
    table
}

/// What each round brought, the one that runs first.
pub fn rounds(report: &AreaReport) -> PanelView {
    let head = ["Runde", "von", "bis", "Ziel", "Ergebnis", "zuletzt", "Quelle"];
    let mut table = Table::new("Runden", &head, "Bisher gab es eine einzige Runde.");
    if let Some((status, area)) = report.status()
        && let Some(round) = &area.round
    {
        let (opens, ends) = (date::digits(round.round.opened_on), date::digits(round.round.deadline));
        let state = words::look(area.state(status.campaign.target), Lang::De).word.to_owned();
        let last = area_words::figure(area, status.campaign.target, Lang::De);
        let target = area_forms::round_target(round.round.target);
        let source = round.round.source.name.clone();
        let line = Line::of([build_words::round(round.number, Lang::De), opens, ends, target, state, last, source]);
        table.lines.push(line.looking("now"));
        table.lines.extend(report.rounds.iter().rev().map(past_round));
    }
    let mut panel = panel("runden", "Runden", "das Ergebnis jeder Runde bleibt stehen".to_owned(), table);
    let unit = Unit::Households;
    panel.add = Some(area_forms::opening(EditKind::Round, &report.slug, report.today, None, unit));
    panel
}

fn past_round(result: &RoundResult) -> Line {
    let outcome = result.outcome.as_ref();
    Line::of([
        build_words::round(result.number, Lang::De),
        dash(),
        or_dash(outcome.map(|outcome| record_fields::when(outcome.when))),
        area_words::goal(result.target, Lang::De),
        outcome.map_or_else(|| "nicht bekannt".to_owned(), |outcome| words::outcome_name(outcome.kind).to_owned()),
        or_dash(result.last.as_ref().map(|reading| area_words::reading_figure(reading, result.target, Lang::De))),
        or_dash(outcome.map(|outcome| outcome.source.name.clone())),
    ])
    .looking("old")
}

/// Planned year and border.
pub fn profile(report: &AreaReport) -> PanelView {
    let mut table = Table::new("Steckbrief", &["Angabe", "Inhalt", "Stand", "Quelle"], "Noch ist nichts eingetragen.");
    if let Some(profile) = &report.profile {
        let line = |name: &str, text: String| {
            Line::of([name.to_owned(), text, date::digits(profile.as_of), profile.source.name.clone()])
        };
        let planned = profile.build_planned.map_or_else(|| "nicht bekannt".to_owned(), |of| date::when(of, Lang::De));
        let border = match profile.crosses_border() {
            true => format!("reicht hinein in {}", words::list(&profile.reaches_into, Lang::De)),
            false => "liegt ganz in der Stadt".to_owned(),
        };
        table.lines = vec![line("Ausbau geplant", planned), line("Grenze", border)];
        table.lines.extend(profile.note.clone().map(|note| line("Anmerkung", note)));
    }
    let mut panel = panel("steckbrief", "Steckbrief", "Ausbaujahr und Grenze".to_owned(), table);
    let edit =
        area_forms::opening(EditKind::Profile, &report.slug, report.today, report.profile.as_ref(), Unit::Households);
    panel.add = Some(edit);
    panel
}

/// The records of the build, newest first.
pub fn progress(known: &Rollout, report: &AreaReport, context: &EditContext) -> PanelView {
    let head = ["Stand", "#von", "#vorbeigeführt", "#vorbereitet", "#angeschlossen", "#aktiv", "Zählweise", "Quelle"];
    let mut table = Table::new("Ausbaustand, neuester zuerst", &head, "Noch ist kein Ausbaustand eingetragen.");
    let mut records = known.build_progress_of(context.area);
    // Stable: of one day the record that came last stands first.
    records.reverse();
    records.sort_by_key(|record| std::cmp::Reverse(record.as_of));
    let count = |count: Option<u32>| or_dash(count.map(|of| number::count(of, Lang::De)));
    table.lines = records
        .iter()
        .enumerate()
        .map(|(place, record)| {
            let figures = record.figures();
            let [passed, prepared, connected, activated] = BuildStep::ALL.map(|step| count(figures.of(step)));
            let base = or_dash(
                figures
                    .base
                    .map(|base| format!("{} {}", number::count(base, Lang::De), words::unit(record.unit, Lang::De).0)),
            );
            let (day, defined) = (date::digits(record.as_of), or_dash(record.definition.clone()));
            let source = record.source.name.clone();
            Line::of([day, base, passed, prepared, connected, activated, defined, source]).looking(if place == 0 {
                "now"
            } else {
                "old"
            })
        })
        .collect();
    let mut panel = panel("ausbau", "Ausbaustand", "jede Stufe liegt in der vorigen".to_owned(), table);
    let unit = records.first().map_or(Unit::Buildings, |record| record.unit);
    panel.add = Some(area_forms::opening(EditKind::Progress, &report.slug, report.today, None, unit));
    panel
}
