//! The words of the form of a remark and of the thanks for one, in every language.

use super::{
    lang::Lang,
    markup::{Markup, element, text},
    number,
    span::Span,
};
use crate::domain::remark::{LONGEST_CONTACT, LONGEST_TEXT, Reference};

/// What stands before the title of a form that is not stored.
pub const fn error(lang: Lang) -> &'static str {
    lang.pick("Fehler: ", "Error: ", "Erreur\u{a0}: ")
}

/// What search engines show.
pub const fn description(lang: Lang) -> &'static str {
    lang.pick(
        "Sagen Sie der Stadt, was an einer Angabe nicht stimmt.",
        "Tell the town what is wrong with a figure or a statement.",
        "Dites à la ville ce qui est inexact dans une information.",
    )
}

/// What is asked for. `place` is the page it is about; nothing stands for the start page.
pub fn lead(place: Option<Vec<Span>>, lang: Lang) -> Vec<Span> {
    let (before, after) = lang.pick(
        ("Schreiben Sie, was an den ", " nicht stimmt und was richtig wäre. Eine Quelle hilft beim Prüfen."),
        ("Write what is wrong with the ", " and what would be right. A source helps us to check it."),
        ("Écrivez ce qui est inexact dans les ", " et ce qui serait juste. Une source facilite la vérification."),
    );
    let town = lang.pick("Zahlen der Übersicht", "figures of the overview", "chiffres de la vue d’ensemble");
    let information = lang.pick("Angaben zu ", "information on ", "informations concernant ");
    let about = match place {
        None => vec![Span::plain(town)],
        Some(place) => [Span::plain(information)].into_iter().chain(place).collect(),
    };
    [Span::plain(before)].into_iter().chain(about).chain([Span::plain(after)]).collect()
}

/// The field of the text: its label, and how much fits.
pub fn text_field(lang: Lang) -> (&'static str, String) {
    let longest = number::count(u32::try_from(LONGEST_TEXT).unwrap_or_default(), lang);
    let label = lang.pick("Was stimmt nicht?", "What is wrong?", "Qu’est-ce qui est inexact\u{202f}?");
    (label, at_most(&longest, lang))
}

/// The field of the contact: its label, what belongs there and how much fits.
pub fn contact_field(lang: Lang) -> (&'static str, String) {
    let label = lang.pick(
        "Wie erreichen wir Sie? (freiwillig)",
        "How can we reach you? (optional)",
        "Comment vous joindre\u{202f}? (facultatif)",
    );
    let what = lang.pick(
        "Eine E-Mail-Adresse oder Telefonnummer, wenn Sie eine Antwort möchten.",
        "An email address or telephone number, if you would like an answer.",
        "Une adresse e-mail ou un numéro de téléphone, si vous souhaitez une réponse.",
    );
    (label, format!("{what} {}", at_most(&LONGEST_CONTACT.to_string(), lang)))
}

fn at_most(characters: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Höchstens {characters} Zeichen."),
        Lang::En => format!("At most {characters} characters."),
        Lang::Fr => format!("{characters} caractères au maximum."),
    }
}

/// The button.
pub const fn send(lang: Lang) -> &'static str {
    lang.pick("Hinweis abschicken", "Send remark", "Envoyer la remarque")
}

/// How many entries are wrong.
pub fn check(faults: usize, lang: Lang) -> String {
    match (faults, lang) {
        (1, _) => lang
            .pick("Bitte prüfen Sie eine Angabe", "Please check one entry", "Veuillez vérifier une indication")
            .to_owned(),
        (faults, Lang::De) => format!("Bitte prüfen Sie {faults} Angaben"),
        (faults, Lang::En) => format!("Please check {faults} entries"),
        (faults, Lang::Fr) => format!("Veuillez vérifier {faults} indications"),
    }
}

/// The label of the field that nobody sees.
pub const fn trap(lang: Lang) -> &'static str {
    lang.pick("Dieses Feld bleibt leer", "Leave this field empty", "Laissez ce champ vide")
}

/// The heading of the privacy notice.
pub const fn privacy(lang: Lang) -> &'static str {
    lang.pick("Datenschutz", "Data protection", "Protection des données")
}

/// The link to all that is said about data.
pub const fn all_privacy(lang: Lang) -> &'static str {
    lang.pick("Alles zum Datenschutz", "All about data protection", "Tout sur la protection des données")
}

/// Which version of the privacy notice this is.
pub fn version(version: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Fassung {version} dieses Hinweises."),
        Lang::En => format!("Version {version} of this notice."),
        Lang::Fr => format!("Version {version} de cette information."),
    }
}

/// The page's name in the path to it.
pub const fn name(lang: Lang) -> &'static str {
    lang.pick("Hinweis", "Remark", "Remarque")
}

/// The heading of the thanks.
pub const fn thank(lang: Lang) -> &'static str {
    lang.pick("Danke für Ihren Hinweis.", "Thank you for your remark.", "Merci pour votre remarque.")
}

/// What search engines show of the thanks.
pub const fn stored(lang: Lang) -> &'static str {
    lang.pick("Ihr Hinweis ist gespeichert.", "Your remark is stored.", "Votre remarque est enregistrée.")
}

/// The number of a remark.
pub fn numbered(reference: &Reference, lang: Lang) -> [Markup; 3] {
    let (before, after) = lang.pick(
        ("Ihr Hinweis hat die Nummer ", ". Bitte notieren Sie sich diese Nummer."),
        ("Your remark has the number ", ". Please make a note of it."),
        ("Votre remarque porte le numéro ", ". Veuillez le noter."),
    );
    [text(before), element("b", &[], [text(&reference.to_string())]), text(after)]
}

/// What happens with a remark.
pub const fn next(lang: Lang) -> &'static str {
    lang.pick(
        "Die Stadtverwaltung prüft Ihren Hinweis. Ist eine Angabe falsch, wird sie berichtigt; die frühere bleibt mit ihrem \
         Datum sichtbar. Haben Sie geschrieben, wie wir Sie erreichen, bekommen Sie eine Antwort.",
        "The town administration checks your remark. If something is wrong, it is corrected; what stood there before stays \
         visible with its date. If you wrote how we can reach you, you will get an answer.",
        "L’administration municipale vérifie votre remarque. Si une information est inexacte, elle est corrigée\u{202f}; \
         l’ancienne reste visible avec sa date. Si vous avez indiqué comment vous joindre, vous recevrez une réponse.",
    )
}

/// The link back.
pub const fn back(lang: Lang) -> &'static str {
    lang.pick("Zur Übersicht", "To the overview", "Vers la vue d’ensemble")
}
