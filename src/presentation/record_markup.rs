//! One area's screen as markup: the head with its buttons, the key facts, the panels, the fields of the forms.

use super::{
    curve_picture::picture,
    markup::{Markup, all, element, text, void},
    record_view::{self, ActionView, FactView, FieldView, Form, FormView, PanelView, RecordView, Screen},
    table::Buttons,
    view::ChipView,
};
use crate::domain::{
    edit::{Field, SubjectRecord},
    subject::Subject,
};

impl Screen {
    /// What is sent of it.
    pub fn view(self) -> RecordView {
        let mut buttons = Buttons::default();
        let page = page(&self, &mut buttons);
        RecordView {
            log: Some(Subject::Area(self.slug)),
            seen: self.seen,
            name: self.name,
            page,
            edits: buttons.edits,
            forms: self.forms.iter().map(form).collect(),
            today: Some(self.context.today),
        }
    }
}

/// What stands at an address that leads nowhere.
pub fn nowhere() -> RecordView {
    let name = "Diese Seite gibt es nicht.";
    let home = element("p", &[], [element("a", &[("href", "/arbeit")], [text("Zu Heute")])]);
    let page = all([element("h1", &[], [text(name)]), home]);
    RecordView { name: name.trim_end_matches('.').to_owned(), page, ..RecordView::default() }
}

/// The list of areas.
pub fn list(record: &SubjectRecord) -> RecordView {
    let name = "Gebiete";
    let title = element("h1", &[], [text(name)]);
    let panels = record_view::list(&record.rollout.clone().known_on(record.today), record.scope, record.today);
    let panels = panels.iter().map(|one| panel(one, &mut Buttons::default()));
    let page = all([title].into_iter().chain(panels));
    RecordView { name: name.to_owned(), page, ..RecordView::default() }
}

fn page(screen: &Screen, buttons: &mut Buttons) -> Markup {
    let chips = screen.chips.iter().map(ChipView::markup);
    let title = element("h1", &[], [text(&screen.name)].into_iter().chain(chips));
    let actions: Vec<Markup> = screen.actions.iter().map(|one| action(one, buttons)).collect();
    let head = element(
        "div",
        &[("class", "record-head")],
        [element("div", &[], [crumb(screen), title]), element("p", &[("class", "actions")], actions)],
    );
    let rest = element("span", &[("class", "soft")], [text(&screen.rest)]);
    let sentence = element("b", &[], [text(&screen.headline)]);
    let sample = screen.sample.then(|| {
        let mark = element("b", &[], [text("Beispieldaten.")]);
        element("p", &[("class", "demo")], [mark, text(" Zahlen mit dieser Quelle sind erfunden.")])
    });
    let facts = (!screen.facts.is_empty()).then(|| element("dl", &[("class", "facts")], screen.facts.iter().map(fact)));
    let curve = screen.curve.as_ref().map(|(curve, key)| {
        let chart = element("div", &[("class", "chart")], [element("div", &[], [picture(curve)])]);
        section("verlauf", "Verlauf", "", None, [chart, element("p", &[("class", "remark")], [text(key)])])
    });
    let panels: Vec<Markup> = screen.panels.iter().map(|one| panel(one, buttons)).collect();
    let panels = element("div", &[("class", "panels")], curve.into_iter().chain(panels));
    let state = element("p", &[("class", "state")], [sentence, text(" "), rest]);
    all([Some(head), Some(state), sample, facts, Some(panels)].into_iter().flatten())
}

/// Where this is, and the neighbours in the list.
fn crumb(screen: &Screen) -> Markup {
    let item = |inside: Vec<Markup>| element("li", &[], inside);
    let beside = |area: &Option<(String, String)>, key: &str, printed: &str| {
        area.as_ref().map(|(slug, name)| {
            let address = format!("/arbeit/gebiete/{slug}");
            let link = element("a", &[("href", &address), ("data-key", key)], [text(name)]);
            item(vec![link, element("kbd", &[("aria-hidden", "true")], [text(printed)])])
        })
    };
    let here = element("li", &[("aria-current", "page")], [text(&screen.name)]);
    let items = [
        Some(item(vec![element("a", &[("href", "/arbeit/gebiete")], [text("Gebiete")])])),
        Some(item(vec![text(&screen.among)])),
        beside(&screen.before, "k", "K"),
        Some(here),
        beside(&screen.after, "j", "J"),
    ];
    let items = element("ul", &[("class", "crumb")], items.into_iter().flatten());
    element("nav", &[("aria-label", "Wo Sie sind")], [items])
}

