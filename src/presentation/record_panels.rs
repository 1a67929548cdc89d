//! The panels of an area's screen: what came out, deadlines, agreements, phases, bases, measures, readings.

use super::{
    agreement_tables, area_panels,
    coincidence_words::HEADING,
    date, entry_words,
    lang::Lang,
    number, phase_words, record_fields, record_forms as forms,
    record_view::{PanelView, panel},
    table::{EditView, Line, Table, dash, or_dash},
    words,
};
use crate::domain::{
    area::Slug,
    calendar::berlin_day,
    campaign::{Deadline, Unit},
    coincidence::{Around, Week},
    edit::{EditContext, EditKind, SubjectRecord},
    ids::AreaId,
    measure::Measure,
    phase::{Dates, Phase, PhaseKind, PhaseState},
    reading::{Base, Record},
    rollout::Rollout,
    status::AreaReport,
    subject::Subject,
};

/// All panels, in their order.
pub fn panels(record: &SubjectRecord, known: &Rollout, report: &AreaReport, context: &EditContext) -> Vec<PanelView> {
    let mut panels = Vec::new();
    let in_campaign = context.campaign.is_some();
    // Those that share a row follow each other.
    if in_campaign {
        panels.extend([outcomes(report), deadlines(report)]);
    }
    panels.push(agreements(report));
    if in_campaign {
        panels.extend([phases(report, context), bases(known, report), area_panels::rounds(report)]);
    }
    panels.extend([
        area_panels::profile(report),
        area_panels::progress(known, report, context),
        measures(report, context),
    ]);
    if in_campaign {
        panels.push(readings(known, report, context));
    }
    if !record.editable {
        for panel in &mut panels {
            panel.add = None;
            panel.table.lines.iter_mut().for_each(|line| line.edit = None);
        }
    }
    panels
}

fn outcomes(report: &AreaReport) -> PanelView {
    let note = "drei getrennte Aussagen".to_owned();
    let mut panel = panel("ergebnis", "Ergebnis", note, area_panels::standing(report));
    panel.remark = format!("Öffentlich steht: „{}“", super::report_words::headline(report, Lang::De));
    panel.add = Some(forms::opening(EditKind::Outcome, &report.slug, report.today));
    panel
}

fn deadlines(report: &AreaReport) -> PanelView {
    let head = ["Frist", "gilt", "Grund", "Quelle"];
    let mut table = Table::new("Fristen in ihren Fassungen", &head, "Noch ist keine Frist bekannt.");
    let all = report.status().map_or(&[][..], |(status, _)| &status.campaign.deadlines);
    // Newest first, each with the one that took its place.
    let later = [None].into_iter().chain(all.iter().rev().map(Some));
    table.lines = all.iter().rev().zip(later).map(|(deadline, next)| deadline_line(deadline, next)).collect();
    let mut panel = panel("fristen", "Fristen", "jede Fassung bleibt sichtbar".to_owned(), table);
    panel.add = Some(forms::opening(EditKind::Deadline, &report.slug, report.today));
    panel
}

fn deadline_line(deadline: &Deadline, next: Option<&Deadline>) -> Line {
    let since = date::digits(deadline.announced_on);
    let holds = match next {
        Some(next) if next.announced_on == deadline.announced_on => format!("am {since}"),
        Some(next) => format!("{since} bis {}", date::digits(next.announced_on)),
        None => format!("seit {since}"),
    };
    let reason = or_dash(deadline.reason.clone());
    Line::of([date::digits(deadline.day), holds, reason, deadline.source.name.clone()]).looking(if next.is_some() {
        "old"
    } else {
        "now"
    })
}

fn agreements(report: &AreaReport) -> PanelView {
    let mut table = agreement_tables::agreements(
        &report.agreements.iter().map(|(agreement, partner)| (agreement, partner.as_str(), None)).collect::<Vec<_>>(),
        report.today,
    );
    table.caption = "Vereinbarungen".to_owned();
    let mut panel = panel("vereinbarungen", "Vereinbarungen", String::new(), table);
    panel.add = Some(forms::opening(EditKind::Agreement, &report.slug, report.today));
    panel
}

