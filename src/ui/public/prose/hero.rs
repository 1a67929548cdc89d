//! The top of both pages: the sentence, what follows it, the area's bar.

use leptos::prelude::*;

use super::question;
use crate::{
    domain::{
        amount::Amount,
        campaign::Clock,
        gap::Gap,
        reading::Base,
        status::{AreaReport, CampaignStatus, TownStatus},
    },
    presentation::{
        area_words,
        bar::{Bar, percent},
        frame_words, freshness_words,
        lang::Lang,
        number, prose_words, report_words, town_words,
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
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let quiet = status.main_campaign().and_then(|main| main.quiet_days(status.today));
    let quiet = freshness_words::quiet(quiet, lang);
    let source = town_words::source_line(&status, lang).map(|spans| {
        view! { <p class="src"><Spans spans/>" "<a href="#zaehlen">{prose_words::counting(lang)}</a>" "{question::of_town(lang)}</p> }
    });
    view! {
        <section class="wrap hero" aria-labelledby="satz">
            <p class="kicker">{prose_words::kicker(&status.town, lang)}</p>
            <h1 id="satz">{town_words::headline(&status, lang)}</h1>
            <p class="lead"><Spans spans=town_words::lead(&status, lang)/></p>
            {quiet.map(|quiet| view! { <p class="sub">{quiet}</p> })}
            {source}
        </section>
    }
}

/// The top of an area's page.
#[component]
pub fn AreaHero(
    /// The state of the area.
    report: AreaReport,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let state = report.status().map(|(status, area)| area.state(status.campaign.target));
    let chip = state.map(|state| ChipView::from(words::look(state, lang)));
    let reading = report.status().and_then(|(_, area)| area.current.as_ref());
    let quiet = report.status().and_then(|(status, _)| status.quiet_days(report.today));
    let quiet = freshness_words::quiet(quiet, lang);
    let source = reading.map(|reading| {
        let question = question::of_area(&report.slug, lang);
        let spans = area_words::source_line(reading, lang);
        view! { <p class="src"><Spans spans/>" "<a href="#staende">{prose_words::all_readings(lang)}</a>" "{question::of_method(lang)}" "{question}</p> }
    });
    view! {
        <nav class="crumbs" aria-label=frame_words::crumbs(lang)>
            <ol><li><a href=lang.address("/")>{frame_words::overview(lang)}</a></li><li aria-current="page">{report.name.clone()}</li></ol>
        </nav>
        <section class="hero" aria-labelledby="satz">
            <p class="kicker">{kicker(&report, lang)}" "{chip.map(|chip| view! { <Chip chip/> })}</p>
            <h1 id="satz">{report_words::headline(&report, lang)}</h1>
            <p class="lead"><Spans spans=report_words::lead(&report, lang)/></p>
            {big_bar(&report, lang)}
            {quiet.map(|quiet| view! { <p class="sub">{quiet}</p> })}
            {source}
        </section>
    }
}

fn kicker(report: &AreaReport, lang: Lang) -> String {
    let kind = words::area(report.kind, lang).one;
    match report.campaign {
        // "Gewerbegebiet 1" says its kind itself, in German.
        Some(_) if report.name.starts_with(words::area(report.kind, Lang::De).one) => words::capital(kind),
        Some(_) => prose_words::area_kicker(kind, &report.name, lang),
        // The inner city is no Ortsteil.
        None => prose_words::kicker(&report.town, lang),
    }
}

/// So much of the bar, in hundredths of a percent, "noch 105" needs: 79 px of the narrowest bar that has it.
const ROOM_FOR_MISSING: u32 = 850;

/// The bar in full size with its numbers around it; nothing without a quota.
fn big_bar(report: &AreaReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let (status, area) = report.status()?;
    let target = status.campaign.target;
    let reading = area.current.as_ref()?;
    reading.quota()?;
    let bar = Bar::of(Some(reading), target);
    let needed = target.needed(reading.base().map(|base| base.count)).map(|needed| number::contracts(needed, lang));
    let goal = bar.mark.map(|at| {
        view! {
            <text class="goal" x=percent(at) y="15">{words::target(&area_words::goal(target, lang), lang)}</text>
            <text class="soft" x=percent(at) y="35">{needed}</text>
        }
    });
    let missing = match (Gap::of(reading, target), status.campaign.clock(report.today)) {
        (Some(Gap::Missing(Amount::Exact(missing))), Clock::DaysLeft(_)) => bar.mark.zip(Some(missing)),
        _ => None,
    };
    let missing = missing.filter(|(mark, _)| *mark >= bar.certain + ROOM_FOR_MISSING).map(|(mark, missing)| {
        view! { <text class="gap" x=percent(bar.certain.midpoint(mark)) y="-25">{area_words::still(missing, lang)}</text> }
    });
    Some(view! {
        <div class="big">
            <div class="row">
                <p class="now">
                    <b>{area_words::figure(area, target, lang)}</b>
                    <span>{reading.contracts().map(|contracts| number::contracts_amount(contracts, lang))}</span>
                </p>
                <p class="src">{whole(reading.base(), status, lang)}</p>
            </div>
            <ThresholdBar bar state=words::look(area.state(target), lang).key.to_owned()/>
            <svg class="scale" aria-hidden="true">{goal}{missing}</svg>
        </div>
    })
}

/// What the whole bar stands for: "alle 1.233 Haushalte", and whether that is an estimate.
fn whole(base: Option<&Base>, status: &CampaignStatus, lang: Lang) -> String {
    let unit = status.campaign.unit;
    match base {
        Some(base) if base.estimated_by.is_some() => prose_words::all_estimated(base.count, unit, lang),
        Some(base) => prose_words::all_of(base.count, unit, lang),
        None => prose_words::all_units(unit, lang),
    }
}
