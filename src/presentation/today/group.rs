//! The table of all areas, one group per campaign.

use jiff::civil::Date;

use crate::{
    domain::{
        calendar::days_until,
        campaign::{Campaign, Clock, Evaluation, Target},
        due::Lack,
        gap::Gap,
        name,
        reading::Reading,
        status::{AreaStatus, CampaignStatus, TownStatus},
        week::{Gain, Gains},
    },
    presentation::{
        bar::Bar,
        build_words, date,
        lang::Lang,
        number, pace_words, situation_words,
        today_view::{AreaRow, Column, GroupView},
        town_words,
        view::ChipView,
        words::{self, TALLY_ORDER},
    },
};

/// The bars' track ends here, in basis points: the target stands where the eye can tell it.
pub const TRACK_END: u32 = 5_000;
/// What is not known.
const UNKNOWN: &str = "–";

/// One group per campaign that has areas to show.
pub fn views(status: &TownStatus, gains: &Gains) -> Vec<GroupView> {
    let shown = status.campaigns.iter().filter(|campaign| !campaign.areas.is_empty());
    shown.map(|campaign| view(campaign, gains, status.today)).collect()
}

fn view(status: &CampaignStatus, gains: &Gains, today: Date) -> GroupView {
    let mut by_name: Vec<&AreaStatus> = status.areas.iter().collect();
    by_name.sort_by_cached_key(|area| name::key(&area.name));
    let rows = status.areas.iter().enumerate().map(|(place, area)| {
        let mut row = row(area, status, gains.get(&(status.campaign.id, area.id)), today);
        row.sentence = situation_words::of_area(area, status, gains, today);
        row.order[Column::Area as usize] = order(by_name.iter().position(|other| other.id == area.id));
        // The areas come ranked, those with the highest quota first.
        let ranked = area.place.map(|_| status.areas.len() - place);
        row.order[Column::Quota as usize] = order(ranked);
        row
    });
    GroupView { title: title(status, today), rows: rows.collect() }
}

fn order(place: Option<usize>) -> Option<i32> {
    place.and_then(|place| i32::try_from(place).ok())
}

