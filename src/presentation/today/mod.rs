//! The workspace's first screen (Heute) in words, made on the server.

mod due;
mod group;
mod news;

use crate::presentation::lang::Lang;
use jiff::Timestamp;

use super::{
    bar::Bar,
    date,
    markup::Markup,
    number, situation_words,
    span::Span,
    today_view::{Situation, TodayView},
};
use crate::domain::{desk::Desk, share::Share, status::TownStatus};

/// The screen with its small map.
pub fn view(desk: &Desk, map: Markup, now: Timestamp) -> TodayView {
    let status = &desk.status;
    let today = status.today;
    let rounds = status.by_round();
    // They concern the whole town: who is there for a part of it is not asked.
    let missing = if desk.whole { desk.rollout.missing_texts() } else { Vec::new() };
    let (due, due_note) =
        due::views(&rounds, &desk.agreements, desk.waiting, &desk.fundings, &desk.facilities, &missing);
    TodayView {
        change: desk.change,
        title: format!("Heute, {}, {}", date::weekday(today.weekday()), date::long(today, Lang::De)),
        situation: situation(desk),
        due,
        due_note,
        areas_title: areas_title(desk),
        areas_note: areas_note(target(status)),
        axis: axis(target(status)),
        groups: group::views(&rounds, &desk.gains),
        news: news::view(desk, now),
        map,
    }
}

fn situation(desk: &Desk) -> Situation {
    let tell = if desk.whole { situation_words::situation } else { situation_words::of_some_areas };
    let parts = tell(&desk.status, &desk.gains);
    let part = |span: Span| (matches!(span, Span::Strong(_)), span.text().to_owned());
    Situation { parts: parts.into_iter().map(part).collect(), sources: situation_words::sources(&desk.status) }
}

fn areas_title(desk: &Desk) -> String {
    let areas: usize = desk.status.campaigns.iter().map(|campaign| campaign.areas.len()).sum();
    match (areas, desk.whole) {
        (0, _) => "Noch keine Gebiete".to_owned(),
        (1, _) => "1 Gebiet".to_owned(),
        (areas, true) => format!("Alle {areas} Gebiete"),
        (areas, false) => format!("{areas} Gebiete"),
    }
}

/// The target in percent that all campaigns with one share.
fn target(status: &TownStatus) -> Option<Share> {
    let with_areas = status.campaigns.iter().filter(|campaign| !campaign.areas.is_empty());
    let mut shares: Vec<Share> = with_areas.filter_map(|campaign| campaign.campaign.target.share()).collect();
    shares.dedup();
    shares.pop().filter(|_| shares.is_empty())
}

/// What the bars mean.
fn areas_note(target: Option<Share>) -> String {
    let line = target.map_or_else(String::new, |share| format!(", Strich = Ziel {}", number::share(share, Lang::De)));
    format!("Balken: voll = geprüft, schraffiert = nur gemeldet{line}")
}

/// Where the target stands on the bars' axis.
fn axis(target: Option<Share>) -> Option<(u32, String)> {
    let mark = Bar { mark: Some(target?.basis_points()), ..Bar::default() }.up_to(group::TRACK_END).mark?;
    let text = number::share(target?, Lang::De);
    Some((mark, text.trim_end_matches('%').trim_end().to_owned()))
}
