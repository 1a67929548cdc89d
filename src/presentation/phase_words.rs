//! When a phase was, is, or is planned, in words.

use jiff::civil::Date;

use super::{date, lang::Lang};
use crate::domain::{
    phase::{Dates, Phase, PhaseKind, PhaseState},
    when::When,
};

/// "läuft bis 25. November 2023", "Frist endete am 25. November 2023", "16. Juni 2023", "kein Termin".
pub fn dates(phase: Option<&Phase>, state: PhaseState, deadline: Option<Date>, today: Date, lang: Lang) -> String {
    let Some(phase) = phase else { return no_date(lang) };
    match (state, phase.actual.start, phase.actual.end, deadline) {
        (PhaseState::Done, Some(start), Some(end), _) if start == end => date::when(end, lang),
        (PhaseState::Done, _, Some(end), _) => ended(end, lang),
        (PhaseState::Running, _, None, Some(day)) if phase.kind == PhaseKind::DemandAggregation && day < today => {
            deadline_passed(day, lang)
        }
        (PhaseState::Running, _, _, Some(day)) if phase.kind == PhaseKind::DemandAggregation => until(day, lang),
        (PhaseState::Running, Some(start), _, _) => since(start, lang),
        _ => planned(phase.planned, lang),
    }
}

fn no_date(lang: Lang) -> String {
    lang.pick("kein Termin", "no date", "pas de date").to_owned()
}

fn ended(end: When, lang: Lang) -> String {
    match lang {
        Lang::De => format!("beendet {}", date::when(end, lang)),
        Lang::En => format!("ended {}", date::within(end, lang)),
        Lang::Fr => format!("fin {}", date::within(end, lang)),
    }
}

fn deadline_passed(day: Date, lang: Lang) -> String {
    let day = date::long(day, lang);
    match lang {
        Lang::De => format!("Frist endete am {day}"),
        Lang::En => format!("deadline was {day}"),
        Lang::Fr => format!("date limite passée le {day}"),
    }
}

fn until(day: Date, lang: Lang) -> String {
    let day = date::long(day, lang);
    match lang {
        Lang::De => format!("läuft bis {day}"),
        Lang::En => format!("runs until {day}"),
        Lang::Fr => format!("en cours jusqu’au {day}"),
    }
}

fn since(start: When, lang: Lang) -> String {
    match lang {
        Lang::De => format!("läuft seit {}", date::when(start, lang)),
        Lang::En => format!("running since {}", date::when(start, lang)),
        Lang::Fr => format!("en cours depuis {}", with_article(start)),
    }
}

/// "le 10 novembre 2023", "juillet 2024".
fn with_article(when: When) -> String {
    match when {
        When::Day(_) => date::within(when, Lang::Fr),
        When::Month(..) | When::Years(..) => date::when(when, Lang::Fr),
    }
}

fn planned(dates: Dates, lang: Lang) -> String {
    let of = |when| date::when(when, lang);
    match (dates.start, dates.end, lang) {
        (Some(start), Some(end), Lang::De) => format!("geplant {} bis {}", of(start), of(end)),
        (Some(start), Some(end), Lang::En) => format!("planned {} to {}", of(start), of(end)),
        (Some(start), Some(end), Lang::Fr) => format!("prévu\u{a0}: {} – {}", of(start), of(end)),
        (Some(start), None, Lang::De) => format!("geplant ab {}", of(start)),
        (Some(start), None, Lang::En) => format!("planned from {}", of(start)),
        (Some(start), None, Lang::Fr) => format!("prévu dès {}", with_article(start)),
        (None, Some(end), Lang::De) => format!("geplant bis {}", of(end)),
        (None, Some(end), Lang::En) => format!("planned until {}", of(end)),
        (None, Some(end), Lang::Fr) => format!("fin prévue {}", date::within(end, lang)),
        (None, None, _) => no_date(lang),
    }
}
