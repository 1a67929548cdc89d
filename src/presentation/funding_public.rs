//! Förderung for the public: how many applications there are, and one plain sentence for each. Amounts stand there only
//! where the editor lets the public see them.

use jiff::civil::Date;

use super::{
    chronicle_page,
    crumbs::crumbs,
    date, funding_public_words as words, funding_sentences as sentences,
    lang::Lang,
    markup::{Markup, all, element, in_german, text},
    money::euros,
    number, remark_words, source_note,
    strand::ReadPage,
    tile::{self, Tile},
};
use crate::domain::{
    area::Slug,
    funding::{Funding, Leg, Remark, Sums},
    remark::{Part, Place},
    rollout::Rollout,
    timeline::{Entry, Filter, Strand, parted},
};

/// Where the page is.
pub const ADDRESS: &str = "/foerderung";

/// The page: the rollout as known on its day.
pub fn page(rollout: &Rollout, today: Date, lang: Lang) -> ReadPage {
    let town = rollout.municipality().map_or("", |area| area.name.as_str());
    let fundings = Funding::all(rollout);
    ReadPage {
        title: format!("{} Faserstand {town}", words::title(counts(&fundings), granted(&fundings), lang))
            .trim_end()
            .to_owned(),
        description: words::description(town, lang),
        sample: false,
        main: main(&fundings, rollout, today, lang),
    }
}

fn main(fundings: &[Funding], rollout: &Rollout, today: Date, lang: Lang) -> Markup {
    let heading = element("h1", &[("id", "satz")], [text(words::name(lang))]);
    let lead = element("p", &[("class", "lead")], [text(&counters(fundings, lang))]);
    let as_of = element("p", &[("class", "src")], [text(&words::as_of(&date::long(today, lang), lang))]);
    let hero = element("section", &[("class", "hero"), ("aria-labelledby", "satz")], [heading, lead, as_of]);
    let each = fundings.iter().map(|funding| one(funding, rollout, lang));
    let list = element("div", &[("class", "sec")], each);
    let told = told(rollout, today, lang);
    let crumbs = crumbs(&[], words::name(lang), lang);
    let parts = [crumbs, hero, list].into_iter().chain(told).chain([explained(lang)]);
    element("main", &[("id", "inhalt"), ("class", "wrap")], parts)
}

/// What was told of funding day by day, what comes first; nothing where there is nothing.
fn told(rollout: &Rollout, today: Date, lang: Lang) -> Option<Markup> {
    let entries = parted(rollout.chronicle(), Filter { strand: Some(Strand::Funding), area: None }, today);
    let entries: Vec<Entry> = entries.ahead.into_iter().chain(entries.past).collect();
    let heading = element("h2", &[("id", "verlauf")], [text(words::told(lang))]);
    let list = chronicle_page::list(&entries, rollout, today, lang);
    (!entries.is_empty())
        .then(|| element("section", &[("class", "sec"), ("aria-labelledby", "verlauf")], [heading, list]))
}

/// The counter on the start page: of so many applications so many are granted by Bund or Land.
pub fn tile(rollout: &Rollout, lang: Lang) -> Option<Tile> {
    let fundings = Funding::all(rollout);
    let newest = fundings.last()?;
    let (applied, granted) = (counts(&fundings).applied, granted(&fundings));
    Some(Tile {
        title: words::name(lang).to_owned(),
        figure: if applied == 0 { "–".to_owned() } else { number::count(granted, lang) },
        of: if applied == 0 { String::new() } else { tile::of(applied, lang) },
        what: words::counted(applied, lang).to_owned(),
        segments: (applied > 0).then_some((granted, applied)),
        sentence: counters(&fundings, lang),
        source: tile::source(&newest.application.source.name, lang),
        links: vec![(lang.address(ADDRESS), words::all(lang).to_owned())],
    })
}

/// "Für 2 Vorhaben ist Förderung beantragt. Der Bund hat bei einem bewilligt, das Land bei keinem."
pub fn counters(fundings: &[Funding], lang: Lang) -> String {
    words::counters(counts(fundings), lang)
}

fn counts(fundings: &[Funding]) -> words::Counts {
    let applied = fundings.iter().filter(|funding| funding.is_applied_for()).count();
    let sums = Sums::of(fundings);
    words::Counts {
        applied: count(applied),
        rest: count(fundings.len() - applied),
        federal: count(sums.federal_grants),
        state: count(sums.state_grants),
    }
}

