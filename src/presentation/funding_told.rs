//! One application for funding in one plain sentence, as the public is told it, in every language.

use super::{lang::Lang, money::euros, words::capital};
use crate::domain::{
    funding::{Funding, Leg, LegState, Part},
    money::Cents,
};

/// The sentence. Amounts stand in it only where the editor lets the public see them.
///
/// "Der Bund hat vorläufig bewilligt, beim Land ist der Antrag noch nicht entschieden."
pub fn public(funding: &Funding, lang: Lang) -> String {
    let says = |part| funding.leg(part).map(|leg| (leg, Told::of(leg))).filter(|(_, told)| *told != Told::NoShare);
    let amount = |leg| amount(leg, funding.application.amounts_public, lang);
    match (says(Part::Federal), says(Part::State)) {
        (None, None) => nothing(lang).to_owned(),
        (Some((federal, told)), Some((state, same))) if told == same => {
            both(told, amount(federal), amount(state), lang)
        }
        (federal, state) => {
            let clauses = [(Part::Federal, federal), (Part::State, state)].into_iter();
            let clauses = clauses.filter_map(|(part, said)| said.map(|(leg, told)| one(told, part, amount(leg), lang)));
            let between = lang.pick(", ", "; ", "\u{202f}; ");
            capital(&format!("{}.", clauses.collect::<Vec<_>>().join(between)))
        }
    }
}

const fn nothing(lang: Lang) -> &'static str {
    lang.pick(
        "Ob dafür Förderung beantragt ist, ist nicht veröffentlicht.",
        "It has not been published whether funding has been requested.",
        "Aucune information publique n’indique si une subvention a été demandée.",
    )
}

fn amount(leg: &Leg, public: bool, lang: Lang) -> Option<String> {
    let granted = leg.granted();
    (public && granted > Cents::NOTHING).then(|| euros(granted, lang))
}

/// What the public is told of a leg.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    NotRequested,
    InPreparation,
    Undecided,
    Preliminary,
    Finally,
    Rejected,
    Withdrawn,
    NotEligible,
    NoShare,
}

impl Told {
    /// That something was asked for is between the office and the grantor: to the public it is not decided.
    fn of(leg: &Leg) -> Self {
        match leg.state() {
            LegState::NotRequested => Self::NotRequested,
            LegState::Draft => Self::InPreparation,
            LegState::Submitted | LegState::SupplementAsked => Self::Undecided,
            LegState::PreliminaryGrant => Self::Preliminary,
            LegState::FinalGrant => Self::Finally,
            LegState::Rejected => Self::Rejected,
            LegState::Withdrawn => Self::Withdrawn,
            LegState::NotEligible => Self::NotEligible,
            LegState::Budgeted | LegState::Dropped => Self::NoShare,
        }
    }
}

/// One grantor's answer, as a clause.
fn one(told: Told, part: Part, sum: Option<String>, lang: Lang) -> String {
    match lang {
        Lang::De => one_in_german(told, part, sum),
        Lang::En => one_in_english(told, part, sum),
        Lang::Fr => one_in_french(told, part, sum),
    }
}

fn one_in_german(told: Told, part: Part, sum: Option<String>) -> String {
    let (nominative, at) = match part {
        Part::Federal => ("der Bund", "beim Bund"),
        _ => ("das Land", "beim Land"),
    };
    let sum = sum.map_or_else(String::new, |sum| format!(" {sum}"));
    match told {
        Told::NotRequested => format!("{at} ist noch nichts beantragt"),
        Told::InPreparation => format!("{at} wird ein Antrag vorbereitet"),
        Told::Undecided => format!("{at} ist der Antrag noch nicht entschieden"),
        Told::Preliminary => format!("{nominative} hat vorläufig{sum} bewilligt"),
        Told::Finally => format!("{nominative} hat endgültig{sum} bewilligt"),
        Told::Rejected => format!("{nominative} hat abgelehnt"),
        Told::Withdrawn => format!("{at} ist der Antrag zurückgezogen"),
        Told::NotEligible | Told::NoShare => format!("{nominative} kann dieses Vorhaben nicht fördern"),
    }
}

fn one_in_english(told: Told, part: Part, sum: Option<String>) -> String {
    let who = match part {
        Part::Federal => "the federal government",
        _ => "the state",
    };
    let sum = sum.map_or_else(String::new, |sum| format!(" of {sum}"));
    match told {
        Told::NotRequested => format!("nothing has been requested from {who} yet"),
        Told::InPreparation => format!("an application to {who} is being prepared"),
        Told::Undecided => format!("{who} has not yet decided on the application"),
        Told::Preliminary => format!("{who} has made a provisional grant{sum}"),
        Told::Finally => format!("{who} has made a final grant{sum}"),
        Told::Rejected => format!("{who} has refused funding"),
        Told::Withdrawn => format!("the application to {who} has been withdrawn"),
        Told::NotEligible | Told::NoShare => format!("{who} cannot fund this project"),
    }
}

