//! How many areas stand in which state (also the map's legend), and the axis above the bars.

use leptos::prelude::*;

use crate::{
    domain::status::{CampaignStatus, State},
    presentation::{bar::percent, lang::Lang, number, prose_words, town_words, words},
};

/// The heading of the list and the tally.
#[component]
pub fn Tally(
    /// The campaign.
    main: CampaignStatus,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let title = prose_words::all_areas(main.areas_in_all, town_words::noun(&main, lang), lang);
    let states: Vec<_> = words::TALLY_ORDER.into_iter().filter_map(|state| of_state(&main, state, lang)).collect();
    view! {
        <h2 id="ot-h">{title}</h2>
        <ul class="tally" aria-label=prose_words::by_state(lang)>{states}</ul>
    }
}

fn of_state(main: &CampaignStatus, state: State, lang: Lang) -> Option<impl IntoView + use<>> {
    let count = main.count(state);
    let look = words::look(state, lang);
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
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let goal = main.campaign.target.share().map(|share| {
        view! {
            <text class="goal" x=percent(share.basis_points()) y="14">{words::target(&number::share(share, lang), lang)}</text>
        }
    });
    view! {
        <svg class="axis" aria-hidden="true">
            <text x="0" y="14">{number::whole_percent(0, lang)}</text>
            {goal}
            <text class="end" x="100%" y="14">{prose_words::all_units(main.campaign.unit, lang)}</text>
        </svg>
    }
}
