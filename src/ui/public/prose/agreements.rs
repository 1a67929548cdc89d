//! Agreements and accompanying measures.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::{agreement::Agreement, link::Link, measure::Measure, status::AreaReport, withdrawal::Withdrawn},
    presentation::{date, lang::Lang, number, words},
};

/// Both in two columns; nothing where there is neither.
pub fn agreements_and_measures(report: &AreaReport) -> Option<impl IntoView + use<>> {
    let agreements: Vec<_> = report.agreements.iter().map(|one| agreement(one, report.today)).collect();
    let measures: Vec<_> = report.measures.iter().map(measure).collect();
    let any = !agreements.is_empty() || !measures.is_empty();
    any.then(|| {
        view! {
            <div class="sec grid g2">
                {column("ve-h", "Vereinbarungen", agreements)}
                {column("ma-h", "Begleitende Maßnahmen", measures)}
            </div>
        }
    })
}

fn column<V: IntoView + 'static>(id: &'static str, title: &'static str, items: Vec<V>) -> Option<impl IntoView> {
    (!items.is_empty()).then(|| {
        view! { <section aria-labelledby=id><h2 id=id>{title}</h2><dl class="facts">{items}</dl></section> }
    })
}

fn agreement((agreement, partner): &(Agreement, String), today: Date) -> impl IntoView + use<> {
    let lines = [
        agreement.effective_from.map(|when| format!("Gilt ab {}.", date::when(when, Lang::De))),
        agreement
            .ends_on
            .map(|day| format!("{} {}.", if day < today { "Galt bis" } else { "Gilt bis" }, date::long(day, Lang::De))),
        agreement.conditions.as_ref().map(|text| format!("Bedingungen: {text}")),
        agreement.note.clone(),
        withdrawn(agreement.withdrawn.as_ref()),
    ];
    let lines: Vec<_> = lines.into_iter().flatten().map(|line| view! { <span>{line}</span> }).collect();
    view! {
        <div>
            <dt>{format!("{}, {}", words::agreement(agreement.kind, Lang::De), date::when(agreement.signed, Lang::De))}</dt>
            <dd>
                <b>{partner.clone()}</b>
                {lines}
                {link(agreement.link.as_ref())}
                <span class="src">{format!("Quelle: {}", agreement.source.name)}</span>
            </dd>
        </div>
    }
}

/// That a record was taken back: it stays, and says so.
fn withdrawn(withdrawn: Option<&Withdrawn>) -> Option<String> {
    let withdrawn = withdrawn?;
    Some(format!("Zurückgenommen, ungültig ab {}: {}", date::long(withdrawn.from, Lang::De), withdrawn.reason))
}

fn link(link: Option<&Link>) -> Option<impl IntoView + use<>> {
    let address = link?.as_str().to_owned();
    Some(view! { <span><a href=address rel="noopener">"Zum Dokument"</a></span> })
}

fn measure(measure: &Measure) -> impl IntoView + use<> {
    let day = match (measure.day(), measure.until) {
        (Some(first), Some(last)) => date::span(first, last, Lang::De),
        _ => date::when(measure.when, Lang::De),
    };
    let reached = measure.audience.map(|audience| {
        format!("Erreicht: {} {}.", number::count(audience.count, Lang::De), words::audience(audience.of, Lang::De))
    });
    let lines = [reached, measure.note.clone(), withdrawn(measure.withdrawn.as_ref())];
    let lines: Vec<_> = lines.into_iter().flatten().map(|line| view! { <span>{line}</span> }).collect();
    view! {
        <div>
            <dt>{day}</dt>
            <dd>
                <b>{words::measure(measure.kind, Lang::De)}</b>
                {lines}
                {link(measure.link.as_ref())}
                <span class="src">{format!("Quelle: {}", measure.source.name)}</span>
            </dd>
        </div>
    }
}
