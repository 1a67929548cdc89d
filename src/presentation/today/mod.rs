//! The workspace's first screen (Heute) in words, made on the server.

mod due;
mod group;
mod news;

use jiff::Timestamp;

use super::{
    date,
    map_view::MapView,
    number, situation_words,
    span::Span,
    today_view::{Situation, TodayView},
};
use crate::domain::{campaign::Target, desk::Desk, status::TownStatus};

/// The screen.
pub fn view(desk: &Desk, map: MapView, now: Timestamp) -> TodayView {
    let status = &desk.status;
    let today = status.today;
    let (due, due_note) = due::views(status, &desk.agreements);
    TodayView {
        change: desk.change,
        title: format!("Heute, {}, {}", date::weekday(today.weekday()), date::long(today)),
        situation: situation(desk),
        due,
        due_note,
        areas_title: areas_title(desk),
        areas_note: areas_note(status),
        groups: group::views(status, &desk.gains),
        news: news::view(&desk.news, now),
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

/// What the bars mean; the line only where a campaign has a target in percent.
fn areas_note(status: &TownStatus) -> String {
    let with_areas = status.campaigns.iter().filter(|campaign| !campaign.areas.is_empty());
    let mut share = with_areas.filter_map(|campaign| match campaign.campaign.target {
        Target::Share(share) => Some(share),
        Target::Count(_) | Target::OperatorDecision => None,
    });
    let line = share.next_back().map_or_else(String::new, |share| format!(", Strich = {}", number::share(share)));
    format!("Balken bis 50\u{a0}%: voll = geprüft, schraffiert = nur gemeldet{line}")
}
