//! One facility's page in the workspace: the calculation, the three strands, its lines, what else is known.

use jiff::civil::Date;

use super::{
    date, facility_forms as forms, facility_words as facility_in,
    lang::Lang,
    markup::{Markup, all, element, text},
    money, record_markup,
    record_view::{ActionView, FactView, Form, PanelView, RecordView, panel},
    table::{Buttons, Line, Table, dash, or_dash},
};
use crate::domain::{
    area::AreaTree,
    edit::{EditKind, SubjectRecord},
    facility::{
        inventory::{Dated, Facility},
        plan::{Step, Strand},
    },
    subject::Subject,
};

/// Where all facilities are listed.
pub const LIST: &str = "/arbeit/einrichtungen";
/// The forms that a facility has.
const FORMS: [EditKind; 3] = [EditKind::Line, EditKind::Step, EditKind::Facility];

/// The page; `None` for a facility that is not known.
pub fn of(record: &SubjectRecord) -> Option<RecordView> {
    let facility = record.facility()?;
    let (areas, today) = (&record.rollout.areas, record.today);
    let mut buttons = Buttons::default();
    let head = head(&facility, record, &mut buttons);
    let state = element("p", &[("class", "state")], sentence(&facility));
    let facts = element("dl", &[("class", "facts")], facts(&facility).iter().map(record_markup::fact));
    let sentences = facility_in::calculation(&facility);
    let sentences = sentences.iter().map(|sentence| element("p", &[("class", "remark")], [text(sentence)]));
    let calculation = record_markup::section("rechnung", "Rechnung", "nur down zählt für den Bedarf", None, sentences);
    let mut panels = [strands(&facility, today), lines(&facility), history(&facility), known(&facility, areas)];
    if !record.editable {
        panels.iter_mut().flat_map(|panel| &mut panel.table.lines).for_each(|line| line.edit = None);
    }
    let panels: Vec<Markup> = panels.iter().map(|one| record_markup::panel(one, &mut buttons)).collect();
    let panels = element("div", &[("class", "panels")], [calculation].into_iter().chain(panels));
    let form = |kind: EditKind| record_markup::form(&Form { kind, fields: forms::fields(kind, &record.rollout) });
    Some(RecordView {
        name: facility.details.name.clone(),
        log: Some(record.subject.clone()),
        seen: record.seen,
        page: all([head, state, facts, panels]),
        edits: buttons.edits,
        forms: if record.editable { FORMS.into_iter().map(form).collect() } else { Vec::new() },
        today: Some(today),
    })
}

/// Where one facility's page is.
pub fn address(facility: &Facility) -> String {
    format!("/arbeit/{}", Subject::Facility(facility.slug.clone()))
}

fn head(facility: &Facility, record: &SubjectRecord, buttons: &mut Buttons) -> Markup {
    let link = element("a", &[("href", LIST)], [text("Einrichtungen")]);
    let items = [
        element("li", &[], [link]),
        element("li", &[], [text(facility_in::kind(facility.details.kind, Lang::De).1)]),
        element("li", &[("aria-current", "page")], [text(&facility.details.name)]),
    ];
    let crumb = element("nav", &[("aria-label", "Wo Sie sind")], [element("ul", &[("class", "crumb")], items)]);
    let title = element("h1", &[], [text(&facility.details.name)]);
    let action = |key: &str, primary, edit| ActionView { key: key.to_owned(), primary, edit };
    let actions = [
        action("b", false, forms::details(facility, &record.rollout.areas)),
        action("z", false, forms::step(facility, Strand::Line, record.today)),
        action("n", true, forms::line(facility, record.today)),
    ];
    let actions: Vec<Markup> = match record.editable {
        true => actions.iter().map(|one| record_markup::action(one, buttons)).collect(),
        false => Vec::new(),
    };
    let actions = element("p", &[("class", "actions")], actions);
    element("div", &[("class", "record-head")], [element("div", &[], [crumb, title]), actions])
}

/// The situation in one sentence, with the source of the line.
fn sentence(facility: &Facility) -> Vec<Markup> {
    let state = format!("Leitung: {}.", facility_in::some_state(facility.state(Strand::Line)));
    let gone = (!facility.details.in_use()).then(|| {
        format!(" Die Einrichtung ist {} und wird nicht gezählt.", facility_in::standing(facility.details.standing))
    });
    let line = match facility.line() {
        Some(line) => format!(" {}. Quelle: {}.", facility_in::line(line), line.source.name),
        None => " Zur Leitung ist nichts bekannt.".to_owned(),
    };
    let strong = element("b", &[], [text(&state), text(&gone.unwrap_or_default())]);
    vec![strong, element("span", &[("class", "soft")], [text(&line)])]
}

fn facts(facility: &Facility) -> Vec<FactView> {
    let fact = |name: &str, value: String, detail: &str| {
        let (name, detail) = (name.to_owned(), detail.to_owned());
        FactView { name, value, detail }
    };
    let need = facility.need().speed().map_or_else(dash, facility_in::mbits);
    let balance = facility.balance_kbits().map_or_else(dash, facility_in::balance);
    vec![
        fact("Bedarf", need, "Mbit/s"),
        fact("down / up", facility_in::down_up(facility.line()), "Mbit/s"),
        fact("Lücke zum Bedarf", balance, facility_in::sufficiency(facility)),
        fact("zum Ziel", facility_in::to_target(facility), "1.000 / 1.000 Mbit/s"),
    ]
}

