//! The timeline's entries in words. What somebody wrote about one stays German in every language, and is marked as such.

use jiff::civil::Date;

use super::{build_words, date, facility_words, funding_words, lang::Lang, number, span::Span, words};
use crate::domain::{
    agreement::AgreementKind,
    calendar::days_until,
    timeline::{Entry, Happening, Strand},
    when::When,
};

/// When: "10. November 2023", "25. November 2023, in 15 Tagen".
pub fn when(entry: &Entry, today: Date, lang: Lang) -> String {
    let text = date::when(entry.when, lang);
    match entry.when {
        When::Day(day) => match days_until(today, day) {
            0 => format!("{text}, {}", lang.pick("heute", "today", "aujourd’hui")),
            1 => format!("{text}, {}", lang.pick("morgen", "tomorrow", "demain")),
            days if days > 1 => format!("{text}, {}", in_days(days.unsigned_abs(), lang)),
            _ => text,
        },
        When::Month(..) | When::Years(..) => text,
    }
}

fn in_days(days: u32, lang: Lang) -> String {
    let days = number::count(days, lang);
    match lang {
        Lang::De => format!("in {days} Tagen"),
        Lang::En => format!("in {days} days"),
        Lang::Fr => format!("dans {days} jours"),
    }
}

/// What happened, in one or two sentences.
pub fn sentence(entry: &Entry, today: Date, lang: Lang) -> Vec<Span> {
    let plain = |words: String| vec![Span::Plain(words)];
    match &entry.what {
        Happening::Decided { body, text } => decided(body, text, lang),
        Happening::Agreed { kind, partner, note } => {
            with_note(plain(format!("{}.", agreed(*kind, partner, lang))), note.as_deref(), lang)
        }
        Happening::AgreementEnds { kind, partner } => {
            plain(agreement_ends(*kind, partner, today > entry.when.last_day(), lang))
        }
        Happening::Opened { campaign, operator } => opened(campaign, operator, lang),
        Happening::Deadline { earlier, reason } => {
            let ahead = entry.is_ahead(today) || entry.when == When::Day(today);
            let earlier = earlier_deadlines(earlier, lang).map_or_else(String::new, |earlier| format!(" {earlier}"));
            with_note(plain(format!("{}{earlier}", deadline(ahead, lang))), reason.as_deref(), lang)
        }
        Happening::CameOut { kind, note } => {
            with_note(plain(words::outcome(*kind, lang).0.to_owned()), note.as_deref(), lang)
        }
        Happening::Measure { kind, note } => {
            with_note(plain(format!("{}.", words::measure(*kind, lang))), note.as_deref(), lang)
        }
        Happening::Milestone { application, kind, part, refused, planned } => {
            let part = part.map_or_else(String::new, |part| format!(" ({})", funding_words::part(part, lang)));
            let how = match (refused, planned) {
                (true, _) => lang.pick(", abgelehnt", ", refused", " (refus)"),
                (false, true) => lang.pick(", geplant", ", planned", " (prévu)"),
                (false, false) => "",
            };
            about(application, &format!("{}{part}{how}.", funding_words::milestone(*kind, lang)), lang)
        }
        Happening::Line { facility, state } => {
            let state = facility_words::state(*state, lang);
            about(facility, &format!("{} {state}.", lang.pick("Leitung", "line", "ligne")), lang)
        }
        Happening::Fact { text } => vec![Span::quoted(text, lang)],
        other => build_words::happening(other, entry.is_ahead(today), lang),
    }
}

/// What is told of something by its name: "Grundschule Weier: Leitung geplant."
fn about(name: &str, what: &str, lang: Lang) -> Vec<Span> {
    vec![Span::quoted(name, lang), Span::plain(format!("{}{what}", lang.pick(": ", ": ", "\u{a0}: ")))]
}

/// The decision is a German sentence of its own; other languages say beforehand what it is.
fn decided(body: &str, text: &str, lang: Lang) -> Vec<Span> {
    let sentence = Span::quoted(format!("Der {body} {text}"), lang);
    match lang {
        Lang::De => vec![sentence],
        Lang::En => vec![Span::plain("Decision: "), sentence],
        Lang::Fr => vec![Span::plain("Décision\u{a0}: "), sentence],
    }
}

