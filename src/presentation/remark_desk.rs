//! Citizens' remarks at the desk: the list, and one of them with the form that answers it.

use jiff::{Timestamp, civil::Date};

use super::{
    date,
    markup::{Markup, all, element, text},
    record_forms, record_markup,
    record_rival::RivalView,
    record_view::{ActionView, Form, RecordView, panel},
    remark_words as words,
    table::{Buttons, EditView, Line, Table},
};
use crate::domain::{
    calendar::berlin_day,
    edit::{EditForm, EditKind, Field},
    remark::{Remark, RemarkAnswer},
    rollout::Rollout,
    subject::Subject,
};

/// Where they are.
pub const ADDRESS: &str = "/arbeit/hinweise";
const NAME: &str = "Hinweise";
/// So many characters of a text stand in the list.
const SHOWN: usize = 120;
/// So many answered ones stand in the list; all of them are in the change log.
const ANSWERED: usize = 200;

/// The list: those that wait for an answer, then the others.
pub fn list(remarks: &[Remark], rollout: &Rollout, now: Timestamp) -> RecordView {
    let head = ["Nummer", "Eingegangen", "Betrifft", "Hinweis", "Stand"];
    let table = |answered: bool, name: &str, empty: &str| {
        let mut table = Table::new(name, &head, empty);
        let shown = remarks.iter().filter(|remark| remark.answer.is_some() == answered);
        let most = if answered { ANSWERED } else { usize::MAX };
        table.lines = shown.take(most).map(|remark| line(remark, rollout, now)).collect();
        table
    };
    let open = table(false, "Hinweise ohne Antwort, die ältesten zuerst", "Kein Hinweis wartet auf eine Antwort.");
    let answered = table(true, "Beantwortete Hinweise, die neuesten zuerst", "Noch ist kein Hinweis beantwortet.");
    let number = remarks.iter().filter(|remark| remark.answer.is_some()).count();
    let note = if number > ANSWERED { format!("die neuesten {ANSWERED} von {number}") } else { number.to_string() };
    let panels = [
        panel("offen", "Offen", open.lines.len().to_string(), open),
        panel("beantwortet", "Beantwortet", note, answered),
    ];
    let panels = panels.iter().map(|one| record_markup::panel(one, &mut Buttons::default()));
    let note = "Was Leserinnen und Leser über „Stimmt das nicht?“ geschrieben haben. Nichts davon ist öffentlich.";
    let head = [element("h1", &[], [text(NAME)]), element("p", &[("class", "state")], [text(note)])];
    let page = all(head.into_iter().chain([element("div", &[("class", "panels")], panels)]));
    RecordView { name: NAME.to_owned(), page, ..RecordView::default() }
}

fn line(remark: &Remark, rollout: &Rollout, now: Timestamp) -> Line {
    let state = remark.answer.as_ref().map_or_else(
        || "offen".to_owned(),
        |answer| format!("beantwortet {}, {}", date::moment(answer.at, now), answer.by),
    );
    let line = Line::of([
        remark.reference.to_string(),
        date::moment(remark.received_at, now),
        words::place(&remark.place, rollout),
        shortened(&remark.text),
        state,
    ]);
    let look = if remark.answer.is_some() { "old" } else { "open" };
    Line { link: Some((0, address(remark))), ..line }.looking(look)
}

fn address(remark: &Remark) -> String {
    format!("{ADDRESS}/{}", remark.reference.as_str())
}

fn shortened(words: &str) -> String {
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match one_line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{} …", one_line[..end].trim_end()),
        None => one_line,
    }
}

/// One remark. `seen` is the number of the newest change; `may_edit` says whether the reader answers it.
pub fn one(remark: &Remark, rollout: &Rollout, seen: i64, today: Date, may_edit: bool) -> RecordView {
    let name = format!("Hinweis {}", remark.reference);
    let mut buttons = Buttons::default();
    let answer = (may_edit && remark.answer.is_none()).then(|| answering(remark));
    let action = answer.map(|edit| ActionView { key: "b".to_owned(), primary: true, edit });
    let action = action.map(|action| record_markup::action(&action, &mut buttons));
    let head = [
        element("div", &[], [crumb(&name), element("h1", &[], [text(&name)])]),
        element("p", &[("class", "actions")], action),
    ];
    let page = all([
        element("div", &[("class", "record-head")], head),
        element("p", &[("class", "state")], [text(&state(remark))]),
        element("dl", &[("class", "facts")], facts(remark, rollout, may_edit)),
        element("div", &[("class", "panels")], panels(remark)),
    ]);
    let form = Form { kind: EditKind::RemarkAnswer, fields: fields() };
    let forms = if buttons.edits.is_empty() { Vec::new() } else { vec![record_markup::form(&form)] };
    RecordView { name, log: None, seen, page, edits: buttons.edits, forms, today: Some(today) }
}

