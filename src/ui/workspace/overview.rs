//! All areas of all campaigns in dense tables, with the state of the day in one sentence.

use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::components::A;

use super::{
    desk::{ask, instead},
    sample_mark,
};
use crate::{
    api::areas,
    domain::status::{AreaStatus, CampaignStatus, TownStatus},
    presentation::{area_words, bar::Bar, date, town_words, words},
    ui::components::ThresholdBar,
};

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let asked = ask(areas::overview);
    view! {
        {instead(asked, "Gebiete")}
        {move || asked.answer.with(|status| status.as_ref().map(town))}
    }
}

fn town(status: &TownStatus) -> impl IntoView + use<> {
    let tables: Vec<_> = status.campaigns.iter().map(|campaign| table(campaign, status.today)).collect();
    view! {
        <h1>"Übersicht"</h1>
        {sample_mark(status.sample)}
        <p class="state">
            {format!("{}: ", date::long(status.today))}
            {town_words::headline(status)}
            " "
            {town_words::source_line(status)}
        </p>
        {tables}
    }
}

fn table(campaign: &CampaignStatus, today: Date) -> impl IntoView + use<> {
    let rows: Vec<_> = campaign.areas.iter().map(|area| row(area, campaign, today)).collect();
    view! {
        <h2>{campaign.campaign.name.clone()}</h2>
        <div class="tw" tabindex="0" role="region" aria-label=format!("Tabelle {}", campaign.campaign.name)>
            <table>
                <caption>{format!("Betreiber: {}", campaign.operator)}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Gebiet"</th>
                        <th scope="col" class="wide-only">"Balken"</th>
                        <th scope="col" class="num">"Stand"</th>
                        <th scope="col">"Abstand"</th>
                        <th scope="col">"Zustand"</th>
                        <th scope="col">"Tag"</th>
                        <th scope="col">"Quelle"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(area: &AreaStatus, status: &CampaignStatus, today: Date) -> impl IntoView + use<> {
    let campaign = &status.campaign;
    let look = words::look(area.state(campaign.target));
    let reading = area.current.as_ref();
    let name = area.name.clone();
    view! {
        <tr>
            <th scope="row"><A href=format!("/arbeit/gebiete/{}", area.slug)>{name}</A></th>
            <td class="wide-only"><ThresholdBar bar=Bar::of(reading, campaign.target) state=look.key.to_owned()/></td>
            <td class="num">{area_words::figure(area, campaign.target)}</td>
            <td>{area_words::gap(area, campaign, today)}</td>
            <td>{look.word}</td>
            <td>{reading.map_or_else(|| "–".to_owned(), |reading| date::long(reading.as_of))}</td>
            <td class="wide">{reading.map_or_else(|| "–".to_owned(), |reading| reading.source.name.clone())}</td>
        </tr>
    }
}
