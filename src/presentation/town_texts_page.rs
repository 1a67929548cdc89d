//! Texte: what the town itself says on the public pages, per text and language. A page of the workspace.

use super::{
    markup::{all, element, text},
    record_markup,
    record_view::{Form, RecordView, panel},
    table::{Buttons, EditView, Line, Table},
    town_forms,
    town_text_words::{self, language, name},
    town_texts,
};
use crate::domain::{
    edit::{EditKind, SubjectRecord},
    lang::Lang,
    rollout::Rollout,
    subject::Subject,
    town_text::TextKind,
};

/// Where the page is.
pub const ADDRESS: &str = "/arbeit/stadt";

const NAME: &str = "Texte der öffentlichen Seiten";
const FORMS: [EditKind; 2] = [EditKind::TownText, EditKind::TownAddress];

/// The page.
pub fn of(record: &SubjectRecord) -> RecordView {
    let mut buttons = Buttons::default();
    let known = record.rollout.clone().known_on(record.today);
    let mut table = Table::new("Texte, je Sprache", &["Text", "Sprache", "Stand"], "");
    let each = |kind: TextKind| kind.languages().iter().map(move |lang| (kind, *lang));
    table.lines = TextKind::ALL.into_iter().flat_map(each).map(|(kind, lang)| line(&known, kind, lang)).collect();
    if !record.editable {
        table.lines.iter_mut().for_each(|line| line.edit = None);
    }
    let title = element("h1", &[], [text(NAME)]);
    let state = element("p", &[("class", "state")], [element("b", &[], [text(&state(&known))])]);
    let note = "ein eigener Text ersetzt den des Programms in dieser Sprache".to_owned();
    let texts = record_markup::panel(&panel("texte", "Texte", note, table), &mut buttons);
    let form = |kind: EditKind| record_markup::form(&Form { kind, fields: town_forms::fields(kind, &record.rollout) });
    RecordView {
        name: NAME.to_owned(),
        log: Some(record.subject.clone()),
        seen: record.seen,
        page: all([title, state, texts]),
        edits: buttons.edits,
        forms: if record.editable { FORMS.map(form).into() } else { Vec::new() },
        today: Some(record.today),
    }
}

/// The page's answer: what is missing.
fn state(known: &Rollout) -> String {
    match known.missing_texts().as_slice() {
        [] => "Impressum und verantwortliche Stelle sind eingetragen.".to_owned(),
        [one] => format!("Es fehlt: {}.", name(*one)),
        several => {
            let names: Vec<&str> = several.iter().map(|kind| name(*kind)).collect();
            format!("Es fehlen: {}.", super::words::list(&names, Lang::De))
        }
    }
}

fn line(known: &Rollout, kind: TextKind, lang: Lang) -> Line {
    let own = known.own_text(kind, lang);
    let stands = match own {
        Some(_) => "eigener Text",
        None if kind.is_needed() && lang == Lang::De => "fehlt",
        // The German text stands in for it.
        None if kind.is_the_towns_alone() && known.own_text(kind, Lang::De).is_some() => "wie auf Deutsch",
        None if kind.is_the_towns_alone() || kind.is_address() => "nicht eingetragen",
        None => "Text des Programms",
    };
    let title = town_text_words::title(kind, lang);
    // Who writes an imprint begins with an empty page; who changes what the program says begins with that.
    let first = match own {
        Some(own) => own.to_owned(),
        None if kind.is_the_towns_alone() => String::new(),
        None => town_texts::default(kind, lang),
    };
    let edit = EditView {
        kind: if kind.is_address() { EditKind::TownAddress } else { EditKind::TownText },
        subject: Subject::Town,
        label: "Ändern".to_owned(),
        title,
        fields: town_text_words::form(kind, lang, &first),
    };
    let cells = [name(kind).to_owned(), language(lang).to_owned(), stands.to_owned()];
    let page = page(kind).map(|address| (0, lang.address(address)));
    Line { edit: Some(edit), link: page, ..Line::of(cells) }
}

/// The public page on which a text stands.
const fn page(kind: TextKind) -> Option<&'static str> {
    match kind {
        TextKind::Imprint => Some(town_texts::IMPRINT),
        TextKind::Controller | TextKind::Privacy => Some(town_texts::PRIVACY),
        TextKind::Accessibility | TextKind::Contact => Some(town_texts::ACCESSIBILITY),
        TextKind::PlainLanguage | TextKind::SignVideo => Some(town_texts::PLAIN_LANGUAGE),
        TextKind::Sources => Some(town_texts::SOURCES),
        TextKind::Security => None,
    }
}
