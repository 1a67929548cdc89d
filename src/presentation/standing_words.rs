//! Three questions about an area and their answers in words: target reached, build committed, network built.

use super::{build_words, date, lang::Lang, source_note, span::Span, words};
use crate::domain::{
    campaign::{Clock, Target, Unit},
    outcome::OutcomeKind,
    standing::{Answer, Built, Commitment, Threshold},
    status::AreaReport,
    when::When,
};

/// What nobody has said.
pub const fn unknown(lang: Lang) -> &'static str {
    lang.pick("nicht bekannt", "not known", "non connu")
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerWords {
    /// "Ziel erreicht".
    pub question: &'static str,
    /// "nein".
    pub word: &'static str,
    /// How it looks: "yes", "no" or "open".
    pub look: &'static str,
    /// What that means, in a sentence.
    pub sentence: String,
    /// For when it is said, where somebody said it.
    pub when: Option<When>,
    /// Who says so.
    pub source: Option<String>,
}

impl AnswerWords {
    /// "Ziel erreicht?"
    pub fn asked(&self, lang: Lang) -> String {
        format!("{}{}", self.question, lang.pick("?", "?", "\u{202f}?"))
    }

    /// "31. Januar 2024. Quelle: Mail des Betreibers"; nothing for what nobody has said.
    pub fn origin(&self, lang: Lang) -> Option<Vec<Span>> {
        let when = words::capital(&date::when(self.when?, lang));
        let before = format!("{when}. {}", source_note::source(lang));
        Some(vec![Span::plain(before), Span::quoted(self.source.as_ref()?, lang)])
    }
}

/// The three answers, in their order.
pub fn answers(report: &AreaReport, lang: Lang) -> [AnswerWords; 3] {
    [threshold(report, lang), commitment(report, lang), built(report, lang)]
}

fn answer<T: Copy>(
    question: &'static str,
    said: &Answer<T>,
    told: impl Fn(T) -> (&'static str, &'static str, String),
    unknown: impl Fn() -> (&'static str, String),
) -> AnswerWords {
    let (word, look, sentence) = match said {
        Some(said) => told(said.what),
        None => {
            let (word, sentence) = unknown();
            (word, "open", sentence)
        }
    };
    let when = said.as_ref().map(|said| said.when);
    AnswerWords { question, word, look, sentence, when, source: said.as_ref().map(|said| said.source.name.clone()) }
}

const fn yes(lang: Lang) -> &'static str {
    lang.pick("ja", "yes", "oui")
}

const fn no(lang: Lang) -> &'static str {
    lang.pick("nein", "no", "non")
}

const fn open(lang: Lang) -> &'static str {
    lang.pick("offen", "open", "en suspens")
}

const fn still_open(lang: Lang) -> &'static str {
    lang.pick("noch offen", "still open", "encore en suspens")
}

fn threshold(report: &AreaReport, lang: Lang) -> AnswerWords {
    let told = |what| {
        let (word, look, sentence) = match what {
            Threshold::Reached => (
                yes(lang),
                "yes",
                lang.pick("Das Ziel ist erreicht.", "The target is reached.", "L’objectif est atteint."),
            ),
            Threshold::Missed => {
                (no(lang), "no", lang.pick("Das Ziel ist verfehlt.", "The target is missed.", "L’objectif est manqué."))
            }
            Threshold::UnderReview => (
                open(lang),
                "open",
                lang.pick(
                    "Die Frist ist vorbei, das Ergebnis ist offen.",
                    "The deadline has passed, the result is open.",
                    "La date limite est passée, le résultat est en suspens.",
                ),
            ),
        };
        (word, look, sentence.to_owned())
    };
    let question = lang.pick("Ziel erreicht", "Target reached", "Objectif atteint");
    answer(question, &report.standing.threshold, told, || threshold_unknown(report, lang))
}

fn threshold_unknown(report: &AreaReport, lang: Lang) -> (&'static str, String) {
    let Some((status, _)) = report.status() else {
        let none = lang.pick(
            "Das Gebiet gehört zu keiner Nachfragebündelung.",
            "The area is in no sign-up campaign.",
            "Le secteur ne fait partie d’aucune campagne de souscription.",
        );
        return (unknown(lang), none.to_owned());
    };
    if status.campaign.target == Target::OperatorDecision {
        return (unknown(lang), operator_decides(&status.operator, lang));
    }
    let (word, sentence) = match status.campaign.clock(report.today) {
        Clock::DaysLeft(_) | Clock::NoDeadline => (
            still_open(lang),
            lang.pick(
                "Die Kampagne läuft. Ausgezählt wird nach der Frist.",
                "The campaign is running. The final count comes after the deadline.",
                "La campagne est en cours. Le décompte final vient après la date limite.",
            ),
        ),
        Clock::NotYetOpen => (
            still_open(lang),
            lang.pick(
                "Die Kampagne hat noch nicht begonnen.",
                "The campaign has not begun yet.",
                "La campagne n’a pas encore commencé.",
            ),
        ),
        Clock::Over => (
            unknown(lang),
            lang.pick(
                "Ein Ergebnis ist nicht veröffentlicht.",
                "No result has been published.",
                "Aucun résultat n’est publié.",
            ),
        ),
    };
    (word, sentence.to_owned())
}

