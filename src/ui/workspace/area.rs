//! One area's history, replaced readings among it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    desk::{ask, instead},
    sample_mark,
};
use crate::{
    api::areas,
    domain::status::{AreaReport, HistoryEntry},
    presentation::{date, number, report_words, words},
};

/// One area.
#[component]
pub fn Area() -> impl IntoView {
    let params = use_params_map();
    let asked = ask(move || areas::report(params.read().get("slug").unwrap_or_default()));
    view! {
        {instead(asked, "Stände")}
        {move || asked.answer.with(|report| report.as_ref().map(history))}
    }
}

fn history(report: &AreaReport) -> impl IntoView + use<> {
    let rows: Vec<_> = report.history.iter().rev().map(row).collect();
    view! {
        <h1>{report.name.clone()}</h1>
        {sample_mark(report.sample)}
        <p class="state">{report_words::headline(report)}</p>
        <div class="tw" tabindex="0" role="region" aria-label="Tabelle der Stände">
            <table>
                <caption>{if rows.is_empty() { "Noch keine Meldung." } else { "Meldungen, neueste zuerst." }}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Stand"</th>
                        <th scope="col" class="num">"Verträge"</th>
                        <th scope="col" class="num">"Quote"</th>
                        <th scope="col">"Stufe"</th>
                        <th scope="col">"Quelle, Anmerkung, Korrektur"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(entry: &HistoryEntry) -> impl IntoView + use<> {
    let reading = &entry.reading;
    let dash = || "–".to_owned();
    let contracts = reading.contracts().map_or_else(dash, |contracts| number::amount(contracts, number::count));
    let quota = reading.quota().map_or_else(dash, |quota| number::amount(quota, |quota| number::quota(quota, None)));
    let replaced = entry.replaced.as_ref();
    let replaced = replaced.map(|by| format!(". Ersetzt am {}: {}", date::long(by.on), by.reason));
    let note = reading.note.as_ref().map_or_else(String::new, |note| format!("; {note}"));
    view! {
        <tr class:old=entry.replaced.is_some()>
            <th scope="row">{date::long(reading.as_of)}</th>
            <td class="num">{if reading.is_reported() { contracts } else { "nicht gemeldet".to_owned() }}</td>
            <td class="num">{quota}</td>
            <td>{words::stage(reading.stage)}</td>
            <td class="wide">{format!("{}{note}{}", reading.source.name, replaced.unwrap_or_default())}</td>
        </tr>
    }
}
