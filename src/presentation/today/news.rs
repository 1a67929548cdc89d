//! What has changed since the last visit, in words.

use jiff::Timestamp;

use crate::{
    domain::desk::Desk,
    presentation::{
        date,
        lang::Lang,
        log_words::{self, Names},
        number,
        table::Buttons,
        today_view,
    },
};

/// The changes.
pub fn view(desk: &Desk, now: Timestamp) -> today_view::News {
    let news = &desk.news;
    let title = news
        .since
        .map_or_else(|| "Zuletzt geändert".to_owned(), |since| format!("Neu seit {}", date::moment_long(since, now)));
    let shown = u32::try_from(news.changes.len()).unwrap_or(u32::MAX);
    let note = match (news.in_all, news.since) {
        (0, _) => String::new(),
        (all, _) if all > shown => format!("die letzten {shown} von {}", number::count(all, Lang::De)),
        (_, Some(_)) => "Ihr letzter Besuch".to_owned(),
        (_, None) => String::new(),
    };
    let mut table = log_words::news(&news.changes, &Names::from(&desk.rollout), now);
    if news.since.is_some() {
        table.empty = "Seit Ihrem letzten Besuch hat sich nichts geändert.".to_owned();
    }
    today_view::News { title, note, table: table.markup(&mut Buttons::default()) }
}