fn phases(report: &AreaReport, context: &EditContext) -> PanelView {
    let head = ["Phase", "geplant", "tatsächlich", "Stand", "Quelle"];
    let mut table = Table::new("Phasen, geplant und tatsächlich", &head, "");
    let unit = context.campaign.as_ref().map_or(Unit::Households, |campaign| campaign.unit);
    let deadline = context.campaign.as_ref().and_then(|campaign| campaign.deadline);
    let line = |kind: PhaseKind| {
        let phase = report.phases.iter().find(|phase| phase.kind == kind);
        let state = phase.map_or(PhaseState::Ahead, |phase| phase.state(report.today));
        let name = words::phase(kind, unit, Lang::De).replace('\u{ad}', "");
        let line = Line::of([
            name.clone(),
            phase.map_or_else(dash, |phase| span(phase.planned)),
            phase.map_or_else(dash, |phase| span(phase.actual)),
            phase_words::dates(phase, state, deadline, report.today, Lang::De),
            or_dash(phase.map(|phase| phase.source.name.clone())),
        ]);
        Line { edit: Some(phase_edit(&report.slug, kind, &name, phase)), ..line }
    };
    table.lines = PhaseKind::ALL.into_iter().map(line).collect();
    panel("phasen", "Phasen", "geplant und tatsächlich".to_owned(), table)
}

/// "Juli 2024 bis 2026", "ab Juli 2024", "bis 2026", "16.06.2023".
fn span(dates: Dates) -> String {
    let text = record_fields::when;
    match (dates.start, dates.end) {
        (Some(start), Some(end)) if start == end => text(start),
        (Some(start), Some(end)) => format!("{} bis {}", text(start), text(end)),
        (Some(start), None) => format!("ab {}", text(start)),
        (None, Some(end)) => format!("bis {}", text(end)),
        (None, None) => dash(),
    }
}

fn phase_edit(area: &Slug, kind: PhaseKind, name: &str, phase: Option<&Phase>) -> EditView {
    let fields = phase
        .map_or_else(|| vec![(crate::domain::edit::Field::Kind, record_fields::word(&kind))], record_fields::phase);
    let label = if phase.is_some() { "Ändern" } else { "Eintragen" };
    let (subject, title) = (Subject::Area(area.clone()), format!("Phase: {name}"));
    EditView { kind: EditKind::Phase, subject, label: label.to_owned(), title, fields }
}

fn bases(known: &Rollout, report: &AreaReport) -> PanelView {
    let unit = report.campaign.as_ref().map_or(Unit::Households, |status| status.campaign.unit);
    let head = [&format!("#{}", words::unit(unit, Lang::De).0), "Stand", "geschätzt aus", "Quelle"];
    let mut table =
        Table::new("Grundlagen der Quote", &head, "Noch ist keine Grundlage bekannt; ohne sie gibt es keine Quote.");
    let area = known.areas.by_slug(report.slug.as_str()).map(|area| area.id);
    let ours = known.bases.iter().filter(|(of, base)| Some(*of) == area && base.unit == unit);
    let line = |(index, (_, base)): (usize, &(AreaId, Base))| {
        Line::of([
            number::count(base.count, Lang::De),
            or_dash(base.as_of.map(record_fields::when)),
            or_dash(base.estimated_by.clone()),
            base.source.name.clone(),
        ])
        .looking(if index == 0 { "now" } else { "old" })
    };
    table.lines = ours.rev().enumerate().map(line).collect();
    let note = "eine neue gilt für künftige Meldungen".to_owned();
    let mut panel = panel("grundlagen", "Grundlage der Quote", note, table);
    panel.add = Some(forms::opening(EditKind::Base, &report.slug, report.today));
    panel
}

