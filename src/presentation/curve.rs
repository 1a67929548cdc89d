//! The curve of one area over time: points, lines that never cross a gap, the target, deadlines, measures.
//!
//! All places are hundredths of a percent of the chart's width (from the left) and height (from the top).

use jiff::civil::Date;

use super::{curve_scale::Scale, curve_words, lang::Lang, number};
use crate::domain::{
    amount::Amount,
    calendar::days_until,
    campaign::Campaign,
    coincidence::Around,
    measure::MeasureKind,
    reading::{Reading, Stage},
    status::AreaReport,
};

/// A gap of more days than this between two readings is a missing week: no line crosses it.
const LONGEST_STEP_DAYS: i32 = 10;

/// A drawn curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The readings with a number.
    pub points: Vec<Point>,
    /// Lines between readings that follow each other, as SVG paths in a 10 000 × 10 000 box.
    pub line: String,
    /// Horizontal grid lines with their labels.
    pub ticks: Vec<(u32, String)>,
    /// The target line with its label.
    pub target: Option<TargetLine>,
    /// The deadline that holds and those before it.
    pub deadlines: Vec<DeadlineMark>,
    /// Labels of the time axis.
    pub days: Vec<(u32, String)>,
    /// Where measures stand, numbered from 1.
    pub flags: Vec<Flag>,
    /// How many readings have no place on it, in a sentence; `None` where all are drawn.
    pub left_out: Option<String>,
    /// The whole curve in one sentence, for who does not see it.
    pub sentence: String,
}

/// One reading on the curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// How far the number is open.
    pub spread: Option<Spread>,
    /// How far it was checked: each stage has a mark of its own shape.
    pub stage: Stage,
    /// "10. November 2023: 24,5 %, 302 Verträge, geprüft".
    pub text: String,
    /// "24,5 %".
    pub short: String,
}

/// How far a number is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// A range: places of its upper and its lower end.
    Between(u32, u32),
    /// Less than the number: down to nothing.
    Below,
    /// At least the number: open upwards.
    Above,
    /// About the number: nobody says how far from it.
    Around,
}

/// The line of the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLine {
    /// From the top.
    pub y: u32,
    /// "Ziel 33 %".
    pub goal: String,
    /// ": 302 Verträge", where they are known.
    pub needed: Option<String>,
    /// Whether its label stands below the line: the newest reading is above it.
    pub under: bool,
}

impl TargetLine {
    /// "Ziel 33 %: 302 Verträge".
    pub fn text(&self) -> String {
        format!("{}{}", self.goal, self.needed.as_deref().unwrap_or_default())
    }
}

/// The flag of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// From the left.
    pub x: u32,
    /// How many flags it stands above, so that none covers another on a narrow screen.
    pub level: u32,
}

/// A deadline on the curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineMark {
    /// From the left.
    pub x: u32,
    /// "Frist 25. Nov.".
    pub text: String,
    /// Whether it is the one that holds.
    pub holds: bool,
    /// Whether its label has room beside those of the deadlines before it.
    pub labelled: bool,
}

/// A measure on the curve, in the order of its flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What kind.
    pub kind: MeasureKind,
    /// Its day.
    pub day: Date,
    /// What the week before and the week after brought.
    pub around: Around,
}

/// Draws the readings that hold. `None` with fewer than two that have a place on the scale.
pub fn draw(report: &AreaReport, lang: Lang) -> Option<Curve> {
    let (status, _) = report.status()?;
    let reported = newest_per_day(report);
    let (scale, readings) = Scale::of(&reported, report)?;
    let points: Vec<Point> = readings.iter().filter_map(|reading| point(&scale, reading, report, lang)).collect();
    let newest = points.last().map_or(10_000, |point| point.y);
    let goal = curve_words::target(report, lang).filter(|_| scale.percent);
    let share = status.campaign.target.share().map_or(0, |share| share.basis_points().into());
    let y = scale.y(share);
    let target = goal.map(|(goal, needed)| TargetLine { y, goal, needed, under: newest < y });
    let left_out = curve_words::left_out(reported.len() - readings.len(), scale.percent, lang);
    let deadlines = deadlines(&scale, &status.campaign, lang);
    Some(Curve {
        line: line(&readings, &points),
        ticks: scale.ticks(lang),
        days: scale.days(deadlines.last().map(|holding| holding.x), lang),
        flags: flags(marks(report).iter().map(|mark| scale.x(mark.day))),
        sentence: curve_words::sentence(&report.name, &points, target.as_ref(), left_out.as_deref(), lang),
        deadlines,
        points,
        target,
        left_out,
    })
}

