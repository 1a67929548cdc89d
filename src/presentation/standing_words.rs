//! Three questions about an area and their answers in words: target reached, build committed, network built.

use super::{build_words, date, lang::Lang, words};
use crate::domain::{
    campaign::{Clock, Target},
    standing::{Answer, Built, Commitment, Threshold},
    status::AreaReport,
    when::When,
};

/// What nobody has said.
pub const UNKNOWN: &str = "nicht bekannt";

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
    /// "31. Januar 2024, Quelle: Mail des Betreibers"; nothing for what nobody has said.
    pub fn origin(&self) -> Option<String> {
        Some(format!("{}. Quelle: {}", date::when(self.when?, Lang::De), self.source.as_ref()?))
    }
}

/// The three answers, in their order.
pub fn answers(report: &AreaReport) -> [AnswerWords; 3] {
    [threshold(report), commitment(report), built(report)]
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

fn threshold(report: &AreaReport) -> AnswerWords {
    let told = |what| match what {
        Threshold::Reached => ("ja", "yes", "Das Ziel ist erreicht.".to_owned()),
        Threshold::Missed => ("nein", "no", "Das Ziel ist verfehlt.".to_owned()),
        Threshold::UnderReview => ("offen", "open", "Die Frist ist vorbei, das Ergebnis ist offen.".to_owned()),
    };
    let unknown = || match report.status() {
        Some((status, _)) if status.campaign.target == Target::OperatorDecision => {
            (UNKNOWN, format!("{} nennt kein Ziel und entscheidet selbst.", status.operator))
        }
        Some((status, _)) => match status.campaign.clock(report.today) {
            Clock::DaysLeft(_) | Clock::NoDeadline => {
                ("noch offen", "Die Kampagne läuft. Ausgezählt wird nach der Frist.".to_owned())
            }
            Clock::NotYetOpen => ("noch offen", "Die Kampagne hat noch nicht begonnen.".to_owned()),
            Clock::Over => (UNKNOWN, "Ein Ergebnis ist nicht veröffentlicht.".to_owned()),
        },
        None => (UNKNOWN, "Das Gebiet gehört zu keiner Nachfragebündelung.".to_owned()),
    };
    answer("Ziel erreicht", &report.standing.threshold, told, unknown)
}

fn commitment(report: &AreaReport) -> AnswerWords {
    let missed = report.standing.threshold.as_ref().is_some_and(|said| said.what == Threshold::Missed);
    let told = |what| match what {
        Commitment::Given if missed => (
            "ja, trotz verfehltem Ziel",
            "yes",
            "Der Betreiber hat den Ausbau zugesagt, obwohl das Ziel verfehlt ist.".to_owned(),
        ),
        Commitment::Given => ("ja", "yes", "Der Betreiber hat den Ausbau zugesagt.".to_owned()),
        Commitment::Open => ("offen", "open", "Der Betreiber hat weder zugesagt noch abgesagt.".to_owned()),
        Commitment::Refused => ("nein", "no", "Der Betreiber baut hier nicht.".to_owned()),
    };
    let unknown = || (UNKNOWN, "Eine Ausbauzusage ist nicht bekannt.".to_owned());
    answer("Ausbau zugesagt", &report.standing.commitment, told, unknown)
}

fn built(report: &AreaReport) -> AnswerWords {
    let unit = report.build.first().map(|figure| figure.record.unit);
    let told = |what| match what {
        Built::NotBegun => ("nein", "no", "Der Bau hat noch nicht begonnen.".to_owned()),
        Built::UnderWay { connected: Some(count), base } => {
            let of = unit.map_or_else(|| count.to_string(), |unit| build_words::x_of_y(count, base, unit, Lang::De));
            ("im Bau", "open", format!("Angeschlossen: {of}."))
        }
        Built::UnderWay { connected: None, .. } => {
            ("im Bau", "open", "Der Bau läuft. Wie viele angeschlossen sind, ist nicht bekannt.".to_owned())
        }
        Built::Complete => ("ja", "yes", "Das Netz ist gebaut.".to_owned()),
    };
    let unknown = || {
        let planned = report.profile.as_ref().and_then(|profile| profile.build_planned);
        let planned = planned.map(|when| format!(" Geplant ist er für {}.", date::when(when, Lang::De)));
        (UNKNOWN, format!("Ein Baubeginn ist nicht bekannt.{}", planned.unwrap_or_default()))
    };
    answer("Netz gebaut", &report.standing.built, told, unknown)
}

/// Where an area reaches beyond the town: "Das Gebiet reicht über die Stadtgrenze nach Hohberg und Schutterwald."
pub fn border(report: &AreaReport) -> Option<String> {
    let profile = report.profile.as_ref().filter(|profile| profile.crosses_border())?;
    Some(format!(
        "Das Gebiet reicht über die Stadtgrenze hinaus: nach {}. Zahlen gelten für das ganze Gebiet.",
        words::list(&profile.reaches_into, Lang::De)
    ))
}
