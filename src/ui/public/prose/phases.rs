//! The phases as a stepper.

use leptos::prelude::*;

use crate::{
    domain::{
        phase::{PhaseKind, PhaseState},
        status::AreaReport,
    },
    presentation::{lang::Lang, phase_words, prose_words, words},
};

/// Where the area stands; nothing without a campaign.
pub fn phases(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let (status, _) = report.status()?;
    let unit = status.campaign.unit;
    let deadline = status.campaign.deadline().map(|deadline| deadline.day);
    let step = |(number, kind): (u32, PhaseKind)| {
        let known = report.phases.iter().find(|phase| phase.kind == kind);
        let state = known.map_or(PhaseState::Ahead, |phase| phase.state(report.today));
        let sign = if state == PhaseState::Done { "✓".to_owned() } else { number.to_string() };
        view! {
            <li class=(state == PhaseState::Done).then_some("done") aria-current=(state == PhaseState::Running).then_some("step")>
                <span class="no" aria-hidden="true">{sign}</span>
                <b>{words::phase(kind, unit, lang)}</b>
                <span class="src">{phase_words::dates(known, state, deadline, report.today, lang)}</span>
            </li>
        }
    };
    let steps: Vec<_> = (1..).zip(PhaseKind::ALL).map(step).collect();
    Some(view! {
        <section class="sec" aria-labelledby="ph-h">
            <h2 id="ph-h">{prose_words::where_it_stands(&report.name, lang)}</h2>
            <ol class="steps">{steps}</ol>
        </section>
    })
}
