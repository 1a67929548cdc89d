//! Agreements and accompanying measures.

use leptos::prelude::*;

use crate::{
    domain::{agreement::Agreement, measure::Measure, status::AreaReport},
    presentation::{date, words},
};

/// Both in two columns; nothing where there is neither.
pub fn agreements_and_measures(report: &AreaReport) -> Option<impl IntoView + use<>> {
    let agreements: Vec<_> = report.agreements.iter().map(agreement).collect();
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

fn agreement((agreement, partner): &(Agreement, String)) -> impl IntoView + use<> {
    view! {
        <div>
            <dt>{format!("{}, {}", words::agreement(agreement.kind), date::when(agreement.signed))}</dt>
            <dd>
                <b>{partner.clone()}</b>
                {agreement.note.clone().map(|note| view! { <span>{note}</span> })}
                {agreement.ends_on.map(|day| view! { <span>{format!("Gilt bis {}.", date::long(day))}</span> })}
                <span class="src">{format!("Quelle: {}", agreement.source.name)}</span>
            </dd>
        </div>
    }
}

fn measure(measure: &Measure) -> impl IntoView + use<> {
    view! {
        <div>
            <dt>{date::when(measure.when)}</dt>
            <dd>
                <b>{words::measure(measure.kind)}</b>
                {measure.note.clone().map(|note| view! { <span>{note}</span> })}
                <span class="src">{format!("Quelle: {}", measure.source.name)}</span>
            </dd>
        </div>
    }
}
