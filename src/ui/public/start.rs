//! The start page: the one sentence, the ranked list and the map, the commercial areas, the timeline.

use jiff::civil::Date;
use leptos::prelude::*;

use super::{page::TownPageData, timeline::Timeline};
use crate::{
    domain::{
        campaign::Target,
        status::{AreaStatus, CampaignStatus, TownStatus},
    },
    presentation::{area_words, bar::Bar, date, number, town_words, words},
    ui::{
        components::{Chip, Spans, ThresholdBar},
        map::{AreaMap, Highlight},
    },
};

/// The start page.
#[component]
pub fn StartPage(
    /// Its data.
    data: Memo<TownPageData>,
) -> impl IntoView {
    let highlight = Highlight::new();
    view! { <main id="inhalt">{move || data.with(|data| sections(data, highlight))}</main> }
}

fn sections(data: &TownPageData, highlight: Highlight) -> impl IntoView + use<> {
    let status = &data.status;
    view! {
        {hero(status)}
        {status.main_campaign().map(|main| areas(data, main, highlight))}
        {(status.commercial_campaigns().count() > 0).then(|| commercial(status))}
        {(!status.timeline.is_empty()).then(|| {
            let running = status.main_campaign().is_some_and(|main| main.campaign.days_left(status.today) >= Some(0));
            view! {
                <section class="wrap sec" id="zeitleiste" aria-labelledby="tl-h">
                    <h2 id="tl-h">"Was geschah, was kommt"</h2>
                    <Timeline entries=status.timeline.clone() today=status.today decision_ahead=running/>
                </section>
            }
        })}
        {counting(status.main_campaign())}
    }
}

fn hero(status: &TownStatus) -> AnyView {
    let kicker = match status.town.as_str() {
        "" => "Glasfaser".to_owned(),
        town => format!("Glasfaser in {town}"),
    };
    let source = town_words::source_line(status).map(|line| {
        view! { <p class="src">{line}" "<a href="#zaehlen">"So wird gezählt"</a></p> }
    });
    view! {
        <section class="wrap hero" aria-labelledby="satz">
            <p class="kicker">{kicker}</p>
            <h1 id="satz">{town_words::headline(status)}</h1>
            <p class="lead"><Spans spans=town_words::lead(status)/></p>
            {source}
        </section>
    }
    .into_any()
}

fn areas(data: &TownPageData, main: &CampaignStatus, highlight: Highlight) -> AnyView {
    let today = data.status.today;
    let noun = town_words::noun(main);
    let items: Vec<_> = main.areas.iter().map(|area| row(area, main, today, highlight)).collect();
    let goal = main.campaign.target.share().map(number::share);
    let mark = goal
        .clone()
        .and(main.campaign.target.share())
        .map(|share| crate::presentation::bar::percent(share.basis_points()));
    let map = (!data.map.shapes.is_empty()).then(|| {
        view! {
            <figure class="map">
                <AreaMap map=data.map.clone() status=main.clone() outside=data.outside.clone() today highlight/>
                <figcaption class="src">{data.map_source.clone()}</figcaption>
            </figure>
        }
    });
    view! {
        <section class="wrap sec" id="gebiete" aria-labelledby="ot-h">
            <h2 id="ot-h">{format!("Die {} {}", number::count(main.areas_in_all), noun.many)}</h2>
            {tally(main)}
            <div class="twin">
                <div>
                    <svg class="axis" aria-hidden="true">
                        <text x="0" y="14">"0 %"</text>
                        <text class="goal" x=mark y="14">{goal.map(|goal| format!("Ziel {goal}"))}</text>
                        <text class="end" x="100%" y="14">{format!("alle {}", words::unit(main.campaign.unit).0)}</text>
                    </svg>
                    <ol class="rank" aria-label="Rangliste nach Quote">{items}</ol>
                </div>
                {map}
            </div>
        </section>
    }
    .into_any()
}

fn row(area: &AreaStatus, main: &CampaignStatus, today: Date, highlight: Highlight) -> impl IntoView + use<> {
    let campaign = &main.campaign;
    let id = area.id;
    let look = words::look(area.state(campaign.target));
    let bar = Bar::of(area.current.as_ref(), campaign.target);
    let place = area.place.map_or_else(|| "–".to_owned(), |place| format!("{place}."));
    let extended = (area.extended && !matches!(look.key, "failed" | "built")).then(|| {
        view! { <Chip look=words::Look { key: "extended", word: "Frist verlängert", tally: "" }/> }
    });
    view! {
        <li
            id=area.slug.to_string()
            class:on=move || highlight.is(id)
            on:mouseenter=move |_| highlight.set(Some(id))
            on:mouseleave=move |_| highlight.set(None)
            on:focusin=move |_| highlight.set(Some(id))
            on:focusout=move |_| highlight.set(None)
        >
            <span class="k">{place}</span>
            <a class="n" href=format!("/gebiet/{}", area.slug)>{area.name.clone()}</a>
            <span class="p">{area_words::figure(area, campaign.target)}</span>
            <div class="b"><ThresholdBar bar state=look.key/></div>
            <span class="c"><Chip look/>{extended}</span>
            <span class="g">{area_words::gap(area, campaign, today)}</span>
        </li>
    }
}

