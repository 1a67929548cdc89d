//! How many areas stand in which state (also the map's legend), and the axis above the bars.

use leptos::prelude::*;

use crate::{
    domain::status::{CampaignStatus, State},
    presentation::{bar::percent, lang::Lang, number, town_words, words},
};

/// The heading of the list and the tally.
#[component]
pub fn Tally(
    /// The campaign.
    main: CampaignStatus,
) -> impl IntoView {
    let noun = town_words::noun(&main);
    let title = match main.areas_in_all {
        1 => noun.one.to_owned(),
        many => format!("Die {} {}", number::spelled(many, Lang::De), noun.many),
    };
    let states: Vec<_> = words::TALLY_ORDER.into_iter().filter_map(|state| of_state(&main, state)).collect();
    view! {
        <h2 id="ot-h">{title}</h2>
        <ul class="tally" aria-label="Gebiete nach Stand">{states}</ul>
    }
}

fn of_state(main: &CampaignStatus, state: State) -> Option<impl IntoView + use<>> {
    let count = main.count(state);
    let look = words::look(state, Lang::De);
    (count > 0).then(|| {
        let swatches: Vec<_> =
            (0..count).map(|_| view! { <svg class="sw"><rect width="100%" height="100%"></rect></svg> }).collect();
        view! {
            <li data-s=look.key>
                <span class="u" aria-hidden="true">{swatches}</span>
                <b>{count}</b>
                {format!(" {}", look.tally)}
            </li>
        }
    })
}

/// The axis above the bars: nothing, the target, everybody.
#[component]
pub fn Axis(
    /// The campaign.
    main: CampaignStatus,
) -> impl IntoView {
    let goal = main.campaign.target.share().map(|share| {
        view! {
            <text class="goal" x=percent(share.basis_points()) y="14">{format!("Ziel {}", number::share(share, Lang::De))}</text>
        }
    });
    view! {
        <svg class="axis" aria-hidden="true">
            <text x="0" y="14">"0 %"</text>
            {goal}
            <text class="end" x="100%" y="14">{format!("alle {}", words::unit(main.campaign.unit, Lang::De).0)}</text>
        </svg>
    }
}