/// A button on top of the page.
pub fn action(action: &ActionView, buttons: &mut Buttons) -> Markup {
    let class = if action.primary { "primary" } else { "" };
    let key = element("kbd", &[("aria-hidden", "true")], [text(&action.key.to_uppercase())]);
    let attributes = [("class", class), ("data-key", action.key.as_str()), ("aria-keyshortcuts", &action.key)];
    buttons.button(&action.edit, &attributes, Some(key))
}

/// A key fact.
pub fn fact(fact: &FactView) -> Markup {
    let detail = element("small", &[], [text(&fact.detail)]);
    let value = element("dd", &[], [text(&fact.value), text(" "), detail]);
    element("div", &[], [element("dt", &[], [text(&fact.name)]), value])
}

/// A panel.
pub fn panel(panel: &PanelView, buttons: &mut Buttons) -> Markup {
    let add = panel.add.as_ref().map(|edit| buttons.button(edit, &[("class", "quiet")], None));
    let table = panel.table.markup(buttons);
    let remark = (!panel.remark.is_empty()).then(|| element("p", &[("class", "remark")], [text(&panel.remark)]));
    section(&panel.key, &panel.title, &panel.note, add, [Some(table), remark].into_iter().flatten())
}

/// A panel of what is no table.
pub fn section(
    key: &str,
    title: &str,
    note: &str,
    add: Option<Markup>,
    inside: impl IntoIterator<Item = Markup>,
) -> Markup {
    let id = format!("{key}-titel");
    let heading = element("h2", &[("id", &id)], [text(title)]);
    let note = (!note.is_empty()).then(|| element("span", &[], [text(note)]));
    let head = element("header", &[], [Some(heading), note, add].into_iter().flatten());
    let class = format!("pan {key}");
    // Without a name of its own: the table inside is the landmark.
    element("section", &[("class", &class)], [head].into_iter().chain(inside))
}

/// A form as it is sent.
pub fn form(form: &Form) -> FormView {
    FormView { kind: form.kind, fields: all(form.fields.iter().map(field)) }
}

/// A field with its label above, its hint below and room for what is wrong with it. What stands in it is filled in
/// where it is shown: it differs from button to button.
fn field(view: &FieldView) -> Markup {
    let word = view.field.word();
    let (id, hint, fault) = (format!("feld-{word}"), format!("hilfe-{word}"), format!("fehler-{word}"));
    let (list, described) = (format!("liste-{word}"), format!("{hint} {fault}"));
    let option = |(value, name): &(String, String)| element("option", &[("value", value)], [text(name)]);
    let own = [("id", id.as_str()), ("name", word), ("aria-describedby", &described)];
    let mut controls = Vec::new();
    if !view.options.is_empty() {
        let none = element("option", &[("value", ""), ("hidden", ""), ("disabled", "")], [text("Bitte wählen")]);
        controls.push(element("select", &own, [none].into_iter().chain(view.options.iter().map(option))));
    } else if view.long {
        let rows = if view.field == Field::Markdown { "16" } else { "2" };
        let attributes: Vec<_> = own.into_iter().chain([("rows", rows)]).collect();
        controls.push(element("textarea", &attributes, []));
    } else {
        let suggests = (!view.suggestions.is_empty()).then_some(("list", list.as_str()));
        let day = view.day.then_some(("data-day", ""));
        let attributes: Vec<_> = own.into_iter().chain([("autocomplete", "off")]).chain(suggests).chain(day).collect();
        controls.push(void("input", &attributes));
    }
    if !view.suggestions.is_empty() {
        let suggestion = |words: &String| void("option", &[("value", words)]);
        controls.push(element("datalist", &[("id", &list)], view.suggestions.iter().map(suggestion)));
    }
    let label = element("label", &[("for", &id)], [text(&view.label)]);
    let below = [
        element("p", &[("class", "hint"), ("id", &hint)], [text(&view.hint)]),
        element("p", &[("class", "problem"), ("id", &fault)], []),
    ];
    let class = if view.long { "long" } else { "" };
    element("div", &[("class", class)], [label].into_iter().chain(controls).chain(below))
}
