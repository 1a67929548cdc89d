//! What an area's page says in words: facts, measures at the curve, and everything below.

use leptos::prelude::*;

use super::{
    agreements::agreements_and_measures, outcomes::outcomes, phases::phases, readings::readings, standing,
    timeline::Timeline,
};
use crate::{
    domain::{area::AreaKind, status::AreaReport},
    presentation::{
        coincidence_words, curve, curve_words, date, lang::Lang, live_words, prose_words, report_words, words,
    },
    ui::components::Spans,
};

/// The facts beside the curve.
#[component]
pub fn AreaFacts(
    /// The area.
    report: AreaReport,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let facts = report_words::facts(&report, lang);
    let compare = lang.address(if report.kind == AreaKind::CommercialArea { "/#gewerbe" } else { "/#gebiete" });
    (!facts.is_empty()).then(|| {
        let items: Vec<_> = facts
            .into_iter()
            .map(|fact| {
                let detail = fact.detail.map(|spans| view! { <span><Spans spans/></span> });
                view! { <div><dt>{fact.name}</dt><dd><b>{fact.value}</b>{detail}</dd></div> }
            })
            .collect();
        view! {
            <h2>{live_words::at_a_glance(lang)}</h2>
            <dl class="facts">{items}</dl>
            <p><a class="act" href=lang.address(prose_words::METHOD)>{prose_words::method(lang)}</a></p>
            <p><a class="act" href=compare>{prose_words::compare(lang)}</a></p>
        }
    })
}

/// What belongs to the curve in words: the measures that stand as flags on it, and what it leaves out.
#[component]
pub fn CurveMarks(
    /// The area.
    report: AreaReport,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let marks = curve::marks(&report);
    let curve = curve::draw(&report, lang);
    let notes = curve.map_or_else(String::new, |curve| curve_words::notes(&curve, &report, lang).join(" "));
    let counted = marks.iter().any(|mark| mark.around.is_known());
    let items: Vec<_> = marks.iter().enumerate().map(|one| mark(one, lang)).collect();
    view! {
        {(!notes.is_empty()).then(|| view! { <p class="src">{notes}</p> })}
        {(!items.is_empty()).then(|| view! { <ol class="marks" aria-label=prose_words::marks(lang)>{items}</ol> })}
        {counted.then(|| view! { <p class="src">{coincidence_words::no_proof(lang)}</p> })}
    }
}

fn mark((index, mark): (usize, &curve::Mark), lang: Lang) -> impl IntoView + use<> {
    let around = mark.around.is_known().then(|| {
        view! { <span class="src">{coincidence_words::around(mark.around, lang)}</span> }
    });
    view! {
        <li>
            <span class="mk" aria-hidden="true">{index + 1}</span>
            <div><b>{words::measure(mark.kind, lang)}</b>{format!(", {}", date::short(mark.day, lang))}{around}</div>
        </li>
    }
}

/// Phases, outcomes, agreements and measures, all readings, the timeline.
#[component]
pub fn AreaProse(
    /// The area.
    report: AreaReport,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let decision_ahead = report.status().is_some_and(|(_, area)| area.outcome.is_none());
    let timeline = (!report.timeline.is_empty()).then(|| {
        let filtered = lang.address(&format!("/verlauf?gebiet={}", report.slug));
        let feed = lang.address(&format!("/gebiet/{}.atom", report.slug));
        view! {
            <section class="sec" id="zeitleiste" aria-labelledby="tl-h">
                <h2 id="tl-h">{prose_words::timeline(lang)}</h2>
                <Timeline entries=report.timeline.clone() today=report.today decision_ahead lang/>
                <p class="links">
                    <a href=filtered>{prose_words::timeline_of(&report.name, lang)}</a>
                    <a href=feed>{prose_words::news_of(&report.name, lang)}</a>
                </p>
            </section>
        }
    });
    view! {
        {standing::standing(&report, lang)}
        {standing::build(&report, lang)}
        {phases(&report, lang)}
        {standing::rounds(&report, lang)}
        {outcomes(&report, lang)}
        {agreements_and_measures(&report, lang)}
        {readings(&report, lang)}
        {timeline}
    }
}
