//! What a map is made of: shapes with what is written on them, ready to draw.

use jiff::civil::Date;

use super::{
    area_words, borders::Outline, lang::Lang, lettering::Sizes, map::MapDrawing, span::Span, town_words, words,
};
use crate::domain::{
    area::Area,
    status::{AreaStatus, CampaignStatus},
};

/// A map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapView {
    /// Height in units; the width is [`MapDrawing::WIDTH`].
    pub height: u32,
    /// Two kilometres in units.
    pub two_km: u32,
    /// How large its labels are.
    pub sizes: Sizes,
    /// How true its boundaries are and who drew them.
    pub note: Vec<Span>,
    /// What lies below its areas: outlines without a word.
    pub ground: Vec<Outline>,
    /// Its areas.
    pub areas: Vec<MapArea>,
}

/// One area on a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapArea {
    /// Its number, by which map and list find each other.
    pub id: i32,
    /// Its address name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The key of its colours and pattern.
    pub key: String,
    /// What is written below the name.
    pub figure: String,
    /// Its accessible name; begins with what is seen.
    pub title: String,
    /// Its shape.
    pub outline: Outline,
}

impl MapView {
    /// The map of a drawing whose shapes are those of `areas`, in the same order. Areas that are in none of
    /// the campaigns take no part.
    pub fn of(drawing: MapDrawing, areas: &[Area], campaigns: &[CampaignStatus], today: Date, lang: Lang) -> Self {
        let found = |area: &Area| {
            let mut all =
                campaigns.iter().flat_map(|campaign| campaign.areas.iter().map(move |status| (campaign, status)));
            all.find(|(_, status)| status.id == area.id)
        };
        let shapes = drawing.shapes.into_iter().zip(areas);
        Self {
            height: drawing.height,
            two_km: drawing.two_km,
            sizes: Sizes::default(),
            note: town_words::map_note(areas, lang),
            ground: Vec::new(),
            areas: shapes
                .map(|(shape, area)| {
                    let (key, figure, title) = label(area, found(area), today, lang);
                    MapArea {
                        id: number(area),
                        slug: area.slug.to_string(),
                        name: area.name.clone(),
                        key: key.to_owned(),
                        figure,
                        title,
                        outline: shape.outline,
                    }
                })
                .collect(),
        }
    }
}

/// An area that takes part in no campaign.
pub const fn outside(lang: Lang) -> &'static str {
    lang.pick("nicht dabei", "not included", "hors campagne")
}

fn number(area: &Area) -> i32 {
    i32::try_from(area.id.0).unwrap_or_default()
}

/// Its look, what is written on it, its accessible name.
fn label(
    area: &Area,
    found: Option<(&CampaignStatus, &AreaStatus)>,
    today: Date,
    lang: Lang,
) -> (&'static str, String, String) {
    let Some((main, status)) = found else {
        let outside = outside(lang);
        return ("outside", outside.to_owned(), format!("{} {outside}", area.name));
    };
    let campaign = &main.campaign;
    (
        words::look(status.state(campaign.target), lang).key,
        area_words::map_figure(status, campaign.target, lang),
        area_words::map_name(status, campaign, today, lang),
    )
}