/// How many areas stand in which state: the map's legend.
fn tally(main: &CampaignStatus) -> impl IntoView + use<> {
    let of_state = |state| {
        let count = main.count(state);
        let look = words::look(state);
        (count > 0).then(|| {
            view! {
                <li data-s=look.key>
                    <span class="u" aria-hidden="true">
                        {(0..count).map(|_| view! { <svg class="sw"><rect width="100%" height="100%"></rect></svg> }).collect_view()}
                    </span>
                    <b>{count}</b>
                    {format!(" {}", look.tally)}
                </li>
            }
        })
    };
    let states: Vec<_> = words::TALLY_ORDER.into_iter().filter_map(of_state).collect();
    view! { <ul class="tally" aria-label="Gebiete nach Stand">{states}</ul> }
}

fn commercial(status: &TownStatus) -> AnyView {
    let counters: Vec<_> = status.commercial_campaigns().map(|campaign| counter(campaign, status.today)).collect();
    view! {
        <section class="band" id="gewerbe" aria-labelledby="gw-h">
            <div class="wrap">
                <h2 id="gw-h">"Gewerbegebiete"</h2>
                {counters}
            </div>
        </section>
    }
    .into_any()
}

/// "3 von 8": the total is visible, no percentage. What nobody has published is said to be unpublished.
fn counter(status: &CampaignStatus, today: Date) -> impl IntoView + use<> {
    let tally = status.campaign.tallies.last();
    let (reached, of) = match tally {
        Some(tally) => (Some(tally.reached), tally.of),
        None => (None, status.areas_in_all),
    };
    let segments: Vec<_> = (0..of)
        .map(|index| {
            let class = if reached.is_some_and(|reached| index < reached) { "y" } else { "" };
            view! { <span class=class></span> }
        })
        .collect();
    let text = match (reached, status.campaign.target) {
        (Some(reached), target) => {
            let rest = of.saturating_sub(reached);
            let decides = if target == Target::OperatorDecision {
                " Ein Ziel nennt der Betreiber nicht, er entscheidet selbst."
            } else {
                ""
            };
            format!(
                "In {reached} Gebieten kam die Vorvermarktung von {} zustande, in {rest} nicht oder noch nicht. Welche Gebiete es sind, nennt die Quelle nicht.{decides}",
                status.operator
            )
        }
        (None, _) => format!(
            "Wie viele der {of} Gebiete genug Zusagen haben, war bis zum {} nicht veröffentlicht.",
            date::long(today)
        ),
    };
    let source = tally.map_or_else(
        || format!("Quelle: {}.", status.campaign.source.name),
        |tally| format!("Stand: {}. Quelle: {}.", date::long(tally.as_of), tally.source.name),
    );
    let links: Vec<_> = status
        .areas
        .iter()
        .map(|area| {
            view! { <li><a href=format!("/gebiet/{}", area.slug)>{area.name.clone()}</a></li> }
        })
        .collect();
    view! {
        <div class="count">
            <div>
                <p class="x">{reached.map_or_else(|| "–".to_owned(), |reached| reached.to_string())}<span>{format!(" von {of}")}</span></p>
                <p>"mit genug Zusagen"</p>
                <div class="seg" aria-hidden="true">{segments}</div>
            </div>
            <div>
                <p>{text}</p>
                <p class="src">{source}</p>
                <ul class="links" aria-label="Gewerbegebiete">{links}</ul>
            </div>
        </div>
    }
}

fn counting(main: Option<&CampaignStatus>) -> AnyView {
    let (unit, _) = main.map_or(("Haushalte", ""), |main| words::unit(main.campaign.unit));
    let share = main.and_then(|main| main.campaign.target.share());
    let percent = match share {
        Some(share) => format!(
            "Gezählt werden unterschriebene Verträge, nicht Interesse. {} heißt: {} von 100. Gerundet wird nur für die Anzeige, nie über das Ziel.",
            number::share(share),
            number::share(share).trim_end_matches(['%', number::NBSP]),
        ),
        None => "Gezählt werden unterschriebene Verträge, nicht Interesse.".to_owned(),
    };
    view! {
        <section class="wrap sec" id="zaehlen" aria-labelledby="zz-h">
            <h2 id="zz-h">"So wird gezählt"</h2>
            <div class="trio">
                <div><h3>{format!("Prozent der {unit}")}</h3><p>{percent}</p></div>
                <div>
                    <h3>"Gemeldet, dann geprüft"</h3>
                    <p>"Der Betreiber meldet, danach fallen doppelte und widerrufene Verträge weg. Ungeprüfte Zahlen sind schraffiert. Keine Meldung heißt nicht null."</p>
                </div>
                <div>
                    <h3>"Erreicht heißt nicht gebaut"</h3>
                    <p>"Nach der Frist prüft der Betreiber und entscheidet. Erst seine Ausbauzusage gilt."</p>
                </div>
            </div>
        </section>
    }
    .into_any()
}
