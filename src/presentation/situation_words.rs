//! The situation sentence (Lagesatz): the state of the day in a few sentences that can be read aloud and put
//! into a mail. Only what is recorded; whether it will do is for the forecast to say.

use jiff::civil::Date;

use super::{
    area_words::{self, goal},
    date,
    lang::Lang,
    number, pace_words,
    span::Span,
    town_lead, town_words, words,
};
use crate::domain::{
    amount::Amount,
    campaign::{Clock, Evaluation, Target},
    gap::Gap,
    outcome::OutcomeKind,
    progress::Progress,
    reading::Reading,
    status::{AreaStatus, CampaignStatus, Missing, State, TownStatus},
    week::{self, Gains},
};

/// So many areas are named; more are counted.
const NAMED: usize = 4;

/// The sentences of the day: of the whole town.
pub fn situation(status: &TownStatus, gains: &Gains) -> Vec<Span> {
    let mut spans = vec![Span::strong(town_words::headline(status, Lang::De))];
    if let Some(main) = status.main_campaign() {
        spans.extend(who_reached(main, status).map(Span::plain));
        spans.extend(missing(main, status));
        spans.extend(most_missing(main, status).map(Span::plain));
        spans.push(Span::plain(pace(main, status, gains)));
        spans.extend(town_lead::without_number(main, Lang::De).map(Span::plain));
    }
    spans.extend(others(status).map(Span::plain));
    spans.retain(|span| !span.text().is_empty());
    spans
}

/// What stands behind it, in grey: the days, the operator, the sources.
pub fn sources(status: &TownStatus) -> String {
    let mut lines: Vec<String> = status.campaigns.iter().filter_map(source).collect();
    lines.extend(status.sample.then(|| "Beispieldaten sind erfundene Zahlen.".to_owned()));
    lines.join(" ")
}

fn source(status: &CampaignStatus) -> Option<String> {
    let line = town_words::source_line_of(status, Lang::De).map(|spans| Span::words(&spans));
    line.or_else(|| {
        let tally = status.campaign.tallies.last().filter(|_| status.is_whole())?;
        Some(format!("Stand: {}. Quelle: {}.", date::long(tally.as_of, Lang::De), tally.source.name))
    })
}

/// One area's finished sentence, with its day and source.
pub fn of_area(area: &AreaStatus, status: &CampaignStatus, gains: &Gains, today: Date) -> String {
    let campaign = &status.campaign;
    let mut text = area_words::headline(area, status, today, Lang::De);
    match &area.current {
        Some(reading) => {
            text += &pace_words::of_area(area, campaign, gains.get(&(campaign.id, area.id)), today);
            text += &format!(" {}", Span::words(&area_words::source_line(reading, Lang::De)));
        }
        None if area.not_reported_on.is_some() && area.outcome.is_none() => {
            text += &format!(" {}", super::report_words::missing_number(area, status, Lang::De));
        }
        None => {}
    }
    text.trim_end().to_owned()
}

/// The sentences of the day for someone who is there for a part of the town: each of their areas.
pub fn of_some_areas(status: &TownStatus, gains: &Gains) -> Vec<Span> {
    let areas = status.campaigns.iter().flat_map(|campaign| campaign.areas.iter().map(move |area| (campaign, area)));
    let sentence = |(campaign, area): (&CampaignStatus, &AreaStatus)| {
        let gain = gains.get(&(campaign.campaign.id, area.id));
        [
            Span::strong(area_words::headline(area, campaign, status.today, Lang::De)),
            Span::plain(pace_words::of_area(area, &campaign.campaign, gain, status.today) + " "),
        ]
    };
    let spans: Vec<Span> = areas.flat_map(sentence).collect();
    if spans.is_empty() {
        return vec![Span::strong("Ihre Gebiete gehören zu keiner Nachfragebündelung.")];
    }
    spans
}

/// Whose contracts count each for itself, in a campaign of several areas that has not ended.
fn each_counts(main: &CampaignStatus, status: &TownStatus) -> bool {
    main.campaign.evaluation == Evaluation::PerArea
        && main.areas_in_all > 1
        && main.campaign.clock(status.today) != Clock::Over
}

