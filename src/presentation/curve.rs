//! The curve of one area over time: points, lines that never cross a gap, the target, deadlines, measures.
//!
//! All places are hundredths of a percent of the chart's width (from the left) and height (from the top).

use jiff::civil::Date;

use super::{date, lang::Lang, number, source_note, words};
use crate::domain::{
    amount::Amount,
    calendar::days_until,
    campaign::{Campaign, Deadline},
    coincidence::Around,
    measure::MeasureKind,
    reading::{Reading, Stage},
    status::AreaReport,
    take_up::Quota,
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
    pub target: Option<(u32, String)>,
    /// The deadline that holds and those before it.
    pub deadlines: Vec<DeadlineMark>,
    /// Labels of the time axis.
    pub days: Vec<(u32, String)>,
    /// Where measures stand, from the left, numbered from 1.
    pub flags: Vec<u32>,
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
    /// The uncertain stretch of a range or an "unter": from its upper to its lower end.
    pub open: Option<(u32, u32)>,
    /// Only reported: drawn hollow.
    pub hollow: bool,
    /// "10. November 2023: 24,5 %, 302 Verträge, geprüft".
    pub text: String,
    /// "24,5 %".
    pub short: String,
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
    let points: Vec<Point> = readings.iter().filter_map(|reading| scale.point(reading, report, lang)).collect();
    let target = scale.target(report, lang);
    let left_out = scale.left_out(reported.len() - readings.len(), lang);
    Some(Curve {
        line: line(&readings, &points),
        ticks: scale.ticks(lang),
        days: scale.days(lang),
        flags: marks(report).iter().map(|mark| scale.x(mark.day)).collect(),
        sentence: sentence(&report.name, &points, target.as_ref(), left_out.as_deref(), lang),
        deadlines: scale.deadlines(&status.campaign, lang),
        points,
        target,
        left_out,
    })
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

/// Days to the right, percent (or contracts, where that places more readings) upwards.
struct Scale {
    first: Date,
    last: Date,
    /// The upper end: basis points, or contracts.
    top: u64,
    percent: bool,
}

impl Scale {
    /// The scale and the readings that have a place on it; `None` with fewer than two.
    fn of<'a>(reported: &[&'a Reading], report: &AreaReport) -> Option<(Self, Vec<&'a Reading>)> {
        let quotas = reported.iter().filter(|reading| reading.quota().is_some()).count();
        let counts = reported.iter().filter(|reading| reading.contracts().is_some()).count();
        let percent = quotas >= 2 && (quotas >= reported.len() - quotas || counts < 2);
        let placed =
            |reading: &Reading| if percent { reading.quota().is_some() } else { reading.contracts().is_some() };
        let readings: Vec<&Reading> = reported.iter().copied().filter(|reading| placed(reading)).collect();
        (readings.len() >= 2).then(|| (Self::over(&readings, percent, report), readings))
    }

    fn over(readings: &[&Reading], percent: bool, report: &AreaReport) -> Self {
        let campaign = report.campaign.as_ref().map(|status| &status.campaign);
        let opened = campaign.and_then(|campaign| campaign.opened_on);
        let deadlines = campaign.into_iter().flat_map(|campaign| &campaign.deadlines).map(|deadline| deadline.day);
        let days = || readings.iter().map(|reading| reading.as_of);
        let first = days().chain(opened).min().unwrap_or(report.today);
        let last = days().chain(deadlines).max().unwrap_or(report.today);
        let mut scale = Self { first, last: last.max(first.tomorrow().unwrap_or(first)), top: 1, percent };
        let largest = readings.iter().filter_map(|reading| Some(scale.value(reading)?.largest())).max().unwrap_or(0);
        let target =
            campaign.and_then(|campaign| campaign.target.share()).map_or(0, |share| share.basis_points().into());
        let above = if percent { largest.max(target) } else { largest };
        let step = scale.step(above);
        scale.top = (above / step + 1) * step;
        scale
    }

    /// The distance of the grid lines: 10 %, or a round number of contracts.
    fn step(&self, largest: u64) -> u64 {
        if self.percent {
            return 1_000;
        }
        [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].into_iter().find(|step| largest / step < 5).unwrap_or(10_000)
    }

    fn value(&self, reading: &Reading) -> Option<Amount<u64>> {
        if self.percent {
            Some(reading.quota()?.map(|quota: Quota| quota.drawn_basis_points().into()))
        } else {
            Some(reading.contracts()?.map(u64::from))
        }
    }

    fn x(&self, day: Date) -> u32 {
        let whole = days_until(self.first, self.last).max(1).unsigned_abs();
        days_until(self.first, day).max(0).unsigned_abs() * 10_000 / whole
    }

    fn y(&self, value: u64) -> u32 {
        let up = (value * 10_000 / self.top.max(1)).min(10_000);
        10_000 - u32::try_from(up).unwrap_or(10_000)
    }

    fn point(&self, reading: &Reading, report: &AreaReport, lang: Lang) -> Option<Point> {
        let value = self.value(reading)?;
        let target = report.campaign.as_ref().and_then(|status| status.campaign.target.share());
        let (at, open) = match value {
            Amount::LessThan(limit) => (limit, Some((self.y(limit), 10_000))),
            Amount::Range(low, high) => ((low + high) / 2, Some((self.y(high), self.y(low)))),
            Amount::Exact(n) | Amount::About(n) | Amount::AtLeast(n) => (n, None),
        };
        let quota = reading.quota().map(|quota| number::quota_amount(quota, target, lang));
        let contracts = reading.contracts().map(|of| number::contracts_amount(of, lang));
        let short = quota.clone().or_else(|| contracts.clone()).unwrap_or_default();
        let parts: Vec<String> = quota.into_iter().chain(contracts).collect();
        Some(Point {
            x: self.x(reading.as_of),
            y: self.y(at),
            open,
            hollow: reading.stage == Stage::Reported,
            text: point_text(reading, &parts.join(", "), lang),
            short,
        })
    }

    fn ticks(&self, lang: Lang) -> Vec<(u32, String)> {
        let step = self.step(self.top - 1);
        let label = |value: u64| {
            let value = u32::try_from(value).unwrap_or(u32::MAX);
            if self.percent { number::whole_percent(value / 100, lang) } else { number::count(value, lang) }
        };
        (0..=self.top / step).map(|index| (self.y(index * step), label(index * step))).collect()
    }

    fn target(&self, report: &AreaReport, lang: Lang) -> Option<(u32, String)> {
        let (status, area) = report.status()?;
        let share = status.campaign.target.share().filter(|_| self.percent)?;
        let base = area.current.as_ref().and_then(|reading| reading.base()).map(|base| base.count);
        let goal = words::target(&number::share(share, lang), lang);
        let text = match status.campaign.target.needed(base) {
            Some(needed) => format!("{goal}{} {}", source_note::colon(lang), number::contracts(needed, lang)),
            None => goal,
        };
        Some((self.y(share.basis_points().into()), text))
    }

    fn left_out(&self, readings: usize, lang: Lang) -> Option<String> {
        let without =
            if self.percent { lang.pick("Quote", "a rate", "taux") } else { lang.pick("Anzahl", "a count", "nombre") };
        let count = u32::try_from(readings).unwrap_or(u32::MAX);
        let reports = match lang {
            Lang::De => number::counted(count, "Meldung", "Meldungen", lang),
            Lang::En => number::counted(count, "report", "reports", lang),
            Lang::Fr => number::counted(count, "déclaration", "déclarations", lang),
        };
        let one = lang.is_singular(count);
        (readings > 0).then(|| match lang {
            Lang::De => {
                format!("{reports} ohne {without} {} in der Tabelle.", if one { "steht" } else { "stehen" })
            }
            Lang::En => format!("{reports} without {without} {} in the table.", if one { "is" } else { "are" }),
            Lang::Fr => {
                format!("{reports} sans {without} {} dans le tableau.", if one { "figure" } else { "figurent" })
            }
        })
    }

    fn deadlines(&self, campaign: &Campaign, lang: Lang) -> Vec<DeadlineMark> {
        let last = campaign.deadlines.len();
        let mark = |(number, deadline): (usize, &Deadline)| DeadlineMark {
            x: self.x(deadline.day),
            text: format!("{} {}", lang.pick("Frist", "Deadline", "Date limite"), date::short(deadline.day, lang)),
            holds: number == last,
        };
        (1..).zip(&campaign.deadlines).map(mark).collect()
    }

    fn days(&self, lang: Lang) -> Vec<(u32, String)> {
        let mut labels = vec![(0, date::short(self.first, lang))];
        let mut month = self.first.last_of_month();
        // A month's first day gets a label where it does not run into its neighbours.
        while let Ok(next) = month.tomorrow() {
            let x = self.x(next);
            if next >= self.last || labels.len() > 12 {
                break;
            }
            if labels.last().is_some_and(|(before, _)| x > before + 1_500) && x < 8_500 {
                labels.push((x, date::short(next, lang)));
            }
            month = next.last_of_month();
        }
        labels
    }
}

