//! The counter of the commercial areas on the start page.

use jiff::civil::Date;

use super::{
    build_words,
    lang::Lang,
    number, source_note, tally_words,
    tile::{self, Tile},
    words,
};
use crate::domain::{
    area::AreaKind,
    status::{AreaStatus, CampaignStatus},
};

/// "3 von 8": the total is visible, no percentage. What nobody has published is said to be unpublished.
pub fn tile(status: &CampaignStatus, today: Date, lang: Lang) -> Tile {
    let tally = status.campaign.tallies.last();
    let all = tally.map_or(status.areas_in_all, |tally| tally.of);
    let (figure, of, what) = match tally {
        Some(tally) => (
            tally.reached,
            tile::of(all, lang),
            lang.pick("mit genug Zusagen", "with enough sign-ups", "avec assez de souscriptions"),
        ),
        None => (
            all,
            format!(" {}", words::mixed(lang).many),
            lang.pick(
                "Zahl der Zusagen nicht veröffentlicht",
                "number of sign-ups not published",
                "nombre de souscriptions non publié",
            ),
        ),
    };
    let source = tally.map_or_else(
        || tile::source(&status.campaign.source.name, lang),
        |tally| source_note::sourced(&source_note::as_of(tally.as_of, lang), &tally.source.name, lang),
    );
    let sentences = [Some(tally_words::sentence(status, today, lang)), build_words::running_rounds(status, lang)];
    let link = |area: &AreaStatus| (lang.address(&format!("/gebiet/{}", area.slug)), area.name.clone());
    Tile {
        title: words::capital(words::area(AreaKind::CommercialArea, lang).many),
        figure: number::count(figure, lang),
        of,
        what: what.to_owned(),
        segments: tally.map(|tally| (tally.reached, all)),
        sentence: sentences.into_iter().flatten().collect::<Vec<_>>().join(" "),
        source,
        links: status.areas.iter().map(link).collect(),
    }
}