/// A reading in its place.
fn point(scale: &Scale, reading: &Reading, report: &AreaReport, lang: Lang) -> Option<Point> {
    let value = scale.value(reading)?;
    let target = report.campaign.as_ref().and_then(|status| status.campaign.target.share());
    let (at, spread) = match value {
        Amount::Exact(n) => (n, None),
        Amount::About(n) => (n, Some(Spread::Around)),
        Amount::AtLeast(n) => (n, Some(Spread::Above)),
        Amount::LessThan(limit) => (limit, Some(Spread::Below)),
        Amount::Range(low, high) => (low.midpoint(high), Some(Spread::Between(scale.y(high), scale.y(low)))),
    };
    let quota = reading.quota();
    let words = |of| number::quota_amount(of, target, lang);
    let contracts = reading.contracts().map(|of| number::contracts_amount(of, lang));
    let short = quota.map(|of| number::short_amount(of, |of| number::quota(of, target, lang)));
    let parts: Vec<String> = quota.map(words).into_iter().chain(contracts.clone()).collect();
    Some(Point {
        x: scale.x(reading.as_of),
        y: scale.y(at),
        spread,
        stage: reading.stage,
        text: curve_words::point_text(reading, &parts.join(", "), lang),
        short: short.or(contracts).unwrap_or_default(),
    })
}

/// So far apart labels of deadlines stand on a wide screen.
const LABEL_ROOM: u32 = 2_400;
/// So far apart flags stand on the narrowest one.
const FLAG_ROOM: u32 = 1_200;

fn deadlines(scale: &Scale, campaign: &Campaign, lang: Lang) -> Vec<DeadlineMark> {
    let mut marks: Vec<DeadlineMark> = Vec::new();
    for (number, deadline) in (1..).zip(&campaign.deadlines) {
        let (x, holds) = (scale.x(deadline.day), number == campaign.deadlines.len());
        let near = |mark: &DeadlineMark| mark.labelled && mark.x.abs_diff(x) < LABEL_ROOM;
        // The one that holds has a row of its own.
        let labelled = holds || !marks.iter().any(near);
        marks.push(DeadlineMark { x, text: curve_words::deadline(deadline.day, lang), holds, labelled });
    }
    marks
}

/// Flags with the lowest level that is free.
fn flags(places: impl Iterator<Item = u32>) -> Vec<Flag> {
    let mut flags: Vec<Flag> = Vec::new();
    for x in places {
        let covers = |level: &u32| flags.iter().any(|flag| flag.level == *level && flag.x.abs_diff(x) < FLAG_ROOM);
        let level = (0..2).find(|level| !covers(level)).unwrap_or(2);
        flags.push(Flag { x, level });
    }
    flags
}

/// One reading per day: the best stage.
fn newest_per_day(report: &AreaReport) -> Vec<&Reading> {
    let mut days: Vec<&Reading> = Vec::new();
    // `readings` is in the order of day and stage.
    for reading in report.readings().filter(|reading| reading.is_reported()) {
        match days.last_mut() {
            Some(last) if last.as_of == reading.as_of => *last = reading,
            _ => days.push(reading),
        }
    }
    days
}

fn line(readings: &[&Reading], points: &[Point]) -> String {
    let mut path = String::new();
    let mut before: Option<Date> = None;
    for (reading, point) in readings.iter().zip(points) {
        let joined = before.is_some_and(|day| days_until(day, reading.as_of) <= LONGEST_STEP_DAYS);
        path.push_str(&format!("{}{} {}", if joined { "L" } else { "M" }, point.x, point.y));
        before = Some(reading.as_of);
    }
    path
}

/// The measures that stand on the curve: those of a known day within its time that nobody has taken back.
pub fn marks(report: &AreaReport) -> Vec<Mark> {
    let readings = newest_per_day(report);
    let Some((scale, _)) = Scale::of(&readings, report) else { return Vec::new() };
    let on_curve = report.measures.iter().filter(|measure| measure.holds(report.today)).filter_map(|measure| {
        let day = measure.day().filter(|day| *day >= scale.first && *day <= scale.last)?;
        Some((measure.kind, day))
    });
    on_curve.map(|(kind, day)| Mark { kind, day, around: Around::of(readings.iter().copied(), day) }).collect()
}
