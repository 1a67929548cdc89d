//! Agreements and accompanying measures.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::{agreement::Agreement, link::Link, measure::Measure, status::AreaReport},
    presentation::{
        date, lang::Lang, report_facts::valid_until, section_words as said, source_note, span::Span, words,
    },
    ui::components::Spans,
};

/// Both in two columns; nothing where there is neither.
pub fn agreements_and_measures(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let agreements: Vec<_> = report.agreements.iter().map(|one| agreement(one, report.today, lang)).collect();
    let measures: Vec<_> = report.measures.iter().map(|one| measure(one, lang)).collect();
    let any = !agreements.is_empty() || !measures.is_empty();
    any.then(|| {
        view! {
            <div class="sec grid g2">
                {column("ve-h", said::agreements(lang), agreements)}
                {column("ma-h", said::measures(lang), measures)}
            </div>
        }
    })
}

fn column<V: IntoView + 'static>(id: &'static str, title: &'static str, items: Vec<V>) -> Option<impl IntoView> {
    (!items.is_empty()).then(|| {
        view! { <section aria-labelledby=id><h2 id=id>{title}</h2><dl class="facts">{items}</dl></section> }
    })
}

fn agreement((agreement, partner): &(Agreement, String), today: Date, lang: Lang) -> impl IntoView + use<> {
    let until = agreement.ends_on.map(|day| valid_until(day < today, &date::long(day, lang), lang));
    let lines = [
        agreement.effective_from.map(|when| vec![Span::plain(said::valid_from(when, lang))]),
        until.map(|until| vec![Span::plain(until)]),
        agreement.conditions.as_ref().map(|text| said::conditions(text, lang)),
        agreement.note.as_ref().map(|note| vec![Span::quoted(note, lang)]),
        agreement.withdrawn.as_ref().map(|withdrawn| said::withdrawn(withdrawn, lang)),
    ];
    view! {
        <div>
            <dt>{format!("{}, {}", words::agreement(agreement.kind, lang), date::when(agreement.signed, lang))}</dt>
            <dd>
                <b>{partner.clone()}</b>
                {each(lines)}
                {link(agreement.link.as_ref(), lang)}
                <span class="src"><Spans spans=source_note::spans(&agreement.source.name, lang)/></span>
            </dd>
        </div>
    }
}

/// What there is to say, a line each.
fn each<const N: usize>(lines: [Option<Vec<Span>>; N]) -> Vec<impl IntoView> {
    lines.into_iter().flatten().map(|spans| view! { <span><Spans spans/></span> }).collect()
}

fn link(link: Option<&Link>, lang: Lang) -> Option<impl IntoView + use<>> {
    let address = link?.as_str().to_owned();
    Some(view! { <span><a href=address rel="noopener">{said::to_the_document(lang)}</a></span> })
}

fn measure(measure: &Measure, lang: Lang) -> impl IntoView + use<> {
    let lines = [
        measure.audience.as_ref().map(|audience| vec![Span::plain(said::reached(audience, lang))]),
        measure.note.as_ref().map(|note| vec![Span::quoted(note, lang)]),
        measure.withdrawn.as_ref().map(|withdrawn| said::withdrawn(withdrawn, lang)),
    ];
    view! {
        <div>
            <dt>{said::measure_days(measure, lang)}</dt>
            <dd>
                <b>{words::measure(measure.kind, lang)}</b>
                {each(lines)}
                {link(measure.link.as_ref(), lang)}
                <span class="src"><Spans spans=source_note::spans(&measure.source.name, lang)/></span>
            </dd>
        </div>
    }
}
