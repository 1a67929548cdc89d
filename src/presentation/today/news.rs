//! What has changed since the last visit, in words.

use jiff::Timestamp;

use crate::{
    domain::{change::Change, desk::News},
    presentation::{date, number, today_view},
};

/// The changes.
pub fn view(news: &News, now: Timestamp) -> today_view::News {
    let title = news
        .since
        .map_or_else(|| "Zuletzt geändert".to_owned(), |since| format!("Neu seit {}", date::moment_long(since, now)));
    let shown = u32::try_from(news.changes.len()).unwrap_or(u32::MAX);
    let note = match (news.in_all, news.since) {
        (0, Some(_)) => "Seit Ihrem letzten Besuch hat sich nichts geändert.".to_owned(),
        (0, None) => "Noch hat niemand etwas geändert.".to_owned(),
        (all, _) if all > shown => format!("die letzten {shown} von {}", number::count(all)),
        (_, Some(_)) => "Ihr letzter Besuch".to_owned(),
        (_, None) => String::new(),
    };
    today_view::News { title, note, entries: news.changes.iter().map(|change| entry(change, now)).collect() }
}

fn entry(change: &Change, now: Timestamp) -> today_view::NewsEntry {
    let (what, values) = told(change);
    today_view::NewsEntry {
        when: date::moment(change.at, now),
        who: change.who.clone(),
        what,
        values,
        why: change.why.clone().unwrap_or_default(),
    }
}

/// What was changed, and from what to what.
fn told(change: &Change) -> (String, String) {
    (change.which.clone(), String::new())
}
