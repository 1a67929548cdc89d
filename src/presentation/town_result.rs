//! The sentence of a campaign whose deadline has passed: what came out.

use super::{area_words::came_out, lang::Lang, number, town_words::noun, words};
use crate::domain::{
    outcome::OutcomeKind,
    status::{CampaignStatus, State},
};

const fn result_open(lang: Lang) -> &'static str {
    lang.pick(
        "Die Frist ist vorbei, das Ergebnis ist offen.",
        "The deadline has passed, the result is open.",
        "La date limite est passée, le résultat est en suspens.",
    )
}

/// After the deadline only what was recorded counts, never the last reading.
pub(super) fn after_deadline(main: &CampaignStatus, lang: Lang) -> String {
    if let Some(kind) = shared_outcome(main) {
        return match main.areas.as_slice() {
            [only] => came_out(&only.name, kind, lang),
            _ => all_came_out(main, kind, lang),
        };
    }
    let count = |kind| main.count(State::CameOut(kind));
    let counts = [
        (Part::Built, count(OutcomeKind::OperatorCommitted) + count(OutcomeKind::BuiltAlthoughMissed)),
        (Part::Reached, count(OutcomeKind::Reached)),
        (Part::Missed, count(OutcomeKind::NotReached)),
        (Part::Withdrew, count(OutcomeKind::OperatorWithdrew)),
        (Part::Stopped, count(OutcomeKind::Stopped)),
    ];
    let known: usize = counts.iter().map(|(_, areas)| areas).sum();
    if known == 0 {
        return result_open(lang).to_owned();
    }
    let open = (main.areas_in_all as usize).saturating_sub(known);
    let parts = counts.into_iter().chain([(Part::Open, open)]).filter(|(_, areas)| *areas > 0);
    let told: Vec<String> =
        parts.enumerate().map(|(place, (part, areas))| part.told(place, areas, main, lang)).collect();
    format!("{}.", words::list(&told, lang))
}

/// What came out for some of a campaign's areas.
#[derive(Clone, Copy)]
enum Part {
    Built,
    Reached,
    Missed,
    Withdrew,
    Stopped,
    Open,
}

impl Part {
    /// "In 2 von 11 Ortsteilen ist der Ausbau zugesagt"; only the first part (place 0) names the whole.
    fn told(self, place: usize, areas: usize, main: &CampaignStatus, lang: Lang) -> String {
        let (all, noun) = (main.areas_in_all, noun(main, lang));
        let within = !matches!(self, Self::Reached | Self::Missed);
        let what = self.words(areas, lang);
        match (lang, place) {
            (Lang::De, 0) => {
                format!("{}{areas} von {all} {} {what}", if within { "In " } else { "" }, noun.many_dative)
            }
            (Lang::De, _) => format!("{}{areas} {what}", if within { "in " } else { "" }),
            (Lang::En, 0) => format!("{}{areas} of {all} {} {what}", if within { "In " } else { "" }, noun.many),
            (Lang::En, _) => format!("{}{areas} {what}", if within { "in " } else { "" }),
            (Lang::Fr, 0) => format!("{}{areas} des {all} {} {what}", if within { "Dans " } else { "" }, noun.many),
            (Lang::Fr, _) => format!("{}{areas} {what}", if within { "dans " } else { "" }),
        }
    }

    const fn words(self, areas: usize, lang: Lang) -> &'static str {
        match (self, areas) {
            (Self::Built, _) => lang.pick(
                "ist der Ausbau zugesagt",
                "there is a commitment to build",
                "l’opérateur s’est engagé à construire",
            ),
            (Self::Reached, 1) => lang.pick("hat das Ziel erreicht", "has reached the target", "a atteint l’objectif"),
            (Self::Reached, _) => {
                lang.pick("haben das Ziel erreicht", "have reached the target", "ont atteint l’objectif")
            }
            (Self::Missed, 1) => lang.pick("hat das Ziel verfehlt", "has missed the target", "a manqué l’objectif"),
            (Self::Missed, _) => {
                lang.pick("haben das Ziel verfehlt", "have missed the target", "ont manqué l’objectif")
            }
            (Self::Withdrew, _) => {
                lang.pick("baut der Betreiber nicht", "the operator is not building", "l’opérateur ne construit pas")
            }
            (Self::Stopped, _) => {
                lang.pick("ist die Kampagne eingestellt", "the campaign has been stopped", "la campagne est arrêtée")
            }
            (Self::Open, _) => lang.pick("ist das Ergebnis offen", "the result is open", "le résultat est en suspens"),
        }
    }
}

