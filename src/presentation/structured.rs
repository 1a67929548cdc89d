//! What the start page tells search engines (schema.org, as JSON-LD): a data set, where it can be taken away, and whose it is
//! where the town has said so.

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::{lang::Lang, title_words};
use crate::domain::{rollout::Rollout, status::TownStatus, town_text::TextKind};

/// The block. `rollout` is as known on the status's day.
pub fn dataset(rollout: &Rollout, status: &TownStatus, public_url: Option<&str>, lang: Lang) -> Json {
    let base = public_url.unwrap_or_default();
    let file = |kind: &str, path: &str| json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{base}/api/public/v1/{path}") });
    let (_, description) = title_words::town(status, lang);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name(&status.town, lang),
        "description": description,
        "url": format!("{base}{}", lang.address("/")),
        "inLanguage": lang.tag(),
        "isAccessibleForFree": true,
        "distribution": [
            file("text/csv", "readings.csv"),
            file("application/geo+json", "areas.geojson"),
            file("application/json", "town.json"),
        ],
    });
    let newest = rollout.newest_news(None, status.today).map(|day: Date| Json::from(day.to_string()));
    // Whose it is, only an imprint says; the name of the town alone does not.
    let publisher = rollout.own_text(TextKind::Imprint, Lang::De);
    let publisher = publisher.map(|_| json!({ "@type": "GovernmentOrganization", "name": status.town }));
    for (name, value) in [("dateModified", newest), ("publisher", publisher)] {
        if let (Some(value), Some(data)) = (value, data.as_object_mut()) {
            data.insert(name.to_owned(), value);
        }
    }
    data
}

/// What the data are called; `town` is empty where there is none yet.
fn name(town: &str, lang: Lang) -> String {
    if town.is_empty() {
        return lang
            .pick("Stand des Glasfaserausbaus", "State of the fibre rollout", "État du déploiement de la fibre")
            .to_owned();
    }
    match lang {
        Lang::De => format!("Stand des Glasfaserausbaus in {town}"),
        Lang::En => format!("State of the fibre rollout in {town}"),
        Lang::Fr => format!("État du déploiement de la fibre à {town}"),
    }
}
