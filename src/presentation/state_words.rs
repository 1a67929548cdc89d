//! The words of a state: on its chip, in a tally, as a sentence about what came out.

use super::lang::Lang;
use crate::domain::{outcome::OutcomeKind, progress::Progress, status::State};

/// How a state looks: the key of its colours and patterns, its sign and its word on the chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The value of `data-s`; also the name of the pattern and of the sign.
    pub key: &'static str,
    /// The word on the chip.
    pub word: &'static str,
    /// The words in a tally: "2 Ziel erreicht", "2 reached the target".
    pub tally: &'static str,
}

/// The look of a state.
pub const fn look(state: State, lang: Lang) -> Look {
    let (word, tally) = match lang {
        Lang::De => in_german(state),
        Lang::En => in_english(state),
        Lang::Fr => in_french(state),
    };
    Look { key: key(state), word, tally }
}

const fn key(state: State) -> &'static str {
    match state {
        State::Running(progress) => match progress {
            Progress::None => "none",
            Progress::NoBase | Progress::NoTarget => "nobase",
            Progress::ReportedOnly => "reported",
            Progress::Below => "below",
            Progress::Close => "close",
            Progress::Reached => "reached",
        },
        State::CameOut(kind) => match kind {
            OutcomeKind::Running | OutcomeKind::SecondRound | OutcomeKind::Extended => "below",
            OutcomeKind::UnderReview | OutcomeKind::NoFinalCommitment => "review",
            OutcomeKind::Reached => "reached",
            OutcomeKind::NotReached | OutcomeKind::OperatorWithdrew | OutcomeKind::Stopped => "failed",
            OutcomeKind::OperatorCommitted | OutcomeKind::BuiltAlthoughMissed => "built",
        },
    }
}

const fn in_german(state: State) -> (&'static str, &'static str) {
    match state {
        State::Running(progress) => match progress {
            Progress::None => ("Keine Meldung", "keine Zahl"),
            Progress::NoBase => ("Keine Quote", "ohne Quote"),
            Progress::ReportedOnly => ("Nur gemeldet", "ungeprüft"),
            Progress::NoTarget => ("Ohne Ziel", "ohne Ziel"),
            Progress::Below => ("Unter dem Ziel", "unter dem Ziel"),
            Progress::Close => ("Knapp davor", "knapp davor"),
            Progress::Reached => ("Ziel erreicht", "Ziel erreicht"),
        },
        State::CameOut(kind) => match kind {
            OutcomeKind::Running | OutcomeKind::SecondRound => ("Zweite Runde", "in der zweiten Runde"),
            OutcomeKind::Extended => ("Frist verlängert", "mit neuer Frist"),
            OutcomeKind::UnderReview => ("Ergebnis offen", "mit offenem Ergebnis"),
            OutcomeKind::Reached => ("Ziel erreicht", "Ziel erreicht"),
            OutcomeKind::NotReached => ("Ziel verfehlt", "Ziel verfehlt"),
            OutcomeKind::OperatorCommitted => ("Ausbau zugesagt", "zugesagt"),
            OutcomeKind::BuiltAlthoughMissed => ("Wird trotzdem gebaut", "trotzdem gebaut"),
            OutcomeKind::OperatorWithdrew => ("Betreiber ausgestiegen", "ohne Betreiber"),
            OutcomeKind::NoFinalCommitment => ("Keine Zusage", "ohne Zusage"),
            OutcomeKind::Stopped => ("Eingestellt", "eingestellt"),
        },
    }
}

const fn in_english(state: State) -> (&'static str, &'static str) {
    match state {
        State::Running(progress) => match progress {
            Progress::None => ("No report", "without a figure"),
            Progress::NoBase => ("No rate", "without a rate"),
            Progress::ReportedOnly => ("Reported only", "unchecked"),
            Progress::NoTarget => ("No target", "without a target"),
            Progress::Below => ("Below target", "below target"),
            Progress::Close => ("Close to target", "close to target"),
            Progress::Reached => ("Target reached", "reached the target"),
        },
        State::CameOut(kind) => match kind {
            OutcomeKind::Running | OutcomeKind::SecondRound => ("Second round", "in the second round"),
            OutcomeKind::Extended => ("Deadline extended", "with a new deadline"),
            OutcomeKind::UnderReview => ("Result open", "with an open result"),
            OutcomeKind::Reached => ("Target reached", "reached the target"),
            OutcomeKind::NotReached => ("Target missed", "missed the target"),
            OutcomeKind::OperatorCommitted => ("Commitment given", "with a commitment"),
            OutcomeKind::BuiltAlthoughMissed => ("To be built anyway", "to be built anyway"),
            OutcomeKind::OperatorWithdrew => ("Operator withdrew", "without an operator"),
            OutcomeKind::NoFinalCommitment => ("No commitment", "without a commitment"),
            OutcomeKind::Stopped => ("Stopped", "stopped"),
        },
    }
}

