//! Pace in words: what is needed a day, what came a day. No word on whether it will do.

use jiff::civil::Date;

use super::{date, lang::Lang, number};
use crate::domain::{
    amount::Amount,
    campaign::Campaign,
    gap::Gap,
    pace,
    status::AreaStatus,
    week::{Gain, Together},
};

/// What a campaign's areas need a day to close a gap in time, in tenths; `None` where that is no number.
pub fn needed(gap: Option<Gap>, campaign: &Campaign, today: Date) -> Option<i32> {
    let needed = pace::needed_per_day_tenths(gap?, campaign.days_left(today)?)?;
    i32::try_from(needed).ok()
}

/// " Nötig sind 7 Verträge am Tag bis 31. Dezember 2023, zuletzt kamen 2,3." for one area; nothing where
/// neither is known.
pub fn of_area(area: &AreaStatus, campaign: &Campaign, gain: Option<&Gain>, today: Date) -> String {
    let Some(gap @ Gap::Missing(Amount::Exact(_))) = area.gap(campaign.target) else { return String::new() };
    let came = gain.map(|gain| Came { tenths: gain.per_day_tenths, part: None });
    let until =
        campaign.deadline().map_or_else(String::new, |deadline| format!(" bis {}", date::long(deadline.day, Lang::De)));
    sentence(needed(Some(gap), campaign, today).map(|needed| are(needed) + &until), came)
}

/// The same for several areas together, of which some have no earlier number.
pub fn of_areas(missing: u32, areas: usize, gained: Together, campaign: &Campaign, today: Date) -> String {
    let needed = needed(Some(Gap::Missing(Amount::Exact(missing))), campaign, today);
    let part = (gained.known < areas).then_some(gained.known);
    let came = (gained.known > 0).then_some(Came { tenths: gained.per_day_tenths, part });
    sentence(needed.map(are), came)
}

/// What came a day: in tenths, and of how many areas where not of all.
struct Came {
    tenths: i32,
    part: Option<usize>,
}

fn sentence(needed: Option<String>, came: Option<Came>) -> String {
    match (needed, came) {
        (None, None) => String::new(),
        (Some(needed), None) => format!(" Nötig {needed}, wie viele zuletzt kamen, ist noch nicht bekannt."),
        (Some(needed), Some(came)) => format!(" Nötig {needed}, {}.", lately(&came, "")),
        (None, Some(came)) => format!(" {}.", capital(&lately(&came, " am Tag"))),
    }
}

/// "sind 7,2 Verträge am Tag".
fn are(needed: i32) -> String {
    format!("{} {}", if needed == 10 { "ist" } else { "sind" }, number::per_day(needed, Lang::De))
}

/// "zuletzt kamen 2,3", "zuletzt kamen in 7 davon 20,1".
fn lately(came: &Came, a_day: &str) -> String {
    let within = came.part.map_or_else(String::new, |areas| format!("in {areas} davon "));
    let count = number::tenths_short(came.tenths.abs(), Lang::De);
    match came.tenths {
        0 => format!("zuletzt kam {within}keiner"),
        10 => format!("zuletzt kam {within}1{a_day}"),
        tenths if tenths < 0 => format!("zuletzt wurden es {within}{count} am Tag weniger"),
        _ => format!("zuletzt kamen {within}{count}{a_day}"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
