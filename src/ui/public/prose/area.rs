//! What an area's page says in words: facts, measures at the curve, and everything below.

use leptos::prelude::*;

use super::{
    agreements::agreements_and_measures, outcomes::outcomes, phases::phases, question, readings::readings, standing,
    timeline::Timeline,
};
use crate::{
    domain::{area::AreaKind, status::AreaReport},
    presentation::{coincidence_words, curve, date, lang::Lang, report_words, words},
};

/// The facts beside the curve.
#[component]
pub fn AreaFacts(
    /// The area.
    report: AreaReport,
) -> impl IntoView {
    let facts = report_words::facts(&report);
    let compare = if report.kind == AreaKind::CommercialArea { "/#gewerbe" } else { "/#gebiete" };
    (!facts.is_empty()).then(|| {
        let items: Vec<_> = facts
            .into_iter()
            .map(|fact| {
                let detail = fact.detail.map(|detail| view! { <span>{detail}</span> });
                view! { <div><dt>{fact.name}</dt><dd><b>{fact.value}</b>{detail}</dd></div> }
            })
            .collect();
        view! {
            <h2>"Auf einen Blick"</h2>
            <dl class="facts">{items}</dl>
            <p class="src">"Alle Angaben haben Datum und Quelle. "{question::of_area(&report.slug)}</p>
            <p><a class="act" href=compare>"Alle Gebiete vergleichen"</a></p>
        }
    })
}

/// What belongs to the curve in words: the measures that stand as flags on it, and what it leaves out.
#[component]
pub fn CurveMarks(
    /// The area.
    report: AreaReport,
) -> impl IntoView {
    let marks = curve::marks(&report);
    let left_out = curve::draw(&report).and_then(|curve| curve.left_out);
    let counted = marks.iter().any(|mark| mark.around.is_known());
    let items: Vec<_> = marks.iter().enumerate().map(mark).collect();
    view! {
        {left_out.map(|sentence| view! { <p class="src">{sentence}</p> })}
        {(!items.is_empty()).then(|| view! { <ol class="marks" aria-label="Maßnahmen in der Kurve">{items}</ol> })}
        {counted.then(|| view! { <p class="src">{coincidence_words::NO_PROOF}</p> })}
    }
}

fn mark((index, mark): (usize, &curve::Mark)) -> impl IntoView + use<> {
    let around = mark.around.is_known().then(|| {
        view! { <span class="src">{coincidence_words::around(mark.around)}</span> }
    });
    view! {
        <li>
            <span class="mk" aria-hidden="true">{index + 1}</span>
            <div><b>{words::measure(mark.kind, Lang::De)}</b>{format!(", {}", date::short(mark.day, Lang::De))}{around}</div>
        </li>
    }
}

/// Phases, outcomes, agreements and measures, all readings, the timeline.
#[component]
pub fn AreaProse(
    /// The area.
    report: AreaReport,
) -> impl IntoView {
    let decision_ahead = report.status().is_some_and(|(_, area)| area.outcome.is_none());
    let timeline = (!report.timeline.is_empty()).then(|| {
        view! {
            <section class="sec" id="zeitleiste" aria-labelledby="tl-h">
                <h2 id="tl-h">"Was geschah, was kommt"</h2>
                <Timeline entries=report.timeline.clone() today=report.today decision_ahead/>
                <p><a class="act" href=format!("/verlauf?gebiet={}", report.slug)>{format!("Verlauf zu {} filtern", report.name)}</a></p>
            </section>
        }
    });
    view! {
        {standing::standing(&report)}
        {standing::build(&report)}
        {phases(&report)}
        {standing::rounds(&report)}
        {outcomes(&report)}
        {agreements_and_measures(&report)}
        {readings(&report)}
        {timeline}
    }
}
