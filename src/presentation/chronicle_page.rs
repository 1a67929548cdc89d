//! /verlauf: what happened and what comes in the whole rollout, filtered by area and strand. Complete without a program:
//! the filters are a form that asks for another address.

use jiff::civil::Date;

use super::{
    agreement_forms::area_names,
    chronicle_words as words,
    crumbs::crumbs,
    figure_links,
    lang::Lang,
    markup::{Markup, all, element, in_german, said, text},
    query::Query,
    source_note,
    strand::ReadPage,
    timeline_words,
};
use crate::domain::{
    area::{Area, AreaKind},
    remark::{Part, Place},
    rollout::Rollout,
    timeline::{Entry, Filter, Happening, Parted, Strand, parted},
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
pub fn page(query: &Query, rollout: &Rollout, today: Date, lang: Lang) -> Option<ReadPage> {
    let mut filter = Filter::default();
    if let Some(slug) = query.get(AREA) {
        filter.area = Some(rollout.areas.by_slug(slug)?.id);
    }
    if let Some(word) = query.get(STRAND) {
        filter.strand = Some(strand(word)?);
    }
    let town = rollout.municipality().map_or("", |area| area.name.as_str());
    let shown = parted(rollout.chronicle(), filter, today);
    let count = |entries: &[Entry]| u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let (past, ahead) = (count(&shown.past), count(&shown.ahead));
    let area = filter.area.and_then(|id| rollout.areas.get(id)).map(|area| area.name.as_str());
    let title = words::title(past, ahead, area, filter.strand, lang);
    let lead = words::lead(past, ahead, area, filter.strand, lang);
    Some(ReadPage {
        title: format!("{title} Faserstand {town}").trim_end().to_owned(),
        description: words::description(lang).to_owned(),
        sample: false,
        main: markup(rollout, filter, shown, &lead, today, lang),
    })
}

/// `rollout` is as known on `today`.
fn markup(rollout: &Rollout, filter: Filter, shown: Parted, lead: &str, today: Date, lang: Lang) -> Markup {
    let area = filter.area.and_then(|id| rollout.areas.get(id));
    let Parted { past, ahead } = shown;
    let timeline = Place { part: Part::Timeline, slug: None };
    let hero = element(
        "section",
        &[("class", "hero"), ("aria-labelledby", "satz")],
        [
            element("h1", &[("id", "satz")], [text(words::heading(lang))]),
            element("p", &[("class", "lead")], [text(lead)]),
            element("p", &[("class", "src")], [figure_links::question(&timeline, lang)]),
        ],
    );
    let list = |entries: &[Entry]| (!entries.is_empty()).then(|| list(entries, rollout, today, lang));
    let ahead = section("kommt", words::ahead(lang), list(&ahead));
    let past = section("geschah", words::past(lang), list(&past));
    let over = area.filter(|area| area.parent.is_some());
    let over: Vec<_> = over.map(|area| (format!("/gebiet/{}", area.slug), text(&area.name))).into_iter().collect();
    let crumbs = crumbs(&over, words::name(lang), lang);
    element("main", &[("id", "inhalt"), ("class", "wrap")], [crumbs, hero, form(rollout, filter, lang), ahead, past])
}

/// The filters: two lists and a button.
fn form(rollout: &Rollout, filter: Filter, lang: Lang) -> Markup {
    let area = |area: &Area| (area.slug.to_string(), area.name.clone(), filter.area == Some(area.id));
    let of_kind = |kinds: &[AreaKind]| -> Vec<(String, String, bool)> {
        let areas = rollout.areas.iter().filter(|one| one.parent.is_some() && kinds.contains(&one.kind));
        areas.map(area).collect()
    };
    let groups = [
        (AreaKind::District, of_kind(&[AreaKind::District, AreaKind::Municipality])),
        (AreaKind::CommercialArea, of_kind(&[AreaKind::CommercialArea])),
        (AreaKind::BuildArea, of_kind(&[AreaKind::BuildArea])),
    ];
    let groups = groups.into_iter().filter(|(_, options)| !options.is_empty()).map(|(kind, options)| {
        element("optgroup", &[("label", words::group(kind, lang).as_str())], options.iter().map(option))
    });
    let (label, all) = words::area(lang);
    let all = option(&(String::new(), all.to_owned(), filter.area.is_none()));
    let areas = select(AREA, label, [all].into_iter().chain(groups));
    let (label, all) = words::strand(lang);
    let all = option(&(String::new(), all.to_owned(), filter.strand.is_none()));
    let strands = Strand::ALL
        .map(|one| (word(one).to_owned(), timeline_words::strand(one, lang).to_owned(), filter.strand == Some(one)));
    let strands = select(STRAND, label, [all].into_iter().chain(strands.iter().map(option)));
    let button = element("button", &[("type", "submit")], [text(words::show(lang))]);
    let address = lang.address(ADDRESS);
    let reset = (filter != Filter::default())
        .then(|| element("a", &[("class", "act"), ("href", address.as_str())], [text(words::show_all(lang))]));
    let inside = [areas, strands, button].into_iter().chain(reset);
    element("form", &[("class", "filter"), ("method", "get"), ("action", &address), ("role", "search")], inside)
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

fn section(id: &str, (title, nothing): (&str, &str), list: Option<Markup>) -> Markup {
    let title_id = format!("{id}-titel");
    let heading = element("h2", &[("id", &title_id)], [text(title)]);
    let body = list.unwrap_or_else(|| element("p", &[("class", "sub")], [text(nothing)]));
    element("section", &[("class", "sec"), ("id", id), ("aria-labelledby", &title_id)], [heading, body])
}

/// The entries one below the other, each with its day, its areas and its source.
pub fn list(entries: &[Entry], rollout: &Rollout, today: Date, lang: Lang) -> Markup {
    element("ol", &[("class", "tl")], entries.iter().map(|entry| item(entry, rollout, today, lang)))
}

fn item(entry: &Entry, rollout: &Rollout, today: Date, lang: Lang) -> Markup {
    let when = entry.when.to_string();
    let machine = when.split('/').next().unwrap_or_default();
    let time = element("time", &[("datetime", machine)], [text(&timeline_words::when(entry, today, lang))]);
    let strands: Vec<&str> = entry.strands.iter().map(|strand| timeline_words::strand(*strand, lang)).collect();
    let strands = element("span", &[("class", "t")], [text(&strands.join(", "))]);
    let sentence = said(&timeline_words::sentence(entry, today, lang));
    let source = element("span", &[("class", "src")], [source_note::named(&entry.source.name, lang)]);
    // The space parts the words where no style sheet does.
    let areas = areas(entry, rollout, lang).map(|areas| all([text(" "), areas]));
    let inside = [Some(time), Some(strands), Some(sentence), areas, Some(source)];
    // An attribute without a value stands there by its name alone, and a class must have one.
    let class: &[(&'static str, &str)] = if entry.is_ahead(today) { &[("class", "nx")] } else { &[] };
    element("li", class, inside.into_iter().flatten())
}

/// Which areas it is about: each with a link to its page, a campaign by its name, or how many.
fn areas(entry: &Entry, rollout: &Rollout, lang: Lang) -> Option<Markup> {
    if entry.areas.is_empty() {
        return None;
    }
    let inside = if entry.areas.len() <= NAMED {
        let known: Vec<&Area> = entry.areas.iter().filter_map(|id| rollout.areas.get(*id)).collect();
        let address = |area: &Area| lang.address(&format!("/gebiet/{}", area.slug));
        let link = |area: &Area| element("a", &[("href", &address(area))], [text(&area.name)]);
        let mut parts: Vec<Markup> = Vec::new();
        for (place, area) in known.iter().enumerate() {
            let between = match place {
                0 => "",
                place if place + 1 == known.len() => lang.pick(" und ", " and ", " et "),
                _ => ", ",
            };
            parts.extend([text(between), link(area)]);
        }
        all(parts)
    } else if matches!(entry.what, Happening::Opened { .. }) {
        // The sentence has named the campaign.
        return None;
    } else if rollout.campaigns.iter().any(|campaign| campaign.areas == entry.areas) {
        in_german(&area_names(&entry.areas, rollout), lang)
    } else {
        text(&words::areas(u32::try_from(entry.areas.len()).unwrap_or(u32::MAX), lang))
    };
    Some(element("span", &[("class", "ar")], [inside]))
}
