//! Everything on the start page below list and map.

use leptos::prelude::*;

use super::{counting::Counting, strands::Strands, timeline::Timeline};
use crate::{
    domain::{
        status::{CampaignStatus, TownStatus},
        timeline::newest,
    },
    presentation::{lang::Lang, prose_words, tile::Tile},
};

/// So many entries of the past stand on the start page; the timeline's own page has all of them.
const RECENT: usize = 6;

/// The other strands, the timeline, how it is counted.
#[component]
pub fn TownProse(
    /// The state of the town.
    status: TownStatus,
    /// The other strands.
    tiles: Vec<Tile>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    // Until something came out for an area, its operator has still to decide.
    let undecided = |main: &CampaignStatus| main.areas.iter().any(|area| area.outcome.is_none());
    let decision_ahead = status.main_campaign().is_some_and(undecided);
    let main = status.main_campaign().cloned();
    let today = status.today;
    let timeline = (!status.timeline.is_empty()).then(|| {
        view! {
            <section id="zeitleiste" aria-labelledby="tl-h">
                <h2 id="tl-h">{prose_words::timeline(lang)}</h2>
                <Timeline entries=newest(status.timeline, RECENT, today) today decision_ahead lang/>
                <p><a class="act" href=lang.address("/verlauf")>{prose_words::whole_timeline(lang)}</a></p>
            </section>
        }
    });
    view! {
        {(!tiles.is_empty()).then(|| view! { <Strands tiles lang/> })}
        <div class="wrap sec duo">
            {timeline}
            <Counting main lang/>
        </div>
    }
}
