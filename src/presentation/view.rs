//! What hydrated pages are made of: strings and numbers ready to show.
//!
//! The browser gets these and not the domain: words and rules stay on the server, and the program that
//! takes a page over stays small (docs/decisions/002). Sections that are only read travel as HTML that
//! the server's components rendered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    area_words,
    bar::Bar,
    build_words,
    curve::Curve,
    lang::Lang,
    markup::{Markup, element, text},
    words::{self, Look},
};
use crate::domain::{
    campaign::Clock,
    reading::Stage,
    status::{AreaStatus, CampaignStatus},
};

/// The data of one public page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageView {
    /// The start page.
    Town(TownView),
    /// An area's page.
    Area(AreaView),
    /// The large map.
    Map(MapPageView),
}

/// A section that is only read, as HTML. The page's own data leaves it out: it stands in the page.
pub type Prose = String;

/// The start page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TownView {
    /// The page's title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The sentence and what follows it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hero: Prose,
    /// The heading of the list and how many areas stand in which state.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tally: Prose,
    /// The axis above the bars.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub axis: Prose,
    /// One row per area, in the order of the ranking.
    pub rows: Vec<RowView>,
    /// The map with its note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub map: Prose,
    /// Everything below.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rest: Prose,
    /// The page's language.
    #[serde(skip_serializing_if = "Lang::is_german")]
    pub lang: Lang,
}

/// One area in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Its number, by which list and map find each other.
    pub id: i32,
    /// Its address name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// "1.", or "–" without a place.
    pub place: String,
    /// The number.
    pub figure: String,
    /// What is missing.
    pub gap: String,
    /// Its state, and the moved deadline.
    pub chips: Vec<ChipView>,
    /// Its bar.
    pub bar: Bar,
}

/// A state as a chip shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChipView {
    /// The key of its colours, its pattern and its sign.
    pub key: String,
    /// Its word.
    pub word: String,
}

/// An area's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AreaView {
    /// The page's title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The sentence, what follows it, and the bar.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hero: Prose,
    /// The curve's picture: everything but the point that is read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub curve: Prose,
    /// The curve's points, oldest first; none where there is no curve.
    pub points: Vec<PointView>,
    /// The measures below the curve.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub marks: Prose,
    /// The facts beside the curve.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub facts: Prose,
    /// Everything below.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rest: Prose,
    /// The page's language.
    #[serde(skip_serializing_if = "Lang::is_german")]
    pub lang: Lang,
}

/// One point of the curve, as it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointView {
    /// From the left, in hundredths of a percent.
    pub x: u32,
    /// From the top, in hundredths of a percent.
    pub y: u32,
    /// Whether it is only reported, not checked.
    pub hollow: bool,
    /// Whether its value stands below it, because the target's line is close above.
    pub below: bool,
    /// "24,5 %".
    pub short: String,
    /// "10. November 2023: 24,5 %, 302 Verträge, geprüft".
    pub text: String,
}

/// The large map's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MapPageView {
    /// The page's title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Everything between head and foot.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub main: Prose,
    /// The page's language.
    #[serde(skip_serializing_if = "Lang::is_german")]
    pub lang: Lang,
}

impl PageView {
    /// The page's title; empty where it stands in the page already.
    pub fn title(&self) -> &str {
        match self {
            Self::Town(view) => &view.title,
            Self::Area(view) => &view.title,
            Self::Map(view) => &view.title,
        }
    }

    /// The same without the sections that stand in the page already.
    #[must_use]
    pub fn without_prose(self) -> Self {
        match self {
            Self::Town(view) => Self::Town(TownView { rows: view.rows, lang: view.lang, ..TownView::default() }),
            Self::Area(view) => Self::Area(AreaView { points: view.points, lang: view.lang, ..AreaView::default() }),
            Self::Map(view) => Self::Map(MapPageView { lang: view.lang, ..MapPageView::default() }),
        }
    }
}

impl ChipView {
    /// The word with its sign, never colour alone.
    pub fn markup(&self) -> Markup {
        let sign = element("use", &[("href", &format!("#i-{}", self.key))], []);
        let sign = element("svg", &[("class", "i"), ("aria-hidden", "true")], [sign]);
        element("span", &[("class", "chip"), ("data-s", &self.key)], [sign, text(&self.word)])
    }
}

impl From<Look> for ChipView {
    fn from(look: Look) -> Self {
        Self { key: look.key.to_owned(), word: look.word.to_owned() }
    }
}

/// The rows of a campaign's list.
pub fn rows(main: &CampaignStatus, today: Date, lang: Lang) -> Vec<RowView> {
    main.areas.iter().map(|area| row(area, main, today, lang)).collect()
}

fn row(area: &AreaStatus, main: &CampaignStatus, today: Date, lang: Lang) -> RowView {
    let campaign = &main.campaign;
    let look = words::look(area.state(campaign.target), lang);
    let mut chips = vec![ChipView::from(look)];
    if area.extended && matches!(campaign.clock(today), Clock::DaysLeft(_)) {
        let word = lang.pick("Frist verlängert", "Deadline extended", "Date limite reportée");
        chips.push(ChipView { key: "extended".to_owned(), word: word.to_owned() });
    }
    chips.extend(round_chip(area, lang));
    RowView {
        id: i32::try_from(area.id.0).unwrap_or_default(),
        slug: area.slug.to_string(),
        name: area.name.clone(),
        place: area.place.map_or_else(|| "–".to_owned(), |place| format!("{place}.")),
        figure: area_words::listed(area, campaign.target, lang),
        gap: [area_words::gap(area, campaign, today, lang)]
            .into_iter()
            .chain(remarks(area, main, lang))
            .collect::<Vec<_>>()
            .join(", "),
        chips,
        bar: Bar::of(area.current.as_ref(), area.target(campaign.target)),
    }
}

/// The mark of an area that is in a further round.
pub(super) fn round_chip(area: &AreaStatus, lang: Lang) -> Option<ChipView> {
    let round = area.round.as_ref()?;
    Some(ChipView { key: "extended".to_owned(), word: build_words::round(round.number, lang) })
}

/// What has to be said of a number where the numbers of a list differ: its older day, and that it is invented.
fn remarks(area: &AreaStatus, main: &CampaignStatus, lang: Lang) -> Vec<String> {
    let Some(reading) = &area.current else { return Vec::new() };
    let older = main.as_of().and_then(|newest| area_words::age_note(reading, newest, lang));
    let shown = || main.areas.iter().filter_map(|area| area.current.as_ref());
    let mixed = reading.sample && shown().any(|reading| !reading.sample);
    let sample = lang.pick("Beispieldaten", "sample data", "données d’exemple");
    older.into_iter().chain(mixed.then(|| sample.to_owned())).collect()
}

/// So much room above a point, in hundredths of a percent, its value needs below the target's line.
const LABEL_ROOM: u32 = 1_500;

/// The points of a curve, as they are read.
pub fn points(curve: &Curve) -> Vec<PointView> {
    let target = curve.target.as_ref().map(|target| target.y);
    let view = |point: &super::curve::Point| PointView {
        x: point.x,
        y: point.y,
        hollow: point.stage == Stage::Reported,
        below: target.is_some_and(|target| point.y > target && point.y - target < LABEL_ROOM),
        short: point.short.clone(),
        text: point.text.clone(),
    };
    curve.points.iter().map(view).collect()
}
