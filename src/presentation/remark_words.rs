//! A citizen's remark in words: the form, what is wrong with it, the privacy notice, what waits at the desk.

use super::{date, frame_words, lang::Lang, number, span::Span};
use crate::domain::{
    area::Slug,
    funding::Funding,
    remark::{CONTACT_DAYS, CONTACT_MONTHS, LONGEST_CONTACT, LONGEST_TEXT, Part, Place, Remark, RemarkFault},
    rollout::Rollout,
    subject::Subject,
};

/// Where a remark is written, without the prefix of the page's language.
pub const ADDRESS: &str = "/hinweis";
/// Where one is thanked for, likewise.
pub const THANKS: &str = "/hinweis/danke";

/// Where it stands what is stored, likewise.
pub const PRIVACY: &str = "/datenschutz";

/// The question beside every public figure.
pub const fn question(lang: Lang) -> &'static str {
    lang.pick("Stimmt das nicht?", "Is this wrong?", "Une erreur\u{202f}?")
}

/// The version of the privacy notice. Another text has another version: it is stored with each remark, so that it can be
/// said what who sent it was told. It says the same in every language.
pub const NOTICE_VERSION: &str = "2";

/// Where a remark about a page is written, without the prefix of the page's language.
pub fn address(place: &Place) -> String {
    format!("{ADDRESS}?zu={place}")
}

/// The privacy notice (Datenschutzhinweis), paragraph by paragraph.
pub fn notice(lang: Lang) -> [String; 4] {
    let (days, months) = (CONTACT_DAYS, CONTACT_MONTHS);
    let [sent, kept, unknown] = lang.pick(
        [
            "Ihr Hinweis geht an die Stadtverwaltung. Veröffentlicht wird er nicht, und Sie müssen nicht sagen, wer Sie sind.",
            "Der Text bleibt, damit nachvollziehbar ist, was berichtigt wurde. Nennen Sie darin keine Namen.",
            "Von welchem Anschluss der Hinweis kam, wird nicht gespeichert. Diese Seite setzt keine Cookies.",
        ],
        [
            "Your remark goes to the town administration. It is not published, and you do not have to say who you are.",
            "The text is kept so that it can be traced what was corrected. Please do not name anyone in it.",
            "Which connection the remark came from is not stored. This site sets no cookies.",
        ],
        [
            "Votre remarque est transmise à l’administration municipale. Elle n’est pas publiée, et vous n’avez pas à dire qui vous êtes.",
            "Le texte est conservé afin que l’on puisse retracer ce qui a été corrigé. N’y citez aucun nom.",
            "La connexion d’où provient la remarque n’est pas enregistrée. Ce site ne dépose aucun cookie.",
        ],
    );
    let contact = match lang {
        Lang::De => format!(
            "Wie wir Sie erreichen, verwenden wir nur für die Antwort. Die Angabe wird {days} Tage nach der Antwort gelöscht, \
             spätestens {months} Monate nach Eingang."
        ),
        Lang::En => format!(
            "Your contact details are used only to answer you. They are deleted {days} days after the answer, and no later than \
             {months} months after your remark arrived."
        ),
        Lang::Fr => format!(
            "Vos coordonnées ne servent qu’à vous répondre. Elles sont supprimées {days} jours après la réponse, au plus tard \
             {months} mois après la réception."
        ),
    };
    [sent.to_owned(), contact, kept.to_owned(), unknown.to_owned()]
}

/// What the page is called.
pub fn place(place: &Place, rollout: &Rollout, lang: Lang) -> Vec<Span> {
    let or_slug = |name: Option<String>, slug: &Slug| name.unwrap_or_else(|| slug.to_string());
    let plain = |name: &str| vec![Span::plain(name)];
    let within = |part: &str, name: String| {
        vec![Span::plain(format!("{part}{}", lang.pick(": ", ": ", "\u{a0}: "))), Span::quoted(name, lang)]
    };
    let (facilities, funding) =
        (lang.pick("Einrichtungen", "Facilities", "Équipements"), lang.pick("Förderung", "Funding", "Subventions"));
    match (place.part, &place.slug) {
        (Part::Area, Some(slug)) => {
            plain(&or_slug(rollout.areas.by_slug(slug.as_str()).map(|area| area.name.clone()), slug))
        }
        (Part::Town | Part::Area, _) => plain(frame_words::overview(lang)),
        (Part::Facilities, None) => plain(facilities),
        (Part::Facilities, Some(slug)) => {
            within(facilities, or_slug(rollout.facility(slug.as_str()).map(|one| one.details.name), slug))
        }
        (Part::Funding, None) => plain(funding),
        (Part::Funding, Some(slug)) => {
            let known = Funding::of(rollout, &Subject::Application(slug.clone()));
            within(funding, or_slug(known.map(|known| known.application.title), slug))
        }
        (Part::Timeline, _) => plain(lang.pick("Verlauf", "Timeline", "Chronologie")),
    }
}

