//! How it is counted.

use leptos::prelude::*;

use crate::{
    domain::{campaign::Unit, status::CampaignStatus},
    presentation::{lang::Lang, prose_words, words},
};

/// Three rules in three columns.
#[component]
pub fn Counting(
    /// The campaign that the page is about.
    main: Option<CampaignStatus>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let unit = main.as_ref().map_or(Unit::Households, |main| main.campaign.unit);
    let means = main.and_then(|main| main.campaign.target.share());
    let means = means.map(|share| prose_words::target_means(share, lang));
    let (checked, then_checked) = prose_words::reported_then_checked(lang);
    let (reached, not_built) = prose_words::reached_is_not_built(lang);
    view! {
        <section id="zaehlen" aria-labelledby="zz-h">
            <h2 id="zz-h">{prose_words::counting(lang)}</h2>
            <div class="trio">
                <div>
                    <h3>{prose_words::percent_of(words::unit(unit, lang).0, lang)}</h3>
                    <p>{prose_words::contracts_not_interest(lang)}{means}</p>
                </div>
                <div>
                    <h3>{checked}</h3>
                    <p>{then_checked}</p>
                </div>
                <div>
                    <h3>{reached}</h3>
                    <p>{not_built}</p>
                </div>
            </div>
            <p><a class="act" href=lang.address(prose_words::METHOD)>{prose_words::method(lang)}</a></p>
        </section>
    }
}
