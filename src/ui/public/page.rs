//! What a public page is made of: its data, and the component for it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{area::AreaPage, start::StartPage};
use crate::{
    domain::{
        ids::AreaId,
        status::{AreaReport, TownStatus},
    },
    presentation::{map::MapDrawing, report_words, town_words},
};

/// The data of one public page: in the page as a JSON block, and served alone for keeping it current.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum PageData {
    /// The start page.
    Town(TownPageData),
    /// An area's page.
    Area(Box<AreaReport>),
}

/// The start page's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TownPageData {
    /// The state of the town.
    pub status: TownStatus,
    /// The map.
    pub map: MapDrawing,
    /// Areas on the map that take no part in the main campaign: number, name, address.
    pub outside: Vec<(AreaId, String, String)>,
    /// Who drew the boundaries.
    pub map_source: String,
}

impl PageData {
    /// The page's title: the state of the day first.
    pub fn title(&self) -> String {
        match self {
            Self::Town(data) if data.status.town.is_empty() => "Faserstand".to_owned(),
            Self::Town(data) => format!("{} Faserstand {}", town_words::headline(&data.status), data.status.town),
            Self::Area(report) => format!("{} Faserstand {}", report_words::headline(report), report.town),
        }
    }

    /// One sentence for search results.
    pub fn description(&self) -> String {
        match self {
            Self::Town(data) => format!(
                "Stand des Glasfaserausbaus in {}: jeder Ortsteil mit Quote, Datum und Quelle.",
                data.status.town
            ),
            Self::Area(report) => {
                format!("Stand der Nachfragebündelung in {}, mit Verlauf, Frist und Quellen.", report.name)
            }
        }
    }
}

/// The page for its data. When the signal changes, the page follows in place.
#[component]
pub fn PublicPage(
    /// The data.
    data: ReadSignal<PageData>,
) -> impl IntoView {
    // Which page it is never changes while it is open.
    match data.get_untracked() {
        PageData::Town(first) => {
            let town = Memo::new(move |_| match data.get() {
                PageData::Town(data) => data,
                PageData::Area(_) => first.clone(),
            });
            view! { <StartPage data=town/> }.into_any()
        }
        PageData::Area(first) => {
            let report = Memo::new(move |_| match data.get() {
                PageData::Area(report) => report,
                PageData::Town(_) => first.clone(),
            });
            view! { <AreaPage report/> }.into_any()
        }
    }
}
