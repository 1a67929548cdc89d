//! Small examples of applications for funding.

use faserstand_lib::domain::{
    area::Slug,
    funding::{
        Application, DeadlineKind, Funding, FundingDeadline, Leg, LegFields, LegState, Milestone, MilestoneKind, Part,
    },
    money::Cents,
    share::Share,
};
use jiff::civil::Date;

use crate::build::source;

/// So many cents.
pub fn cents(cents: u64) -> Cents {
    Cents::new(cents).unwrap()
}

/// So many whole euros.
pub fn euros(euros: u64) -> Cents {
    cents(euros * 100)
}

/// An application of this title and total.
pub fn application(title: &str, total: Option<Cents>) -> Funding {
    Funding::new(Application {
        slug: Slug::of_name(title).unwrap(),
        title: title.to_owned(),
        applicant: None,
        model: None,
        directive: None,
        gis_conditions: None,
        total,
        areas: Vec::new(),
        facilities: Vec::new(),
        amounts_public: false,
        note: None,
        source: source(),
    })
}

/// A leg of which only its state is known.
pub fn fields(part: Part, state: LegState) -> LegFields {
    LegFields {
        part,
        state,
        since: None,
        share: None,
        requested: None,
        preliminary: None,
        finally: None,
        paid: None,
        directive: None,
        note: None,
        source: source(),
    }
}

/// The same as a leg.
pub fn leg(part: Part, state: LegState) -> Leg {
    Leg::new(fields(part, state)).unwrap()
}

/// A leg of this share.
pub fn with_share(part: Part, state: LegState, share: Share) -> Leg {
    Leg::new(LegFields { share: Some(share), ..fields(part, state) }).unwrap()
}

/// A leg with a preliminary grant of so much.
pub fn granted(part: Part, preliminary: Cents) -> Leg {
    Leg::new(LegFields { preliminary: Some(preliminary), ..fields(part, LegState::PreliminaryGrant) }).unwrap()
}

/// A leg for which so much is requested.
pub fn requested(part: Part, state: LegState, requested: Cents) -> Leg {
    Leg::new(LegFields { requested: Some(requested), ..fields(part, state) }).unwrap()
}

/// An application with these legs.
pub fn of<const N: usize>(total: Option<Cents>, legs: [Leg; N]) -> Funding {
    let mut funding = application("Schulnetz", total);
    legs.into_iter().for_each(|leg| funding.take_leg(leg));
    funding
}

/// The network of the schools in the design: 1.350.000, the Bund grants 675.000, the Land is asked for 540.000.
pub fn schools() -> Funding {
    of(
        Some(euros(1_350_000)),
        [
            granted(Part::Federal, euros(675_000)),
            requested(Part::State, LegState::SupplementAsked, euros(540_000)),
            requested(Part::Own, LegState::Budgeted, euros(135_000)),
        ],
    )
}

/// A deadline that nobody has met.
pub fn deadline(part: Part, kind: DeadlineKind, day: Date) -> FundingDeadline {
    FundingDeadline { part, kind, day, task: None, settled_on: None, source: source() }
}

/// A milestone of which nothing is known.
pub fn milestone(kind: MilestoneKind, part: Option<Part>) -> Milestone {
    Milestone { kind, part, planned: None, actual: None, mark: None, note: None, source: source() }
}
