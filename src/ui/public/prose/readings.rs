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
    presentation::{date, lang::Lang, number, prose_words, section_words as said, span::Span, words},
    ui::components::Spans,
};

/// The table; nothing without a campaign.
pub fn readings(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let (status, _) = report.status()?;
    let target = status.campaign.target.share();
    let rows: Vec<_> = report
        .history
        .iter()
        .enumerate()
        .rev()
        .map(|(index, entry)| row(entry, before(&report.history, index), target, lang))
        .collect();
    let body = if rows.is_empty() {
        Either::Left(view! {
            <p class="sub">{said::no_reading(lang)}</p>
        })
    } else {
        Either::Right(table(rows, lang))
    };
    Some(view! {
        <section class="sec" id="staende" aria-labelledby="st-h">
            <div class="row">
                <h2 id="st-h">{prose_words::all_readings(lang)}</h2>
                <a class="act" href="/api/public/v1/readings.csv">{said::readings_as_file(lang)}</a>
            </div>
            {body}
            <p class="src">{said::reading_missing(lang)}" "{question::of_area(&report.slug, lang)}</p>
        </section>
    })
}

/// The newest reading before this entry that holds and has a number.
fn before(history: &[HistoryEntry], index: usize) -> Option<&Reading> {
    let earlier = history.iter().take(index).rev();
    let mut holding = earlier.filter(|entry| entry.replaced.is_none() && entry.reading.is_reported());
    holding.next().map(|entry| &entry.reading)
}

fn table<V: IntoView + 'static>(rows: Vec<V>, lang: Lang) -> impl IntoView {
    let (name, caption) = said::table_of_readings(lang);
    let [day, contracts, rate, growth, stage, source] = said::columns_of_readings(lang);
    view! {
        <div class="tw" tabindex="0" role="region" aria-label=name>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{day}</th>
                        <th scope="col" class="num">{contracts}</th>
                        <th scope="col" class="num">{rate}</th>
                        <th scope="col" class="num">{growth}</th>
                        <th scope="col">{stage}</th>
                        <th scope="col">{source}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(entry: &HistoryEntry, before: Option<&Reading>, target: Option<Share>, lang: Lang) -> impl IntoView + use<> {
    let reading = &entry.reading;
    let dash = || "–".to_owned();
    let none = || if reading.is_reported() { dash() } else { said::not_reported(lang).to_owned() };
    let contracts = reading.contracts().map(|contracts| number::amount(contracts, |of| number::count(of, lang), lang));
    let quota = reading.quota().map(|quota| number::quota_amount(quota, target, lang));
    let gained = gained(reading, before).filter(|_| entry.replaced.is_none());
    let replaced = entry.replaced.as_ref().map(|replaced| {
        view! { <span class="src"><Spans spans=said::replaced(replaced.on, &replaced.reason, lang)/></span> }
    });
    let note = reading.note.as_ref().map_or_else(String::new, |note| format!("; {note}"));
    let source = vec![Span::quoted(format!("{}{note}", reading.source.name), lang)];
    view! {
        <tr class=entry.replaced.is_some().then_some("old")>
            // On a narrow screen the year stands below, not each word.
            <th scope="row">{date::long(reading.as_of, lang).replacen(' ', "\u{a0}", 1)}</th>
            <td class="num">{contracts.unwrap_or_else(none)}</td>
            <td class="num">{quota.unwrap_or_else(dash)}</td>
            <td class="num">{gained.map_or_else(dash, |of| number::signed(of, lang))}</td>
            <td>{if reading.is_reported() { words::stage(reading.stage, lang) } else { "–" }}</td>
            <td><Spans spans=source/>{replaced}</td>
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
