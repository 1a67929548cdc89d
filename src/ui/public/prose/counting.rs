//! How it is counted.

use leptos::prelude::*;

use crate::{
    domain::status::CampaignStatus,
    presentation::{lang::Lang, number, words},
};

/// Three rules in three columns.
#[component]
pub fn Counting(
    /// The campaign that the page is about.
    main: Option<CampaignStatus>,
) -> impl IntoView {
    let unit = main.as_ref().map_or("Haushalte", |main| words::unit(main.campaign.unit, Lang::De).0);
    let means = main.and_then(|main| main.campaign.target.share()).map(|share| {
        let percent = number::share(share, Lang::De);
        let number = percent.trim_end_matches(['%', number::NBSP]).to_owned();
        format!(" {percent} heißt: {number} von 100. Gerundet wird nur für die Anzeige, nie über das Ziel.")
    });
    view! {
        <section id="zaehlen" aria-labelledby="zz-h">
            <h2 id="zz-h">"So wird gezählt"</h2>
            <div class="trio">
                <div>
                    <h3>{format!("Prozent der {unit}")}</h3>
                    <p>"Gezählt werden unterschriebene Verträge, nicht Interesse."{means}</p>
                </div>
                <div>
                    <h3>"Gemeldet, dann geprüft"</h3>
                    <p>
                        "Der Betreiber meldet, danach fallen doppelte und widerrufene Verträge weg. Ungeprüfte Zahlen sind schraffiert. Keine Meldung heißt nicht null."
                    </p>
                </div>
                <div>
                    <h3>"Erreicht heißt nicht gebaut"</h3>
                    <p>"Nach der Frist prüft der Betreiber und entscheidet. Erst seine Ausbauzusage gilt."</p>
                </div>
            </div>
        </section>
    }
}
