//! Facilities in words: kinds, lines, states, gaps, counters. Unknown is "–", never 0.

pub use super::facility_names::{coarse, kind, legend, line_of, sort, state, total};

use super::{date, lang::Lang, money, number, number::NBSP, record_fields, table::dash, words};
use crate::domain::{
    facility::{
        Answer, Details, Fundable, Standing,
        inventory::{Counter, Facility, GapClass},
        line::{Line, Speed, Technology},
        need::{Need, Sufficiency, Unjudged},
        place::{Position, Precision},
        plan::{Step, StepState, Strand},
    },
    when::When,
};

/// A strand of the plan.
pub fn strand(strand: Strand) -> &'static str {
    match strand {
        Strand::Line => "Leitung",
        Strand::InHouse => "Hausnetz",
        Strand::Wlan => "WLAN",
    }
}

/// A state, or that nothing is recorded.
pub fn some_state(known: Option<StepState>) -> &'static str {
    known.map_or("nicht erfasst", |known| state(known, Lang::De))
}

/// A technology.
pub fn technology(technology: Technology) -> &'static str {
    match technology {
        Technology::Fibre => "Glasfaser",
        Technology::Cable => "Kabel",
        Technology::Vdsl => "VDSL",
        Technology::Dsl => "DSL",
        Technology::Mobile => "Mobilfunk",
        Technology::Radio => "Richtfunk",
        Technology::Satellite => "Satellit",
        Technology::Other => "Sonstige",
    }
}

/// Yes, no or not known.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "ja",
        Answer::No => "nein",
        Answer::Unknown => "unbekannt",
    }
}

/// Fundable with its reason: "nein: Kabel gilt als gigabitfähig".
pub fn fundable(fundable: &Fundable) -> String {
    match fundable.reason() {
        Some(reason) => format!("{}: {reason}", answer(fundable.answer())),
        None => dash(),
    }
}

/// Whether the facility is there.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::InUse => "in Betrieb",
        Standing::Closed => "geschlossen",
        Standing::Withdrawn => "irrtümlich erfasst",
    }
}

/// How a line compares, as a filter.
pub fn gap_class(class: GapClass) -> &'static str {
    match class {
        GapClass::BelowNeed => "unter dem Bedarf",
        GapClass::BelowTarget => "unter dem Ziel",
        GapClass::Target => "Ziel erreicht",
        GapClass::Unknown => "Lücke unbekannt",
    }
}

/// Mbit/s without the unit: "1.000", "0,8", "16,5".
pub fn mbits(speed: Speed) -> String {
    let (whole, rest) = (number::count(speed.kbits() / 1_000, Lang::De), speed.kbits() % 1_000);
    if rest == 0 { whole } else { format!("{whole},{}", format!("{rest:03}").trim_end_matches('0')) }
}

/// Mbit/s or a dash.
pub fn some_mbits(speed: Option<Speed>) -> String {
    speed.map_or_else(dash, mbits)
}

/// With the unit: "930 Mbit/s".
pub fn with_unit(speed: Speed) -> String {
    format!("{}{NBSP}Mbit/s", mbits(speed))
}

/// "100 / 40"; a dash for each side that is not known.
pub fn down_up(line: Option<&Line>) -> String {
    match line {
        Some(line) => format!("{} / {}", some_mbits(line.down), some_mbits(line.up)),
        None => dash(),
    }
}

/// What is beyond the need or missing: "+10", "−830".
pub fn balance(kbits: i64) -> String {
    let size = mbits(Speed::from_kbits(u32::try_from(kbits.unsigned_abs()).unwrap_or(u32::MAX)));
    match kbits {
        0 => size,
        ..0 => format!("−{size}"),
        1.. => format!("+{size}"),
    }
}

/// What is missing to the city's target: "−900 / −960", "erfüllt", or a dash.
pub fn to_target(facility: &Facility) -> String {
    let missing = facility.to_target();
    let side = |missing: Option<Speed>| missing.map_or_else(dash, |speed| balance(-i64::from(speed.kbits())));
    match (missing.is_reached(), missing.down, missing.up) {
        (true, ..) => "erfüllt".to_owned(),
        (false, None, None) => dash(),
        (false, down, up) => format!("{} / {}", side(down), side(up)),
    }
}

/// How far a line suffices, in a word or two.
pub fn sufficiency(facility: &Facility) -> &'static str {
    match facility.sufficiency() {
        Ok(Sufficiency::BelowNeed) => "unter dem Bedarf",
        Ok(Sufficiency::MeetsNeed) => "Bedarf gedeckt",
        Ok(Sufficiency::Gigabit) => "Gigabit",
        Ok(Sufficiency::SymmetricGigabit) => "Gigabit symmetrisch",
        Err(Unjudged::NoLine) => "keine Leitung bekannt",
        Err(Unjudged::NoSpeed) => "Bandbreite unbekannt",
        Err(Unjudged::NoClasses) => "Klassen unbekannt",
        Err(Unjudged::NoNeed) => "kein Bedarf festgelegt",
    }
}