/// What is wrong, and what would be right.
pub fn fault(fault: RemarkFault, lang: Lang) -> String {
    let said = match fault {
        RemarkFault::TextTooLong(length) => {
            return too_long(
                lang.pick("Der Hinweis", "The remark", "La remarque"),
                lang.pick("ihn", "it", "Raccourcissez-la"),
                (length, LONGEST_TEXT),
                lang,
            );
        }
        RemarkFault::ContactTooLong(length) => {
            return too_long(
                lang.pick("Der Kontakt", "The contact", "Le contact"),
                lang.pick("ihn", "it", "Raccourcissez-le"),
                (length, LONGEST_CONTACT),
                lang,
            );
        }
        RemarkFault::TextMissing => lang.pick(
            "Der Hinweis ist leer. Schreiben Sie, was nicht stimmt und was richtig wäre.",
            "The remark is empty. Write what is wrong and what would be right.",
            "La remarque est vide. Écrivez ce qui est inexact et ce qui serait juste.",
        ),
        RemarkFault::TextUnreadable => lang.pick(
            "Im Hinweis stehen Zeichen, die nicht zu lesen sind. Tippen Sie ihn ein, statt ihn einzufügen.",
            "The remark contains characters that cannot be read. Type it instead of pasting it.",
            "La remarque contient des caractères illisibles. Saisissez-la au lieu de la coller.",
        ),
        RemarkFault::ContactUnreadable => lang.pick(
            "Im Kontakt stehen Zeichen, die nicht zu lesen sind. Schreiben Sie eine E-Mail-Adresse oder Telefonnummer.",
            "The contact contains characters that cannot be read. Write an email address or telephone number.",
            "Le contact contient des caractères illisibles. Écrivez une adresse e-mail ou un numéro de téléphone.",
        ),
    };
    said.to_owned()
}

/// `it` is the object of the second sentence, in French with its verb.
fn too_long(what: &str, it: &str, (length, longest): (usize, usize), lang: Lang) -> String {
    let characters = |length: usize| number::count(u32::try_from(length).unwrap_or(u32::MAX), lang);
    let (has, may) = (characters(length), characters(longest));
    match lang {
        Lang::De => format!("{what} hat {has} Zeichen. Kürzen Sie {it} auf höchstens {may}."),
        Lang::En => format!("{what} has {has} characters. Shorten {it} to at most {may}."),
        Lang::Fr => format!("{what} compte {has} caractères. {it} à {may} au maximum."),
    }
}

/// Too many remarks came, from one address or in all.
pub fn too_many(seconds: u32, lang: Lang) -> String {
    let minutes = match seconds.div_ceil(60) {
        0 | 1 => lang.pick("einer Minute", "a minute", "une minute").to_owned(),
        minutes => format!("{} {}", number::count(minutes, lang), lang.pick("Minuten", "minutes", "minutes")),
    };
    match lang {
        Lang::De => format!(
            "Gerade kamen sehr viele Hinweise. Ihrer ist noch nicht gespeichert. Schicken Sie ihn in {minutes} noch einmal ab."
        ),
        Lang::En => format!(
            "A great many remarks have just arrived. Yours is not stored yet. Please send it again in {minutes}."
        ),
        Lang::Fr => format!(
            "De très nombreuses remarques viennent d’arriver. La vôtre n’est pas encore enregistrée. Renvoyez-la dans {minutes}."
        ),
    }
}

/// The server could not store it.
pub const fn not_stored(lang: Lang) -> &'static str {
    lang.pick(
        "Der Hinweis konnte gerade nicht gespeichert werden. Schicken Sie ihn in einer Minute noch einmal ab.",
        "The remark could not be stored just now. Please send it again in a minute.",
        "La remarque n’a pas pu être enregistrée. Renvoyez-la dans une minute.",
    )
}

/// What was sent is larger than any form.
pub const fn too_large(lang: Lang) -> &'static str {
    lang.pick(
        "Das war mehr, als in einen Hinweis passt. Schreiben Sie ihn kürzer.",
        "That was more than fits into a remark. Please write a shorter one.",
        "C’est plus que ce que peut contenir une remarque. Écrivez-en une plus courte.",
    )
}

/// What was sent is no form.
pub const fn no_form(lang: Lang) -> &'static str {
    lang.pick(
        "Der Hinweis war nicht zu lesen. Schreiben Sie ihn bitte in dieses Formular.",
        "The remark could not be read. Please write it in this form.",
        "La remarque n’a pas pu être lue. Veuillez l’écrire dans ce formulaire.",
    )
}

/// It was sent from a page that is not ours.
pub const fn other_site(lang: Lang) -> &'static str {
    lang.pick(
        "Der Hinweis wurde von einer fremden Seite abgeschickt und ist nicht gespeichert. Schreiben Sie ihn bitte in dieses Formular.",
        "The remark was sent from another website and has not been stored. Please write it in this form.",
        "La remarque a été envoyée depuis un autre site et n’est pas enregistrée. Veuillez l’écrire dans ce formulaire.",
    )
}

/// The privacy notice has changed while the form was open.
pub const fn new_notice(lang: Lang) -> &'static str {
    lang.pick(
        "Der Datenschutzhinweis hat sich geändert, während Sie schrieben. Lesen Sie ihn bitte und schicken Sie den Hinweis dann ab.",
        "The data protection notice changed while you were writing. Please read it, then send the remark.",
        "L’information sur la protection des données a changé pendant que vous écriviez. Veuillez la lire, puis envoyez la remarque.",
    )
}

/// How a remark's sender can be reached, or why that is not there.
pub fn contact(remark: &Remark, may_edit: bool) -> String {
    match (&remark.contact, remark.contact_deleted_on) {
        (Some(contact), _) => contact.clone(),
        (None, Some(day)) => format!("gelöscht am {}", date::long(day, Lang::De)),
        (None, None) if may_edit => "nicht angegeben oder mit einer Sicherung nicht zurückgekommen".to_owned(),
        (None, None) => "nur für die Bearbeitung sichtbar".to_owned(),
    }
}
