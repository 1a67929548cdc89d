//! Sources and method: above what the town or the program says about the method, below every source of what is shown, with
//! what it says, made of the data.

use jiff::civil::Date;

use super::{section, written};
use crate::{
    domain::{
        funding::Funding,
        lang::Lang,
        rollout::Rollout,
        source::Source,
        timeline::{Entry, Happening},
        town_text::TextKind,
    },
    presentation::{
        facilities_public, frame_words,
        frame_words::Around,
        markup::{Markup, all, element, in_german, text},
        number, source_note, town_words,
    },
};

/// Everything below the heading.
pub fn body(rollout: &Rollout, today: Date, lang: Lang) -> Markup {
    let sample = rollout.readings.iter().any(|record| record.reading.sample);
    let sample = sample.then(|| {
        let (before, source, after) = sample_note(lang);
        let note = element("p", &[], [text(before), in_german(source, lang), text(after)]);
        section(sample_title(lang), "beispiele", note)
    });
    let listed = list(rollout, today, lang);
    let listed = (!listed.is_empty()).then(|| section(sources_title(lang), "quellen", element("ul", &[], listed)));
    let notes = town_words::source_notes(rollout.areas.iter());
    let notes = notes.iter().map(|note| german(lang, source_note::note(note)));
    let notes: Vec<Markup> = notes.map(|note| element("li", &[], [note])).collect();
    let borders = (!notes.is_empty()).then(|| section(borders_title(lang), "grenzen", element("ul", &[], notes)));
    let method = written(TextKind::Sources, rollout, lang);
    let file = |(address, name): (&str, &str)| element("li", &[], [element("a", &[("href", address)], [text(name)])]);
    let files = element("ul", &[], files(lang).map(file));
    let data = section(data_title(lang), "daten", all([element("p", &[], [text(data_note(lang))]), files]));
    all([Some(method), sample, listed, borders, Some(data)].into_iter().flatten())
}

/// A source's name is German in every language.
fn german(lang: Lang, name: Markup) -> Markup {
    match lang {
        Lang::De => name,
        Lang::En | Lang::Fr => element("span", &[("lang", "de")], [name]),
    }
}

/// What a source says something about.
#[derive(Clone, Copy)]
enum About {
    Reading,
    Decision,
    Other,
}

/// How often a source speaks, by kind of record.
#[derive(Default)]
struct Tally {
    name: String,
    readings: u32,
    decisions: u32,
    others: u32,
}

impl Tally {
    const fn count(&mut self, about: About) {
        match about {
            About::Reading => self.readings += 1,
            About::Decision => self.decisions += 1,
            About::Other => self.others += 1,
        }
    }
}

/// The sources in the order of their names.
fn list(rollout: &Rollout, today: Date, lang: Lang) -> Vec<Markup> {
    let mut tallies: Vec<Tally> = Vec::new();
    for (name, about) in records(rollout, today) {
        let place = tallies.iter().position(|tally| tally.name == name).unwrap_or_else(|| {
            tallies.push(Tally { name, ..Tally::default() });
            tallies.len() - 1
        });
        tallies[place].count(about);
    }
    tallies.sort_by(|one, other| one.name.cmp(&other.name));
    tallies
        .iter()
        .map(|tally| element("li", &[], [german(lang, text(&tally.name)), text(&said(tally, lang))]))
        .collect()
}

/// Every record that the public pages show: the name of its source, and what it is about.
fn records(rollout: &Rollout, today: Date) -> Vec<(String, About)> {
    let name = |source: &Source| source.name.clone();
    let readings = rollout.readings.iter().map(|record| (name(&record.reading.source), About::Reading));
    let decisions = rollout.decisions().map(|decision| (name(&decision.source), About::Decision));
    let mut records: Vec<(String, About)> = readings.chain(decisions).collect();
    let mut tell = |source: &Source| records.push((name(source), About::Other));
    let happened = |entry: &&Entry| !matches!(entry.what, Happening::Decided { .. }) && !entry.source.name.is_empty();
    rollout.chronicle().iter().filter(happened).for_each(|entry| tell(&entry.source));
    rollout.bases.iter().for_each(|(_, base)| tell(&base.source));
    facilities_public::public(rollout).iter().for_each(|facility| tell(&facility.public_source));
    facilities_public::TOTALS.iter().filter_map(|kind| rollout.published_total(*kind)).for_each(|of| tell(&of.source));
    Funding::all(rollout).iter().for_each(|funding| tell(&funding.application.source));
    for status in rollout.town_status(today).campaigns {
        tell(&status.campaign.source);
        status.campaign.tallies.iter().for_each(|tally| tell(&tally.source));
    }
    records
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
        Lang::De => "Alle Dateien",
        Lang::En => "All files",
        Lang::Fr => "Tous les fichiers",
    }
}

const fn data_note(lang: Lang) -> &'static str {
    match lang {
        Lang::De => {
            "In den Dateien steht bei jeder Zahl ihre Quelle. Wofür eine Zahl genutzt werden darf, bestimmt diese Quelle."
        }
        Lang::En => "In these files each figure names its source. How a figure may be used is up to that source.",
        Lang::Fr => {
            "Dans ces fichiers, chaque chiffre nomme sa source. C’est elle qui détermine l’usage que l’on peut en faire."
        }
    }
}

/// What can be taken away: address and name.
const fn files(lang: Lang) -> [(&'static str, &'static str); 4] {
    let [readings, areas, town, _] = frame_words::files(lang);
    let facilities = lang.pick(
        "Schulen und andere Einrichtungen (CSV)",
        "Schools and other facilities (CSV)",
        "Écoles et autres équipements (CSV)",
    );
    [
        ("/api/public/v1/readings.csv", readings),
        ("/api/public/v1/areas.geojson", areas),
        ("/api/public/v1/town.json", town),
        (facilities_public::FILE, facilities),
    ]
}

const fn sample_title(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Was Beispieldaten sind",
        Lang::En => "What sample data are",
        Lang::Fr => "Ce que sont les données d’exemple",
    }
}

/// In the middle stands the source's name, in German everywhere.
const fn sample_note(lang: Lang) -> Around {
    match lang {
        Lang::De => (
            "Zahlen mit der Quelle „",
            "Beispieldaten",
            "“ sind erfunden, damit man die Seiten ausprobieren kann. Sie sagen nichts über wirkliche Verträge. Termine und \
             Beschlüsse sind belegt.",
        ),
        Lang::En => (
            "Figures with the source “",
            "Beispieldaten",
            "” are invented so that the pages can be tried out. They say nothing about real contracts. Dates and decisions are \
             documented.",
        ),
        Lang::Fr => (
            "Les chiffres dont la source est «\u{a0}",
            "Beispieldaten",
            "\u{a0}» sont inventés pour que l’on puisse essayer ces pages. Ils ne disent rien de contrats réels. Les dates et les \
             décisions sont attestées.",
        ),
    }
}
