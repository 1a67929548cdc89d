//! Agreements and measures as tables of the workspace: what ends when, what the weeks around a measure brought.

use jiff::civil::Date;

use super::{
    agreement_forms, coincidence_words, date,
    lang::Lang,
    number, record_fields,
    table::{Line, Table, or_dash},
    words,
};
use crate::domain::{
    agreement::{Agreement, ENDS_SOON_DAYS, Validity},
    coincidence::{Around, together},
    ids::AreaId,
    measure::Measure,
    rollout::Rollout,
};

/// Agreements, each with its partner and, on the town's page, with the names of its areas.
pub fn agreements(rows: &[(&Agreement, &str, Option<String>)], today: Date) -> Table {
    let named = rows.iter().any(|(_, _, areas)| areas.is_some());
    let head = ["Art", "Partner", "Für", "vom", "gilt ab", "gilt bis", "Stand", "Bedingungen und Anmerkung", "Quelle"];
    let head: Vec<&str> = head.into_iter().filter(|name| named || *name != "Für").collect();
    let mut table = Table::new("Vereinbarungen", &head, "Noch ist keine Vereinbarung eingetragen.");
    table.lines =
        rows.iter().map(|(agreement, partner, areas)| line(agreement, partner, areas.clone(), today)).collect();
    table
}

fn line(agreement: &Agreement, partner: &str, areas: Option<String>, today: Date) -> Line {
    let said = [agreement.conditions.clone(), agreement.note.clone(), withdrawn(agreement)];
    let kind = words::agreement(agreement.kind, Lang::De).to_owned();
    let mut cells = vec![kind, partner.to_owned()];
    cells.extend(areas);
    cells.extend([
        record_fields::when(agreement.signed),
        or_dash(agreement.effective_from.map(record_fields::when)),
        or_dash(agreement.ends_on.map(date::digits)),
        validity(agreement.validity(today)),
        or_dash(Some(said.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())),
        agreement.source.name.clone(),
    ]);
    let over = matches!(agreement.validity(today), Validity::Withdrawn | Validity::Over);
    Line {
        cells,
        look: look(over, agreement.ends_within(today, ENDS_SOON_DAYS)).to_owned(),
        link: agreement.link.as_ref().map(|link| (0, link.as_str().to_owned())),
        edit: agreement.withdrawn.is_none().then(|| agreement_forms::withdraw_agreement(agreement, today)),
    }
}

const fn look(over: bool, soon: bool) -> &'static str {
    match (over, soon) {
        (true, _) => "old",
        (false, true) => "open",
        (false, false) => "",
    }
}

/// "endet in 20 Tagen", "gilt", "abgelaufen".
pub fn validity(validity: Validity) -> String {
    match validity {
        Validity::Withdrawn => "zurückgenommen".to_owned(),
        Validity::Ahead => "gilt noch nicht".to_owned(),
        Validity::Open => "gilt".to_owned(),
        Validity::Ends(0) => "endet heute".to_owned(),
        Validity::Ends(1) => "endet morgen".to_owned(),
        Validity::Ends(days) => format!("endet in {} Tagen", number::count(days, Lang::De)),
        Validity::Over => "abgelaufen".to_owned(),
    }
}

fn withdrawn(agreement: &Agreement) -> Option<String> {
    let withdrawn = agreement.withdrawn.as_ref()?;
    Some(format!("Ungültig ab {}: {}", date::digits(withdrawn.from), withdrawn.reason))
}

/// What is said beside a measure: how many it reached, its remark, and that it was taken back.
pub fn remark(measure: &Measure, today: Date) -> Option<String> {
    let reached = measure.audience.map(|audience| {
        format!("Erreicht: {} {}.", number::count(audience.count, Lang::De), words::audience(audience.of, Lang::De))
    });
    let until = measure.until.map(|day| format!("Bis {}.", date::digits(day)));
    let withdrawn = measure.withdrawn.as_ref().map(|withdrawn| {
        let since = if measure.holds(today) { "Ungültig ab" } else { "Ungültig seit" };
        format!("{since} {}: {}", date::digits(withdrawn.from), withdrawn.reason)
    });
    let said: Vec<String> = [until, reached, measure.note.clone(), withdrawn].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The row of a measure with its link and the button that takes it back.
pub fn withdrawable(line: Line, measure: &Measure, today: Date) -> Line {
    Line {
        look: look(measure.withdrawn.is_some(), false).to_owned(),
        link: measure.link.as_ref().map(|link| (1, link.as_str().to_owned())),
        edit: measure.withdrawn.is_none().then(|| agreement_forms::withdraw_measure(measure, today)),
        ..line
    }
}

/// Measures of the whole town, newest first, with the weeks before and after over all areas that they reached.
pub fn measures(known: &Rollout, measures: &[Measure], today: Date) -> Table {
    let head = ["Wann", "Maßnahme", "Für", "#Woche vorher", "#Woche nachher", "Anmerkung", "Quelle"];
    let caption = format!("Maßnahmen, neueste zuerst. {}", coincidence_words::HEADING);
    let mut table = Table::new(&caption, &head, "Noch ist keine Maßnahme eingetragen.");
    let line = |measure: &Measure| {
        let (before, after) = around(known, measure);
        let areas = agreement_forms::area_names(&measure.areas, known);
        let line = Line::of([
            record_fields::when(measure.when),
            words::measure(measure.kind, Lang::De).to_owned(),
            if areas.is_empty() { "ganze Stadt".to_owned() } else { areas },
            before,
            after,
            or_dash(remark(measure, today)),
            measure.source.name.clone(),
        ]);
        withdrawable(line, measure, today)
    };
    table.lines = measures.iter().map(line).collect();
    table
}

/// The weeks around a measure of a known day, summed over the areas of campaigns that it reached.
fn around(known: &Rollout, measure: &Measure) -> (String, String) {
    let Some(day) = measure.day() else { return coincidence_words::together(together([]), 0) };
    let reached = |area: &AreaId| measure.reaches(*area);
    let areas = known.campaigns.iter().flat_map(|campaign| campaign.areas.iter().map(|area| (campaign.id, *area)));
    let areas: Vec<_> = areas.filter(|(_, area)| reached(area)).collect();
    let weeks = areas.iter().map(|(campaign, area)| Around::of(known.readings_of(*campaign, *area), day));
    coincidence_words::together(together(weeks), areas.len())
}
