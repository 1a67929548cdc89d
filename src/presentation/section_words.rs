//! The words of the sections below an area's curve: answers, rounds, build, results, agreements, readings.

use jiff::civil::Date;

use super::{date, lang::Lang, number, span::Span, words};
use crate::domain::{
    measure::{Audience, Measure},
    withdrawal::Withdrawn,
};

/// The heading of the three answers, and what is said below it.
pub const fn three_questions(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "Drei Fragen, drei Antworten",
            "Jede Frage hat ihre eigene Antwort. Ein erreichtes Ziel ist noch keine Zusage, eine Zusage noch kein Netz.",
        ),
        (
            "Three questions, three answers",
            "Each question has an answer of its own. A target that has been reached is not yet a commitment, and a commitment \
             is not yet a network.",
        ),
        (
            "Trois questions, trois réponses",
            "Chaque question a sa propre réponse. Un objectif atteint n’est pas encore un engagement, un engagement n’est \
             pas encore un réseau.",
        ),
    )
}

/// The heading of the rounds.
pub const fn rounds(lang: Lang) -> &'static str {
    lang.pick("Runden", "Rounds", "Tours")
}

/// From when to when a round runs.
pub fn round_days(opens: Date, ends: Date, lang: Lang) -> String {
    let (opens, ends) = (date::long(opens, lang), date::long(ends, lang));
    match lang {
        Lang::De => format!("{opens} bis {ends}"),
        Lang::En => format!("{opens} to {ends}"),
        Lang::Fr => format!("Du {opens} au {ends}"),
    }
}

/// What counts for a round that runs.
pub const fn counts_for_this_round(lang: Lang) -> &'static str {
    lang.pick(
        "Gezählt wird, was für diese Runde gemeldet ist.",
        "What is reported for this round is counted.",
        "On compte ce qui est déclaré pour ce tour.",
    )
}

/// Where nobody has said what came out.
pub const fn no_result(lang: Lang) -> &'static str {
    lang.pick("Ein Ergebnis ist nicht bekannt.", "No result is known.", "Aucun résultat n’est connu.")
}

/// Where nobody has said when.
pub const fn no_date(lang: Lang) -> &'static str {
    lang.pick("ohne Datum", "no date", "sans date")
}

/// The heading of the build.
pub const fn build(lang: Lang) -> &'static str {
    lang.pick("Wie weit der Bau ist", "How far the build has come", "Où en est la construction")
}

/// The heading of what came out.
pub const fn came_out(lang: Lang) -> &'static str {
    lang.pick("Was herauskam und was es heißt", "What came out and what it means", "Le résultat et ce qu’il signifie")
}

/// The heading where the operator decides without a target.
pub const fn how_decided(lang: Lang) -> &'static str {
    lang.pick("Wie entschieden wird", "How it is decided", "Comment la décision est prise")
}

/// The operator decides without a target.
pub fn operator_decides(operator: &str, lang: Lang) -> String {
    match lang {
        Lang::De => {
            format!("{operator} nennt kein Ziel und entscheidet selbst, ob die Zusagen für einen Ausbau reichen.")
        }
        Lang::En => {
            format!("{operator} names no target and decides for itself whether the sign-ups are enough for a build.")
        }
        Lang::Fr => format!(
            "{operator} ne donne pas d’objectif. À l’opérateur de décider si les souscriptions suffisent pour construire."
        ),
    }
}

/// What may come out where the target is missed: the heading, and what is said below it.
pub const fn if_missed(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "Wenn das Ziel verfehlt wird",
            "Dann muss der Betreiber nicht bauen. Entschieden wird nach der Frist. Möglich sind:",
        ),
        (
            "If the target is missed",
            "Then the operator does not have to build. The decision comes after the deadline. What may happen:",
        ),
        (
            "Si l’objectif est manqué",
            "L’opérateur n’est alors pas tenu de construire. La décision vient après la date limite. Sont possibles\u{a0}:",
        ),
    )
}

/// The four ways it may go, each with what it means.
pub const fn ways(lang: Lang) -> [(&'static str, &'static str); 4] {
    lang.pick(
        [
            ("Verlängerung.", " Die Frist wird verschoben, die Verträge bleiben."),
            ("Bau trotzdem.", " Der Betreiber baut auch mit weniger Verträgen."),
            ("Ende.", " Die Kampagne wird eingestellt, die Verträge verfallen."),
            ("Anderer Weg.", " Die Stadt prüft Förderung oder andere Unternehmen."),
        ],
        [
            ("Extension.", " The deadline is moved, the contracts remain valid."),
            ("Build anyway.", " The operator builds even with fewer contracts."),
            ("End.", " The campaign is stopped, the contracts lapse."),
            ("Another way.", " The town looks into funding or other companies."),
        ],
        [
            ("Prolongation.", " La date limite est reportée, les contrats restent valables."),
            ("Construction malgré tout.", " L’opérateur construit même avec moins de contrats."),
            ("Fin.", " La campagne est arrêtée, les contrats deviennent caducs."),
            ("Une autre voie.", " La ville étudie des subventions ou d’autres entreprises."),
        ],
    )
}

