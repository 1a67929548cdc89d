//! The words for the domain's terms, as the glossary gives them.

use crate::domain::{
    agreement::AgreementKind,
    area::AreaKind,
    campaign::Unit,
    measure::{AudienceUnit, MeasureKind},
    outcome::OutcomeKind,
    phase::PhaseKind,
    progress::Progress,
    reading::Stage,
    status::State,
};

/// A noun in the forms that the sentences need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// "Ortsteil".
    pub one: &'static str,
    /// "Ortsteile".
    pub many: &'static str,
    /// "Ortsteilen", after "von" and "in".
    pub many_dative: &'static str,
    /// "jedes Ortsteils".
    pub of_each: &'static str,
    /// "kein Ortsteil".
    pub none: &'static str,
    /// "keinen Ortsteil", after "für".
    pub none_accusative: &'static str,
}

impl Noun {
    /// "Ortsteil" after 1, "Ortsteile" after any other number.
    pub const fn one_or_many(self, number: u32) -> &'static str {
        if number == 1 { self.one } else { self.many }
    }
}

/// Areas of several kinds together.
pub const MIXED: Noun = Noun {
    one: "Gebiet",
    many: "Gebiete",
    many_dative: "Gebieten",
    of_each: "jedes Gebiets",
    none: "kein Gebiet",
    none_accusative: "kein Gebiet",
};

/// What areas of a kind are called.
pub const fn area(kind: AreaKind) -> Noun {
    match kind {
        AreaKind::Municipality => Noun {
            one: "Gemeinde",
            many: "Gemeinden",
            many_dative: "Gemeinden",
            of_each: "jeder Gemeinde",
            none: "keine Gemeinde",
            none_accusative: "keine Gemeinde",
        },
        AreaKind::District => Noun {
            one: "Ortsteil",
            many: "Ortsteile",
            many_dative: "Ortsteilen",
            of_each: "jedes Ortsteils",
            none: "kein Ortsteil",
            none_accusative: "keinen Ortsteil",
        },
        AreaKind::CommercialArea => Noun {
            one: "Gewerbegebiet",
            many: "Gewerbegebiete",
            many_dative: "Gewerbegebieten",
            of_each: "jedes Gewerbegebiets",
            none: "kein Gewerbegebiet",
            none_accusative: "kein Gewerbegebiet",
        },
        AreaKind::BuildArea => Noun {
            one: "Ausbaugebiet",
            many: "Ausbaugebiete",
            many_dative: "Ausbaugebieten",
            of_each: "jedes Ausbaugebiets",
            none: "kein Ausbaugebiet",
            none_accusative: "kein Ausbaugebiet",
        },
    }
}

/// What a base counts: "Haushalte", and after a number in the dative "Haushalten".
pub const fn unit(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Households => ("Haushalte", "Haushalten"),
        Unit::Dwellings => ("Wohneinheiten", "Wohneinheiten"),
        Unit::Companies => ("Unternehmen", "Unternehmen"),
        Unit::Buildings => ("Gebäude", "Gebäuden"),
    }
}

/// "A", "A und B", "A, B und C".
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    match names.split_last() {
        Some((last, [])) => last.as_ref().to_owned(),
        Some((last, others)) => {
            let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
            format!("{} und {}", others.join(", "), last.as_ref())
        }
        None => String::new(),
    }
}

/// "gemeldet", "geprüft", "netto".
pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Reported => "gemeldet",
        Stage::Checked => "geprüft",
        Stage::Net => "netto",
    }
}

/// How a state looks: the key of its colours and patterns, its sign and its word on the chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The value of `data-s`; also the name of the pattern and of the sign.
    pub key: &'static str,
    /// The word on the chip.
    pub word: &'static str,
    /// The word in a tally: "2 Ziel erreicht".
    pub tally: &'static str,
}

