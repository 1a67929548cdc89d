//! The large map: its layers, each a picture with a legend and a list of its own. Which layer is shown and what of it is
//! chosen with fields that style/layers.css listens to: no program is needed, and nothing is asked of the server again.

use super::{
    facilities_map::{self, Eyes},
    facility_words as facility_in,
    lang::Lang,
    map_picture,
    map_view::{self, MapArea, MapView},
    map_words as words,
    markup::{Markup, all, element, in_german, said, text, void},
    projection::ProjectionError,
    span::Span,
    state_words::TALLY_ORDER,
    town_map::Survey,
    view::{self, RowView},
    words::look,
};
use crate::domain::{
    area::AreaTree,
    facility::{FacilityKind, inventory::Facility, plan::Strand},
    status::CampaignStatus,
};

/// What the large map shows.
#[derive(Clone, Copy)]
pub struct Atlas<'a> {
    /// The areas, with the campaigns of all layers.
    pub survey: Survey<'a>,
    /// The facilities, by name.
    pub facilities: &'a [Facility],
    /// Whose eyes it is for.
    pub eyes: Eyes,
}

/// One layer.
struct Layer {
    key: &'static str,
    name: &'static str,
    legend: Vec<Entry>,
    figure: Markup,
    list: Vec<Markup>,
}

/// One line of a legend.
struct Entry {
    key: &'static str,
    count: usize,
    words: String,
}

impl Atlas<'_> {
    /// The switch and the layers; `None` where nothing has a place on a map. At the desk the lists are left out: there the
    /// table on Heute is the map's twin.
    ///
    /// # Errors
    /// When a point lies where the projection is not defined.
    pub fn markup(self) -> Result<Option<Markup>, ProjectionError> {
        let layers: Vec<Layer> =
            [self.districts()?, self.commercial()?, self.placed()?].into_iter().flatten().collect();
        let Some(first) = layers.first().map(|layer| layer.key) else { return Ok(None) };
        let lang = self.survey.lang;
        let choice = |layer: &Layer| {
            let own = [("type", "radio"), ("name", "ebene"), ("value", layer.key)];
            let own: Vec<_> = own.into_iter().chain((layer.key == first).then_some(("checked", ""))).collect();
            element("label", &[], [void("input", &own), text(layer.name)])
        };
        let title = element("legend", &[], [text(words::layers(lang))]);
        let switch = [title].into_iter().chain(layers.iter().map(choice));
        let switch = (layers.len() > 1).then(|| element("fieldset", &[("class", "switch")], switch));
        let shown = layers.iter().map(|layer| layer.markup(lang));
        Ok(Some(element("div", &[("class", "maps")], switch.into_iter().chain(shown))))
    }

    fn base(self) -> String {
        match self.eyes {
            Eyes::Public => self.survey.lang.address("/gebiet/"),
            Eyes::Desk => "/arbeit/gebiete/".to_owned(),
        }
    }

    /// Those parts of the campaigns whose areas are of this layer.
    fn campaigns(self, commercial: bool) -> Vec<CampaignStatus> {
        let is_commercial = |campaign: &&CampaignStatus| campaign.is_commercial() == commercial;
        self.survey.campaigns.iter().filter(is_commercial).flat_map(CampaignStatus::by_round).collect()
    }

    fn districts(self) -> Result<Option<Layer>, ProjectionError> {
        let campaigns = self.campaigns(false);
        let map = Survey { campaigns: &campaigns, ..self.survey }.districts()?;
        Ok((!map.areas.is_empty()).then(|| self.areas("orte", 0, &map, &campaigns)))
    }

    fn commercial(self) -> Result<Option<Layer>, ProjectionError> {
        let campaigns = self.campaigns(true);
        let map = Survey { campaigns: &campaigns, ..self.survey }.commercial()?;
        let known = !map.areas.is_empty() || !campaigns.is_empty();
        Ok(known.then(|| self.areas("gewerbe", 1, &map, &campaigns)))
    }

    fn areas(self, key: &'static str, place: usize, map: &MapView, campaigns: &[CampaignStatus]) -> Layer {
        let Survey { today, lang, .. } = self.survey;
        let rows: Vec<RowView> = campaigns.iter().flat_map(|part| view::rows(part, today, lang)).collect();
        let apart: Vec<&MapArea> = map.areas.iter().filter(|area| rows.iter().all(|row| row.id != area.id)).collect();
        let mut legend = tallied(campaigns, lang);
        if !apart.is_empty() {
            legend.push(Entry { key: "outside", count: apart.len(), words: map_view::outside(lang).to_owned() });
        }
        let base = self.base();
        let figure = if map.areas.is_empty() {
            element("p", &[("class", "src")], [text(words::no_shapes(lang))])
        } else {
            figure("map", map_picture::picture(map, &base, controls(lang), lang), lang)
        };
        let list =
            rows.iter().map(|row| area_row(row, &base)).chain(apart.into_iter().map(|area| outsider(area, &base)));
        Layer { key, name: words::layer_names(lang)[place], legend, figure, list: self.listed(list.collect()) }
    }

    fn placed(self) -> Result<Option<Layer>, ProjectionError> {
        let Survey { shapes, areas, lang, .. } = self.survey;
        let Some(picture) = facilities_map::picture(shapes, areas, self.facilities, self.eyes, lang)? else {
            return Ok(None);
        };
        let of_kind = |kind: FacilityKind| {
            let count = self.facilities.iter().filter(|facility| facility.details.kind == kind).count();
            let (one, many) = facility_in::kind(kind, lang);
            let words = if count == 1 { one } else { many }.to_owned();
            (count > 0).then_some(Entry { key: facilities_map::key(kind), count, words })
        };
        let unplaced = self.facilities.iter().filter(|facility| facility.details.position.is_none()).count();
        let unplaced = if unplaced == 0 { String::new() } else { words::unplaced(unplaced, lang) };
        let note = facilities_map::note(shapes, areas, self.eyes, lang);
        let note = element("figcaption", &[("class", "src")], [text(&unplaced)].into_iter().chain(note));
        let list = self.facilities.iter().map(|facility| facility_row(facility, areas, lang)).collect();
        Ok(Some(Layer {
            key: "einrichtungen",
            name: words::layer_names(lang)[2],
            legend: FacilityKind::ALL.into_iter().filter_map(of_kind).collect(),
            figure: figure("places", all([picture, controls(lang), note]), lang),
            list: self.listed(list),
        }))
    }

    fn listed(self, list: Vec<Markup>) -> Vec<Markup> {
        if self.eyes == Eyes::Public { list } else { Vec::new() }
    }
}

