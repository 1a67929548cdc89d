//! The commercial areas as a counter.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::status::CampaignStatus,
    presentation::{build_words, date, tally_words},
};

/// A counter per campaign in commercial areas.
#[component]
pub fn Commercial(
    /// The campaigns.
    campaigns: Vec<CampaignStatus>,
    /// The day shown.
    today: Date,
) -> impl IntoView {
    let counters: Vec<_> = campaigns.iter().map(|campaign| counter(campaign, today)).collect();
    view! {
        <section class="band" id="gewerbe" aria-labelledby="gw-h">
            <div class="wrap">
                <h2 id="gw-h">"Gewerbegebiete"</h2>
                {counters}
            </div>
        </section>
    }
}

/// "3 von 8": the total is visible, no percentage. What nobody has published is said to be unpublished.
fn counter(status: &CampaignStatus, today: Date) -> impl IntoView + use<> {
    let tally = status.campaign.tallies.last();
    let reached = tally.map(|tally| tally.reached);
    let of = tally.map_or(status.areas_in_all, |tally| tally.of);
    let segments: Vec<_> = (0..of)
        .map(
            |index| view! { <span class=if reached.is_some_and(|reached| index < reached) { "y" } else { "" }></span> },
        )
        .collect();
    let source = tally.map_or_else(
        || format!("Quelle: {}.", status.campaign.source.name),
        |tally| format!("Stand: {}. Quelle: {}.", date::long(tally.as_of), tally.source.name),
    );
    let links: Vec<_> = status
        .areas
        .iter()
        .map(|area| view! { <li><a href=format!("/gebiet/{}", area.slug)>{area.name.clone()}</a></li> })
        .collect();
    let (number, rest, what) = match reached {
        Some(reached) => (reached, format!(" von {of}"), "mit genug Zusagen"),
        None => (of, " Gebiete".to_owned(), "Zahl der Zusagen nicht veröffentlicht"),
    };
    view! {
        <div class="count">
            <div>
                <p class="x">{number}<span>{rest}</span></p>
                <p>{what}</p>
                <div class="seg" aria-hidden="true">{segments}</div>
            </div>
            <div>
                <p>{tally_words::sentence(status, today)}</p>
                {build_words::running_rounds(status).map(|rounds| view! { <p>{rounds}</p> })}
                <p class="src">{source}</p>
                <ul class="links" aria-label="Gewerbegebiete">{links}</ul>
            </div>
        </div>
    }
}
