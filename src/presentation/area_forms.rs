//! The forms of an area whose answers are facts: its build, its profile, a further round of its campaign.

use jiff::civil::Date;

use super::{
    area_words, build_words, date,
    lang::Lang,
    number,
    record_fields::{Texts, some, word},
    record_forms::{choice, day, long, text},
    record_view::FieldView,
    table::EditView,
    words,
};
use crate::domain::{
    area::Slug,
    build_progress::{BuildProgress, BuildStep},
    campaign::{Target, Unit},
    edit::{EditContext, EditKind, Field, Reach},
    profile::Profile,
    round::Round,
    subject::Subject,
};

const PUBLIC: &str = "Steht auf der öffentlichen Seite.";

/// The fields of one of these forms.
pub fn fields(kind: EditKind, context: &EditContext, source: FieldView) -> Vec<FieldView> {
    match kind {
        EditKind::Progress => progress(source),
        EditKind::Profile => vec![
            text(
                Field::BuildPlanned,
                "Ausbau geplant (freiwillig)",
                "Jahr, Monat oder Tag: 2024, März 2025, 2025/2026",
            ),
            text(
                Field::Border,
                "Reicht hinein in (freiwillig)",
                "Andere Gemeinden, mit Kommas dazwischen. Leer: liegt ganz in der Stadt.",
            ),
            long(Field::Note, "Anmerkung (freiwillig)", PUBLIC),
            source,
        ],
        EditKind::Round => vec![
            day(Field::OpensOn, "Erster Tag", "Ab diesem Tag zählen Meldungen für die neue Runde."),
            day(Field::Day, "Frist", "Der letzte Tag, an dem ein Vertrag zählt."),
            text(
                Field::Target,
                "Ziel (freiwillig)",
                "Leer: wie bisher. Sonst ein Anteil mit %, eine Zahl von Verträgen, oder „-“, wenn der Betreiber entscheidet.",
            ),
            round_reach(context),
            long(Field::Note, "Anmerkung (freiwillig)", PUBLIC),
            source,
        ],
        _ => Vec::new(),
    }
}

fn progress(source: FieldView) -> Vec<FieldView> {
    let step = |field, step: BuildStep| {
        let label = format!("{} (freiwillig)", super::words::capital(build_words::step(step, Lang::De)));
        text(field, &label, build_words::explanation(step, Lang::De))
    };
    vec![
        day(Field::Day, "Stand", "Der Tag, für den die Zahlen gelten."),
        choice(Field::Unit, "Gezählt sind", &UNITS.map(|unit| (unit, words::unit(unit, Lang::De).0))),
        text(Field::Count, "Insgesamt (freiwillig)", "Alle im Gebiet. Leer, wenn das nicht bekannt ist."),
        step(Field::Passed, BuildStep::Passed),
        step(Field::Prepared, BuildStep::Prepared),
        step(Field::Connected, BuildStep::Connected),
        step(Field::Activated, BuildStep::Activated),
        long(
            Field::Definition,
            "Wie die Quelle zählt (freiwillig)",
            "Was sie mit ihren Worten meint. Steht öffentlich.",
        ),
        source,
    ]
}

/// This area, those that missed the target where there are any, or all of the campaign.
fn round_reach(context: &EditContext) -> FieldView {
    let option = |reach, name: String| (word(&reach), name);
    let mut options = vec![option(Reach::Area, "dieses Gebiet".to_owned())];
    if let Some(campaign) = &context.campaign {
        if !campaign.missed.is_empty() {
            let areas = number::counted(
                u32::try_from(campaign.missed.len()).unwrap_or(u32::MAX),
                "Gebiet",
                "Gebiete",
                Lang::De,
            );
            options.push(option(Reach::Missed, format!("{areas}, die das Ziel verfehlt haben")));
        }
        options.push(option(Reach::Campaign, format!("alle {} Gebiete der Kampagne", campaign.areas.len())));
    }
    FieldView { options, ..text(Field::Reach, "Für", "") }
}

/// The button that opens one of these forms, filled with what is known.
pub fn opening(kind: EditKind, area: &Slug, today: Date, profile: Option<&Profile>, unit: Unit) -> EditView {
    let (label, fields) = match kind {
        EditKind::Profile => {
            let fields = profile.map(profile_texts).unwrap_or_default();
            // Who changes it says from where; the old source is not theirs.
            ("Steckbrief ändern", fields.into_iter().filter(|(field, _)| *field != Field::Source).collect())
        }
        EditKind::Round => ("Weitere Runde beginnen", vec![(Field::OpensOn, date::digits(today)), this_area()]),
        _ => ("Ausbaustand notieren", vec![(Field::Day, date::digits(today)), (Field::Unit, word(&unit))]),
    };
    let subject = Subject::Area(area.clone());
    EditView { kind, subject, label: label.to_owned(), title: label.to_owned(), fields }
}

fn this_area() -> (Field, String) {
    (Field::Reach, word(&Reach::Area))
}

/// The state of a build as the texts of its form.
pub fn progress_texts(progress: &BuildProgress) -> Texts {
    let figures = progress.figures();
    let count = |count: Option<u32>| count.map(|of| number::count(of, Lang::De)).unwrap_or_default();
    vec![
        (Field::Day, date::digits(progress.as_of)),
        (Field::Unit, word(&progress.unit)),
        (Field::Count, count(figures.base)),
        (Field::Passed, count(figures.passed)),
        (Field::Prepared, count(figures.prepared)),
        (Field::Connected, count(figures.connected)),
        (Field::Activated, count(figures.activated)),
        (Field::Definition, progress.definition.clone().unwrap_or_default()),
        (Field::Source, progress.source.name.clone()),
    ]
}

/// A profile as the texts of its form.
pub fn profile_texts(profile: &Profile) -> Texts {
    vec![
        (Field::BuildPlanned, some(profile.build_planned)),
        (Field::Border, profile.reaches_into.join(", ")),
        (Field::Note, profile.note.clone().unwrap_or_default()),
        (Field::Source, profile.source.name.clone()),
    ]
}

/// A round as the texts of its form.
pub fn round_texts(round: &Round) -> Texts {
    let target = match round.target {
        None => String::new(),
        Some(Target::Share(share)) => number::share(share, Lang::De),
        Some(Target::Count(count)) => number::count(count, Lang::De),
        Some(Target::OperatorDecision) => "-".to_owned(),
    };
    vec![
        (Field::OpensOn, date::digits(round.opened_on)),
        (Field::Day, date::digits(round.deadline)),
        (Field::Target, target),
        (Field::Reach, word(if round.areas.len() == 1 { &Reach::Area } else { &Reach::Campaign })),
        (Field::Note, round.note.clone().unwrap_or_default()),
        (Field::Source, round.source.name.clone()),
    ]
}

/// "Ziel 33 %", "Ziel wie bisher".
pub fn round_target(target: Option<Target>) -> String {
    match target {
        None => "Ziel wie bisher".to_owned(),
        Some(Target::OperatorDecision) => "der Betreiber entscheidet".to_owned(),
        Some(target) => format!("Ziel {}", area_words::goal(target, Lang::De)),
    }
}

const UNITS: [Unit; 4] = [Unit::Buildings, Unit::Households, Unit::Dwellings, Unit::Companies];