/// "Deutsche Glasfaser nennt kein Ziel und entscheidet selbst."
pub(super) fn operator_decides(operator: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("{operator} nennt kein Ziel und entscheidet selbst."),
        Lang::En => format!("{operator} names no target and decides for itself."),
        Lang::Fr => format!("{operator} ne donne pas d’objectif, la décision lui appartient."),
    }
}

fn commitment(report: &AreaReport, lang: Lang) -> AnswerWords {
    let missed = report.standing.threshold.as_ref().is_some_and(|said| said.what == Threshold::Missed);
    let told = |what| {
        let (word, look, sentence) = match what {
            Commitment::Given if missed => (
                lang.pick(
                    "ja, trotz verfehltem Ziel",
                    "yes, although the target was missed",
                    "oui, malgré l’objectif manqué",
                ),
                "yes",
                lang.pick(
                    "Der Betreiber hat den Ausbau zugesagt, obwohl das Ziel verfehlt ist.",
                    "The operator has committed to the build although the target was missed.",
                    "L’opérateur s’est engagé à construire bien que l’objectif soit manqué.",
                ),
            ),
            Commitment::Given => (yes(lang), "yes", words::outcome(OutcomeKind::OperatorCommitted, lang).0),
            Commitment::Open => (
                open(lang),
                "open",
                lang.pick(
                    "Der Betreiber hat weder zugesagt noch abgesagt.",
                    "The operator has neither committed nor declined.",
                    "L’opérateur ne s’est ni engagé ni désengagé.",
                ),
            ),
            Commitment::Refused => (
                no(lang),
                "no",
                lang.pick(
                    "Der Betreiber baut hier nicht.",
                    "The operator is not building here.",
                    "L’opérateur ne construit pas ici.",
                ),
            ),
        };
        (word, look, sentence.to_owned())
    };
    let none = lang.pick(
        "Es gilt erst, was der Betreiber selbst zusagt.",
        "Only what the operator itself commits to counts.",
        "Seul compte ce à quoi l’opérateur lui-même s’engage.",
    );
    let question = lang.pick("Ausbau zugesagt", "Commitment to build", "Engagement à construire");
    answer(question, &report.standing.commitment, told, || (unknown(lang), none.to_owned()))
}

fn built(report: &AreaReport, lang: Lang) -> AnswerWords {
    let unit = report.build.first().map(|figure| figure.record.unit);
    let under_way = lang.pick("im Bau", "under construction", "en construction");
    let told = |what| match what {
        Built::NotBegun => {
            let sentence = lang.pick(
                "Der Bau hat noch nicht begonnen.",
                "Construction has not begun yet.",
                "Les travaux n’ont pas encore commencé.",
            );
            (no(lang), "no", sentence.to_owned())
        }
        Built::UnderWay { connected: Some(count), base } => (under_way, "open", connected(count, base, unit, lang)),
        Built::UnderWay { connected: None, .. } => {
            let sentence = lang.pick(
                "Der Bau läuft. Wie viele angeschlossen sind, ist nicht bekannt.",
                "Construction is under way. How many are connected is not known.",
                "Les travaux sont en cours. Le nombre de raccordements n’est pas connu.",
            );
            (under_way, "open", sentence.to_owned())
        }
        Built::Complete => {
            let sentence = lang.pick("Das Netz ist gebaut.", "The network is built.", "Le réseau est construit.");
            (yes(lang), "yes", sentence.to_owned())
        }
    };
    let question = lang.pick("Netz gebaut", "Network built", "Réseau construit");
    answer(question, &report.standing.built, told, || (unknown(lang), build_unknown(report, lang)))
}

fn connected(count: u32, base: Option<u32>, unit: Option<Unit>, lang: Lang) -> String {
    let of = unit.map_or_else(|| count.to_string(), |unit| build_words::x_of_y(count, base, unit, lang));
    match lang {
        Lang::De => format!("Angeschlossen: {of}."),
        Lang::En => format!("Connected: {of}."),
        Lang::Fr => format!("Raccordements\u{a0}: {of}."),
    }
}

fn build_unknown(report: &AreaReport, lang: Lang) -> String {
    let none = lang.pick(
        "Noch ist kein Baubeginn gemeldet.",
        "No start of construction has been reported yet.",
        "Aucun début des travaux n’a encore été annoncé.",
    );
    let planned = report.profile.as_ref().and_then(|profile| profile.build_planned);
    let planned = planned.map(|when| match lang {
        Lang::De => format!(" Geplant ist er für {}.", date::when(when, lang)),
        Lang::En => format!(" It is planned for {}.", date::when(when, lang)),
        Lang::Fr => format!(" Il est prévu {}.", date::within(when, lang)),
    });
    none.to_owned() + &planned.unwrap_or_default()
}

/// Where an area reaches beyond the town: "Das Gebiet reicht über die Stadtgrenze nach Hohberg und Schutterwald."
pub fn border(report: &AreaReport, lang: Lang) -> Option<String> {
    let profile = report.profile.as_ref().filter(|profile| profile.crosses_border())?;
    let places = words::list(&profile.reaches_into, lang);
    Some(match lang {
        Lang::De => {
            format!("Das Gebiet reicht über die Stadtgrenze hinaus: nach {places}. Zahlen gelten für das ganze Gebiet.")
        }
        Lang::En => {
            format!("The area reaches beyond the town’s border: into {places}. Figures are for the whole area.")
        }
        Lang::Fr => format!(
            "Le secteur dépasse les limites de la ville\u{a0}: {places}. Les chiffres valent pour tout le secteur."
        ),
    })
}
