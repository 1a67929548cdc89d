//! The public page on which a remark is written, and the one that says thanks. Complete without a program.

use super::{
    markup::{Markup, all, element, text, void},
    remark_words as words,
};
use crate::domain::{
    remark::{LONGEST_CONTACT, LONGEST_TEXT, Part, Place, Reference, RemarkFault},
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
    pub fn title(&self) -> String {
        let wrong = if self.is_wrong() { "Fehler: " } else { "" };
        format!("{wrong}{} Faserstand", words::QUESTION)
    }

    fn is_wrong(&self) -> bool {
        !self.faults.is_empty() || self.failure.is_some()
    }

    /// The page.
    pub fn markup(&self, rollout: &Rollout) -> Markup {
        let about = match self.place.part {
            Part::Town => "an den Zahlen der Übersicht".to_owned(),
            _ => format!("an den Angaben zu {}", words::place(&self.place, rollout)),
        };
        let lead =
            format!("Schreiben Sie, was {about} nicht stimmt und was richtig wäre. Eine Quelle hilft beim Prüfen.");
        let hero = element(
            "section",
            &[("class", "hero"), ("aria-labelledby", "satz")],
            [element("h1", &[("id", "satz")], [text(words::QUESTION)]), paragraph("lead", &lead)],
        );
        let columns = element("div", &[("class", "form")], [self.form(), notice()]);
        element("main", &[("id", "inhalt"), ("class", "wrap")], [crumbs(&self.place, rollout), hero, columns])
    }

    fn form(&self) -> Markup {
        let hidden = |name: &str, value: &str| void("input", &[("type", "hidden"), ("name", name), ("value", value)]);
        let hint =
            format!("Höchstens {} Zeichen.", super::number::count(u32::try_from(LONGEST_TEXT).unwrap_or_default()));
        let contact = format!(
            "Eine E-Mail-Adresse oder Telefonnummer, wenn Sie eine Antwort möchten. Höchstens {LONGEST_CONTACT} Zeichen."
        );
        let inside = [
            self.summary(),
            Some(hidden("zu", &self.place.to_string())),
            Some(hidden("fassung", words::NOTICE_VERSION)),
            self.reference.as_ref().map(|reference| hidden("nummer", reference.as_str())),
            Some(self.field("text", "Was stimmt nicht?", &hint, false, |attributes| {
                element("textarea", &[attributes, &[("rows", "8")]].concat(), [text(&self.text)])
            })),
            Some(self.field("kontakt", "Wie erreichen wir Sie? (freiwillig)", &contact, true, |attributes| {
                // A value that is empty would stand there by its name alone, which is the same.
                let more = [("type", "text"), ("autocomplete", "email"), ("value", self.contact.as_str())];
                void("input", &[attributes, &more].concat())
            })),
            Some(trap()),
            Some(element("button", &[("type", "submit")], [text("Hinweis abschicken")])),
        ];
        let own = [("method", "post"), ("action", "/hinweis"), ("novalidate", "")];
        element("form", &own, inside.into_iter().flatten())
    }

    fn field(
        &self,
        name: &str,
        label: &str,
        hint: &str,
        of_contact: bool,
        control: impl Fn(&[(&'static str, &str)]) -> Markup,
    ) -> Markup {
        let wrong = self.faults.iter().find(|fault| fault.is_of_contact() == of_contact);
        let (hint_id, fault_id) = (format!("{name}-hilfe"), format!("{name}-fehler"));
        let described = if wrong.is_some() { format!("{hint_id} {fault_id}") } else { hint_id.clone() };
        let mut attributes = vec![("id", name), ("name", name), ("aria-describedby", described.as_str())];
        attributes.extend(wrong.map(|_| ("aria-invalid", "true")));
        let fault =
            wrong.map(|fault| element("p", &[("class", "problem"), ("id", &fault_id)], [text(&words::fault(*fault))]));
        let head = [
            element("label", &[("for", name)], [text(label)]),
            element("p", &[("class", "hint"), ("id", &hint_id)], [text(hint)]),
        ];
        element("div", &[("class", "field")], head.into_iter().chain(fault).chain([control(&attributes)]))
    }

    /// What keeps it from being stored, each with a link to its field. It gets the focus when the page opens.
    fn summary(&self) -> Option<Markup> {
        let heading = match (&self.failure, self.faults.len()) {
            (Some(failure), _) => failure.clone(),
            (None, 0) => return None,
            (None, 1) => "Bitte prüfen Sie eine Angabe".to_owned(),
            (None, faults) => format!("Bitte prüfen Sie {faults} Angaben"),
        };
        let links = self.faults.iter().map(|fault| {
            let field = if fault.is_of_contact() { "#kontakt" } else { "#text" };
            element("li", &[], [element("a", &[("href", field)], [text(&words::fault(*fault))])])
        });
        let list = (!self.faults.is_empty()).then(|| element("ul", &[], links));
        let own = [("class", "wrong"), ("role", "alert"), ("tabindex", "-1"), ("autofocus", "")];
        Some(element("div", &own, [element("h2", &[], [text(&heading)])].into_iter().chain(list)))
    }
}

/// A field that nobody sees. What is typed there was typed by no person.
fn trap() -> Markup {
    let label = element("label", &[("for", "website")], [text("Dieses Feld bleibt leer")]);
    let own = [("id", "website"), ("name", "website"), ("tabindex", "-1"), ("autocomplete", "off")];
    element("div", &[("hidden", "")], [label, void("input", &own)])
}

fn notice() -> Markup {
    let version = format!("Fassung {} dieses Hinweises.", words::NOTICE_VERSION);
    let title = element("h2", &[("id", "datenschutz")], [text("Datenschutz")]);
    let paragraphs = words::notice().map(|words| paragraph("", &words));
    let inside = [title].into_iter().chain(paragraphs).chain([paragraph("src", &version)]);
    element("aside", &[("aria-labelledby", "datenschutz")], inside)
}

/// Thanks, with the reference where there is one.
pub fn thanks(reference: Option<&Reference>) -> Markup {
    let number = reference.map(|reference| {
        let number = element("b", &[], [text(&reference.to_string())]);
        element(
            "p",
            &[("class", "lead")],
            [text("Ihr Hinweis hat die Nummer "), number, text(". Notieren Sie sie sich.")],
        )
    });
    let next = "Die Stadtverwaltung prüft Ihren Hinweis. Ist eine Angabe falsch, wird sie berichtigt; die frühere bleibt mit \
                ihrem Datum sichtbar. Haben Sie geschrieben, wie wir Sie erreichen, bekommen Sie eine Antwort.";
    let back = element("p", &[], [element("a", &[("class", "act"), ("href", "/")], [text("Zur Übersicht")])]);
    let title = element("h1", &[("id", "satz")], [text("Danke für Ihren Hinweis.")]);
    let inside = [Some(title), number, Some(paragraph("sub", next)), Some(back)];
    let hero = element("section", &[("class", "hero"), ("aria-labelledby", "satz")], inside.into_iter().flatten());
    element("main", &[("id", "inhalt"), ("class", "wrap")], [hero])
}

fn crumbs(place: &Place, rollout: &Rollout) -> Markup {
    let link = |address: &str, words: &str| element("li", &[], [element("a", &[("href", address)], [text(words)])]);
    let page = (place.part != Part::Town).then(|| link(&place.address(), &words::place(place, rollout)));
    let here = element("li", &[("aria-current", "page")], [text("Hinweis")]);
    let items = element("ol", &[], [link("/", "Übersicht")].into_iter().chain(page).chain([here]));
    element("nav", &[("class", "crumbs"), ("aria-label", "Brotkrumen")], [items])
}

fn paragraph(class: &str, words: &str) -> Markup {
    match class {
        "" => element("p", &[], [text(words)]),
        class => element("p", &[("class", class)], [text(words)]),
    }
}

/// The link beside a public figure.
pub fn question(place: &Place) -> Markup {
    all([element("a", &[("href", &words::address(place))], [text(words::QUESTION)])])
}