/// Until when the next state is planned, and whether that is over.
pub fn next(step: &Step, today: Date) -> String {
    match step.next_planned {
        Some(when) if when.last_day() < today => format!("überfällig: {}", facility_in::some_when(Some(when))),
        other => facility_in::some_when(other),
    }
}

fn strands(facility: &Facility, today: Date) -> PanelView {
    let head = ["Strang", "Zustand", "seit", "nächster Schritt", "zuständig", "#Kosten", "Anmerkung", "Quelle"];
    let mut table = Table::new("Drei getrennte Stände", &head, "");
    table.lines = Strand::ALL
        .into_iter()
        .map(|strand| {
            let step = facility.step(strand);
            let line = Line::of([
                facility_in::strand(strand).to_owned(),
                facility_in::some_state(facility.state(strand)).to_owned(),
                facility_in::some_when(step.and_then(|step| step.reached)),
                step.map_or_else(dash, |step| next(step, today)),
                or_dash(step.and_then(|step| step.responsible.clone())),
                or_dash(step.and_then(|step| step.cost).map(|of| money::euros(of, Lang::De))),
                or_dash(step.and_then(|step| step.note.clone())),
                or_dash(step.map(|step| step.source.name.clone())),
            ]);
            Line { edit: Some(forms::step(facility, strand, today)), ..line }
        })
        .collect();
    panel("staende", "Drei getrennte Stände", "Leitung, Hausnetz und WLAN".to_owned(), table)
}

fn lines(facility: &Facility) -> PanelView {
    let head = ["Gemessen am", "Technik", "#down", "#up", "Anbieter", "bekannt seit", "Quelle"];
    let mut table = Table::new("Leitungen, neueste zuerst", &head, "Noch ist keine Leitung erfasst.");
    let holds = facility.line();
    table.lines = facility
        .lines
        .iter()
        .rev()
        .map(|Dated { known_on, record }| {
            Line::of([
                record.measured_on.map_or_else(|| "nicht gemessen".to_owned(), date::digits),
                or_dash(record.technology.map(facility_in::technology)),
                facility_in::some_mbits(record.down),
                facility_in::some_mbits(record.up),
                or_dash(record.provider.clone()),
                date::digits(*known_on),
                record.source.name.clone(),
            ])
            .looking(if holds.is_some_and(|line| std::ptr::eq(line, record)) { "now" } else { "" })
        })
        .collect();
    panel("leitungen", "Messungen", "die zuletzt gemessene gilt".to_owned(), table)
}

/// Each state that was reached, with the day for which it had been planned.
fn history(facility: &Facility) -> PanelView {
    let head = ["Strang", "Zustand", "geplant", "tatsächlich", "eingetragen", "zuständig", "Quelle"];
    let mut table = Table::new("Handlungsplan, neueste zuerst", &head, "Noch ist nichts eingetragen.");
    let mut lines = Vec::new();
    for strand in Strand::ALL {
        let mut planned = None;
        for Dated { known_on, record } in facility.steps_of(strand) {
            let line = Line::of([
                facility_in::strand(strand).to_owned(),
                facility_in::state(record.state, Lang::De).to_owned(),
                facility_in::some_when(planned),
                facility_in::some_when(record.reached),
                date::digits(*known_on),
                or_dash(record.responsible.clone()),
                record.source.name.clone(),
            ]);
            lines.push((*known_on, line));
            planned = record.next_planned;
        }
    }
    lines.reverse();
    lines.sort_by_key(|(known_on, _)| std::cmp::Reverse(*known_on));
    table.lines = lines.into_iter().map(|(_, line)| line).collect();
    panel("verlauf-plan", "Verlauf des Handlungsplans", "geplant und tatsächlich".to_owned(), table)
}

fn known(facility: &Facility, areas: &AreaTree) -> PanelView {
    let details = &facility.details;
    let area = details.area.and_then(|id| areas.get(id));
    let scheme = area.filter(|area| area.schematic && details.position.is_some()).map(|_| " (Grenzen schematisch)");
    let rows = [
        ("Art", facility_in::sort(details, Lang::De).text().to_owned()),
        ("Adresse", or_dash(details.address.clone())),
        ("Gebiet", area.map_or_else(dash, |area| format!("{}{}", area.name, scheme.unwrap_or_default()))),
        ("Lage", details.position.map_or_else(dash, facility_in::position)),
        ("Träger", or_dash(details.owner.clone())),
        ("Klassen", or_dash(details.classes.map(|classes| classes.to_string()))),
        ("Tarifvertrag", facility_in::answer(details.tariff).to_owned()),
        ("Zweiter, getrennter Weg", facility_in::answer(details.second_route).to_owned()),
        ("Förderfähig", facility_in::fundable(&details.fundable)),
        ("Zuständige Stelle", or_dash(details.responsible.clone())),
        ("Bestand", facility_in::standing(details.standing).to_owned()),
        ("Kennung", or_dash(details.directory_number.clone())),
        ("Quelle", details.source.name.clone()),
    ];
    let mut table = Table::new("Angaben zur Einrichtung", &["Angabe", "Stand"], "");
    table.lines = rows.into_iter().map(|(name, value)| Line::of([name.to_owned(), value])).collect();
    panel("angaben", "Angaben", String::new(), table)
}
