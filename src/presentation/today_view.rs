//! What the workspace's first screen (Heute), its search and its map say, in words: `presentation::today_markup` draws it.
//! Unknown is "–", never 0.

use super::{bar::Bar, markup::Markup, view::ChipView};

/// The screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TodayView {
    /// The number of the newest change that it tells of.
    pub change: i64,
    /// "Heute, Montag, 4. Dezember 2023".
    pub title: String,
    /// The situation sentence (Lagesatz).
    pub situation: Situation,
    /// What is due, in the order of the days.
    pub due: Vec<DueView>,
    /// "2 überfällig · 1 heute", or that nothing is due.
    pub due_note: String,
    /// "Alle 19 Gebiete".
    pub areas_title: String,
    /// What the bars mean.
    pub areas_note: String,
    /// The target on the bars' axis: its place in basis points and "33"; none where campaigns differ.
    pub axis: Option<(u32, String)>,
    /// One group per campaign.
    pub groups: Vec<GroupView>,
    /// What has changed.
    pub news: News,
    /// The small map; empty where no area has a shape.
    pub map: Markup,
}

/// The situation sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Its parts; the strong ones stand out.
    pub parts: Vec<(bool, String)>,
    /// Its days and sources.
    pub sources: String,
}

impl Situation {
    /// The whole text, as it goes into a mail.
    pub fn text(&self) -> String {
        let mut text: String = self.parts.iter().map(|(_, part)| part.as_str()).collect();
        text.truncate(text.trim_end().len());
        text.push(' ');
        text.push_str(&self.sources);
        text
    }
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueView {
    /// "Fr 24.11.".
    pub day: String,
    /// "überfällig", "heute", "in 4 Tagen".
    pub mark: String,
    /// Whether its day is over or today.
    pub urgency: Urgency,
    /// What is to be done.
    pub title: String,
    /// Of what.
    pub detail: String,
    /// Where it is done, where the workspace has a place for it.
    pub link: Option<String>,
}

/// How near a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Over.
    Overdue,
    /// Today.
    Today,
    /// Ahead.
    Ahead,
}

/// The areas of one campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// "Ortsteile · 33 % der Haushalte je Ortsteil · Frist 31.12.2023, noch 27 Tage".
    pub title: String,
    /// Its areas, ranked.
    pub rows: Vec<AreaRow>,
}

/// A column by which the table can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Column {
    /// Gebiet.
    Area,
    /// Quote.
    Quota,
    /// Woche.
    Week,
    /// Fehlen.
    Missing,
    /// Nötig je Tag.
    Needed,
    /// Zustand.
    State,
    /// Stand.
    AsOf,
}

impl Column {
    /// So many there are.
    pub const COUNT: usize = 7;
}

/// One area in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaRow {
    /// Its number, by which table and map find each other.
    pub id: i32,
    /// Its address name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// "Ortsteil".
    pub kind: String,
    /// Its bar, on an axis up to 50 %.
    pub bar: Bar,
    /// Its state.
    pub state: ChipView,
    /// "18,1 %".
    pub quota: String,
    /// What the week brought: "+16".
    pub week: String,
    /// The same as an arrow: "↑".
    pub trend: String,
    /// "229".
    pub contracts: String,
    /// " / 417", " von 31".
    pub of: String,
    /// How many are missing: "188".
    pub missing: String,
    /// Needed a day: "7,0".
    pub needed: String,
    /// Whether more is needed than came.
    pub behind: bool,
    /// What came a day: "2,3".
    pub pace: String,
    /// The day of the number: "01.12.", or that there is none.
    pub as_of: String,
    /// How old a stale number is: "17 Tage".
    pub stale: Option<String>,
    /// Who says so.
    pub source: String,
    /// The area in a finished sentence, with day and source.
    pub sentence: String,
    /// By what it stands in a sorted column; nothing where that is not known.
    pub order: [Option<i32>; Column::COUNT],
}

/// What has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// "Neu seit Freitag, 14:05 Uhr".
    pub title: String,
    /// "Ihr letzter Besuch", or that nothing has changed.
    pub note: String,
    /// The changes, newest first.
    pub table: Markup,
}
