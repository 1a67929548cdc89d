//! The public page on which a remark is written, and the one that says thanks. Complete without a program.

pub use super::remark_form_words::{description, stored, thank};

use super::{
    crumbs::crumbs,
    lang::Lang,
    markup::{Markup, element, said, text, void},
    remark_form_words as form_words, remark_words as words,
};
use crate::domain::{
    remark::{Part, Place, Reference, RemarkFault},
    rollout::Rollout,
};

/// A form as it is shown: empty at first, afterwards with what was typed and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkForm {
    /// What it is about.
    pub place: Place,
    /// Under which reference it will be stored, so that what is sent twice is stored once.
    pub reference: Option<Reference>,
    /// What was typed as text.
    pub text: String,
    /// What was typed as contact.
    pub contact: String,
    /// What is wrong with it.
    pub faults: Vec<RemarkFault>,
    /// Why it was not stored although nothing is wrong with it.
    pub failure: Option<String>,
}

impl RemarkForm {
    /// An empty form.
    pub fn about(place: Place) -> Self {
        Self { place, reference: None, text: String::new(), contact: String::new(), faults: Vec::new(), failure: None }
    }

    /// The title: that something is wrong comes first.
    pub fn title(&self, lang: Lang) -> String {
        let wrong = if self.is_wrong() { form_words::error(lang) } else { "" };
        format!("{wrong}{} Faserstand", words::question(lang))
    }

    fn is_wrong(&self) -> bool {
        !self.faults.is_empty() || self.failure.is_some()
    }

    /// The page.
    pub fn markup(&self, rollout: &Rollout, lang: Lang) -> Markup {
        let place = (self.place.part != Part::Town).then(|| words::place(&self.place, rollout, lang));
        let over: Vec<_> = place.iter().map(|name| (self.place.address(), said(name))).collect();
        let crumbs = crumbs(&over, form_words::name(lang), lang);
        let hero = element(
            "section",
            &[("class", "hero"), ("aria-labelledby", "satz")],
            [
                element("h1", &[("id", "satz")], [text(words::question(lang))]),
                element("p", &[("class", "lead")], [said(&form_words::lead(place, lang))]),
            ],
        );
        let columns = element("div", &[("class", "form")], [self.form(lang), notice(lang)]);
        element("main", &[("id", "inhalt"), ("class", "wrap")], [crumbs, hero, columns])
    }

    fn form(&self, lang: Lang) -> Markup {
        let hidden = |name: &str, value: &str| void("input", &[("type", "hidden"), ("name", name), ("value", value)]);
        let inside = [
            self.summary(lang),
            Some(hidden("zu", &self.place.to_string())),
            Some(hidden("fassung", words::NOTICE_VERSION)),
            self.reference.as_ref().map(|reference| hidden("nummer", reference.as_str())),
            Some(self.field("text", form_words::text_field(lang), false, lang, |attributes| {
                element("textarea", &[attributes, &[("rows", "8")]].concat(), [text(&self.text)])
            })),
            Some(self.field("kontakt", form_words::contact_field(lang), true, lang, |attributes| {
                // A value that is empty would stand there by its name alone, which is the same.
                let more = [("type", "text"), ("autocomplete", "email"), ("value", self.contact.as_str())];
                void("input", &[attributes, &more].concat())
            })),
            Some(trap(lang)),
            Some(element("button", &[("type", "submit")], [text(form_words::send(lang))])),
        ];
        let address = lang.address(words::ADDRESS);
        let own = [("method", "post"), ("action", address.as_str()), ("novalidate", "")];
        element("form", &own, inside.into_iter().flatten())
    }

    fn field(
        &self,
        name: &str,
        (label, hint): (&str, String),
        of_contact: bool,
        lang: Lang,
        control: impl Fn(&[(&'static str, &str)]) -> Markup,
    ) -> Markup {
        let wrong = self.faults.iter().find(|fault| fault.is_of_contact() == of_contact);
        let (hint_id, fault_id) = (format!("{name}-hilfe"), format!("{name}-fehler"));
        let described = if wrong.is_some() { format!("{hint_id} {fault_id}") } else { hint_id.clone() };
        let mut attributes = vec![("id", name), ("name", name), ("aria-describedby", described.as_str())];
        attributes.extend(wrong.map(|_| ("aria-invalid", "true")));
        let fault = wrong.map(|fault| words::fault(*fault, lang));
        let fault = fault.map(|fault| element("p", &[("class", "problem"), ("id", &fault_id)], [text(&fault)]));
        let head = [
            element("label", &[("for", name)], [text(label)]),
            element("p", &[("class", "hint"), ("id", &hint_id)], [text(&hint)]),
        ];
        element("div", &[("class", "field")], head.into_iter().chain(fault).chain([control(&attributes)]))
    }

    /// What keeps it from being stored, each with a link to its field. It gets the focus when the page opens.
    fn summary(&self, lang: Lang) -> Option<Markup> {
        let heading = match (&self.failure, self.faults.len()) {
            (Some(failure), _) => failure.clone(),
            (None, 0) => return None,
            (None, faults) => form_words::check(faults, lang),
        };
        let links = self.faults.iter().map(|fault| {
            let field = if fault.is_of_contact() { "#kontakt" } else { "#text" };
            element("li", &[], [element("a", &[("href", field)], [text(&words::fault(*fault, lang))])])
        });
        let list = (!self.faults.is_empty()).then(|| element("ul", &[], links));
        let own = [("class", "wrong"), ("role", "alert"), ("tabindex", "-1"), ("autofocus", "")];
        Some(element("div", &own, [element("h2", &[], [text(&heading)])].into_iter().chain(list)))
    }
}

/// A field that nobody sees. What is typed there was typed by no person.
fn trap(lang: Lang) -> Markup {
    let label = element("label", &[("for", "website")], [text(form_words::trap(lang))]);
    let own = [("id", "website"), ("name", "website"), ("tabindex", "-1"), ("autocomplete", "off")];
    element("div", &[("hidden", "")], [label, void("input", &own)])
}

fn notice(lang: Lang) -> Markup {
    let title = element("h2", &[("id", "datenschutz")], [text(form_words::privacy(lang))]);
    let paragraphs = words::notice(lang).map(|words| element("p", &[], [text(&words)]));
    let version = form_words::version(words::NOTICE_VERSION, lang);
    let more = element("a", &[("href", &lang.address(words::PRIVACY))], [text(form_words::all_privacy(lang))]);
    let version = element("p", &[("class", "src")], [text(&format!("{version} ")), more]);
    element("aside", &[("aria-labelledby", "datenschutz")], [title].into_iter().chain(paragraphs).chain([version]))
}

/// Thanks, with the reference where there is one.
pub fn thanks(reference: Option<&Reference>, lang: Lang) -> Markup {
    let number = reference.map(|reference| element("p", &[("class", "lead")], form_words::numbered(reference, lang)));
    let next = element("p", &[("class", "sub")], [text(form_words::next(lang))]);
    let home = lang.address("/");
    let back = element("a", &[("class", "act"), ("href", &home)], [text(form_words::back(lang))]);
    let title = element("h1", &[("id", "satz")], [text(form_words::thank(lang))]);
    let inside = [Some(title), number, Some(next), Some(element("p", &[], [back]))];
    let hero = element("section", &[("class", "hero"), ("aria-labelledby", "satz")], inside.into_iter().flatten());
    element("main", &[("id", "inhalt"), ("class", "wrap")], [hero])
}