fn one_in_french(told: Told, part: Part, sum: Option<String>) -> String {
    let (who, to) = match part {
        Part::Federal => ("l’État fédéral", "à l’État fédéral"),
        _ => ("le Land", "au Land"),
    };
    let sum = sum.map_or_else(String::new, |sum| format!(" de {sum}"));
    match told {
        Told::NotRequested => format!("aucune demande n’a encore été adressée {to}"),
        Told::InPreparation => format!("une demande {to} est en préparation"),
        Told::Undecided => format!("{who} n’a pas encore statué sur la demande"),
        Told::Preliminary => format!("{who} a accordé une subvention provisoire{sum}"),
        Told::Finally => format!("{who} a accordé une subvention définitive{sum}"),
        Told::Rejected => format!("{who} a refusé la subvention"),
        Told::Withdrawn => format!("la demande {to} a été retirée"),
        Told::NotEligible | Told::NoShare => format!("{who} ne peut pas subventionner ce projet"),
    }
}

/// The same answer of both grantors, as a sentence.
fn both(told: Told, federal: Option<String>, state: Option<String>, lang: Lang) -> String {
    let sums = federal.zip(state);
    match lang {
        Lang::De => both_in_german(told, sums),
        Lang::En => both_in_english(told, sums),
        Lang::Fr => both_in_french(told, sums),
    }
}

fn both_in_german(told: Told, sums: Option<(String, String)>) -> String {
    let granted = |how: &str| match &sums {
        Some((federal, state)) => {
            format!("Bund und Land haben {how} bewilligt, der Bund {federal} und das Land {state}.")
        }
        None => format!("Bund und Land haben {how} bewilligt."),
    };
    match told {
        Told::NotRequested => "Bei Bund und Land ist noch nichts beantragt.".to_owned(),
        Told::InPreparation => "Für Bund und Land werden Anträge vorbereitet.".to_owned(),
        Told::Undecided => "Bei Bund und Land ist Förderung beantragt, bewilligt ist bisher nichts.".to_owned(),
        Told::Preliminary => granted("vorläufig"),
        Told::Finally => granted("endgültig"),
        Told::Rejected => "Bund und Land haben abgelehnt.".to_owned(),
        Told::Withdrawn => "Die Anträge bei Bund und Land sind zurückgezogen.".to_owned(),
        Told::NotEligible | Told::NoShare => "Bund und Land können dieses Vorhaben nicht fördern.".to_owned(),
    }
}

fn both_in_english(told: Told, sums: Option<(String, String)>) -> String {
    let granted = |how: &str| {
        let sums = sums.as_ref().map_or_else(String::new, |(federal, state)| {
            format!(": {federal} from the federal government and {state} from the state")
        });
        format!("The federal government and the state have each made a {how} grant{sums}.")
    };
    match told {
        Told::NotRequested => "Nothing has been requested from the federal government or the state yet.".to_owned(),
        Told::InPreparation => "Applications to the federal government and the state are being prepared.".to_owned(),
        Told::Undecided => {
            "Funding has been requested from the federal government and the state; nothing has been granted so far."
                .to_owned()
        }
        Told::Preliminary => granted("provisional"),
        Told::Finally => granted("final"),
        Told::Rejected => "The federal government and the state have refused funding.".to_owned(),
        Told::Withdrawn => "The applications to the federal government and the state have been withdrawn.".to_owned(),
        Told::NotEligible | Told::NoShare => {
            "The federal government and the state cannot fund this project.".to_owned()
        }
    }
}

fn both_in_french(told: Told, sums: Option<(String, String)>) -> String {
    let granted = |how: &str| {
        let sums = sums.as_ref().map_or_else(String::new, |(federal, state)| {
            format!("\u{a0}: {federal} de l’État fédéral et {state} du Land")
        });
        format!("L’État fédéral et le Land ont chacun accordé une subvention {how}{sums}.")
    };
    match told {
        Told::NotRequested => "Aucune demande n’a encore été adressée à l’État fédéral ni au Land.".to_owned(),
        Told::InPreparation => "Des demandes à l’État fédéral et au Land sont en préparation.".to_owned(),
        Told::Undecided => {
            "Une subvention est demandée à l’État fédéral et au Land\u{202f}; rien n’est accordé à ce jour.".to_owned()
        }
        Told::Preliminary => granted("provisoire"),
        Told::Finally => granted("définitive"),
        Told::Rejected => "L’État fédéral et le Land ont refusé la subvention.".to_owned(),
        Told::Withdrawn => "Les demandes à l’État fédéral et au Land ont été retirées.".to_owned(),
        Told::NotEligible | Told::NoShare => {
            "L’État fédéral et le Land ne peuvent pas subventionner ce projet.".to_owned()
        }
    }
}