/// So many have a grant, of Bund or Land.
fn granted(fundings: &[Funding]) -> u32 {
    let is_granted = |funding: &&Funding| funding.grants().any(|leg| leg.state().is_granted());
    count(fundings.iter().filter(is_granted).count())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn one(funding: &Funding, rollout: &Rollout, lang: Lang) -> Markup {
    let application = &funding.application;
    let id = application.slug.to_string();
    let heading = element("h2", &[("id", &id)], [in_german(&application.title, lang)]);
    let sentence = element("p", &[], [text(&sentences::public(funding, lang))]);
    let remark = funding.remark(rollout).map(|held| element("ul", &[("class", "ticks")], [remark(&held, lang)]));
    let (amounts, about, source) = (amounts(funding, lang), about(funding, rollout, lang), source(funding, lang));
    let parts = [Some(heading), Some(sentence), amounts, about, remark, Some(source)];
    element("section", &[("class", "item"), ("aria-labelledby", &id)], parts.into_iter().flatten())
}

/// The amounts, where the editor lets the public see them.
fn amounts(funding: &Funding, lang: Lang) -> Option<Markup> {
    if !funding.application.amounts_public {
        return None;
    }
    // A grant of an unknown amount is not nothing, nor is the rest the whole.
    let granted = funding.grants().filter(|leg| leg.state().is_granted());
    let granted: Option<Vec<_>> = granted.map(Leg::granted_amount).collect();
    let granted = granted.filter(|amounts| !amounts.is_empty()).map(|amounts| amounts.into_iter().collect());
    let sums = words::amounts(lang).into_iter().zip([funding.application.total, granted, funding.own_now()]);
    let row = |(name, amount): (&str, Option<_>)| {
        let amount = element("dd", &[], [element("b", &[], [text(&euros(amount?, lang))])]);
        Some(element("div", &[], [element("dt", &[], [text(name)]), amount]))
    };
    let rows: Vec<Markup> = sums.filter_map(row).collect();
    (!rows.is_empty()).then(|| element("dl", &[("class", "facts")], rows))
}

/// Who applies, and for which areas.
fn about(funding: &Funding, rollout: &Rollout, lang: Lang) -> Option<Markup> {
    let applicant = funding.application.applicant.as_ref();
    let applicant = applicant.map(|name| text(&format!("{}{name}", words::applicant(lang))));
    let areas: Vec<Markup> = funding.application.areas.iter().filter_map(|slug| area(slug, rollout, lang)).collect();
    let between = areas.into_iter().enumerate().map(|(place, area)| match place {
        0 => all([text(words::covers(lang)), area]),
        _ => all([text(", "), area]),
    });
    let between: Vec<Markup> = between.collect();
    let areas = (!between.is_empty()).then(|| all(between));
    let dot = (applicant.is_some() && areas.is_some()).then(|| text(" · "));
    let parts: Vec<Markup> = [applicant, dot, areas].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| element("p", &[("class", "src")], parts))
}

fn area(slug: &Slug, rollout: &Rollout, lang: Lang) -> Option<Markup> {
    let area = rollout.areas.by_slug(slug.as_str())?;
    Some(element("a", &[("href", &lang.address(&format!("/gebiet/{slug}")))], [text(&area.name)]))
}

fn remark(remark: &Remark, lang: Lang) -> Markup {
    let (day, source) = (date::long(remark.known_on, lang), lang.pick("Quelle: ", "source: ", "source\u{a0}: "));
    let named = [text(&format!(" ({day}, {source}")), in_german(&remark.source, lang), text(")")];
    let source = element("span", &[("class", "src")], named);
    element("li", &[], [in_german(&remark.text, lang), source])
}

/// Who says so, and where one can say that it is wrong.
fn source(funding: &Funding, lang: Lang) -> Markup {
    let application = &funding.application;
    let place = Place { part: Part::Funding, slug: Some(application.slug.clone()) };
    let question = remark_words::question(lang);
    // Several such links stand on the page: each is named by its words and by its heading, which keeps its language.
    let id = format!("frage-{}", application.slug);
    let named_by = format!("{id} {}", application.slug);
    let address = lang.address(&remark_words::address(&place));
    let question = element("a", &[("href", &address), ("id", &id), ("aria-labelledby", &named_by)], [text(question)]);
    let source = source_note::named(&application.source.name, lang);
    element("p", &[("class", "src")], [source, text(". "), question])
}

/// What the words mean.
fn explained(lang: Lang) -> Markup {
    let (heading, paragraphs) = words::explained(lang);
    let heading = element("h2", &[], [text(heading)]);
    let paragraphs = paragraphs.map(|words| element("p", &[], [text(words)]));
    element("div", &[("class", "sec plainly")], [heading].into_iter().chain(paragraphs))
}

/// The applications that cover an area, for its page; nothing where there are none.
pub fn of_area(rollout: &Rollout, area: &Slug, lang: Lang) -> Option<Markup> {
    let fundings = Funding::all(rollout);
    let covering: Vec<&Funding> = fundings.iter().filter(|funding| funding.application.covers_area(area)).collect();
    let item = |funding: &&Funding| {
        let address = lang.address(&format!("{ADDRESS}#{}", funding.application.slug));
        let link = element("a", &[("href", &address)], [in_german(&funding.application.title, lang)]);
        let colon = text(lang.pick(": ", ": ", "\u{a0}: "));
        element("li", &[], [link, colon, text(&sentences::public(funding, lang))])
    };
    let heading = element("h2", &[("id", "fo-h")], [text(words::name(lang))]);
    let list = element("ul", &[("class", "ticks")], covering.iter().map(item));
    (!covering.is_empty())
        .then(|| element("section", &[("class", "sec"), ("aria-labelledby", "fo-h")], [heading, list]))
}
