//! Facts as the change log tells them, and as the texts of their forms.

use serde_json::{Value as Json, json};

use super::{
    agreement_forms, area_forms, build_words, date, facility_forms, facility_words, funding_log, funding_texts,
    lang::Lang, number, record_fields::Texts, town_forms, words,
};
use crate::domain::{fact::Says, profile::Profile, rollout::Rollout, withdrawal::Withdrawable};

/// What a record of this kind says, as it stands in the change log.
pub fn read(what: &str, body: &str) -> Option<Says> {
    let body: Json = serde_json::from_str(body).ok()?;
    serde_json::from_value(json!({ "what": what, "body": body })).ok()
}

/// The name of a kind of facts, for one and for many.
pub fn kind(what: &str) -> Option<(&'static str, &'static str)> {
    match what {
        "decision" => Some(("Beschluss", "Beschlüsse")),
        "progress" => Some(("Ausbaustand", "Ausbaustände")),
        "profile" => Some(("Steckbrief", "Steckbriefe")),
        "round" => Some(("Weitere Runde", "Weitere Runden")),
        "withdrawal" => Some(("Zurücknahme", "Zurücknahmen")),
        "application" => Some(("Förderantrag", "Förderanträge")),
        "leg" => Some(("Stand eines Teils", "Teile")),
        "milestone" => Some(("Meilenstein", "Meilensteine")),
        "funding_deadline" => Some(("Frist der Förderung", "Fristen der Förderung")),
        "funding_document" => Some(("Unterlage", "Unterlagen")),
        "facility" => Some(("Einrichtung", "Einrichtungen")),
        "line" => Some(("Leitung", "Leitungen")),
        "step" => Some(("Handlungsplan", "Handlungsplan")),
        "total" => Some(("Veröffentlichte Zahl", "Veröffentlichte Zahlen")),
        _ => None,
    }
}

/// A fact in a line.
pub fn line(says: &Says) -> String {
    match says {
        Says::Decision(decision) => {
            let document = decision.document.as_ref().map(|number| format!(", Drucksache {number}"));
            let (day, text) = (date::digits(decision.day), decision.text.trim_end_matches('.'));
            format!("{}, {day}{}: {text}", decision.body, document.unwrap_or_default())
        }
        Says::Progress(progress) => {
            format!(
                "{}, {}",
                build_words::counted(&progress.figures(), progress.unit, Lang::De),
                date::digits(progress.as_of)
            )
        }
        Says::Profile(profile) => profile_line(profile),
        Says::Round(round) => {
            let (opens, ends) = (date::digits(round.opened_on), date::digits(round.deadline));
            let areas =
                number::counted(u32::try_from(round.areas.len()).unwrap_or(u32::MAX), "Gebiet", "Gebiete", Lang::De);
            format!("{opens} bis {ends}, {areas}, {}", area_forms::round_target(round.target))
        }
        Says::Withdrawal(withdrawal) => {
            let what = match withdrawal.of {
                Withdrawable::Agreement(id) => format!("Vereinbarung {}", id.0),
                Withdrawable::Measure(id) => format!("Maßnahme {}", id.0),
            };
            format!("{what} ungültig ab {}", date::digits(withdrawal.from))
        }
        Says::Application(application) => funding_log::application(application),
        Says::Leg(leg) => funding_log::leg(leg),
        Says::Milestone(milestone) => funding_log::milestone(milestone),
        Says::FundingDeadline(deadline) => funding_log::deadline(deadline),
        Says::FundingDocument(document) => funding_log::document(document),
        Says::Facility(details) => facility_words::details(details),
        Says::Line(line) => facility_words::line(line),
        Says::Step(step) => facility_words::step(step),
        Says::Total(total) => facility_words::total(total, Lang::De),
    }
}

/// "Ausbau geplant 2024, reicht in Hohberg hinein".
fn profile_line(profile: &Profile) -> String {
    let planned = profile.build_planned.map(|when| format!("Ausbau geplant {}", date::when(when, Lang::De)));
    let border =
        profile.crosses_border().then(|| format!("reicht hinein in {}", words::list(&profile.reaches_into, Lang::De)));
    [planned, border, profile.note.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A fact as the texts of its form. `rollout` knows what areas are called.
pub fn texts(says: &Says, rollout: &Rollout) -> Texts {
    match says {
        Says::Decision(decision) => town_forms::decision_texts(decision, rollout),
        Says::Progress(progress) => area_forms::progress_texts(progress),
        Says::Profile(profile) => area_forms::profile_texts(profile),
        Says::Round(round) => area_forms::round_texts(round),
        Says::Withdrawal(withdrawal) => agreement_forms::withdrawal_texts(withdrawal),
        Says::Application(application) => funding_texts::application(application, rollout),
        Says::Leg(leg) => funding_texts::leg(leg),
        Says::Milestone(milestone) => funding_texts::milestone(milestone),
        Says::FundingDeadline(deadline) => funding_texts::deadline(deadline),
        Says::FundingDocument(document) => funding_texts::document(document),
        Says::Facility(details) => facility_forms::details_texts(details, &rollout.areas),
        Says::Line(line) => facility_forms::line_texts(line),
        Says::Step(step) => facility_forms::step_texts(step),
        // No form has it.
        Says::Total(_) => Texts::new(),
    }
}
