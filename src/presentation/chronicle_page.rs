//! /verlauf: what happened and what comes in the whole rollout, filtered by area and strand. Complete without a program:
//! the filters are a form that asks for another address.

use jiff::civil::Date;

use super::{
    agreement_forms::area_names,
    markup::{Markup, all, element, text},
    number,
    query::Query,
    strand::ReadPage,
    timeline_words, words,
};
use crate::domain::{
    area::{Area, AreaKind},
    rollout::Rollout,
    timeline::{Entry, Filter, Parted, Strand, parted},
};

/// The address of the page.
pub const ADDRESS: &str = "/verlauf";
/// The filter by area: the slug of one.
const AREA: &str = "gebiet";
/// The filter by strand: its word.
const STRAND: &str = "bereich";
/// So many areas of an entry are named; more are counted.
const NAMED: usize = 3;

/// The word of a strand in an address.
pub const fn word(strand: Strand) -> &'static str {
    match strand {
        Strand::Marketing => "vermarktung",
        Strand::Commercial => "gewerbe",
        Strand::Build => "bau",
        Strand::Agreement => "vereinbarung",
        Strand::Measure => "massnahme",
        Strand::Decision => "beschluss",
        Strand::Funding => "foerderung",
        Strand::Facilities => "einrichtungen",
    }
}

/// The strand of a word in an address.
pub fn strand(text: &str) -> Option<Strand> {
    Strand::ALL.into_iter().find(|strand| word(*strand) == text)
}

/// Every address of the page: without a filter, with one as a link names it, with both as the form sends them.
pub fn addresses(rollout: &Rollout) -> Vec<String> {
    let areas = || rollout.areas.iter().filter(|area| area.parent.is_some()).map(|area| area.slug.as_str());
    let links = areas().map(|area| format!("{ADDRESS}?{AREA}={area}"));
    let links = links.chain(Strand::ALL.map(|strand| format!("{ADDRESS}?{STRAND}={}", word(strand))));
    let sent = [""].into_iter().chain(areas()).flat_map(|area| {
        let strands = [""].into_iter().chain(Strand::ALL.map(word));
        strands.map(move |strand| format!("{ADDRESS}?{AREA}={area}&{STRAND}={strand}"))
    });
    [ADDRESS.to_owned()].into_iter().chain(links).chain(sent).collect()
}

/// The page of these filters; `None` for one that names nothing.
pub fn page(query: &Query, rollout: &Rollout, today: Date) -> Option<ReadPage> {
    let mut filter = Filter::default();
    if let Some(slug) = query.get(AREA) {
        filter.area = Some(rollout.areas.by_slug(slug)?.id);
    }
    if let Some(word) = query.get(STRAND) {
        filter.strand = Some(strand(word)?);
    }
    let town = rollout.municipality().map_or("", |area| area.name.as_str());
    Some(ReadPage {
        title: format!("Was geschah, was kommt. Faserstand {town}").trim_end().to_owned(),
        description: "Was im Glasfaserausbau geschah und was kommt: jeder Eintrag mit Datum und Quelle.".to_owned(),
        sample: false,
        main: markup(rollout, filter, today),
    })
}

/// `rollout` is as known on `today`.
fn markup(rollout: &Rollout, filter: Filter, today: Date) -> Markup {
    let area = filter.area.and_then(|id| rollout.areas.get(id));
    let parts = parted(rollout.chronicle(), filter, today);
    let hero = element(
        "section",
        &[("class", "hero"), ("aria-labelledby", "satz")],
        [
            element("h1", &[("id", "satz")], [text("Was geschah, was kommt")]),
            element("p", &[("class", "lead")], [text(&lead(&parts, area, filter.strand))]),
        ],
    );
    let ahead = section("kommt", "Was kommt", NOTHING_AHEAD, &parts.ahead, rollout, today);
    let past = section("geschah", "Was geschah", NOTHING_PAST, &parts.past, rollout, today);
    element("main", &[("id", "inhalt"), ("class", "wrap")], [crumbs(area), hero, form(rollout, filter), ahead, past])
}

const NOTHING_AHEAD: &str = "Dazu ist kein Termin bekannt.";
const NOTHING_PAST: &str = "Dazu ist noch nichts eingetragen.";

/// What is shown, in a sentence.
fn lead(parts: &Parted, area: Option<&Area>, strand: Option<Strand>) -> String {
    let entries = |entries: &Vec<Entry>| u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let of = match (area, strand) {
        (None, None) => "Alle Einträge des Glasfaserausbaus mit Datum und Quelle".to_owned(),
        (Some(area), None) => format!("Einträge zu {}", area.name),
        (None, Some(strand)) => format!("Einträge aus dem Bereich {}", timeline_words::strand(strand)),
        (Some(area), Some(strand)) => {
            format!("Einträge zu {} aus dem Bereich {}", area.name, timeline_words::strand(strand))
        }
    };
    let (past, ahead) = (entries(&parts.past), entries(&parts.ahead));
    format!("{of}: {} vergangen, {} bevorstehend.", number::count(past), number::count(ahead))
}

fn crumbs(area: Option<&Area>) -> Markup {
    let link = |address: &str, words: &str| element("li", &[], [element("a", &[("href", address)], [text(words)])]);
    let page = area.filter(|area| area.parent.is_some());
    let page = page.map(|area| link(&format!("/gebiet/{}", area.slug), &area.name));
    let here = element("li", &[("aria-current", "page")], [text("Verlauf")]);
    let items = element("ol", &[], [link("/", "Übersicht")].into_iter().chain(page).chain([here]));
    element("nav", &[("class", "crumbs"), ("aria-label", "Brotkrumen")], [items])
}

