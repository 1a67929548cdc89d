//! What is due about facilities: steps whose planned day is near or over, schools that nobody has measured.

use jiff::civil::Date;

use super::{FacilityKind, inventory::Facility, plan::Step};
use crate::domain::calendar::days_until;

/// A planned step is named so many days ahead. A setting of the product.
pub const SOON_DAYS: i32 = 14;

/// Something to do about facilities, and the day by which it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacilityDue<'a> {
    /// The day; one that has passed is overdue.
    pub day: Date,
    /// What.
    pub duty: FacilityDuty<'a>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacilityDuty<'a> {
    /// The next state of a strand was planned for this day, or for a span that ends with it.
    Step(&'a Facility, &'a Step),
    /// These schools have no measured line: nobody can say whether they have what they need.
    Measure(Vec<&'a Facility>),
}

/// What is due, in the order of the days.
pub fn due(facilities: &[Facility], today: Date) -> Vec<FacilityDue<'_>> {
    let counted = || facilities.iter().filter(|facility| facility.details.in_use());
    let mut due: Vec<FacilityDue> = counted().flat_map(|facility| steps(facility, today)).collect();
    let unmeasured = |facility: &&Facility| {
        facility.details.kind == FacilityKind::School && !facility.line().is_some_and(super::line::Line::is_measured)
    };
    let unmeasured: Vec<&Facility> = counted().filter(unmeasured).collect();
    if !unmeasured.is_empty() {
        due.push(FacilityDue { day: today, duty: FacilityDuty::Measure(unmeasured) });
    }
    due.sort_by_key(|due| due.day);
    due
}

fn steps(facility: &Facility, today: Date) -> impl Iterator<Item = FacilityDue<'_>> {
    let steps = super::plan::Strand::ALL.into_iter().filter_map(|strand| facility.step(strand));
    steps.filter_map(move |step| {
        let day = step.next_planned?.last_day();
        (days_until(today, day) <= SOON_DAYS).then_some(FacilityDue { day, duty: FacilityDuty::Step(facility, step) })
    })
}
