//! An area's page: sentence, bar, curve, facts, phases, outcomes, agreements, all readings.

use jiff::civil::Date;
use leptos::{either::Either, prelude::*};

use super::timeline::Timeline;
use crate::{
    domain::{
        agreement::Agreement,
        amount::Amount,
        phase::{Phase, PhaseKind, PhaseState},
        reading::Reading,
        status::{AreaReport, HistoryEntry},
    },
    presentation::{
        area_words,
        bar::{Bar, percent},
        curve::{self, Curve},
        date, number, report_words, words,
    },
    ui::{
        chart::{CurveChart, CurveReader},
        components::{Chip, Spans, ThresholdBar},
    },
};

/// An area's page.
#[component]
pub fn AreaPage(
    /// What it shows.
    report: Memo<Box<AreaReport>>,
) -> impl IntoView {
    // The newest point is read first; a choice made by the reader outlives an update.
    let points = report.with_untracked(|report| curve::draw(report).map_or(0, |curve| curve.points.len()));
    let chosen = RwSignal::new(points.saturating_sub(1));
    view! { <main id="inhalt" class="wrap">{move || report.with(|report| sections(report, chosen))}</main> }
}

fn sections(report: &AreaReport, chosen: RwSignal<usize>) -> impl IntoView + use<> {
    view! {
        {crumbs(report)}
        {hero(report)}
        {curve_and_facts(report, chosen)}
        {phases(report)}
        {outcomes(report)}
        {agreements_and_measures(report)}
        {readings(report)}
        {history(report)}
    }
}

fn crumbs(report: &AreaReport) -> impl IntoView + use<> {
    view! {
        <nav class="crumbs" aria-label="Brotkrumen">
            <ol><li><a href="/">"Übersicht"</a></li><li aria-current="page">{report.name.clone()}</li></ol>
        </nav>
    }
}

fn hero(report: &AreaReport) -> AnyView {
    let look = report.status().map(|(status, area)| words::look(area.state(status.campaign.target)));
    view! {
        <section class="hero" aria-labelledby="satz">
            <p class="kicker">
                {format!("{} {}", words::area(report.kind).one, if report.name.starts_with(words::area(report.kind).one) { "" } else { &report.name })}
                " "
                {look.map(|look| view! { <Chip look/> })}
            </p>
            <h1 id="satz">{report_words::headline(report)}</h1>
            <p class="lead"><Spans spans=report_words::lead(report)/></p>
            {big_bar(report)}
        </section>
    }
    .into_any()
}

/// The bar in full size with its numbers around it.
fn big_bar(report: &AreaReport) -> Option<AnyView> {
    let (status, area) = report.status()?;
    let campaign = &status.campaign;
    let reading = area.current.as_ref()?;
    let look = words::look(area.state(campaign.target));
    let source = view! { <p class="src">{area_words::source_line(reading)}" "<a href="#staende">"Alle Stände"</a></p> };
    let Some(base) = reading.base() else { return Some(source.into_any()) };
    let bar = Bar::of(Some(reading), campaign.target);
    let needed = campaign.target.needed(Some(base.count)).map(number::contracts);
    let mark = bar.mark.map(|mark| {
        view! {
            <text class="goal" x=percent(mark) y="15">
                {format!("Ziel {}", area_words::goal(campaign.target))}
                <tspan class="soft">{needed.map(|needed| format!("\u{a0} {needed}"))}</tspan>
            </text>
        }
    });
    let contracts = reading.contracts().map(number::contracts_amount);
    Some(
        view! {
            <div class="big">
                <p class="now"><b>{area_words::figure(area, campaign.target)}</b><span>{contracts}</span></p>
                <p class="all">{format!("alle {} {}", number::count(base.count), words::unit(base.unit).0)}</p>
                <ThresholdBar bar state=look.key/>
                <svg class="scale" aria-hidden="true">{mark}</svg>
            </div>
            {source}
        }
        .into_any(),
    )
}

fn curve_and_facts(report: &AreaReport, chosen: RwSignal<usize>) -> AnyView {
    let facts = report_words::facts(report);
    let facts = (!facts.is_empty()).then(|| {
        let items: Vec<_> = facts.into_iter().map(|fact| {
            view! { <div><dt>{fact.name}</dt><dd><b>{fact.value}</b>{fact.detail.map(|detail| view! { <span>{detail}</span> })}</dd></div> }
        }).collect();
        view! {
            <aside aria-labelledby="ku-h">
                <h2 id="ku-h">"Auf einen Blick"</h2>
                <dl class="facts">{items}</dl>
                <p><a class="act" href="/#gebiete">"Alle Gebiete vergleichen"</a></p>
            </aside>
        }
    });
    let curve = curve::draw(report).map(|curve| curve_section(report, curve, chosen));
    view! { <div class="sec grid g84">{curve}{facts}</div> }.into_any()
}