fn title(status: &CampaignStatus, today: Date) -> String {
    let campaign = &status.campaign;
    let noun = town_words::noun(status, Lang::De);
    let (unit, _) = words::unit(campaign.unit, Lang::De);
    let target = match (campaign.target, campaign.evaluation) {
        (Target::Share(share), Evaluation::PerArea) => {
            format!("{} der {unit} je {}", number::share(share, Lang::De), noun.one)
        }
        (Target::Share(share), Evaluation::Pooled) => {
            format!("{} aller {unit} zusammen", number::share(share, Lang::De))
        }
        (Target::Count(count), Evaluation::PerArea) => {
            format!("{} je {}", number::contracts(count, Lang::De), noun.one)
        }
        (Target::Count(count), Evaluation::Pooled) => format!("{} zusammen", number::contracts(count, Lang::De)),
        (Target::OperatorDecision, _) => format!("kein Ziel genannt, {} entscheidet", status.operator),
    };
    let round = status.round().map(|of| build_words::round(of, Lang::De));
    let parts = [Some(noun.many.to_owned()), round, Some(target), clock(campaign, today)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn clock(campaign: &Campaign, today: Date) -> Option<String> {
    if let (Clock::NotYetOpen, Some(day)) = (campaign.clock(today), campaign.opened_on) {
        return Some(format!("Beginn {}", date::digits(day)));
    }
    let day = date::digits(campaign.deadline()?.day);
    Some(match campaign.clock(today) {
        Clock::DaysLeft(0) => format!("Frist {day}, letzter Tag"),
        Clock::DaysLeft(days) => format!("Frist {day}, noch {}", number::days(days, Lang::De)),
        Clock::Over => format!("Frist {day}, abgelaufen"),
        Clock::NotYetOpen | Clock::NoDeadline => return None,
    })
}

fn row(area: &AreaStatus, status: &CampaignStatus, gain: Option<&Gain>, today: Date) -> AreaRow {
    let campaign = &status.campaign;
    let target = campaign.target;
    let reading = area.current.as_ref();
    let state = area.state(target);
    let gap = area.gap(target);
    let week = gain.and_then(|gain| gain.in_a_week());
    let needed = pace_words::needed(gap, campaign, today);
    let pace = gain.map(|gain| gain.per_day_tenths);
    let (as_of, stale) = stand(area, status, today);
    let shown = |number: Option<i32>, text: fn(i32) -> String| number.map_or_else(|| UNKNOWN.to_owned(), text);
    let mut sorted = [None; Column::COUNT];
    sorted[Column::Week as usize] = week;
    sorted[Column::Missing as usize] = gap.and_then(least_missing);
    sorted[Column::Needed as usize] = needed;
    sorted[Column::State as usize] = order(TALLY_ORDER.iter().position(|other| *other == state));
    sorted[Column::AsOf as usize] = reading.map(|reading| days_until(Date::ZERO, reading.as_of));
    AreaRow {
        id: i32::try_from(area.id.0).unwrap_or_default(),
        slug: area.slug.to_string(),
        name: area.name.clone(),
        kind: words::area(area.kind, Lang::De).one.to_owned(),
        bar: Bar::of(reading, target).up_to(TRACK_END),
        state: ChipView::from(words::look(state, Lang::De)),
        quota: reading.and_then(Reading::quota).map_or_else(
            || UNKNOWN.to_owned(),
            |quota| number::amount(quota, |quota| number::quota(quota, target.share(), Lang::De), Lang::De),
        ),
        trend: trend(week).to_owned(),
        week: shown(week, |week| number::signed(week.into(), Lang::De)),
        contracts: reading.and_then(Reading::contracts).map_or_else(
            || UNKNOWN.to_owned(),
            |contracts| number::amount(contracts, |of| number::count(of, Lang::De), Lang::De),
        ),
        of: of(reading, target),
        missing: missing(gap),
        needed: shown(needed, |of| number::tenths(of, Lang::De)),
        behind: needed.is_some_and(|needed| pace.is_some_and(|pace| needed > pace)),
        pace: shown(pace, |of| number::tenths(of, Lang::De)),
        as_of,
        stale,
        source: reading.map_or_else(String::new, |reading| reading.source.name.clone()),
        sentence: String::new(),
        order: sorted,
    }
}

fn trend(week: Option<i32>) -> &'static str {
    match week {
        None => "",
        Some(0) => "→",
        Some(..0) => "↓",
        Some(1..) => "↑",
    }
}

/// What the contracts are held against: what is needed, or the base where the operator decides.
fn of(reading: Option<&Reading>, target: Target) -> String {
    let base = reading.and_then(|reading| reading.base()).map(|base| base.count);
    match (target.needed(base), base) {
        (Some(needed), _) => format!("\u{a0}/ {}", number::count(needed, Lang::De)),
        (None, Some(base)) => format!(" von {}", number::count(base, Lang::De)),
        (None, None) => String::new(),
    }
}

/// A reached target misses nothing, and that is known.
fn missing(gap: Option<Gap>) -> String {
    match gap {
        Some(Gap::Missing(missing)) => number::amount(missing, |of| number::count(of, Lang::De), Lang::De),
        Some(Gap::Surplus(_)) => "0".to_owned(),
        None => UNKNOWN.to_owned(),
    }
}

fn least_missing(gap: Gap) -> Option<i32> {
    match gap {
        Gap::Missing(missing) => i32::try_from(missing.certain(0)).ok(),
        Gap::Surplus(more) => i32::try_from(more.certain(0)).ok().map(|more| -more),
    }
}

/// The day of the number, and how old it is where it is stale.
fn stand(area: &AreaStatus, status: &CampaignStatus, today: Date) -> (String, Option<String>) {
    let lack = Lack::of(area, status, today);
    match (&area.current, area.not_reported_on) {
        (Some(reading), _) => {
            let age = days_until(reading.as_of, today).unsigned_abs();
            let stale =
                (age > 0 && matches!(lack, Some(Lack::Stale | Lack::NotReported))).then(|| number::days(age, Lang::De));
            (date::short_digits(reading.as_of, today), stale)
        }
        (None, Some(day)) => (format!("nicht gemeldet, {}", date::short_digits(day, today)), None),
        (None, None) => ("noch keine Zahl".to_owned(), None),
    }
}
