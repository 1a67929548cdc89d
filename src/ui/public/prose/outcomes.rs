//! What came out and what it means; before that, what may come out.

use leptos::{either::EitherOf3, prelude::*};

use crate::{
    domain::{campaign::Target, outcome::Outcome, status::AreaReport},
    presentation::{date, lang::Lang, section_words as said, source_note, span::Span, words},
    ui::components::Spans,
};

/// The outcomes; nothing without a campaign.
pub fn outcomes(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let (status, _) = report.status()?;
    let recorded: Vec<_> = report.outcomes.iter().map(|outcome| recorded(outcome, lang)).collect();
    let body = if !recorded.is_empty() {
        EitherOf3::A(view! {
            <h2 id="wn-h">{said::came_out(lang)}</h2>
            <dl class="facts">{recorded}</dl>
        })
    } else if status.campaign.target == Target::OperatorDecision {
        EitherOf3::B(view! {
            <h2 id="wn-h">{said::how_decided(lang)}</h2>
            <p class="sub">{said::operator_decides(&status.operator, lang)}</p>
        })
    } else {
        EitherOf3::C(possible(lang))
    };
    Some(view! {
        <section class="sec" aria-labelledby="wn-h">
            {body}
        </section>
    })
}

fn possible(lang: Lang) -> impl IntoView {
    let (heading, then) = said::if_missed(lang);
    let way = |(name, meaning): (&'static str, &'static str)| view! { <li><b>{name}</b>{meaning}</li> };
    let ways: Vec<_> = said::ways(lang).into_iter().map(way).collect();
    view! {
        <h2 id="wn-h">{heading}</h2>
        <p class="sub">{then}</p>
        <ul class="ticks">{ways}</ul>
    }
}

fn recorded(outcome: &Outcome, lang: Lang) -> impl IntoView + use<> {
    let (what, meaning) = words::outcome(outcome.kind, lang);
    let note = outcome.note.as_ref().map(|note| vec![Span::quoted(note, lang)]);
    view! {
        <div>
            <dt>{words::capital(&date::when(outcome.when, lang))}</dt>
            <dd>
                <b>{what}</b>
                <span>{meaning}</span>
                {note.map(|spans| view! { <span><Spans spans/></span> })}
                <span class="src"><Spans spans=source_note::spans(&outcome.source.name, lang)/></span>
            </dd>
        </div>
    }
}
