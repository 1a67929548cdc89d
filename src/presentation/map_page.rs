//! The large map for everybody.

use jiff::civil::Date;

use super::{
    facilities_map::Eyes,
    facilities_public, figure_links, freshness_words,
    lang::Lang,
    map_layers::Atlas,
    map_words as words,
    markup::{Markup, all, element, said, text},
    projection::ProjectionError,
    town_map::Survey,
    town_words,
    view::MapPageView,
};
use crate::domain::{remark::Place, rollout::Rollout, status::TownStatus};

/// Where the page is.
pub const ADDRESS: &str = "/karte";
/// Where an open one asks for its data.
pub const LIVE: &str = "/live/karte.json";

/// The page; `None` where nothing has a place on a map.
///
/// # Errors
/// When a point lies where the projection is not defined.
pub fn page(
    rollout: &Rollout,
    status: &TownStatus,
    today: Date,
    lang: Lang,
) -> Result<Option<MapPageView>, ProjectionError> {
    let main = status.main_campaign().into_iter().chain(status.commercial_campaigns());
    let campaigns: Vec<_> = main.cloned().collect();
    let survey = Survey { shapes: &rollout.shapes, areas: &rollout.areas, campaigns: &campaigns, today, lang };
    let facilities = facilities_public::public(rollout);
    let Some(maps) = (Atlas { survey, facilities: &facilities, eyes: Eyes::Public }).markup()? else { return Ok(None) };
    let maps = element("section", &[("class", "wrap"), ("aria-label", words::name(lang))], [maps]);
    Ok(Some(MapPageView {
        title: format!("{} {}. Faserstand {}", town_words::headline(status, lang), words::name(lang), status.town),
        main: all([hero(status, lang), maps]).into_string(),
        lang,
    }))
}

fn hero(status: &TownStatus, lang: Lang) -> Markup {
    let heading = element("h1", &[("id", "satz")], [text(words::heading(lang))]);
    let lead = element("p", &[("class", "lead")], [text(&town_words::headline(status, lang))]);
    let quiet = status.main_campaign().and_then(|main| main.quiet_days(status.today));
    let quiet = freshness_words::quiet(quiet, lang).map(|quiet| element("p", &[("class", "sub")], [text(&quiet)]));
    let source = town_words::source_line(status, lang).map(|spans| {
        let links = [figure_links::method(lang), text(" "), figure_links::question(&Place::TOWN, lang)];
        element("p", &[("class", "src")], [said(&spans), text(" ")].into_iter().chain(links))
    });
    let inside = [heading, lead].into_iter().chain(quiet).chain(source);
    element("section", &[("class", "wrap hero"), ("aria-labelledby", "satz")], inside)
}
