//! When a phase was, is, or is planned, in words.

use jiff::civil::Date;

use super::{date, lang::Lang};
use crate::domain::phase::{Dates, Phase, PhaseKind, PhaseState};

/// "läuft bis 25. November 2023", "Frist endete am 25. November 2023", "16. Juni 2023", "kein Termin".
pub fn dates(phase: Option<&Phase>, state: PhaseState, deadline: Option<Date>, today: Date) -> String {
    let Some(phase) = phase else { return "kein Termin".to_owned() };
    match (state, phase.actual.start, phase.actual.end, deadline) {
        (PhaseState::Done, Some(start), Some(end), _) if start == end => date::when(end, Lang::De),
        (PhaseState::Done, _, Some(end), _) => format!("beendet {}", date::when(end, Lang::De)),
        (PhaseState::Running, _, None, Some(day)) if phase.kind == PhaseKind::DemandAggregation && day < today => {
            format!("Frist endete am {}", date::long(day, Lang::De))
        }
        (PhaseState::Running, _, _, Some(day)) if phase.kind == PhaseKind::DemandAggregation => {
            format!("läuft bis {}", date::long(day, Lang::De))
        }
        (PhaseState::Running, Some(start), _, _) => format!("läuft seit {}", date::when(start, Lang::De)),
        _ => planned(phase.planned),
    }
}

fn planned(dates: Dates) -> String {
    match (dates.start, dates.end) {
        (Some(start), Some(end)) => {
            format!("geplant {} bis {}", date::when(start, Lang::De), date::when(end, Lang::De))
        }
        (Some(start), None) => format!("geplant ab {}", date::when(start, Lang::De)),
        (None, Some(end)) => format!("geplant bis {}", date::when(end, Lang::De)),
        (None, None) => "kein Termin".to_owned(),
    }
}
