//! A citizen's remark in words: the form, what is wrong with it, the privacy notice, what waits at the desk.

use super::{date, number};
use crate::domain::{
    area::Slug,
    funding::Funding,
    remark::{CONTACT_DAYS, CONTACT_MONTHS, LONGEST_CONTACT, LONGEST_TEXT, Part, Place, Remark, RemarkFault},
    rollout::Rollout,
    subject::Subject,
};

/// The question beside every public figure.
pub const QUESTION: &str = "Stimmt das nicht?";

/// The version of the privacy notice. Another text has another version: it is stored with each remark, so that it can be
/// said what who sent it was told.
pub const NOTICE_VERSION: &str = "1";

/// Where a remark about a page is written.
pub fn address(place: &Place) -> String {
    format!("/hinweis?zu={place}")
}

/// The privacy notice (Datenschutzhinweis), paragraph by paragraph.
pub fn notice() -> [String; 4] {
    [
        "Ihr Hinweis geht an die Stadtverwaltung. Veröffentlicht wird er nicht, und Sie müssen nicht sagen, wer Sie sind."
            .to_owned(),
        format!(
            "Wie wir Sie erreichen, verwenden wir nur für die Antwort. Die Angabe wird {CONTACT_DAYS} Tage nach der Antwort \
             gelöscht, spätestens {CONTACT_MONTHS} Monate nach Eingang."
        ),
        "Der Text bleibt, damit nachvollziehbar ist, was berichtigt wurde. Nennen Sie darin keine Namen.".to_owned(),
        "Von welchem Anschluss der Hinweis kam, wird nicht gespeichert. Diese Seite setzt keine Cookies.".to_owned(),
    ]
}

/// What the page is called.
pub fn place(place: &Place, rollout: &Rollout) -> String {
    let or_slug = |name: Option<String>, slug: &Slug| name.unwrap_or_else(|| slug.to_string());
    match (place.part, &place.slug) {
        (Part::Area, Some(slug)) => or_slug(rollout.areas.by_slug(slug.as_str()).map(|area| area.name.clone()), slug),
        (Part::Town | Part::Area, _) => "Übersicht".to_owned(),
        (Part::Facilities, None) => "Einrichtungen".to_owned(),
        (Part::Facilities, Some(slug)) => {
            format!("Einrichtungen: {}", or_slug(rollout.facility(slug.as_str()).map(|one| one.details.name), slug))
        }
        (Part::Funding, None) => "Förderung".to_owned(),
        (Part::Funding, Some(slug)) => {
            let known = Funding::of(rollout, &Subject::Application(slug.clone()));
            format!("Förderung: {}", or_slug(known.map(|known| known.application.title), slug))
        }
        (Part::Timeline, _) => "Verlauf".to_owned(),
    }
}

/// What is wrong, and what would be right.
pub fn fault(fault: RemarkFault) -> String {
    let characters = |length: usize| number::count(u32::try_from(length).unwrap_or(u32::MAX));
    let too_long = |what: &str, length, longest| {
        let (has, may) = (characters(length), characters(longest));
        format!("{what} hat {has} Zeichen. Kürzen Sie ihn auf höchstens {may}.")
    };
    match fault {
        RemarkFault::TextMissing => {
            "Der Hinweis ist leer. Schreiben Sie, was nicht stimmt und was richtig wäre.".to_owned()
        }
        RemarkFault::TextTooLong(length) => too_long("Der Hinweis", length, LONGEST_TEXT),
        RemarkFault::ContactTooLong(length) => too_long("Der Kontakt", length, LONGEST_CONTACT),
        RemarkFault::TextUnreadable => {
            "Im Hinweis stehen Zeichen, die nicht zu lesen sind. Tippen Sie ihn ein, statt ihn einzufügen.".to_owned()
        }
        RemarkFault::ContactUnreadable => {
            "Im Kontakt stehen Zeichen, die nicht zu lesen sind. Schreiben Sie eine E-Mail-Adresse oder Telefonnummer."
                .to_owned()
        }
    }
}

/// Too many remarks came, from one address or in all.
pub fn too_many(seconds: u32) -> String {
    let wait = match seconds.div_ceil(60) {
        0 | 1 => "einer Minute".to_owned(),
        minutes => format!("{} Minuten", number::count(minutes)),
    };
    format!(
        "Gerade kamen sehr viele Hinweise. Ihrer ist noch nicht gespeichert. Schicken Sie ihn in {wait} noch einmal ab."
    )
}

/// The server could not store it.
pub const NOT_STORED: &str =
    "Der Hinweis konnte gerade nicht gespeichert werden. Schicken Sie ihn in einer Minute noch einmal ab.";
/// What was sent is larger than any form.
pub const TOO_LARGE: &str = "Das war mehr, als in einen Hinweis passt. Schreiben Sie ihn kürzer.";
/// What was sent is no form.
pub const NO_FORM: &str = "Der Hinweis war nicht zu lesen. Schreiben Sie ihn bitte in dieses Formular.";
/// The privacy notice has changed while the form was open.
pub const NEW_NOTICE: &str = "Der Datenschutzhinweis hat sich geändert, während Sie schrieben. Lesen Sie ihn bitte und schicken Sie den Hinweis dann ab.";

/// How a remark's sender can be reached, or why that is not there.
pub fn contact(remark: &Remark, may_edit: bool) -> String {
    match (&remark.contact, remark.contact_deleted_on) {
        (Some(contact), _) => contact.clone(),
        (None, Some(day)) => format!("gelöscht am {}", date::long(day)),
        (None, None) if may_edit => "nicht angegeben oder mit einer Sicherung nicht zurückgekommen".to_owned(),
        (None, None) => "nur für die Bearbeitung sichtbar".to_owned(),
    }
}
