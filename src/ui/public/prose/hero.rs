//! The top of both pages: the sentence, what follows it, the area's bar.

use leptos::prelude::*;

use super::question;
use crate::{
    domain::{
        reading::Base,
        status::{AreaReport, CampaignStatus, TownStatus},
    },
    presentation::{
        area_words,
        bar::{Bar, percent},
        lang::Lang,
        number, report_words, town_words,
        view::ChipView,
        words,
    },
    ui::components::{Chip, Spans, ThresholdBar},
};

/// The top of the start page.
#[component]
pub fn TownHero(
    /// The state of the town.
    status: TownStatus,
) -> impl IntoView {
    let kicker = match status.town.as_str() {
        "" => "Glasfaser".to_owned(),
        town => format!("Glasfaser in {town}"),
    };
    let source = town_words::source_line(&status).map(
        |line| view! { <p class="src">{line}" "<a href="#zaehlen">"So wird gezählt"</a>" "{question::of_town()}</p> },
    );
    view! {
        <section class="wrap hero" aria-labelledby="satz">
            <p class="kicker">{kicker}</p>
            <h1 id="satz">{town_words::headline(&status)}</h1>
            <p class="lead"><Spans spans=town_words::lead(&status)/></p>
            {source}
        </section>
    }
}

/// The top of an area's page.
#[component]
pub fn AreaHero(
    /// The state of the area.
    report: AreaReport,
) -> impl IntoView {
    let state = report.status().map(|(status, area)| area.state(status.campaign.target));
    let chip = state.map(|state| ChipView::from(words::look(state, Lang::De)));
    let kind = words::area(report.kind, Lang::De).one;
    // "Gewerbegebiet 1" says its kind itself.
    let kicker = match report.campaign {
        Some(_) if report.name.starts_with(kind) => kind.to_owned(),
        Some(_) => format!("{kind} {}", report.name),
        // The inner city is no Ortsteil.
        None => format!("Glasfaser in {}", report.town),
    };
    let reading = report.status().and_then(|(_, area)| area.current.as_ref());
    let source = reading.map(|reading| {
        let question = question::of_area(&report.slug);
        view! { <p class="src">{area_words::source_line(reading)}" "<a href="#staende">"Alle Stände"</a>" "{question}</p> }
    });
    view! {
        <nav class="crumbs" aria-label="Brotkrumen">
            <ol><li><a href="/">"Übersicht"</a></li><li aria-current="page">{report.name.clone()}</li></ol>
        </nav>
        <section class="hero" aria-labelledby="satz">
            <p class="kicker">{kicker}" "{chip.map(|chip| view! { <Chip chip/> })}</p>
            <h1 id="satz">{report_words::headline(&report)}</h1>
            <p class="lead"><Spans spans=report_words::lead(&report)/></p>
            {big_bar(&report)}
            {source}
        </section>
    }
}

/// The bar in full size with its numbers around it; nothing without a quota.
fn big_bar(report: &AreaReport) -> Option<impl IntoView + use<>> {
    let (status, area) = report.status()?;
    let target = status.campaign.target;
    let reading = area.current.as_ref()?;
    reading.quota()?;
    let bar = Bar::of(Some(reading), target);
    let needed = target.needed(reading.base().map(|base| base.count)).map(|of| number::contracts(of, Lang::De));
    let goal = bar.mark.map(|at| {
        view! {
            <text class="goal" x=percent(at) y="15">{format!("Ziel {}", area_words::goal(target))}</text>
            <text class="soft" x=percent(at) y="35">{needed}</text>
        }
    });
    Some(view! {
        <div class="big">
            <div class="row">
                <p class="now">
                    <b>{area_words::figure(area, target)}</b>
                    <span>{reading.contracts().map(|of| number::contracts_amount(of, Lang::De))}</span>
                </p>
                <p class="src">{whole(reading.base(), status)}</p>
            </div>
            <ThresholdBar bar state=words::look(area.state(target), Lang::De).key.to_owned()/>
            <svg class="scale" aria-hidden="true">{goal}</svg>
        </div>
    })
}

/// What the whole bar stands for: "alle 1.233 Haushalte", and whether that is an estimate.
fn whole(base: Option<&Base>, status: &CampaignStatus) -> String {
    let (unit, _) = words::unit(status.campaign.unit, Lang::De);
    match base {
        Some(base) if base.estimated_by.is_some() => {
            format!("alle {unit}: geschätzt {}", number::count(base.count, Lang::De))
        }
        Some(base) => format!("alle {} {unit}", number::count(base.count, Lang::De)),
        None => format!("alle {unit}"),
    }
}