fn opened(campaign: &str, operator: &str, lang: Lang) -> Vec<Span> {
    let campaign = Span::quoted(campaign, lang);
    match lang {
        Lang::De => vec![campaign, Span::plain(format!(" beginnt. Betreiber: {operator}."))],
        Lang::En => vec![Span::plain(format!("Start of the campaign of {operator}: ")), campaign, Span::plain(".")],
        Lang::Fr => {
            vec![Span::plain(format!("Début de la campagne de {operator}\u{a0}: ")), campaign, Span::plain(".")]
        }
    }
}

const fn deadline(ahead: bool, lang: Lang) -> &'static str {
    match ahead {
        true => lang.pick("Die Frist endet.", "This is the deadline.", "C’est la date limite."),
        false => lang.pick("Die Frist endete.", "This was the deadline.", "C’était la date limite."),
    }
}

/// "Vereinbarung zur Wegenutzung mit 1&1 Versatel".
fn agreed(kind: AgreementKind, partner: &str, lang: Lang) -> String {
    let what = match kind {
        AgreementKind::RightOfWay => {
            lang.pick("Vereinbarung zur Wegenutzung", "Right-of-way agreement", "Accord de droit de passage")
        }
        AgreementKind::LetterOfIntent => lang.pick("Absichtserklärung", "Letter of intent", "Lettre d’intention"),
        AgreementKind::Cooperation => lang.pick("Kooperation", "Cooperation", "Coopération"),
        AgreementKind::Supply => lang.pick("Liefervertrag", "Supply contract", "Contrat de fourniture"),
    };
    format!("{what} {} {partner}", lang.pick("mit", "with", "avec"))
}

fn agreement_ends(kind: AgreementKind, partner: &str, past: bool, lang: Lang) -> String {
    let agreed = agreed(kind, partner, lang);
    match (lang, past) {
        (Lang::De, true) => format!("{agreed} endete."),
        (Lang::De, false) => format!("{agreed} endet."),
        (Lang::En, true) => format!("{agreed} ended."),
        (Lang::En, false) => format!("{agreed} ends."),
        // The nouns differ in gender, a verb would have to follow each.
        (Lang::Fr, _) => format!("{agreed}\u{a0}: fin."),
    }
}

/// The name of a strand, as it is filtered by.
pub const fn strand(strand: Strand, lang: Lang) -> &'static str {
    match strand {
        Strand::Marketing => lang.pick("Vermarktung", "Sign-up", "Souscription"),
        Strand::Commercial => lang.pick("Gewerbe", "Business", "Entreprises"),
        Strand::Build => lang.pick("Bau", "Construction", "Travaux"),
        Strand::Agreement => lang.pick("Vereinbarung", "Agreement", "Accord"),
        Strand::Measure => lang.pick("Maßnahme", "Measure", "Mesure"),
        Strand::Decision => lang.pick("Beschluss", "Decision", "Décision"),
        Strand::Funding => lang.pick("Förderung", "Funding", "Subvention"),
        Strand::Facilities => lang.pick("Einrichtungen", "Facilities", "Équipements"),
    }
}

/// "Eine frühere Mitteilung nannte den 26. November."
pub fn earlier_deadlines(earlier: &[Date], lang: Lang) -> Option<String> {
    let before = lang.pick("den ", "", "le ");
    let days: Vec<String> = earlier.iter().map(|day| format!("{before}{}", date::without_year(*day, lang))).collect();
    let named = match (days.len(), lang) {
        (0, _) => return None,
        (1, _) => {
            lang.pick("Eine frühere Mitteilung nannte", "An earlier notice named", "Une annonce précédente indiquait")
        }
        _ => lang.pick("Frühere Mitteilungen nannten", "Earlier notices named", "Des annonces précédentes indiquaient"),
    };
    Some(format!("{named} {}.", words::list(&days, lang)))
}

/// What somebody wrote beside it.
pub(super) fn with_note(mut spans: Vec<Span>, note: Option<&str>, lang: Lang) -> Vec<Span> {
    spans.extend(note.into_iter().flat_map(|note| [Span::plain(" "), Span::quoted(note, lang)]));
    spans
}