fn curve_section(report: &AreaReport, curve: Curve, chosen: RwSignal<usize>) -> AnyView {
    let texts: Vec<String> = curve.points.iter().map(|point| point.text.clone()).collect();
    let hollow = curve.points.iter().any(|point| point.hollow);
    let flags: Vec<_> = curve.flags.iter().enumerate().map(|(index, flag)| {
        let kind = report.measures.iter().find(|measure| measure.when.first_day() == flag.day).map_or("Maßnahme", |measure| words::measure(measure.kind));
        let around = flag.around.map(|(before, after)| {
            view! { <span class="src">{format!("Woche davor {}, Woche danach {} Verträge", signed(before), signed(after))}</span> }
        });
        view! { <li><span class="mk" aria-hidden="true">{index + 1}</span><div><b>{kind}</b>{format!(", {}", date::short(flag.day))}{around}</div></li> }
    }).collect();
    let caption = (!flags.is_empty()).then(|| {
        view! {
            <ol class="marks" aria-label="Maßnahmen in der Kurve">{flags}</ol>
            <p class="src">"Die Zahlen zeigen einen zeitlichen Zusammenhang, keinen Beweis."</p>
        }
    });
    view! {
        <section aria-labelledby="kv-h">
            <h2 id="kv-h">"Verlauf"</h2>
            <p class="sub">{if hollow { "Jeder Punkt ist eine Meldung. Hohle Punkte sind nur gemeldet, nicht geprüft." } else { "Jeder Punkt ist eine geprüfte Meldung." }}</p>
            <figure>
                <CurveChart curve chosen/>
                <CurveReader texts chosen/>
                <figcaption>{caption}</figcaption>
            </figure>
        </section>
    }
    .into_any()
}

fn signed(change: i64) -> String {
    match u32::try_from(change.unsigned_abs()) {
        Ok(size) if change < 0 => format!("−{}", number::count(size)),
        Ok(size) => format!("+{}", number::count(size)),
        Err(_) => change.to_string(),
    }
}