/// The calculation, sentence by sentence: need, what is there, what is missing, the target.
pub fn calculation(facility: &Facility) -> Vec<String> {
    let line = facility.line();
    let down = line.and_then(|line| line.down);
    let mut sentences = vec![match (facility.need(), facility.details.classes) {
        (Need::Known(need), Some(classes)) => format!(
            "Bedarf = 30{NBSP}Mbit/s × ({} + 1 Verwaltung) = {}.",
            number::counted(classes.into(), "Klasse", "Klassen", Lang::De),
            with_unit(need)
        ),
        (Need::Undefined, _) => "Ein Bedarf ist nur für Schulen festgelegt.".to_owned(),
        _ => "Der Bedarf ist unbekannt: Die Zahl der Klassen fehlt.".to_owned(),
    }];
    sentences.push(match (down, facility.balance_kbits()) {
        (None, _) => "Die vorhandene Bandbreite ist nicht bekannt.".to_owned(),
        (Some(down), None) => format!("Vorhanden: {} down.", with_unit(down)),
        (Some(down), Some(balance @ ..0)) => {
            let missing = Speed::from_kbits(u32::try_from(-balance).unwrap_or(u32::MAX));
            format!("Vorhanden: {} down. Es fehlen {}.", with_unit(down), with_unit(missing))
        }
        (Some(down), Some(_)) => format!("Vorhanden: {} down. Der Bedarf ist gedeckt.", with_unit(down)),
    });
    let missing = facility.to_target();
    let rest: Vec<String> = [(missing.down, "down"), (missing.up, "up")]
        .into_iter()
        .filter_map(|(speed, side)| Some(format!("{} {side}", with_unit(speed.filter(|speed| speed.kbits() > 0)?))))
        .collect();
    sentences.push(match (missing.is_reached(), rest.as_slice()) {
        (true, _) => format!("Das Ziel der Stadt, 1{NBSP}Gbit/s symmetrisch, ist erreicht."),
        (false, []) => format!("Ziel der Stadt: 1{NBSP}Gbit/s symmetrisch."),
        (false, rest) => {
            format!("Zum Ziel der Stadt, 1{NBSP}Gbit/s symmetrisch, fehlen {}.", words::list(rest, Lang::De))
        }
    });
    sentences
}

/// A line: "VDSL, 100 / 40 Mbit/s, gemessen am 28.11.2023".
pub fn line(line: &Line) -> String {
    let speeds = (line.down.is_some() || line.up.is_some()).then(|| format!("{} Mbit/s", down_up(Some(line))));
    let measured = match line.measured_on {
        Some(day) => format!("gemessen am {}", date::digits(day)),
        None => "nicht gemessen".to_owned(),
    };
    let parts = [line.technology.map(|one| technology(one).to_owned()), speeds, line.provider.clone(), Some(measured)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A step: "Leitung: geplant seit 20.11.2023, nächster Schritt Dezember 2023, Schulverwaltung, 1.234,56 €".
pub fn step(step: &Step) -> String {
    let since = step.reached.map(|when| format!(" seit {}", record_fields::when(when))).unwrap_or_default();
    let head = format!("{}: {}{since}", strand(step.strand), state(step.state, Lang::De));
    let next = step.next_planned.map(|when| format!("nächster Schritt {}", record_fields::when(when)));
    let cost = step.cost.map(|of| money::euros(of, Lang::De));
    let parts = [Some(head), next, step.responsible.clone(), cost, step.note.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What is known of a facility itself, in a line.
pub fn details(details: &Details) -> String {
    let classes = details.classes.map(|classes| number::counted(classes.into(), "Klasse", "Klassen", Lang::De));
    let said =
        |word: &str, answer: Answer| (answer != Answer::Unknown).then(|| format!("{word}: {}", self::answer(answer)));
    let gone = (!details.in_use()).then(|| standing(details.standing).to_owned());
    let parts = [
        Some(details.name.clone()),
        gone,
        Some(sort(details, Lang::De).text().to_owned()),
        classes,
        details.owner.as_ref().map(|owner| format!("Träger: {owner}")),
        details.address.clone(),
        details.position.map(position),
        said("Tarifvertrag", details.tariff),
        said("zweiter Weg", details.second_route),
        (details.fundable.answer() != Answer::Unknown).then(|| format!("förderfähig: {}", fundable(&details.fundable))),
        details.responsible.as_ref().map(|post| format!("zuständig: {post}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "48,467 / 7,945 (grob)".
pub fn position(position: Position) -> String {
    let exactness = match position.precision() {
        Precision::Exact => "",
        Precision::Coarse => " (grob)",
    };
    format!("{} / {}{exactness}", degrees(position.lat_udeg()), degrees(position.lon_udeg()))
}

/// As it is typed: "48,467 7,945".
pub fn typed_position(position: Position) -> String {
    format!("{} {}", degrees(position.lat_udeg()), degrees(position.lon_udeg()))
}

fn degrees(udeg: i32) -> String {
    let rest = format!("{:06}", udeg.unsigned_abs() % 1_000_000);
    let (three, more) = rest.split_at(3);
    let sign = if udeg < 0 { "−" } else { "" };
    format!("{sign}{},{three}{}", udeg.unsigned_abs() / 1_000_000, more.trim_end_matches('0'))
}

/// When, or a dash.
pub fn some_when(when: Option<When>) -> String {
    when.map_or_else(dash, record_fields::when)
}

/// "9 von 102".
pub fn counter(counter: Counter) -> String {
    format!("{} von {}", number::count(counter.so, Lang::De), number::count(counter.of, Lang::De))
}