/// The button that opens the form.
fn answering(remark: &Remark) -> EditView {
    EditView {
        kind: EditKind::RemarkAnswer,
        subject: Subject::Remark(remark.reference.clone()),
        label: "Als erledigt notieren".to_owned(),
        title: "Hinweis erledigen".to_owned(),
        fields: Vec::new(),
    }
}

fn fields() -> Vec<super::record_view::FieldView> {
    let hint = "Was geprüft, berichtigt oder geantwortet wurde. Steht im Protokoll; nennen Sie keine Kontaktdaten.";
    vec![record_forms::long(Field::Answer, "Was wurde getan?", hint)]
}

fn state(remark: &Remark) -> String {
    let came = date::long(berlin_day(remark.received_at));
    match &remark.answer {
        None => format!("Eingegangen am {came}, noch nicht beantwortet."),
        Some(RemarkAnswer { at, by, .. }) => {
            format!("Eingegangen am {came}, erledigt am {} von {by}.", date::long(berlin_day(*at)))
        }
    }
}

fn facts(remark: &Remark, rollout: &Rollout, may_edit: bool) -> Vec<Markup> {
    let fact = |name: &str, value: Markup| {
        element("div", &[], [element("dt", &[], [text(name)]), element("dd", &[], [value])])
    };
    // A page of the public site is opened by the browser itself, not by this program.
    let page = [("href", remark.place.address()), ("target", "_blank".to_owned()), ("rel", "noopener".to_owned())];
    let page: Vec<_> = page.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let place = element("a", &page, [text(&words::place(&remark.place, rollout))]);
    let record = remark.place.area_slug().map(|slug| {
        element("a", &[("href", &format!("/arbeit/gebiete/{slug}"))], [text("Angaben in der Arbeitsfläche")])
    });
    let mut facts = vec![fact("Betrifft", place)];
    facts.extend(record.map(|record| fact("Zum Berichtigen", record)));
    facts.push(fact("Kontakt", text(&words::contact(remark, may_edit))));
    if remark.contact.is_some() {
        facts.push(fact("Kontakt wird gelöscht am", text(&date::long(remark.contact_ends()))));
    }
    facts.push(fact("Datenschutzhinweis", text(&format!("Fassung {}", remark.notice))));
    facts
}

fn panels(remark: &Remark) -> Vec<Markup> {
    let panel = |id: &str, title: &str, words: &str| {
        let lines = words.split('\n').filter(|line| !line.trim().is_empty());
        let lines = lines.map(|line| element("p", &[], [text(line)]));
        let head = element("header", &[], [element("h2", &[("id", id)], [text(title)])]);
        let inside = element("div", &[("class", "words")], lines);
        element("section", &[("class", "pan"), ("aria-labelledby", id)], [head, inside])
    };
    let said = panel("hinweis-titel", "Hinweis", &remark.text);
    let answer = remark.answer.as_ref().map(|answer| panel("antwort-titel", "Was getan wurde", &answer.text));
    [said].into_iter().chain(answer).collect()
}

fn crumb(name: &str) -> Markup {
    let list = element("li", &[], [element("a", &[("href", ADDRESS)], [text(NAME)])]);
    let here = element("li", &[("aria-current", "page")], [text(name)]);
    element("nav", &[("aria-label", "Wo Sie sind")], [element("ul", &[("class", "crumb")], [list, here])])
}

/// Someone else has answered it while the form was filled in: both versions. `seen` is the newest change.
pub fn rival(answer: &RemarkAnswer, form: &EditForm, seen: i64, now: Timestamp) -> RivalView {
    let cell = |words: &str| element("td", &[], [text(words)]);
    let head = element("th", &[("scope", "row")], [text("Was getan wurde")]);
    let rows = element("tr", &[("class", "differs")], [head, cell(&answer.text), cell(form.text(Field::Answer))]);
    let heading = format!("{} hat diesen Hinweis schon erledigt ({})", answer.by, date::moment(answer.at, now));
    RivalView { change: seen, heading, rows, reading: None }
}