fn measures(report: &AreaReport, context: &EditContext) -> PanelView {
    let head = ["Wann", "Maßnahme", "Für", "#Woche vorher", "#Woche nachher", "Anmerkung", "Quelle"];
    let mut table = Table::new("Flankierende Maßnahmen", &head, "Noch ist keine Maßnahme eingetragen.");
    let line = |measure: &Measure| {
        let around = measure.day().map(|day| Around::of(report.readings(), day)).unwrap_or_default();
        let brought = |week: Option<Week>| or_dash(week.map(|week| number::signed(week.contracts, Lang::De)));
        let line = Line::of([
            record_fields::when(measure.when),
            words::measure(measure.kind, Lang::De).to_owned(),
            reach(&measure.areas, context),
            brought(around.before),
            brought(around.after),
            or_dash(agreement_tables::remark(measure, report.today)),
            measure.source.name.clone(),
        ]);
        agreement_tables::withdrawable(line, measure, report.today)
    };
    table.lines = report.measures.iter().map(line).collect();
    let note = format!("Verträge in der Woche vorher und nachher: {HEADING}");
    let mut panel = panel("massnahmen", "Flankierende Maßnahmen", note, table);
    panel.add = Some(forms::opening(EditKind::Measure, &report.slug, report.today));
    panel
}

/// "dieses Gebiet", "die Kampagne", "3 Gebiete", "alle".
fn reach(areas: &[AreaId], context: &EditContext) -> String {
    match areas {
        [] => "alle".to_owned(),
        [one] if *one == context.area => "dieses Gebiet".to_owned(),
        all if context.campaign.as_ref().is_some_and(|campaign| campaign.areas == all) => "die Kampagne".to_owned(),
        some => number::counted(u32::try_from(some.len()).unwrap_or(u32::MAX), "Gebiet", "Gebiete", Lang::De),
    }
}

fn readings(known: &Rollout, report: &AreaReport, context: &EditContext) -> PanelView {
    let head = ["Stand", "#Verträge", "#Quote", "Stufe", "Quelle und Anmerkung"];
    let mut table = Table::new("Meldungen, neueste zuerst", &head, "Noch ist keine Zahl gemeldet.");
    let campaign = context.campaign.as_ref().map(|campaign| campaign.id);
    let mut records: Vec<&Record> = known
        .readings
        .iter()
        .filter(|record| record.area == context.area && Some(record.campaign) == campaign)
        .collect();
    records.sort_by_key(|record| std::cmp::Reverse((record.reading.as_of, record.reading.stage, record.id)));
    table.lines = records.into_iter().map(|record| reading_line(record, known, &report.slug, context)).collect();
    panel("meldungen", "Meldungen", "eine Berichtigung ersetzt die alte, die sichtbar bleibt".to_owned(), table)
}

fn reading_line(record: &Record, known: &Rollout, area: &Slug, context: &EditContext) -> Line {
    let reading = &record.reading;
    let quota =
        reading.quota().map(|quota| number::amount(quota, |quota| number::quota(quota, None, Lang::De), Lang::De));
    let by = known.readings.iter().find(|later| later.corrects.as_ref().is_some_and(|by| by.of == record.id));
    let replaced = by.and_then(|by| {
        let reason = &by.corrects.as_ref()?.reason;
        Some(format!("ersetzt am {}: {reason}", date::digits(berlin_day(by.recorded_at))))
    });
    const SAMPLE: &str = "Beispieldaten";
    let sample = (reading.sample && reading.source.name != SAMPLE).then(|| SAMPLE.to_owned());
    let said = [Some(reading.source.name.clone()), reading.note.clone(), sample, replaced.clone()];
    let correctable = context
        .campaign
        .as_ref()
        .is_some_and(|campaign| campaign.readings.iter().any(|correctable| correctable.id == record.id));
    let contracts =
        reading.contracts().map(|contracts| number::amount(contracts, |of| number::count(of, Lang::De), Lang::De));
    let line = Line::of([
        date::digits(reading.as_of),
        if reading.is_reported() { or_dash(contracts) } else { entry_words::value(reading.value()) },
        or_dash(quota),
        words::stage(reading.stage, Lang::De).to_owned(),
        said.into_iter().flatten().collect::<Vec<_>>().join("; "),
    ]);
    Line {
        edit: correctable.then(|| forms::correction(area, record.id, reading)),
        look: if replaced.is_some() { "old".to_owned() } else { String::new() },
        ..line
    }
}
