//! Everything on the start page below list and map.

use leptos::prelude::*;

use super::{counting::Counting, strands::Strands, timeline::Timeline};
use crate::{
    domain::status::{CampaignStatus, TownStatus},
    presentation::tile::Tile,
};

/// The other strands, the timeline, how it is counted.
#[component]
pub fn TownProse(
    /// The state of the town.
    status: TownStatus,
    /// The other strands.
    tiles: Vec<Tile>,
) -> impl IntoView {
    // Until something came out for an area, its operator has still to decide.
    let undecided = |main: &CampaignStatus| main.areas.iter().any(|area| area.outcome.is_none());
    let decision_ahead = status.main_campaign().is_some_and(undecided);
    let main = status.main_campaign().cloned();
    let today = status.today;
    let timeline = (!status.timeline.is_empty()).then(|| {
        view! {
            <section id="zeitleiste" aria-labelledby="tl-h">
                <h2 id="tl-h">"Was geschah, was kommt"</h2>
                <Timeline entries=status.timeline today decision_ahead/>
                <p><a class="act" href="/verlauf">"Der ganze Verlauf"</a></p>
            </section>
        }
    });
    view! {
        {(!tiles.is_empty()).then(|| view! { <Strands tiles/> })}
        <div class="wrap sec duo">
            {timeline}
            <Counting main/>
        </div>
    }
}