const fn in_french(state: State) -> (&'static str, &'static str) {
    match state {
        State::Running(progress) => match progress {
            Progress::None => ("Aucune déclaration", "sans chiffre"),
            Progress::NoBase => ("Aucun taux", "sans taux"),
            Progress::ReportedOnly => ("Seulement déclaré", "sans vérification"),
            Progress::NoTarget => ("Sans objectif", "sans objectif"),
            Progress::Below => ("Sous l’objectif", "sous l’objectif"),
            Progress::Close => ("Près de l’objectif", "près de l’objectif"),
            Progress::Reached => ("Objectif atteint", "avec objectif atteint"),
        },
        State::CameOut(kind) => match kind {
            OutcomeKind::Running | OutcomeKind::SecondRound => ("Deuxième tour", "au deuxième tour"),
            OutcomeKind::Extended => ("Date limite reportée", "avec nouvelle date limite"),
            OutcomeKind::UnderReview => ("Résultat en suspens", "avec résultat en suspens"),
            OutcomeKind::Reached => ("Objectif atteint", "avec objectif atteint"),
            OutcomeKind::NotReached => ("Objectif manqué", "avec objectif manqué"),
            OutcomeKind::OperatorCommitted => ("Engagement pris", "avec engagement"),
            OutcomeKind::BuiltAlthoughMissed => ("Construit malgré tout", "à construire malgré tout"),
            OutcomeKind::OperatorWithdrew => ("Opérateur retiré", "sans opérateur"),
            OutcomeKind::NoFinalCommitment => ("Aucun engagement", "sans engagement"),
            OutcomeKind::Stopped => ("Campagne arrêtée", "avec campagne arrêtée"),
        },
    }
}

/// The name of an outcome, as it is chosen and as it stands in the log.
pub const fn outcome_name(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Running => "Kampagne läuft",
        OutcomeKind::NoFinalCommitment => "Weder zugesagt noch abgesagt",
        other => look(State::CameOut(other), Lang::De).word,
    }
}

/// The order in which states stand in a tally.
pub const TALLY_ORDER: [State; 15] = [
    State::CameOut(OutcomeKind::OperatorCommitted),
    State::CameOut(OutcomeKind::BuiltAlthoughMissed),
    State::CameOut(OutcomeKind::Reached),
    State::Running(Progress::Reached),
    State::CameOut(OutcomeKind::UnderReview),
    State::CameOut(OutcomeKind::NoFinalCommitment),
    State::Running(Progress::Close),
    State::Running(Progress::Below),
    State::Running(Progress::ReportedOnly),
    State::Running(Progress::NoTarget),
    State::Running(Progress::NoBase),
    State::Running(Progress::None),
    State::CameOut(OutcomeKind::NotReached),
    State::CameOut(OutcomeKind::OperatorWithdrew),
    State::CameOut(OutcomeKind::Stopped),
];

/// An outcome in one sentence, and what it means for a contract and for the build.
pub const fn outcome(kind: OutcomeKind, lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::De => outcome_in_german(kind),
        Lang::En => outcome_in_english(kind),
        Lang::Fr => outcome_in_french(kind),
    }
}