/// Which areas have reached the target, and which only by what was reported.
fn who_reached(main: &CampaignStatus, status: &TownStatus) -> Option<String> {
    if !each_counts(main, status) {
        return None;
    }
    let target = main.campaign.target;
    let named = |wanted: fn(&AreaStatus, Target) -> bool| -> Vec<&str> {
        main.areas.iter().filter(|area| wanted(area, target)).map(|area| area.name.as_str()).collect()
    };
    let reached = named(|area, target| {
        matches!(area.state(target), State::Running(Progress::Reached) | State::CameOut(OutcomeKind::Reached))
    });
    let reported = named(|area, target| {
        area.state(target) == State::Running(Progress::ReportedOnly)
            && area.current.as_ref().is_some_and(|reading| surely_reaches(reading, target))
    });
    let mut text = String::new();
    if (1..=NAMED).contains(&reached.len()) && reached.len() < main.areas.len() {
        text += &format!(" Erreicht: {}.", words::list(&reached, Lang::De));
    }
    let have = if reported.len() == 1 { "hat" } else { "haben" };
    let goal = goal(target, Lang::De);
    match reported.len() {
        0 => {}
        1..=NAMED => {
            text += &format!(
                " {} {have} {goal} nach Meldung erreicht, geprüft ist das nicht.",
                words::list(&reported, Lang::De)
            );
        }
        n => text += &format!(" Weitere {n} {have} {goal} nach Meldung erreicht, geprüft ist das nicht."),
    }
    (!text.is_empty()).then_some(text)
}

fn surely_reaches(reading: &Reading, target: Target) -> bool {
    match target {
        Target::Share(share) => reading.quota().is_some_and(|quota| quota.certain_quota().reaches(share)),
        Target::Count(needed) => reading.contracts().is_some_and(|count| count.certain(0) >= needed),
        Target::OperatorDecision => false,
    }
}

/// What is missing until the deadline; after it what was missing by the last numbers.
fn missing(main: &CampaignStatus, status: &TownStatus) -> Vec<Span> {
    let clock = main.campaign.clock(status.today);
    let mut spans = town_lead::deadline(main, status.today, Lang::De);
    match clock {
        Clock::Over => spans.extend(lacked(main)),
        Clock::NoDeadline if is_missing(main) => {
            spans.push(Span::plain(" Es "));
            spans.extend(town_lead::missing(main, Lang::De));
        }
        Clock::NoDeadline | Clock::NotYetOpen | Clock::DaysLeft(_) => {}
    }
    spans
}

fn is_missing(main: &CampaignStatus) -> bool {
    match main.campaign.evaluation {
        Evaluation::PerArea => main.missing_in_all().areas > 0,
        Evaluation::Pooled => pooled_missing(main).is_some(),
    }
}

/// What all areas together lack in a campaign that counts them together.
fn pooled_missing(main: &CampaignStatus) -> Option<u32> {
    let pooled = main.pooled()?;
    main.campaign.target.needed(Some(pooled.base()))?.checked_sub(pooled.contracts()).filter(|missing| *missing > 0)
}

/// The last reading is no final count: it is told only where nothing has come out.
fn lacked(main: &CampaignStatus) -> Vec<Span> {
    let undecided = |area: &&AreaStatus| {
        matches!(area.state(main.campaign.target), State::Running(_) | State::CameOut(OutcomeKind::UnderReview))
    };
    let areas: Vec<AreaStatus> = main.areas.iter().filter(undecided).cloned().collect();
    if main.campaign.evaluation == Evaluation::Pooled || areas.is_empty() {
        return Vec::new();
    }
    let Missing { areas, contracts, .. } = CampaignStatus { areas, ..main.clone() }.missing_in_all();
    let verb = if contracts == 1 { "fehlte" } else { "fehlten" };
    let within = match areas {
        0 => return Vec::new(),
        1 => format!("in 1 {}", town_words::noun(main, Lang::De).one),
        _ => format!("in {areas} {} zusammen", town_words::noun(main, Lang::De).many_dative),
    };
    let contracts = Span::strong(number::contracts(contracts, Lang::De));
    vec![Span::plain(format!(" Nach den letzten Zahlen {verb} {within} ")), contracts, Span::plain(".")]
}