/// "10. November 2023: 24,5 %, 302 Verträge, geprüft".
fn point_text(reading: &Reading, value: &str, lang: Lang) -> String {
    let (day, colon) = (date::long(reading.as_of, lang), source_note::colon(lang));
    format!("{day}{colon} {value}, {}", words::stage(reading.stage, lang))
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

fn sentence(
    name: &str,
    points: &[Point],
    target: Option<&(u32, String)>,
    left_out: Option<&str>,
    lang: Lang,
) -> String {
    // Every point is in the table beside the curve; the sentence gives its course.
    let step = points.len().div_ceil(5).max(1);
    let mut told: Vec<&str> = points.iter().step_by(step).map(|point| point.text.as_str()).collect();
    if let Some(last) = points.last().map(|point| point.text.as_str())
        && told.last() != Some(&last)
    {
        told.push(last);
    }
    let target = target.map_or_else(String::new, |(_, text)| format!(" {text}."));
    let left_out = left_out.map_or_else(String::new, |text| format!(" {text}"));
    let course = match lang {
        Lang::De => format!("Verlauf in {name}."),
        Lang::En => format!("{name} over time."),
        Lang::Fr => format!("Évolution pour {name}."),
    };
    format!("{course} {}.{target}{left_out}", told.join(lang.pick("; ", "; ", "\u{202f}; ")))
}