/// The filters: two lists and a button.
fn form(rollout: &Rollout, filter: Filter) -> Markup {
    let area = |area: &Area| (area.slug.to_string(), area.name.clone(), filter.area == Some(area.id));
    let of_kind = |kinds: &[AreaKind]| -> Vec<(String, String, bool)> {
        let areas = rollout.areas.iter().filter(|one| one.parent.is_some() && kinds.contains(&one.kind));
        areas.map(area).collect()
    };
    let groups = [
        ("Ortsteile", of_kind(&[AreaKind::District, AreaKind::Municipality])),
        ("Gewerbegebiete", of_kind(&[AreaKind::CommercialArea])),
        ("Ausbaugebiete", of_kind(&[AreaKind::BuildArea])),
    ];
    let groups = groups
        .into_iter()
        .filter(|(_, options)| !options.is_empty())
        .map(|(label, options)| element("optgroup", &[("label", label)], options.iter().map(option)));
    let all_areas = option(&(String::new(), "alle Gebiete".to_owned(), filter.area.is_none()));
    let areas = select(AREA, "Gebiet", [all_areas].into_iter().chain(groups));
    let strands = Strand::ALL
        .map(|one| (word(one).to_owned(), timeline_words::strand(one).to_owned(), filter.strand == Some(one)));
    let all_strands = option(&(String::new(), "alle Bereiche".to_owned(), filter.strand.is_none()));
    let strands = select(STRAND, "Bereich", [all_strands].into_iter().chain(strands.iter().map(option)));
    let button = element("button", &[("type", "submit")], [text("Anzeigen")]);
    let reset = (filter != Filter::default())
        .then(|| element("a", &[("class", "act"), ("href", ADDRESS)], [text("Alles zeigen")]));
    let inside = [areas, strands, button].into_iter().chain(reset);
    element("form", &[("class", "filter"), ("method", "get"), ("action", ADDRESS), ("role", "search")], inside)
}

fn option((value, name, chosen): &(String, String, bool)) -> Markup {
    let chosen = chosen.then_some(("selected", ""));
    let attributes: Vec<_> = [("value", value.as_str())].into_iter().chain(chosen).collect();
    element("option", &attributes, [text(name)])
}

fn select(name: &'static str, label: &str, options: impl IntoIterator<Item = Markup>) -> Markup {
    let label = element("label", &[("for", name)], [text(label)]);
    element("div", &[], [label, element("select", &[("id", name), ("name", name)], options)])
}

fn section(id: &str, title: &str, nothing: &str, entries: &[Entry], rollout: &Rollout, today: Date) -> Markup {
    let title_id = format!("{id}-titel");
    let heading = element("h2", &[("id", &title_id)], [text(title)]);
    let body = match entries {
        [] => element("p", &[("class", "sub")], [text(nothing)]),
        entries => list(entries, rollout, today),
    };
    element("section", &[("class", "sec"), ("id", id), ("aria-labelledby", &title_id)], [heading, body])
}

/// The entries one below the other, each with its day, its areas and its source.
pub fn list(entries: &[Entry], rollout: &Rollout, today: Date) -> Markup {
    element("ol", &[("class", "tl")], entries.iter().map(|entry| item(entry, rollout, today)))
}

fn item(entry: &Entry, rollout: &Rollout, today: Date) -> Markup {
    let when = entry.when.to_string();
    let machine = when.split('/').next().unwrap_or_default();
    let time = element("time", &[("datetime", machine)], [text(&timeline_words::when(entry, today))]);
    let strands: Vec<&str> = entry.strands.iter().map(|strand| timeline_words::strand(*strand)).collect();
    let strands = element("span", &[("class", "t")], [text(&strands.join(", "))]);
    let sentence = text(&timeline_words::sentence(entry, today));
    let source = element("span", &[("class", "src")], [text(&format!("Quelle: {}", entry.source.name))]);
    // The space parts the words where no style sheet does.
    let areas = areas(entry, rollout).map(|areas| all([text(" "), areas]));
    let inside = [Some(time), Some(strands), Some(sentence), areas, Some(source)];
    // An attribute without a value stands there by its name alone, and a class must have one.
    let class: &[(&'static str, &str)] = if entry.is_ahead(today) { &[("class", "nx")] } else { &[] };
    element("li", class, inside.into_iter().flatten())
}

/// Which areas it is about: each with a link to its page, a campaign by its name, or how many.
fn areas(entry: &Entry, rollout: &Rollout) -> Option<Markup> {
    if entry.areas.is_empty() {
        return None;
    }
    let inside = if entry.areas.len() <= NAMED {
        let known: Vec<&Area> = entry.areas.iter().filter_map(|id| rollout.areas.get(*id)).collect();
        let link = |area: &&Area| element("a", &[("href", &format!("/gebiet/{}", area.slug))], [text(&area.name)]);
        let mut parts: Vec<Markup> = Vec::new();
        for (place, area) in known.iter().enumerate() {
            let between = match place {
                0 => "",
                place if place + 1 == known.len() => " und ",
                _ => ", ",
            };
            parts.extend([text(between), link(area)]);
        }
        all(parts)
    } else if rollout.campaigns.iter().any(|campaign| campaign.areas == entry.areas) {
        text(&area_names(&entry.areas, rollout))
    } else {
        text(&number::counted(
            u32::try_from(entry.areas.len()).unwrap_or(u32::MAX),
            words::MIXED.one,
            words::MIXED.many,
        ))
    };
    Some(element("span", &[("class", "ar")], [inside]))
}
