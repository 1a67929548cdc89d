//! Vereinbarungen: what concerns more than one area – agreements with what ends when, measures with the weeks around
//! them, decisions of the council. A page of the workspace.

use super::{
    agreement_forms, agreement_tables, coincidence_words, date,
    lang::Lang,
    number, record_markup,
    record_view::{ActionView, Form, PanelView, RecordView, panel},
    table::{Buttons, Line, Table, or_dash},
    town_forms,
};
use crate::{
    domain::{
        agreement::{Agreement, ENDS_SOON_DAYS},
        area::AreaTree,
        decision::Decision,
        edit::{EditKind, SubjectRecord},
        ids::AreaId,
        measure::Measure,
        rollout::Rollout,
    },
    presentation::markup::{Markup, all, element, text},
};

const NAME: &str = "Vereinbarungen";
/// The forms of this page.
const FORMS: [EditKind; 4] = [EditKind::Agreement, EditKind::Measure, EditKind::Decision, EditKind::Withdrawal];

/// The page.
pub fn of(record: &SubjectRecord) -> RecordView {
    let mut buttons = Buttons::default();
    let known = record.rollout.clone().known_on(record.today);
    let head = head(record, &known, &mut buttons);
    let mut panels = [agreements(record, &known), measures(record, &known), decisions(record, &known)];
    if !record.editable {
        panels.iter_mut().flat_map(|panel| &mut panel.table.lines).for_each(|line| line.edit = None);
    }
    let panels = panels.iter().map(|one| record_markup::panel(one, &mut buttons)).collect::<Vec<_>>();
    let page = all([head].into_iter().chain(panels));
    let form = |kind: EditKind| record_markup::form(&Form { kind, fields: town_forms::fields(kind, &record.rollout) });
    let forms = if record.editable { FORMS.map(form).into() } else { Vec::new() };
    let (name, log) = (NAME.to_owned(), Some(record.subject.clone()));
    RecordView { name, log, seen: record.seen, page, edits: buttons.edits, forms, today: Some(record.today) }
}

fn head(record: &SubjectRecord, known: &Rollout, buttons: &mut Buttons) -> Markup {
    let action = |key: &str, primary, edit| ActionView { key: key.to_owned(), primary, edit };
    let actions = [
        action("n", true, town_forms::agreement()),
        action("a", false, town_forms::measure(record.today)),
        action("b", false, town_forms::decision(record.today)),
    ];
    let shown = actions.iter().filter(|_| record.editable);
    let actions: Vec<Markup> = shown.map(|one| record_markup::action(one, buttons)).collect();
    let title = element("h1", &[], [text(NAME)]);
    let head = element(
        "div",
        &[("class", "record-head")],
        [element("div", &[], [title]), element("p", &[("class", "actions")], actions)],
    );
    let sentence = element("b", &[], [text(&state(record, known))]);
    all([head, element("p", &[("class", "state")], [sentence])])
}

/// The page's answer: how many agreements are in force, and what ends soon.
fn state(record: &SubjectRecord, known: &Rollout) -> String {
    let today = record.today;
    let agreements = seen(known.agreements(), record, |agreement| &agreement.areas);
    let soon = agreements.iter().filter(|agreement| agreement.ends_within(today, ENDS_SOON_DAYS));
    let next = soon.min_by_key(|agreement| agreement.ends_on);
    let count = u32::try_from(agreements.len()).unwrap_or(u32::MAX);
    let counted = number::counted(count, "Vereinbarung", "Vereinbarungen", Lang::De);
    match next.and_then(|agreement| Some((agreement, agreement.ends_on?))) {
        Some((agreement, day)) => {
            let partner = known.operator_name(agreement.partner);
            let what = super::words::agreement(agreement.kind, Lang::De);
            format!("{counted} eingetragen. Als nächste endet am {}: {what} mit {partner}.", date::long(day, Lang::De))
        }
        None => format!("{counted} eingetragen. In den nächsten {ENDS_SOON_DAYS} Tagen endet keine."),
    }
}

/// What lies in the reader's part of the town: what concerns all of it, or one of their areas.
fn seen<T>(records: Vec<T>, record: &SubjectRecord, areas: impl Fn(&T) -> &Vec<AreaId>) -> Vec<T> {
    let tree: &AreaTree = &record.rollout.areas;
    let shown = |one: &T| areas(one).is_empty() || areas(one).iter().any(|area| record.scope.holds(*area, tree));
    records.into_iter().filter(shown).collect()
}

fn agreements(record: &SubjectRecord, known: &Rollout) -> PanelView {
    let mut agreements = seen(known.agreements(), record, |agreement| &agreement.areas);
    // What ends first stands first; what names no end, and what no longer holds, below.
    let over = |agreement: &Agreement| agreement.withdrawn.is_some() || agreement.ends_on < Some(record.today);
    agreements.sort_by_key(|agreement| {
        let end = agreement.ends_on.filter(|end| *end >= record.today && agreement.withdrawn.is_none());
        (end.is_none(), end, over(agreement) && agreement.ends_on.is_some(), agreement.signed.first_day())
    });
    let partners: Vec<String> = agreements.iter().map(|agreement| known.operator_name(agreement.partner)).collect();
    let areas = |agreement: &Agreement| match agreement_forms::area_names(&agreement.areas, known) {
        names if names.is_empty() => "ganze Stadt".to_owned(),
        names => names,
    };
    let rows = agreements.iter().zip(&partners);
    let rows: Vec<_> = rows.map(|(agreement, partner)| (agreement, partner.as_str(), Some(areas(agreement)))).collect();
    let table = agreement_tables::agreements(&rows, record.today);
    panel("vereinbarungen", "Vereinbarungen", "was zuerst endet, steht oben".to_owned(), table)
}

fn measures(record: &SubjectRecord, known: &Rollout) -> PanelView {
    let mut measures = seen(known.measures(), record, |measure: &Measure| &measure.areas);
    measures.sort_by_key(|measure| std::cmp::Reverse((measure.when.last_day(), measure.when.first_day())));
    let table = agreement_tables::measures(known, &measures, record.today);
    let note = format!("Verträge in der Woche vorher und nachher: {}", coincidence_words::HEADING);
    panel("massnahmen", "Flankierende Maßnahmen", note, table)
}

fn decisions(record: &SubjectRecord, known: &Rollout) -> PanelView {
    let head = ["Tag", "Gremium", "Beschluss", "Für", "Drucksache", "Quelle"];
    let mut table = Table::new("Beschlüsse, neueste zuerst", &head, "Noch ist kein Beschluss notiert.");
    let mut decisions = seen(known.decisions().cloned().collect(), record, |decision: &Decision| &decision.areas);
    decisions.sort_by_key(|decision| std::cmp::Reverse(decision.day));
    let line = |decision: &Decision| {
        let areas = agreement_forms::area_names(&decision.areas, known);
        let line = Line::of([
            date::digits(decision.day),
            decision.body.clone(),
            decision.text.clone(),
            if areas.is_empty() { "ganze Stadt".to_owned() } else { areas },
            or_dash(decision.document.clone()),
            decision.source.name.clone(),
        ]);
        Line { link: decision.link.as_ref().map(|link| (2, link.as_str().to_owned())), ..line }
    };
    table.lines = decisions.iter().map(line).collect();
    panel("beschluesse", "Beschlüsse", String::new(), table)
}