/// The heading of the agreements.
pub const fn agreements(lang: Lang) -> &'static str {
    lang.pick("Vereinbarungen", "Agreements", "Accords")
}

/// The heading of the measures.
pub const fn measures(lang: Lang) -> &'static str {
    lang.pick("Begleitende Maßnahmen", "Accompanying measures", "Mesures d’accompagnement")
}

/// From when an agreement is in force.
pub fn valid_from(when: crate::domain::when::When, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Gilt ab {}.", date::when(when, lang)),
        Lang::En => format!("Valid from {}.", date::when(when, lang)),
        Lang::Fr => format!("Entrée en vigueur\u{a0}: {}.", date::when(when, lang)),
    }
}

/// The conditions of an agreement.
pub fn conditions(text: &str, lang: Lang) -> Vec<Span> {
    let before = lang.pick("Bedingungen: ", "Conditions: ", "Conditions\u{a0}: ");
    vec![Span::plain(before), Span::quoted(text, lang)]
}

/// That a record was taken back: it stays, and says so.
pub fn withdrawn(withdrawn: &Withdrawn, lang: Lang) -> Vec<Span> {
    let day = date::long(withdrawn.from, lang);
    let before = match lang {
        Lang::De => format!("Zurückgenommen, ungültig ab {day}: "),
        Lang::En => format!("Withdrawn, invalid from {day}: "),
        Lang::Fr => format!("Retrait, plus valable à partir du {day}\u{a0}: "),
    };
    vec![Span::plain(before), Span::quoted(&withdrawn.reason, lang)]
}

/// The link to a document.
pub const fn to_the_document(lang: Lang) -> &'static str {
    lang.pick("Zum Dokument", "To the document", "Voir le document")
}

/// When a measure took place: a day, a span, or as exactly as is known.
pub fn measure_days(measure: &Measure, lang: Lang) -> String {
    match (measure.day(), measure.until) {
        (Some(first), Some(last)) => words::capital(&date::span(first, last, lang)),
        _ => words::capital(&date::when(measure.when, lang)),
    }
}

/// How many a measure reached.
pub fn reached(audience: &Audience, lang: Lang) -> String {
    let (count, of) = (number::count(audience.count, lang), words::audience(audience.of, lang));
    match lang {
        Lang::De => format!("Erreicht: {count} {of}."),
        Lang::En => format!("Reached: {count} {of}."),
        Lang::Fr => format!("Diffusion\u{a0}: {count} {of}."),
    }
}

/// The link to all readings as a file.
pub const fn readings_as_file(lang: Lang) -> &'static str {
    lang.pick("Alle Stände als CSV", "All figures as CSV", "Tous les chiffres en CSV")
}

/// Where there is no reading.
pub const fn no_reading(lang: Lang) -> &'static str {
    lang.pick(
        "Noch keine Meldung. Sobald eine Zahl vorliegt, steht sie hier mit Datum und Quelle.",
        "No report yet. As soon as there is a figure, it will be here with date and source.",
        "Aucune déclaration pour l’instant. Dès qu’il y aura un chiffre, il figurera ici avec la date et la source.",
    )
}

/// What is asked below the table of readings.
pub const fn reading_missing(lang: Lang) -> &'static str {
    lang.pick(
        "Fehlt ein Stand oder ist einer falsch?",
        "Is a figure missing or wrong?",
        "Un chiffre manque ou est faux\u{202f}?",
    )
}

/// The accessible name of the table of readings, and its caption.
pub const fn table_of_readings(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        ("Tabelle der Stände", "Meldungen, neueste zuerst."),
        ("Table of the figures", "Reports, newest first."),
        ("Tableau des chiffres", "Déclarations, la plus récente en premier."),
    )
}

/// The heads of its columns: day, contracts, rate, growth, stage, source and note.
pub const fn columns_of_readings(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["Stand", "Verträge", "Quote", "Zuwachs", "Stufe", "Quelle und Anmerkung"],
        ["As of", "Contracts", "Rate", "Change", "Stage", "Source and note"],
        ["Date", "Contrats", "Taux", "Variation", "Étape", "Source et remarque"],
    )
}

/// Where nothing was reported.
pub const fn not_reported(lang: Lang) -> &'static str {
    lang.pick("nicht gemeldet", "not reported", "non déclaré")
}

/// That a reading was replaced, when and why.
pub fn replaced(on: Date, reason: &str, lang: Lang) -> Vec<Span> {
    let day = date::long(on, lang);
    let before = match lang {
        Lang::De => format!("Ersetzt am {day}: "),
        Lang::En => format!("Replaced on {day}: "),
        Lang::Fr => format!("Remplacé le {day}\u{a0}: "),
    };
    vec![Span::plain(before), Span::quoted(reason, lang)]
}
