//! Vereinbarungen: what concerns more than one area – decisions of the council. A page of the workspace.

use super::{
    date, record_markup,
    record_view::{ActionView, Form, PanelView, RecordView, panel},
    table::{Buttons, Line, Table, or_dash},
    town_forms,
};
use crate::{
    domain::edit::{EditKind, SubjectRecord},
    presentation::markup::{all, element, text},
};

const NAME: &str = "Vereinbarungen";

/// The page.
pub fn of(record: &SubjectRecord) -> RecordView {
    let mut buttons = Buttons::default();
    let note = ActionView { key: "n".to_owned(), primary: true, edit: town_forms::decision(record.today) };
    let actions = record.editable.then(|| record_markup::action(&note, &mut buttons));
    let head = element(
        "div",
        &[("class", "record-head")],
        [element("h1", &[], [text(NAME)]), element("p", &[("class", "actions")], actions)],
    );
    let panels = [decisions(record)].iter().map(|one| record_markup::panel(one, &mut buttons)).collect::<Vec<_>>();
    let page = all([head].into_iter().chain(panels));
    let kind = EditKind::Decision;
    let form = Form { kind, fields: town_forms::fields(kind, &record.rollout) };
    let forms = if record.editable { vec![record_markup::form(&form)] } else { Vec::new() };
    let (name, log) = (NAME.to_owned(), Some(record.subject.clone()));
    RecordView { name, log, seen: record.seen, page, edits: buttons.edits, forms, today: Some(record.today) }
}

fn decisions(record: &SubjectRecord) -> PanelView {
    let head = ["Tag", "Gremium", "Beschluss", "Drucksache", "Quelle"];
    let mut table = Table::new("Beschlüsse, neueste zuerst", &head, "Noch ist kein Beschluss notiert.");
    let known = record.rollout.clone().known_on(record.today);
    let mut decisions: Vec<_> = known.decisions().collect();
    decisions.sort_by_key(|decision| std::cmp::Reverse(decision.day));
    let line = |decision: &&crate::domain::decision::Decision| {
        Line::of([
            date::digits(decision.day),
            decision.body.clone(),
            decision.text.clone(),
            or_dash(decision.document.clone()),
            decision.source.name.clone(),
        ])
    };
    table.lines = decisions.iter().map(line).collect();
    panel("beschluesse", "Beschlüsse", String::new(), table)
}