/// Areas with an exact gap, and it.
fn gaps(main: &CampaignStatus) -> Vec<(&AreaStatus, u32)> {
    let gap = |area: &AreaStatus| match area.gap(main.campaign.target) {
        Some(Gap::Missing(Amount::Exact(missing))) => Some(missing),
        _ => None,
    };
    main.areas.iter().filter_map(|area| Some((area, gap(area)?))).collect()
}

/// What is needed a day and what came a day, of the areas that miss something.
fn pace(main: &CampaignStatus, status: &TownStatus, gains: &Gains) -> String {
    let campaign = &main.campaign;
    if matches!(campaign.clock(status.today), Clock::Over | Clock::NotYetOpen) {
        return String::new();
    }
    let (missing, areas) = match campaign.evaluation {
        Evaluation::PerArea => {
            let gaps = gaps(main);
            (gaps.iter().map(|(_, missing)| missing).sum(), gaps.iter().map(|(area, _)| area.id).collect())
        }
        Evaluation::Pooled => {
            (pooled_missing(main).unwrap_or_default(), main.areas.iter().map(|area| area.id).collect::<Vec<_>>())
        }
    };
    if missing == 0 {
        return String::new();
    }
    let gained = week::together(gains, campaign.id, areas.iter().copied());
    pace_words::of_areas(missing, areas.len(), gained, campaign, status.today)
}

/// Where most is missing: two areas, more where several miss as much as the second. Gaps that are known only
/// about count by what they may be.
fn most_missing(main: &CampaignStatus, status: &TownStatus) -> Option<String> {
    if !each_counts(main, status) {
        return None;
    }
    let gap = |area: &AreaStatus| match area.gap(main.campaign.target) {
        Some(Gap::Missing(missing)) => Some((missing.largest(), missing)),
        Some(Gap::Surplus(_)) | None => None,
    };
    let mut gaps: Vec<_> = main.areas.iter().filter_map(|area| Some((area, gap(area)?))).collect();
    gaps.sort_by_key(|(_, (most, _))| std::cmp::Reverse(*most));
    let least = gaps.get(1).map_or(0, |(_, (most, _))| *most);
    gaps.retain(|(_, (most, _))| *most >= least);
    let named = |(area, (_, missing)): &(&AreaStatus, (u32, Amount<u32>))| {
        format!("{} ({})", area.name, number::amount(*missing, |of| number::count(of, Lang::De), Lang::De))
    };
    match gaps.as_slice() {
        [] => None,
        [(area, _)] => Some(format!(" Es geht um {}.", area.name)),
        some if some.len() <= NAMED => Some(format!(
            " Am meisten fehlt in {}.",
            words::list(&some.iter().map(named).collect::<Vec<_>>(), Lang::De)
        )),
        _ => None,
    }
}

/// The campaigns beside the main one, in one sentence each.
fn others(status: &TownStatus) -> Option<String> {
    let main = status.main_campaign().map(|main| main.campaign.id);
    let others = status.campaigns.iter().filter(|other| Some(other.campaign.id) != main);
    let text: String = others.map(|other| format!(" {}", other_campaign(other, status))).collect();
    (!text.is_empty()).then_some(text)
}

fn other_campaign(other: &CampaignStatus, status: &TownStatus) -> String {
    let of = |part: u32, whole: u32, what: &str| {
        let have = if part == 1 { "hat" } else { "haben" };
        format!("{part} von {whole} {} {have} {what}.", town_words::noun(other, Lang::De).many_dative)
    };
    let count = |kind| other.count(State::CameOut(kind));
    let built = count(OutcomeKind::OperatorCommitted) + count(OutcomeKind::BuiltAlthoughMissed);
    match (u32::try_from(built), other.campaign.tallies.last()) {
        (Ok(built @ 1..), _) => of(built, other.areas_in_all, "eine Ausbauzusage"),
        (_, Some(tally)) => of(tally.reached, tally.of, "genug Zusagen"),
        _ => town_words::of_campaign(other, status.today, Lang::De),
    }
}
