//! Three questions and their answers, the rounds that are over, and the build as "x von y".

use leptos::prelude::*;

use crate::{
    domain::{build_progress::BuildStep, campaign::Unit, round::RoundResult, standing::Standing, status::AreaReport},
    presentation::{
        area_words, build_words, date, lang::Lang, prose_words, section_words as said, source_note, span::Span,
        standing_words, words,
    },
    ui::components::Spans,
};

/// Target reached, build committed, network built: each with its day and its source, or "nicht bekannt".
pub fn standing(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    // An area outside all campaigns of whose build nothing is known has no questions.
    if report.campaign.is_none() && report.standing == Standing::default() {
        return None;
    }
    let answers: Vec<_> = standing_words::answers(report, lang)
        .into_iter()
        .map(|answer| {
            let origin = answer.origin(lang);
            view! {
                <div data-answer=answer.look>
                    <dt>{answer.asked(lang)}</dt>
                    <dd>
                        <b>{words::capital(answer.word)}</b>
                        <span>{answer.sentence}</span>
                        {origin.map(|spans| view! { <span class="src"><Spans spans/></span> })}
                    </dd>
                </div>
            }
        })
        .collect();
    let (heading, below) = said::three_questions(lang);
    Some(view! {
        <section class="sec" id="stand" aria-labelledby="sd-h">
            <h2 id="sd-h">{heading}</h2>
            <p class="sub">{below}</p>
            <dl class="facts">{answers}</dl>
        </section>
    })
}

/// What earlier rounds brought; nothing in the first.
pub fn rounds(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let (status, area) = report.status()?;
    let running = area.round.as_ref()?;
    let (target, unit) = (area.target(status.campaign.target), status.campaign.unit);
    let days = said::round_days(running.round.opened_on, running.round.deadline, lang);
    let note = running.round.note.as_ref().map(|note| vec![Span::quoted(note, lang)]);
    let past: Vec<_> = report.rounds.iter().rev().map(|past| past_round(past, unit, lang)).collect();
    Some(view! {
        <section class="sec" id="runden" aria-labelledby="rd-h">
            <h2 id="rd-h">{said::rounds(lang)}</h2>
            <dl class="facts">
                <div>
                    <dt>{days}</dt>
                    <dd>
                        <b>{build_words::round(running.number, lang)}</b>
                        <span>{build_words::round_target(target, unit, lang)}" "{said::counts_for_this_round(lang)}</span>
                        {note.map(|spans| view! { <span><Spans spans/></span> })}
                        <span class="src"><Spans spans=source_note::spans(&running.round.source.name, lang)/></span>
                    </dd>
                </div>
                {past}
            </dl>
        </section>
    })
}

fn past_round(result: &RoundResult, unit: Unit, lang: Lang) -> impl IntoView + use<> {
    let outcome = result.outcome.as_ref();
    let came_out = outcome.map_or(said::no_result(lang), |outcome| words::outcome(outcome.kind, lang).0);
    let when = outcome.map_or_else(|| said::no_date(lang).to_owned(), |outcome| date::when(outcome.when, lang));
    let source = outcome.map(|outcome| source_note::spans(&outcome.source.name, lang));
    let last = result.last.as_ref().map(|reading| {
        let figure = area_words::reading_figure(reading, result.target, lang);
        let lately = Span::plain(prose_words::lately(&figure, lang));
        [lately].into_iter().chain(area_words::source_line(reading, lang)).collect::<Vec<_>>()
    });
    view! {
        <div>
            <dt>{words::capital(&when)}</dt>
            <dd>
                <b>{build_words::round(result.number, lang)}</b>
                <span>{build_words::round_target(result.target, unit, lang)}" "{came_out}</span>
                {last.map(|spans| view! { <span><Spans spans/></span> })}
                {source.map(|spans| view! { <span class="src"><Spans spans/></span> })}
            </dd>
        </div>
    }
}

/// The build: each step that is known as "x von y", with a plain explanation of every word. Nothing before it is counted.
pub fn build(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    if report.build.is_empty() {
        return None;
    }
    let step = |step: BuildStep| {
        let figure = report.build.iter().find(|figure| figure.step == step);
        let value =
            figure.map_or_else(|| standing_words::unknown(lang).to_owned(), |figure| build_words::figure(figure, lang));
        view! {
            <div>
                <dt>{words::capital(build_words::step(step, lang))}</dt>
                <dd>
                    <b>{value}</b>
                    <span>{build_words::explanation(step, lang)}</span>
                    {figure.map(|figure| view! { <span class="src"><Spans spans=build_words::origin(figure, lang)/></span> })}
                </dd>
            </div>
        }
    };
    let steps: Vec<_> = BuildStep::ALL.into_iter().map(step).collect();
    Some(view! {
        <section class="sec" id="ausbau" aria-labelledby="ab-h">
            <h2 id="ab-h">{said::build(lang)}</h2>
            <dl class="facts">{steps}</dl>
        </section>
    })
}
