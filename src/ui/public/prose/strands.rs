//! The other strands of the rollout, a counter each.

use leptos::prelude::*;

use super::question;
use crate::{
    presentation::{lang::Lang, prose_words, tile::Tile},
    ui::components::Spans,
};

/// The counters beside each other.
#[component]
pub fn Strands(
    /// What they count.
    tiles: Vec<Tile>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let tiles: Vec<_> = tiles.into_iter().map(|one| tile(one, lang)).collect();
    view! {
        <section class="band" id="vorhaben" aria-labelledby="vh-h">
            <div class="wrap">
                <h2 id="vh-h">{prose_words::other_strands(lang)}</h2>
                <div class="count">{tiles}</div>
            </div>
        </section>
    }
}

fn tile(tile: Tile, lang: Lang) -> impl IntoView + use<> {
    let Tile { title, figure, of, what, segments, sentence, source, links } = tile;
    let segments = segments.map(|(reached, of)| {
        let segment = |index| view! { <span class=if index < reached { "y" } else { "" }></span> };
        view! { <div class="seg" aria-hidden="true">{(0..of).map(segment).collect::<Vec<_>>()}</div> }
    });
    let label = title.clone();
    let links: Vec<_> =
        links.into_iter().map(|(address, name)| view! { <li><a href=address>{name}</a></li> }).collect();
    view! {
        <div>
            <h3>{title}</h3>
            <p class="x">{figure}<span>{of}</span></p>
            <p>{what}</p>
            {segments}
            <p class="say">{sentence}</p>
            <p class="src"><Spans spans=source/>" "{question::of_town(lang)}</p>
            {(!links.is_empty()).then(|| view! { <ul class="links" aria-label=label>{links}</ul> })}
        </div>
    }
}