impl Layer {
    fn markup(&self, lang: Lang) -> Markup {
        let title = element("legend", &[], [text(words::legend(lang))]);
        let entries = self.legend.iter().map(|entry| entry.markup(self.key));
        let legend = element("fieldset", &[("class", "key")], [title].into_iter().chain(entries));
        let list = (!self.list.is_empty()).then(|| element("ul", &[], self.list.iter().cloned()));
        let own = [("class", "layer"), ("data-l", self.key), ("aria-label", self.name)];
        element("section", &own, [legend, self.figure.clone()].into_iter().chain(list))
    }
}

impl Entry {
    /// A field that is set: who clears it hides what it stands for.
    fn markup(&self, layer: &str) -> Markup {
        let own = [("type", "checkbox"), ("name", layer), ("value", self.key), ("checked", "")];
        let field = void("input", &own);
        let swatch = element("rect", &[("width", "100%"), ("height", "100%")], []);
        let swatch = element("svg", &[("class", "sw"), ("aria-hidden", "true")], [swatch]);
        let count = element("b", &[], [text(&self.count.to_string())]);
        element("label", &[("data-s", self.key)], [field, swatch, count, text(&format!(" {}", self.words))])
    }
}

/// So many areas look alike: the words of all states that share this look.
fn tallied(campaigns: &[CampaignStatus], lang: Lang) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for state in TALLY_ORDER {
        let count = campaigns.iter().map(|campaign| campaign.count(state)).sum();
        let look = look(state, lang);
        match entries.iter_mut().find(|entry| entry.key == look.key) {
            _ if count == 0 => {}
            Some(entry) => {
                entry.count += count;
                entry.words.push_str(&format!(", {}", look.tally));
            }
            None => entries.push(Entry { key: look.key, count, words: look.tally.to_owned() }),
        }
    }
    entries
}

/// The picture, and how it is moved.
fn figure(class: &'static str, picture: Markup, lang: Lang) -> Markup {
    let hint = element("p", &[("class", "src far")], [text(words::hint(lang))]);
    element("figure", &[("class", class)], [picture, hint])
}

/// The buttons that move a map. They need the program, and are shown once it runs.
pub fn controls(lang: Lang) -> Markup {
    let button = |(what, sign, name)| {
        element(
            "button",
            &[("type", "button"), ("data-zoom", what), ("aria-label", name), ("title", name)],
            [text(sign)],
        )
    };
    let own = [("class", "zoom"), ("role", "group"), ("aria-label", words::part(lang))];
    element("div", &own, words::buttons(lang).map(button))
}

fn area_row(row: &RowView, base: &str) -> Markup {
    let key = row.chips.first().map_or("", |chip| chip.key.as_str());
    let name = element("a", &[("href", &format!("{base}{}", row.slug))], [text(&row.name)]);
    let figure = element("span", &[("class", "p")], [text(&row.figure)]);
    let chips = row.chips.iter().map(view::ChipView::markup);
    element("li", &[("data-s", key), ("data-a", &row.id.to_string())], [name, figure].into_iter().chain(chips))
}

/// An area on the map that takes part in no campaign.
fn outsider(area: &MapArea, base: &str) -> Markup {
    let name = element("a", &[("href", &format!("{base}{}", area.slug))], [text(&area.name)]);
    let figure = element("span", &[("class", "p")], [text(&area.figure)]);
    element("li", &[("data-s", "outside"), ("data-a", &area.id.to_string())], [name, figure])
}

fn facility_row(facility: &Facility, areas: &AreaTree, lang: Lang) -> Markup {
    let details = &facility.details;
    let area = details.area.and_then(|area| areas.get(area)).map(|area| format!(", {}", area.name));
    let state = facility.state(Strand::Line);
    let state = state.map(|state| format!(", {} {}", facility_in::line_of(lang), facility_in::state(state, lang)));
    let rest = area.into_iter().chain(state).collect::<String>();
    let sort = said(&[facility_in::sort(details, lang), Span::Plain(rest)]);
    let name = in_german(&details.name, lang);
    let key = facilities_map::key(details.kind);
    element("li", &[("data-s", key)], [name, element("span", &[("class", "src")], [sort])])
}