/// The outcome that every area has.
fn shared_outcome(main: &CampaignStatus) -> Option<OutcomeKind> {
    let kind = main.areas.first()?.outcome.as_ref()?.kind;
    (main.count(State::CameOut(kind)) == main.areas_in_all as usize).then_some(kind)
}

/// "Alle elf Ortsteile haben das Ziel verfehlt."
fn all_came_out(main: &CampaignStatus, kind: OutcomeKind, lang: Lang) -> String {
    let noun = noun(main, lang);
    let (n, two) = (number::spelled(main.areas_in_all, lang), main.areas_in_all == 2);
    match lang {
        Lang::De if two => {
            all_in_german(&format!("Beide {}", noun.many), &format!("In beiden {}", noun.many_dative), noun, kind)
        }
        Lang::De => {
            let in_all = format!("In allen {n} {}", noun.many_dative);
            all_in_german(&format!("Alle {n} {}", noun.many), &in_all, noun, kind)
        }
        Lang::En if two => all_in_english(&format!("both {}", noun.many), noun, kind),
        Lang::En => all_in_english(&format!("all {n} {}", noun.many), noun, kind),
        Lang::Fr => all_in_french(&format!("les {n} {}", noun.many), noun, kind),
    }
}

fn all_in_german(all: &str, in_all: &str, noun: words::Noun, kind: OutcomeKind) -> String {
    match kind {
        OutcomeKind::NotReached => format!("{all} haben das Ziel verfehlt."),
        OutcomeKind::Reached => format!("{all} haben das Ziel erreicht."),
        OutcomeKind::OperatorCommitted => format!("{in_all} ist der Ausbau zugesagt."),
        OutcomeKind::BuiltAlthoughMissed => format!("{in_all} wird gebaut, obwohl das Ziel verfehlt wurde."),
        OutcomeKind::OperatorWithdrew => format!("{in_all} baut der Betreiber nicht."),
        OutcomeKind::Stopped => format!("{in_all} ist die Kampagne eingestellt."),
        OutcomeKind::NoFinalCommitment => format!("Bisher gibt es für {} eine Ausbauzusage.", noun.none_accusative),
        OutcomeKind::UnderReview | OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            result_open(Lang::De).to_owned()
        }
    }
}

fn all_in_english(all: &str, noun: words::Noun, kind: OutcomeKind) -> String {
    match kind {
        OutcomeKind::NotReached => format!("{} have missed the target.", words::capital(all)),
        OutcomeKind::Reached => format!("{} have reached the target.", words::capital(all)),
        OutcomeKind::OperatorCommitted => format!("There is a commitment to build in {all}."),
        OutcomeKind::BuiltAlthoughMissed => {
            format!("The network is to be built in {all} although the target was missed.")
        }
        OutcomeKind::OperatorWithdrew => format!("The operator is not building in {all}."),
        OutcomeKind::Stopped => format!("The campaign has been stopped in {all}."),
        OutcomeKind::NoFinalCommitment => format!("So far {} has a commitment to build.", noun.none),
        OutcomeKind::UnderReview | OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            result_open(Lang::En).to_owned()
        }
    }
}

fn all_in_french(all: &str, noun: words::Noun, kind: OutcomeKind) -> String {
    match kind {
        OutcomeKind::NotReached => format!("{} ont manqué l’objectif.", words::capital(all)),
        OutcomeKind::Reached => format!("{} ont atteint l’objectif.", words::capital(all)),
        OutcomeKind::OperatorCommitted => format!("L’opérateur s’est engagé à construire dans {all}."),
        OutcomeKind::BuiltAlthoughMissed => {
            format!("Le réseau sera construit dans {all}, bien que l’objectif ait été manqué.")
        }
        OutcomeKind::OperatorWithdrew => format!("L’opérateur ne construit pas dans {all}."),
        OutcomeKind::Stopped => format!("La campagne est arrêtée dans {all}."),
        OutcomeKind::NoFinalCommitment => format!("Jusqu’ici, {} n’a d’engagement à construire.", noun.none),
        OutcomeKind::UnderReview | OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            result_open(Lang::Fr).to_owned()
        }
    }
}
