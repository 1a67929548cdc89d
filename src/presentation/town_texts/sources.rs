//! Sources and method: above what the town or the program says about the method, below every source of what is shown, with
//! what it says, made of the data.

use jiff::civil::Date;

use super::{section, written};
use crate::{
    domain::{lang::Lang, rollout::Rollout, source::Source, town_text::TextKind},
    presentation::{
        markup::{Markup, all, element, text},
        number, source_note, town_words,
    },
};

/// Everything below the heading.
pub fn body(rollout: &Rollout, today: Date, lang: Lang) -> Markup {
    let sample = rollout.readings.iter().any(|record| record.reading.sample);
    let sample = sample.then(|| section(sample_title(lang), "beispiele", element("p", &[], [text(sample_note(lang))])));
    let listed = list(rollout, today, lang);
    let listed = (!listed.is_empty()).then(|| section(sources_title(lang), "quellen", element("ul", &[], listed)));
    let notes = town_words::source_notes(rollout.areas.iter());
    let notes = notes.iter().map(|note| german(lang, source_note::note(note)));
    let notes: Vec<Markup> = notes.map(|note| element("li", &[], [note])).collect();
    let borders = (!notes.is_empty()).then(|| section(borders_title(lang), "grenzen", element("ul", &[], notes)));
    let method = written(TextKind::Sources, rollout, lang);
    let data = section(data_title(lang), "daten", element("p", &[], [text(data_note(lang))]));
    all([Some(method), sample, listed, borders, Some(data)].into_iter().flatten())
}

/// A source's name is German in every language.
fn german(lang: Lang, name: Markup) -> Markup {
    match lang {
        Lang::De => name,
        Lang::En | Lang::Fr => element("span", &[("lang", "de")], [name]),
    }
}

/// How often a source speaks, by kind of record.
#[derive(Default)]
struct Tally {
    name: String,
    readings: u32,
    decisions: u32,
    others: u32,
}

/// The sources in the order of their names.
fn list(rollout: &Rollout, today: Date, lang: Lang) -> Vec<Markup> {
    let mut tallies: Vec<Tally> = Vec::new();
    let mut tell = |source: &Source, count: fn(&mut Tally) -> &mut u32| {
        let place = tallies.iter().position(|tally| tally.name == source.name).unwrap_or_else(|| {
            tallies.push(Tally { name: source.name.clone(), ..Tally::default() });
            tallies.len() - 1
        });
        *count(&mut tallies[place]) += 1;
    };
    for record in &rollout.readings {
        tell(&record.reading.source, |tally| &mut tally.readings);
    }
    for decision in rollout.decisions() {
        tell(&decision.source, |tally| &mut tally.decisions);
    }
    let decided = |entry: &crate::domain::timeline::Entry| {
        matches!(entry.what, crate::domain::timeline::Happening::Decided { .. })
    };
    for entry in rollout.chronicle().iter().filter(|entry| !decided(entry) && !entry.source.name.is_empty()) {
        tell(&entry.source, |tally| &mut tally.others);
    }
    for (_, base) in &rollout.bases {
        tell(&base.source, |tally| &mut tally.others);
    }
    for campaign in rollout.town_status(today).campaigns {
        tell(&campaign.campaign.source, |tally| &mut tally.others);
    }
    tallies.sort_by(|one, other| one.name.cmp(&other.name));
    tallies
        .iter()
        .map(|tally| element("li", &[], [german(lang, text(&tally.name)), text(&said(tally, lang))]))
        .collect()
}

/// ": 32 Stände, 2 Beschlüsse, 5 weitere Angaben".
fn said(tally: &Tally, lang: Lang) -> String {
    let [readings, decisions, others] = match lang {
        Lang::De => [("Stand", "Stände"), ("Beschluss", "Beschlüsse"), ("weitere Angabe", "weitere Angaben")],
        Lang::En => [("reading", "readings"), ("decision", "decisions"), ("other statement", "other statements")],
        Lang::Fr => [("relevé", "relevés"), ("décision", "décisions"), ("autre indication", "autres indications")],
    };
    let parts = [(tally.readings, readings), (tally.decisions, decisions), (tally.others, others)];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, (one, many))| number::counted(count, one, many, lang)).collect();
    let colon = if lang == Lang::Fr { "\u{a0}: " } else { ": " };
    format!("{colon}{}", parts.join(", "))
}

const fn sources_title(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Quellen der Angaben",
        Lang::En => "Sources of what is shown",
        Lang::Fr => "Sources des indications",
    }
}

const fn borders_title(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Gebiete und Grenzen",
        Lang::En => "Areas and boundaries",
        Lang::Fr => "Secteurs et limites",
    }
}

const fn data_title(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Daten mitnehmen",
        Lang::En => "Download the data",
        Lang::Fr => "Télécharger les données",
    }
}

const fn data_note(lang: Lang) -> &'static str {
    match lang {
        Lang::De => {
            "Alle Stände und Gebiete stehen am Fuß jeder Seite als Datei bereit, die Einrichtungen auf ihrer Seite. In den Dateien \
             steht bei jeder Zahl ihre Quelle; für deren Nutzung gilt, was diese Quelle erlaubt."
        }
        Lang::En => {
            "All readings and areas can be downloaded at the foot of every page, facilities on their own page. In the files each \
             figure names its source; it may be used as that source allows."
        }
        Lang::Fr => {
            "Les relevés et les secteurs peuvent être téléchargés au bas de chaque page, les équipements sur leur propre page. Dans \
             les fichiers, chaque chiffre nomme sa source et peut être utilisé comme celle-ci le permet."
        }
    }
}

const fn sample_title(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Was Beispieldaten sind",
        Lang::En => "What sample data are",
        Lang::Fr => "Ce que sont les données d’exemple",
    }
}

const fn sample_note(lang: Lang) -> &'static str {
    match lang {
        Lang::De => {
            "Zahlen mit der Quelle „Beispieldaten“ sind erfunden, damit man die Seiten ausprobieren kann. Sie sagen nichts über \
             wirkliche Verträge. Termine und Beschlüsse sind belegt."
        }
        Lang::En => {
            "Figures with the source “Beispieldaten” are invented so that the pages can be tried out. They say nothing about real \
             contracts. Dates and decisions are documented."
        }
        Lang::Fr => {
            "Les chiffres dont la source est « Beispieldaten » sont inventés pour que l’on puisse essayer ces pages. Ils ne disent \
             rien de contrats réels. Les dates et les décisions sont attestées."
        }
    }
}
