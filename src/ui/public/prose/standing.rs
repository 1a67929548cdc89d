//! Three questions and their answers, the rounds that are over, and the build as "x von y".

use leptos::prelude::*;

use crate::{
    domain::{build_progress::BuildStep, campaign::Unit, round::RoundResult, standing::Standing, status::AreaReport},
    presentation::{area_words, build_words, date, standing_words, words},
};

/// Target reached, build committed, network built: each with its day and its source, or "nicht bekannt".
pub fn standing(report: &AreaReport) -> Option<impl IntoView + use<>> {
    // An area outside all campaigns of whose build nothing is known has no questions.
    if report.campaign.is_none() && report.standing == Standing::default() {
        return None;
    }
    let answers: Vec<_> = standing_words::answers(report)
        .into_iter()
        .map(|answer| {
            let origin = answer.origin();
            view! {
                <div data-answer=answer.look>
                    <dt>{format!("{}?", answer.question)}</dt>
                    <dd>
                        <b>{build_words::capital(answer.word)}</b>
                        <span>{answer.sentence}</span>
                        {origin.map(|origin| view! { <span class="src">{origin}</span> })}
                    </dd>
                </div>
            }
        })
        .collect();
    Some(view! {
        <section class="sec" id="stand" aria-labelledby="sd-h">
            <h2 id="sd-h">"Drei Fragen, drei Antworten"</h2>
            <p class="sub">"Jede Frage hat ihre eigene Antwort. Ein erreichtes Ziel ist noch keine Zusage, eine Zusage noch kein Netz."</p>
            <dl class="facts">{answers}</dl>
        </section>
    })
}

/// What earlier rounds brought; nothing in the first.
pub fn rounds(report: &AreaReport) -> Option<impl IntoView + use<>> {
    let (status, area) = report.status()?;
    let running = area.round.as_ref()?;
    let (target, unit) = (area.target(status.campaign.target), status.campaign.unit);
    let (opens, ends) = (date::long(running.round.opened_on), date::long(running.round.deadline));
    let past: Vec<_> = report.rounds.iter().rev().map(|past| past_round(past, unit)).collect();
    Some(view! {
        <section class="sec" id="runden" aria-labelledby="rd-h">
            <h2 id="rd-h">"Runden"</h2>
            <dl class="facts">
                <div>
                    <dt>{format!("{opens} bis {ends}")}</dt>
                    <dd>
                        <b>{build_words::round(running.number)}</b>
                        <span>{build_words::round_target(target, unit)}" Gezählt wird, was für diese Runde gemeldet ist."</span>
                        {running.round.note.clone().map(|note| view! { <span>{note}</span> })}
                        <span class="src">{format!("Quelle: {}", running.round.source.name)}</span>
                    </dd>
                </div>
                {past}
            </dl>
        </section>
    })
}

fn past_round(result: &RoundResult, unit: Unit) -> impl IntoView + use<> {
    let outcome = result.outcome.as_ref();
    let came_out = outcome.map_or_else(
        || "Ein Ergebnis ist nicht bekannt.".to_owned(),
        |outcome| words::outcome(outcome.kind).0.to_owned(),
    );
    let last = result.last.as_ref().map(|reading| {
        let figure = area_words::reading_figure(reading, result.target);
        format!("Zuletzt {figure}. {}", area_words::source_line(reading))
    });
    view! {
        <div>
            <dt>{outcome.map_or_else(|| "ohne Datum".to_owned(), |outcome| date::when(outcome.when))}</dt>
            <dd>
                <b>{build_words::round(result.number)}</b>
                <span>{build_words::round_target(result.target, unit)}" "{came_out}</span>
                {last.map(|last| view! { <span>{last}</span> })}
                {outcome.map(|outcome| view! { <span class="src">{format!("Quelle: {}", outcome.source.name)}</span> })}
            </dd>
        </div>
    }
}

/// The build: each step that is known as "x von y", with a plain explanation of every word. Nothing before it is counted.
pub fn build(report: &AreaReport) -> Option<impl IntoView + use<>> {
    if report.build.is_empty() {
        return None;
    }
    let step = |step: BuildStep| {
        let figure = report.build.iter().find(|figure| figure.step == step);
        let value = figure.map_or_else(|| standing_words::UNKNOWN.to_owned(), build_words::figure);
        view! {
            <div>
                <dt>{build_words::capital(build_words::step(step))}</dt>
                <dd>
                    <b>{value}</b>
                    <span>{build_words::explanation(step)}</span>
                    {figure.map(|figure| view! { <span class="src">{build_words::origin(figure)}</span> })}
                </dd>
            </div>
        }
    };
    let steps: Vec<_> = BuildStep::ALL.into_iter().map(step).collect();
    Some(view! {
        <section class="sec" id="ausbau" aria-labelledby="ab-h">
            <h2 id="ab-h">"Wie weit der Bau ist"</h2>
            <dl class="facts">{steps}</dl>
        </section>
    })
}
