//! What a curve says in words: its points, its sentence, what its marks mean, what it leaves out.

use jiff::civil::Date;

use super::{
    curve::{Curve, Mark, Point, Spread, TargetLine, marks},
    date,
    lang::Lang,
    live_words, number, source_note, words,
};
use crate::domain::{
    campaign::Campaign,
    reading::{Reading, Stage},
    status::AreaReport,
};

/// "10. November 2023: 24,5 %, 302 Verträge, geprüft".
pub fn point_text(reading: &Reading, value: &str, lang: Lang) -> String {
    let (day, colon) = (date::long(reading.as_of, lang), source_note::colon(lang));
    format!("{day}{colon} {value}, {}", words::stage(reading.stage, lang))
}

/// The whole curve in one sentence.
pub fn sentence(
    name: &str,
    points: &[Point],
    target: Option<&TargetLine>,
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
    let target = target.map_or_else(String::new, |target| format!(" {}.", target.text()));
    let left_out = left_out.map_or_else(String::new, |text| format!(" {text}"));
    let course = match lang {
        Lang::De => format!("Verlauf in {name}."),
        Lang::En => format!("{name} over time."),
        Lang::Fr => format!("Évolution pour {name}."),
    };
    format!("{course} {}.{target}{left_out}", told.join(lang.pick("; ", "; ", "\u{202f}; ")))
}

/// "Frist 25. Nov.".
pub fn deadline(day: Date, lang: Lang) -> String {
    format!("{} {}", lang.pick("Frist", "Deadline", "Date limite"), date::short(day, lang))
}

/// "Ziel 33 %", and the contracts that it takes: ": 302 Verträge".
pub fn target(report: &AreaReport, lang: Lang) -> Option<(String, Option<String>)> {
    let (status, area) = report.status()?;
    let share = status.campaign.target.share()?;
    let base = area.current.as_ref().and_then(|reading| reading.base()).map(|base| base.count);
    let needed = status.campaign.target.needed(base);
    let needed = needed.map(|needed| format!("{} {}", source_note::colon(lang), number::contracts(needed, lang)));
    Some((words::target(&number::share(share, lang), lang), needed))
}

/// How many readings have no place on a curve of percentages or of counts; `None` where all have.
pub fn left_out(readings: usize, percent: bool, lang: Lang) -> Option<String> {
    let without = if percent { lang.pick("Quote", "a rate", "taux") } else { lang.pick("Anzahl", "a count", "nombre") };
    let count = u32::try_from(readings).unwrap_or(u32::MAX);
    let reports = match lang {
        Lang::De => number::counted(count, "Meldung", "Meldungen", lang),
        Lang::En => number::counted(count, "report", "reports", lang),
        Lang::Fr => number::counted(count, "déclaration", "déclarations", lang),
    };
    let one = lang.is_singular(count);
    (readings > 0).then(|| match lang {
        Lang::De => format!("{reports} ohne {without} {} in der Tabelle.", if one { "steht" } else { "stehen" }),
        Lang::En => format!("{reports} without {without} {} in the table.", if one { "is" } else { "are" }),
        Lang::Fr => format!("{reports} sans {without} {} dans le tableau.", if one { "figure" } else { "figurent" }),
    })
}

/// What the marks of this curve mean, one sentence each; nothing about marks that it does not have. The hollow dot is
/// explained above the curve.
pub fn legend(curve: &Curve, lang: Lang) -> Vec<&'static str> {
    let has = |is: fn(&Point) -> bool| curve.points.iter().any(is);
    let net = has(|point| point.stage == Stage::Net).then(|| {
        lang.pick(
            "Raute: geprüft und ohne widerrufene Verträge.",
            "Diamond: checked and without withdrawn contracts.",
            "Losange\u{a0}: vérifié et sans les contrats rétractés.",
        )
    });
    let about = has(|point| point.spread == Some(Spread::Around)).then(|| {
        lang.pick(
            "Gestrichelter Ring: ungefähre Zahl.",
            "Dashed ring: approximate number.",
            "Anneau en pointillé\u{a0}: nombre approximatif.",
        )
    });
    let least = has(|point| point.spread == Some(Spread::Above)).then(|| {
        lang.pick(
            "Pfeil nach oben: mindestens so viel.",
            "Arrow upwards: at least that much.",
            "Flèche vers le haut\u{a0}: au moins autant.",
        )
    });
    let less = has(|point| point.spread == Some(Spread::Below)).then(|| {
        lang.pick(
            "Strich bis zur Grundlinie: weniger als die Zahl am Punkt.",
            "Line down to the axis: less than the number at the dot.",
            "Trait jusqu’à la base\u{a0}: moins que le nombre au point.",
        )
    });
    let range = has(|point| matches!(point.spread, Some(Spread::Between(..)))).then(|| {
        lang.pick(
            "Strich mit zwei Enden: eine Spanne.",
            "Line with two ends: a range.",
            "Trait à deux bouts\u{a0}: une fourchette.",
        )
    });
    [net, about, least, less, range].into_iter().flatten().collect()
}

/// What stands below a curve: what its marks mean, the deadlines that held before, what has no place on it.
pub fn notes(curve: &Curve, report: &AreaReport, lang: Lang) -> Vec<String> {
    let marks = legend(curve, lang).into_iter().map(str::to_owned);
    let earlier = report.status().and_then(|(status, _)| earlier_deadlines(&status.campaign, lang));
    marks.chain(earlier).chain(curve.left_out.clone()).collect()
}

/// The same in the workspace, where no list beside the curve explains its dots and flags.
pub fn key(curve: &Curve, report: &AreaReport) -> String {
    let dots = live_words::dots(curve.points.iter().any(|point| point.stage == Stage::Reported), Lang::De);
    let flag = |(number, mark): (u32, &Mark)| {
        format!("{number}: {}, {}.", words::measure(mark.kind, Lang::De), date::without_year(mark.day, Lang::De))
    };
    let flags: Vec<String> = (1..).zip(&marks(report)).map(flag).collect();
    let notes = notes(curve, report, Lang::De);
    [dots.to_owned()].into_iter().chain(notes).chain(flags).collect::<Vec<_>>().join(" ")
}

/// The deadlines that held before: "Gepunktet: frühere Frist 25. November 2023."
pub fn earlier_deadlines(campaign: &Campaign, lang: Lang) -> Option<String> {
    let (_, earlier) = campaign.deadlines.split_last()?;
    let days: Vec<String> = earlier.iter().map(|deadline| date::long(deadline.day, lang)).collect();
    let one = days.len() == 1;
    let what = match lang {
        Lang::De => {
            if one {
                "Gepunktet: frühere Frist"
            } else {
                "Gepunktet: frühere Fristen"
            }
        }
        Lang::En => {
            if one {
                "Dotted: earlier deadline"
            } else {
                "Dotted: earlier deadlines"
            }
        }
        Lang::Fr => {
            if one {
                "Ligne de points\u{a0}: ancienne date limite"
            } else {
                "Ligne de points\u{a0}: anciennes dates limites"
            }
        }
    };
    (!days.is_empty()).then(|| format!("{what} {}.", words::list(&days, lang)))
}
