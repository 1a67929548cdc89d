//! The words of funding: parts, states, milestones, deadlines.

use super::{money::euros, number::counted};
use crate::domain::{
    funding::{
        DeadlineKind, Directive, FundingDeadline, LegState, MilestoneKind, MilestoneState, Model, Part, Warning,
    },
    money::Cents,
};

/// "Bund", "Land", "Eigenanteil".
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Federal => "Bund",
        Part::State => "Land",
        Part::Own => "Eigenanteil",
    }
}

/// How far a leg is. Of the own contribution the same states are said in the words of the budget.
pub const fn leg_state(state: LegState, part: Part) -> &'static str {
    match (state, part) {
        (LegState::NotRequested, Part::Own) => "nicht eingeplant",
        (LegState::Draft, Part::Own) => "im Haushaltsentwurf",
        (LegState::NotRequested, _) => "nicht beantragt",
        (LegState::Draft, _) => "in Vorbereitung",
        (LegState::Submitted, _) => "beantragt",
        (LegState::SupplementAsked, _) => "Nachforderung",
        (LegState::PreliminaryGrant, _) => "vorläufig bewilligt",
        (LegState::FinalGrant, _) => "endgültig bewilligt",
        (LegState::Budgeted, _) => "im Haushalt",
        (LegState::Rejected, _) => "abgelehnt",
        (LegState::Withdrawn, _) => "zurückgezogen",
        (LegState::NotEligible, _) => "nicht förderfähig",
        (LegState::Dropped, _) => "entfällt",
    }
}

/// What is funded.
pub const fn model(model: Model) -> &'static str {
    match model {
        Model::ViabilityGap => "Wirtschaftlichkeitslücke",
        Model::OperatorModel => "Betreibermodell",
        Model::Advice => "Beratung",
    }
}

/// A milestone.
pub const fn milestone(kind: MilestoneKind) -> &'static str {
    match kind {
        MilestoneKind::IndustryDialogue => "Branchendialog",
        MilestoneKind::MarketSurveyOpened => "Markterkundung begonnen",
        MilestoneKind::MarketSurveyClosed => "Markterkundung beendet",
        MilestoneKind::Submitted => "Antrag eingereicht",
        MilestoneKind::PreliminaryGrant => "Bescheid in vorläufiger Höhe",
        MilestoneKind::TenderOpened => "Auswahlverfahren begonnen",
        MilestoneKind::TenderAwarded => "Zuschlag erteilt",
        MilestoneKind::FinalGrant => "Bescheid in endgültiger Höhe",
        MilestoneKind::ConstructionStart => "Baubeginn",
        MilestoneKind::Drawdown => "Mittelanforderung",
        MilestoneKind::ProofOfUse => "Verwendungsnachweis",
        MilestoneKind::EarmarkEnd => "Ende der Zweckbindung",
    }
}

/// Where a milestone stands.
pub const fn milestone_state(state: MilestoneState) -> &'static str {
    match state {
        MilestoneState::Done => "erledigt",
        MilestoneState::Running => "läuft",
        MilestoneState::Due => "Frist",
        MilestoneState::Rejected => "abgelehnt",
        MilestoneState::Open => "offen",
        MilestoneState::Dropped => "entfällt",
    }
}

/// What has to be done by a deadline, where its own task does not say it.
pub const fn deadline(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::Submission => "Antrag einreichen",
        DeadlineKind::Supplement => "Unterlagen nachreichen",
        DeadlineKind::DrawDown => "Mittel anfordern",
        DeadlineKind::ProofOfUse => "Verwendungsnachweis vorlegen",
        DeadlineKind::EarmarkEnd => "Zweckbindung endet",
        DeadlineKind::Other => "Frist",
    }
}

/// What has to be done by it.
pub fn task(of: &FundingDeadline) -> &str {
    of.task.as_deref().unwrap_or(deadline(of.kind))
}

/// "Gigabit-Richtlinie, Fassung 2.0".
pub fn directive(directive: &Directive) -> String {
    match &directive.version {
        Some(version) => format!("{}, Fassung {version}", directive.name),
        None => directive.name.clone(),
    }
}

/// So many days after "in" and "seit": "2 Tagen".
fn days(number: i32) -> String {
    counted(number.unsigned_abs(), "Tag", "Tagen")
}

/// How long until a deadline: "heute", "in 2 Tagen", "seit 1 Tag überfällig".
pub fn days_left(left: i32) -> String {
    match left {
        0 => "heute".to_owned(),
        1.. => format!("in {}", days(left)),
        _ => format!("seit {} überfällig", days(left)),
    }
}

/// What stands out about an application.
pub fn warning(warning: &Warning) -> String {
    match warning {
        Warning::OneOpen { gives, open, at_worst } => one_sided(*gives, *open, "offen", *at_worst),
        Warning::OneRefused { gives, refuses, at_worst } => one_sided(*gives, *refuses, "nein", *at_worst),
        Warning::BudgetTooSmall { budgeted, needed } => {
            format!("Im Haushalt stehen {}, nötig sind {}", euros(*budgeted), euros(*needed))
        }
        Warning::MoreThanTotal { expected, total } => {
            format!("Bund und Land {}, mehr als die Gesamtkosten {}", euros(*expected), euros(*total))
        }
        Warning::Overdue(1) => "1 Frist überfällig".to_owned(),
        Warning::Overdue(count) => format!("{count} Fristen überfällig"),
        Warning::Soon { count: 1, days } => format!("1 Frist {}", days_left(*days)),
        Warning::Soon { count, days: 0 } => format!("{count} Fristen heute"),
        Warning::Soon { count, days: left } => format!("{count} Fristen in {}", days(*left)),
    }
}

fn one_sided(gives: Part, other: Part, answer: &str, at_worst: Option<Cents>) -> String {
    let head = format!("{} ja, {} {answer}", part(gives), part(other));
    match at_worst {
        Some(sum) => format!("{head}: Eigenanteil kann auf {} steigen", euros(sum)),
        None => head,
    }
}