const fn outcome_in_german(kind: OutcomeKind) -> (&'static str, &'static str) {
    match kind {
        OutcomeKind::Running => ("Die Kampagne läuft.", "Verträge zählen bis zur Frist."),
        OutcomeKind::UnderReview => {
            ("Die Frist ist vorbei, das Ergebnis ist offen.", "Eine Entscheidung über den Ausbau gibt es noch nicht.")
        }
        OutcomeKind::Reached => {
            ("Das Ziel ist erreicht.", "Damit ist die Bedingung des Betreibers erfüllt. Erst seine Ausbauzusage gilt.")
        }
        OutcomeKind::Extended => {
            ("Die Frist wurde verlängert.", "Die Verträge bleiben, gezählt wird bis zur neuen Frist.")
        }
        OutcomeKind::NotReached => {
            ("Das Ziel ist verfehlt.", "Der Betreiber muss nicht bauen. Ob er es trotzdem tut, entscheidet er.")
        }
        OutcomeKind::SecondRound => ("Eine zweite Runde beginnt.", "Gezählt wird bis zur neuen Frist."),
        OutcomeKind::OperatorCommitted => ("Der Betreiber hat den Ausbau zugesagt.", "Die Planung kann beginnen."),
        OutcomeKind::BuiltAlthoughMissed => {
            ("Der Betreiber baut, obwohl das Ziel verfehlt wurde.", "Die Zusage gilt auch mit weniger Verträgen.")
        }
        OutcomeKind::OperatorWithdrew => (
            "Der Betreiber ist ausgestiegen.",
            "Er baut hier nicht. Was mit Ihrem Vertrag geschieht, sagt Ihnen der Betreiber.",
        ),
        OutcomeKind::NoFinalCommitment => {
            ("Der Betreiber hat den Ausbau weder zugesagt noch abgesagt.", "Gebaut wird erst nach einer Zusage.")
        }
        OutcomeKind::Stopped => ("Die Kampagne ist eingestellt.", "Die Verträge verfallen."),
    }
}

const fn outcome_in_english(kind: OutcomeKind) -> (&'static str, &'static str) {
    match kind {
        OutcomeKind::Running => ("The campaign is running.", "Contracts count until the deadline."),
        OutcomeKind::UnderReview => {
            ("The deadline has passed, the result is open.", "There is no decision on the build yet.")
        }
        OutcomeKind::Reached => (
            "The target has been reached.",
            "This meets the operator’s condition. Only its commitment to build counts.",
        ),
        OutcomeKind::Extended => {
            ("The deadline was extended.", "The contracts stand, and the count goes on until the new deadline.")
        }
        OutcomeKind::NotReached => (
            "The target was missed.",
            "The operator does not have to build. Whether it does so anyway is its decision.",
        ),
        OutcomeKind::SecondRound => ("A second round begins.", "The count goes on until the new deadline."),
        OutcomeKind::OperatorCommitted => ("The operator has committed to the build.", "Planning can begin."),
        OutcomeKind::BuiltAlthoughMissed => (
            "The operator is building although the target was missed.",
            "The commitment stands with fewer contracts as well.",
        ),
        OutcomeKind::OperatorWithdrew => (
            "The operator has withdrawn.",
            "It will not build here. The operator will tell you what happens to your contract.",
        ),
        OutcomeKind::NoFinalCommitment => (
            "The operator has neither committed to the build nor ruled it out.",
            "Nothing is built before there is a commitment.",
        ),
        OutcomeKind::Stopped => ("The campaign has been stopped.", "The contracts lapse."),
    }
}

const fn outcome_in_french(kind: OutcomeKind) -> (&'static str, &'static str) {
    match kind {
        OutcomeKind::Running => ("La campagne est en cours.", "Les contrats comptent jusqu’à la date limite."),
        OutcomeKind::UnderReview => (
            "La date limite est passée, le résultat est en suspens.",
            "Il n’y a pas encore de décision sur le déploiement.",
        ),
        OutcomeKind::Reached => (
            "L’objectif est atteint.",
            "La condition de l’opérateur est donc remplie. Seul son engagement à construire compte.",
        ),
        OutcomeKind::Extended => (
            "La date limite a été reportée.",
            "Les contrats restent valables, le décompte continue jusqu’à la nouvelle date limite.",
        ),
        OutcomeKind::NotReached => (
            "L’objectif est manqué.",
            "L’opérateur n’est pas tenu de construire. C’est à lui de décider s’il le fait quand même.",
        ),
        OutcomeKind::SecondRound => {
            ("Un deuxième tour commence.", "Le décompte continue jusqu’à la nouvelle date limite.")
        }
        OutcomeKind::OperatorCommitted => {
            ("L’opérateur s’est engagé à construire.", "La planification peut commencer.")
        }
        OutcomeKind::BuiltAlthoughMissed => (
            "L’opérateur construit bien que l’objectif soit manqué.",
            "L’engagement vaut aussi avec moins de contrats.",
        ),
        OutcomeKind::OperatorWithdrew => (
            "L’opérateur s’est retiré.",
            "Il ne construira pas ici. C’est lui qui vous dira ce que devient votre contrat.",
        ),
        OutcomeKind::NoFinalCommitment => {
            ("L’opérateur ne s’est ni engagé ni désengagé.", "Rien n’est construit avant un engagement.")
        }
        OutcomeKind::Stopped => ("La campagne est arrêtée.", "Les contrats deviennent caducs."),
    }
}