fn phases(report: &AreaReport) -> Option<AnyView> {
    let (status, _) = report.status()?;
    let deadline = status.campaign.deadline().map(|deadline| deadline.day);
    let known = |kind| report.phases.iter().find(|phase| phase.kind == kind);
    let steps: Vec<_> = PhaseKind::ALL
        .into_iter()
        .enumerate()
        .map(|(index, kind)| {
            let state = known(kind).map_or(PhaseState::Ahead, |phase| phase.state(report.today));
            let (class, sign) = match state {
                PhaseState::Done => ("done", "✓".to_owned()),
                PhaseState::Running | PhaseState::Ahead => ("", (index + 1).to_string()),
            };
            view! {
                <li class=class aria-current=(state == PhaseState::Running).then_some("step")>
                    <span class="no" aria-hidden="true">{sign}</span>
                    <b>{words::phase(kind)}</b>
                    <span class="src">{phase_dates(known(kind), state, kind, deadline)}</span>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <section class="sec" aria-labelledby="ph-h">
                <h2 id="ph-h">{format!("Wo {} steht", report.name)}</h2>
                <ol class="steps">{steps}</ol>
            </section>
        }
        .into_any(),
    )
}

fn phase_dates(phase: Option<&Phase>, state: PhaseState, kind: PhaseKind, deadline: Option<Date>) -> String {
    let Some(phase) = phase else { return "kein Termin".to_owned() };
    match (state, phase.actual.start, phase.actual.end) {
        (PhaseState::Done, Some(start), Some(end)) if start == end => date::when(end),
        (PhaseState::Done, _, Some(end)) => format!("beendet {}", date::when(end)),
        (PhaseState::Running, _, _) if kind == PhaseKind::DemandAggregation && deadline.is_some() => {
            format!("läuft bis {}", deadline.map(date::long).unwrap_or_default())
        }
        (PhaseState::Running, Some(start), _) => format!("läuft seit {}", date::when(start)),
        _ => match (phase.planned.start, phase.planned.end) {
            (Some(start), Some(end)) => format!("geplant {} bis {}", date::when(start), date::when(end)),
            (Some(start), None) => format!("geplant ab {}", date::when(start)),
            (None, Some(end)) => format!("geplant bis {}", date::when(end)),
            (None, None) => "kein Termin".to_owned(),
        },
    }
}

/// What came out and what it means; before that, what may come out.
fn outcomes(report: &AreaReport) -> Option<AnyView> {
    report.status()?;
    let recorded: Vec<_> = report.outcomes.iter().map(|outcome| {
        let (what, meaning) = words::outcome(outcome.kind);
        view! {
            <div>
                <dt>{date::when(outcome.when)}</dt>
                <dd><b>{what}</b><span>{meaning}</span>{outcome.note.clone().map(|note| view! { <span>{note}</span> })}<span class="src">{format!("Quelle: {}", outcome.source.name)}</span></dd>
            </div>
        }
    }).collect();
    let body = if recorded.is_empty() {
        Either::Left(view! {
            <h2 id="wn-h">"Wenn das Ziel verfehlt wird"</h2>
            <p class="sub">"Dann muss der Betreiber nicht bauen. Entschieden wird nach der Frist. Möglich sind:"</p>
            <ul class="ticks">
                <li><b>"Verlängerung."</b>" Die Frist wird verschoben, die Verträge bleiben."</li>
                <li><b>"Bau trotzdem."</b>" Der Betreiber baut auch mit weniger Verträgen."</li>
                <li><b>"Ende."</b>" Die Kampagne wird eingestellt, die Verträge verfallen."</li>
                <li><b>"Anderer Weg."</b>" Die Stadt prüft Förderung oder andere Unternehmen."</li>
            </ul>
        })
    } else {
        Either::Right(view! {
            <h2 id="wn-h">"Was herauskam und was es heißt"</h2>
            <dl class="facts">{recorded}</dl>
        })
    };
    Some(view! {
        <section class="sec" aria-labelledby="wn-h">
            {body}
            <p class="note">"Drei verschiedene Dinge: Das Ziel ist erreicht. Der Betreiber sagt den Ausbau zu. Das Netz ist gebaut. Verbindlich ist erst die Zusage."</p>
        </section>
    }.into_any())
}

fn agreements_and_measures(report: &AreaReport) -> Option<AnyView> {
    let agreements: Vec<_> = report.agreements.iter().map(agreement).collect();
    let measures: Vec<_> = report.measures.iter().map(|measure| {
        view! {
            <div>
                <dt>{date::when(measure.when)}</dt>
                <dd><b>{words::measure(measure.kind)}</b>{measure.note.clone().map(|note| view! { <span>{note}</span> })}<span class="src">{format!("Quelle: {}", measure.source.name)}</span></dd>
            </div>
        }
    }).collect();
    let column = |id: &'static str, title: &'static str, items: Vec<_>| {
        (!items.is_empty()).then(|| {
            view! {
                <section aria-labelledby=id><h2 id=id>{title}</h2><dl class="facts">{items}</dl></section>
            }
        })
    };
    let any = !agreements.is_empty() || !measures.is_empty();
    any.then(|| {
        view! {
            <div class="sec grid g2">
                {column("ve-h", "Vereinbarungen", agreements.into_iter().map(IntoAny::into_any).collect())}
                {column("ma-h", "Begleitende Maßnahmen", measures.into_iter().map(IntoAny::into_any).collect())}
            </div>
        }
        .into_any()
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

fn readings(report: &AreaReport) -> Option<AnyView> {
    let (status, _) = report.status()?;
    let rows: Vec<_> = report
        .history
        .iter()
        .enumerate()
        .rev()
        .map(|(index, entry)| {
            let before = report.history[..index]
                .iter()
                .rev()
                .find(|before| before.replaced.is_none() && before.reading.is_reported());
            reading_row(entry, before.map(|before| &before.reading), status.campaign.target.share())
        })
        .collect();
    let body = if rows.is_empty() {
        Either::Left(
            view! { <p class="sub">"Noch keine Meldung. Sobald eine Zahl vorliegt, steht sie hier mit Datum und Quelle."</p> },
        )
    } else {
        Either::Right(view! {
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
        })
    };
    Some(
        view! {
            <section class="sec" id="staende" aria-labelledby="st-h">
                <div class="row">
                    <h2 id="st-h">"Alle Stände"</h2>
                    <a class="act" href="/api/public/v1/readings.csv">"Alle Stände als CSV"</a>
                </div>
                {body}
            </section>
        }
        .into_any(),
    )
}

fn reading_row(
    entry: &HistoryEntry,
    before: Option<&Reading>,
    target: Option<crate::domain::share::Share>,
) -> impl IntoView + use<> {
    let reading = &entry.reading;
    let none = || if reading.is_reported() { "–" } else { "nicht gemeldet" }.to_owned();
    let contracts = reading.contracts().map(|contracts| number::amount(contracts, number::count));
    let quota = reading.quota().map(|quota| number::amount(quota, |quota| number::quota(quota, target)));
    let gained = gained(reading, before).filter(|_| entry.replaced.is_none());
    let replaced = entry.replaced.as_ref().map(|replaced| {
        view! { <span class="src">{format!("Ersetzt am {}: {}", date::long(replaced.on), replaced.reason)}</span> }
    });
    let note = reading.note.as_ref().map_or_else(String::new, |note| format!("; {note}"));
    view! {
        <tr class:old=entry.replaced.is_some()>
            <th scope="row">{date::long(reading.as_of)}</th>
            <td class="num">{contracts.unwrap_or_else(none)}</td>
            <td class="num">{quota.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="num">{gained.map_or_else(|| "–".to_owned(), signed)}</td>
            <td>{if reading.is_reported() { words::stage(reading.stage) } else { "–" }}</td>
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

fn history(report: &AreaReport) -> Option<AnyView> {
    let running = report.status().is_some_and(|(status, _)| status.campaign.days_left(report.today) >= Some(0));
    (!report.timeline.is_empty()).then(|| {
        view! {
            <section class="sec" id="zeitleiste" aria-labelledby="tl-h">
                <h2 id="tl-h">"Was geschah, was kommt"</h2>
                <Timeline entries=report.timeline.clone() today=report.today decision_ahead=running/>
            </section>
        }
        .into_any()
    })
}
