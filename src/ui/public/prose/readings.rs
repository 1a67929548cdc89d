//! All readings of an area in a table, replaced ones among them.

use leptos::{either::Either, prelude::*};

use super::question;
use crate::{
    domain::{
        amount::Amount,
        reading::Reading,
        share::Share,
        status::{AreaReport, HistoryEntry},
    },
    presentation::{date, lang::Lang, number, words},
};

/// The table; nothing without a campaign.
pub fn readings(report: &AreaReport) -> Option<impl IntoView + use<>> {
    let (status, _) = report.status()?;
    let target = status.campaign.target.share();
    let rows: Vec<_> = report
        .history
        .iter()
        .enumerate()
        .rev()
        .map(|(index, entry)| row(entry, before(&report.history, index), target))
        .collect();
    let body = if rows.is_empty() {
        Either::Left(view! {
            <p class="sub">"Noch keine Meldung. Sobald eine Zahl vorliegt, steht sie hier mit Datum und Quelle."</p>
        })
    } else {
        Either::Right(table(rows))
    };
    Some(view! {
        <section class="sec" id="staende" aria-labelledby="st-h">
            <div class="row">
                <h2 id="st-h">"Alle Stände"</h2>
                <a class="act" href="/api/public/v1/readings.csv">"Alle Stände als CSV"</a>
            </div>
            {body}
            <p class="src">"Fehlt ein Stand oder ist einer falsch? "{question::of_area(&report.slug)}</p>
        </section>
    })
}

/// The newest reading before this entry that holds and has a number.
fn before(history: &[HistoryEntry], index: usize) -> Option<&Reading> {
    let earlier = history.iter().take(index).rev();
    let mut holding = earlier.filter(|entry| entry.replaced.is_none() && entry.reading.is_reported());
    holding.next().map(|entry| &entry.reading)
}

fn table<V: IntoView + 'static>(rows: Vec<V>) -> impl IntoView {
    view! {
        <div class="tw" tabindex="0" role="region" aria-label="Tabelle der Stände">
            <table>
                <caption>"Meldungen, neueste zuerst."</caption>
                <thead>
                    <tr>
                        <th scope="col">"Stand"</th>
                        <th scope="col" class="num">"Verträge"</th>
                        <th scope="col" class="num">"Quote"</th>
                        <th scope="col" class="num">"Zuwachs"</th>
                        <th scope="col">"Stufe"</th>
                        <th scope="col">"Quelle und Anmerkung"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(entry: &HistoryEntry, before: Option<&Reading>, target: Option<Share>) -> impl IntoView + use<> {
    let reading = &entry.reading;
    let dash = || "–".to_owned();
    let none = || if reading.is_reported() { dash() } else { "nicht gemeldet".to_owned() };
    let contracts =
        reading.contracts().map(|contracts| number::amount(contracts, |of| number::count(of, Lang::De), Lang::De));
    let quota =
        reading.quota().map(|quota| number::amount(quota, |quota| number::quota(quota, target, Lang::De), Lang::De));
    let gained = gained(reading, before).filter(|_| entry.replaced.is_none());
    let replaced = entry.replaced.as_ref().map(|replaced| {
        view! { <span class="src">{format!("Ersetzt am {}: {}", date::long(replaced.on, Lang::De), replaced.reason)}</span> }
    });
    let note = reading.note.as_ref().map_or_else(String::new, |note| format!("; {note}"));
    view! {
        <tr class=entry.replaced.is_some().then_some("old")>
            <th scope="row">{date::long(reading.as_of, Lang::De)}</th>
            <td class="num">{contracts.unwrap_or_else(none)}</td>
            <td class="num">{quota.unwrap_or_else(dash)}</td>
            <td class="num">{gained.map_or_else(dash, |of| number::signed(of, Lang::De))}</td>
            <td>{if reading.is_reported() { words::stage(reading.stage, Lang::De) } else { "–" }}</td>
            <td>{format!("{}{note}", reading.source.name)}{replaced}</td>
        </tr>
    }
}

/// Contracts more than in the reading before, where both are exact.
fn gained(reading: &Reading, before: Option<&Reading>) -> Option<i64> {
    match (reading.contracts()?, before?.contracts()?) {
        (Amount::Exact(now), Amount::Exact(then)) => Some(i64::from(now) - i64::from(then)),
        _ => None,
    }
}