/// The look of a state.
pub const fn look(state: State) -> Look {
    let (key, word, tally) = match state {
        State::Running(progress) => match progress {
            Progress::None => ("none", "Keine Meldung", "keine Zahl"),
            Progress::NoBase => ("nobase", "Keine Quote", "ohne Quote"),
            Progress::ReportedOnly => ("reported", "Nur gemeldet", "ungeprüft"),
            Progress::NoTarget => ("nobase", "Ohne Ziel", "ohne Ziel"),
            Progress::Below => ("below", "Unter dem Ziel", "unter dem Ziel"),
            Progress::Close => ("close", "Knapp davor", "knapp davor"),
            Progress::Reached => ("reached", "Ziel erreicht", "Ziel erreicht"),
        },
        State::CameOut(kind) => match kind {
            OutcomeKind::Running | OutcomeKind::SecondRound => ("below", "Zweite Runde", "in der zweiten Runde"),
            OutcomeKind::Extended => ("below", "Frist verlängert", "mit neuer Frist"),
            OutcomeKind::UnderReview => ("review", "Ergebnis offen", "mit offenem Ergebnis"),
            OutcomeKind::Reached => ("reached", "Ziel erreicht", "Ziel erreicht"),
            OutcomeKind::NotReached => ("failed", "Ziel verfehlt", "Ziel verfehlt"),
            OutcomeKind::OperatorCommitted => ("built", "Ausbau zugesagt", "zugesagt"),
            OutcomeKind::BuiltAlthoughMissed => ("built", "Wird trotzdem gebaut", "trotzdem gebaut"),
            OutcomeKind::OperatorWithdrew => ("failed", "Betreiber ausgestiegen", "ohne Betreiber"),
            OutcomeKind::NoFinalCommitment => ("review", "Keine Zusage", "ohne Zusage"),
            OutcomeKind::Stopped => ("failed", "Eingestellt", "eingestellt"),
        },
    };
    Look { key, word, tally }
}

/// The name of an outcome, as it is chosen and as it stands in the log.
pub const fn outcome_name(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Running => "Kampagne läuft",
        OutcomeKind::NoFinalCommitment => "Weder zugesagt noch abgesagt",
        other => look(State::CameOut(other)).word,
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

/// The name of a phase in a campaign that counts this.
pub const fn phase(kind: PhaseKind, unit: Unit) -> &'static str {
    match kind {
        PhaseKind::DemandAggregation if matches!(unit, Unit::Companies) => "Vor\u{ad}vermarktung",
        PhaseKind::RightOfWay => "Wegenutzung",
        PhaseKind::DemandAggregation => "Nachfrage\u{ad}bündelung",
        PhaseKind::Review => "Prüfung",
        PhaseKind::Planning => "Planung",
        PhaseKind::Construction => "Bau",
        PhaseKind::HouseConnection => "Haus\u{ad}anschluss",
        PhaseKind::Activation => "Aktivierung",
        PhaseKind::LateConnections => "Spätere Anschlüsse",
    }
}

/// The name of a measure.
pub const fn measure(kind: MeasureKind) -> &'static str {
    match kind {
        MeasureKind::MayorLetter => "Brief des Oberbürgermeisters",
        MeasureKind::DistrictHeadLetter => "Brief der Ortsvorstehenden",
        MeasureKind::Bulletin => "Mitteilungsblatt",
        MeasureKind::CityMagazine => "Offenblatt",
        MeasureKind::InfoEvening => "Infoabend",
        MeasureKind::PressRelease => "Pressemitteilung",
        MeasureKind::MunicipalTariffs => "Glasfasertarife für städtische Gebäude",
        MeasureKind::Other => "Maßnahme",
    }
}

/// The name of an agreement.
pub const fn agreement(kind: AgreementKind) -> &'static str {
    match kind {
        AgreementKind::RightOfWay => "Wegenutzung",
        AgreementKind::LetterOfIntent => "Absichtserklärung",
        AgreementKind::Cooperation => "Kooperation",
        AgreementKind::Supply => "Lieferung",
    }
}

/// What was counted of a measure's reach.
pub const fn audience(unit: AudienceUnit) -> &'static str {
    match unit {
        AudienceUnit::Households => "Haushalte",
        AudienceUnit::Copies => "Exemplare",
        AudienceUnit::People => "Personen",
    }
}

/// An outcome in one sentence, and what it means for a contract and for the build.
pub const fn outcome(kind: OutcomeKind) -> (&'static str, &'static str) {
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
