//! The way of one application: what happened, what is due, what is planned.

use jiff::civil::Date;

use super::{
    date, funding_words as words,
    lang::Lang,
    markup::{Markup, element, text},
    money::euros,
};
use crate::domain::{
    funding::{
        Funding, FundingDeadline, Leg, LegState, Milestone, MilestoneKind, MilestoneState, Part, Remark, SOON_DAYS,
    },
    when::When,
};

/// One entry of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// When it was or will be, where known.
    pub when: Option<When>,
    /// Where it stands.
    pub state: MilestoneState,
    /// Of which leg; of the whole application where empty.
    pub part: Option<Part>,
    /// What it is.
    pub what: String,
    /// More about it: days left, a remark, who says so.
    pub more: String,
}

/// The entries in the order of their dates; what has none stands last.
pub fn stops(funding: &Funding, remarks: &[Remark], today: Date) -> Vec<Stop> {
    let of_legs = funding.legs().iter().flat_map(|leg| funding.steps(leg.part()));
    let mut stops: Vec<Stop> = of_legs.filter(|leg| !is_told(leg, funding)).filter_map(step).collect();
    stops.extend(funding.milestones().iter().map(|one| milestone(one, today)));
    stops.extend(funding.deadlines().iter().map(|one| deadline(one, funding, today)));
    stops.extend(remarks.iter().map(|remark| Stop {
        when: Some(When::Day(remark.known_on)),
        state: MilestoneState::Done,
        part: None,
        what: remark.text.clone(),
        more: format!("bekannt seit diesem Tag · Quelle: {}", remark.source),
    }));
    stops.sort_by_key(|stop| stop.when.map_or((Date::MAX, Date::MAX), |when| (when.last_day(), when.first_day())));
    stops
}

/// Whether a milestone of its own tells of the step.
fn is_told(leg: &Leg, funding: &Funding) -> bool {
    let kind = match leg.state() {
        LegState::Submitted => MilestoneKind::Submitted,
        LegState::PreliminaryGrant => MilestoneKind::PreliminaryGrant,
        LegState::FinalGrant => MilestoneKind::FinalGrant,
        _ => return false,
    };
    funding.milestone(kind, leg.part()).is_some_and(|milestone| milestone.actual.is_some())
}

/// A step of a leg. Of one whose day is not known only its state is told, beside its amounts.
fn step(leg: &Leg) -> Option<Stop> {
    let fields = leg.fields();
    let state = match leg.state() {
        LegState::Rejected => MilestoneState::Rejected,
        LegState::SupplementAsked => MilestoneState::Running,
        _ => MilestoneState::Done,
    };
    let amount = match leg.state() {
        LegState::FinalGrant => fields.finally,
        LegState::PreliminaryGrant | LegState::Budgeted => fields.preliminary,
        LegState::Submitted => fields.requested,
        _ => None,
    };
    let amount = amount.map_or_else(String::new, |sum| format!(", {}", euros(sum, Lang::De)));
    Some(Stop {
        when: Some(fields.since?),
        state,
        part: Some(leg.part()),
        what: format!("{}{amount}", words::leg_state(leg.state(), leg.part())),
        more: more(fields.note.as_deref(), &fields.source.name),
    })
}

fn milestone(milestone: &Milestone, today: Date) -> Stop {
    let state = milestone.state(today, SOON_DAYS);
    let planned = milestone.actual.is_none() && milestone.planned.is_some();
    let what = words::milestone(milestone.kind, Lang::De);
    let what = match state {
        MilestoneState::Done => what.to_owned(),
        MilestoneState::Due if planned => format!("{what}, geplant"),
        MilestoneState::Open if planned => format!("{what}, geplant"),
        other => format!("{what}, {}", words::milestone_state(other)),
    };
    let more = more(milestone.note.as_deref(), &milestone.source.name);
    Stop { when: milestone.when(), state, part: milestone.part, what, more }
}

fn deadline(deadline: &FundingDeadline, funding: &Funding, today: Date) -> Stop {
    let left = deadline.days_left(today);
    let (state, note) = match deadline.settled_on {
        Some(day) => {
            (MilestoneState::Done, format!("Frist {}, erledigt am {}", date::digits(deadline.day), date::digits(day)))
        }
        None if !deadline.is_open(funding.state(deadline.part)) => (MilestoneState::Dropped, "Frist ruht".to_owned()),
        None if left <= SOON_DAYS => (MilestoneState::Due, format!("Frist {}", words::days_left(left))),
        None => (MilestoneState::Open, format!("Frist {}", words::days_left(left))),
    };
    Stop {
        when: Some(When::Day(deadline.settled_on.unwrap_or(deadline.day))),
        state,
        part: Some(deadline.part),
        what: words::task(deadline).to_owned(),
        more: more(Some(&note), &deadline.source.name),
    }
}

fn more(note: Option<&str>, source: &str) -> String {
    let note = note.map_or_else(String::new, |note| format!("{note} · "));
    format!("{note}Quelle: {source}")
}

/// The way as a list. The sign is drawn by the style sheet, its word stands there for who hears it.
pub fn list(stops: &[Stop]) -> Markup {
    if stops.is_empty() {
        return element(
            "p",
            &[("class", "empty")],
            [text(
                "Noch ist nichts eingetragen. Tragen Sie einen Teil, einen \
             Meilenstein oder eine Frist ein.",
            )],
        );
    }
    element("ol", &[("class", "way")], stops.iter().map(item))
}

fn item(stop: &Stop) -> Markup {
    let word = element("span", &[("class", "hidden")], [text(words::milestone_state(stop.state)), text(": ")]);
    let when = stop.when.map_or_else(|| "ohne Termin".to_owned(), date_words);
    let when = element("b", &[], [text(&when)]);
    let part = stop.part.map(|part| text(&format!(" {}:", words::part(part, Lang::De))));
    let what = text(&format!(" {}", stop.what));
    let more = element("small", &[], [text(&stop.more)]);
    let look = super::funding_matrix::look(stop.state);
    element("li", &[("data-m", look)], [Some(word), Some(when), part, Some(what), Some(more)].into_iter().flatten())
}

fn date_words(when: When) -> String {
    match when {
        When::Day(day) => date::digits(day),
        other => date::when(other, Lang::De),
    }
}
