//! Förderung for the public: how many applications there are, and one plain sentence for each. Amounts stand there only
//! where the editor lets the public see them.

use jiff::civil::Date;

use super::{
    chronicle_page, date, funding_sentences as sentences,
    markup::{Markup, all, element, text},
    money::euros,
    number, remark_words,
    strand::ReadPage,
    tile::Tile,
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
pub fn page(rollout: &Rollout, today: Date) -> ReadPage {
    let town = rollout.municipality().map_or_else(String::new, |area| format!(" in {}", area.name));
    ReadPage {
        title: format!("Förderung des Glasfaserausbaus{town}"),
        description: format!("Förderanträge zum Glasfaserausbau{town}: wie viele es gibt und wie sie stehen."),
        sample: false,
        main: main(rollout, today),
    }
}

fn main(rollout: &Rollout, today: Date) -> Markup {
    let fundings = Funding::all(rollout);
    let here = element("li", &[("aria-current", "page")], [text("Förderung")]);
    let crumbs = element("ol", &[], [element("li", &[], [element("a", &[("href", "/")], [text("Übersicht")])]), here]);
    let crumbs = element("nav", &[("class", "crumbs"), ("aria-label", "Wo Sie sind")], [crumbs]);
    let heading = element("h1", &[("id", "satz")], [text("Förderung")]);
    let lead = element("p", &[("class", "lead")], [text(&counters(&fundings))]);
    let as_of = element("p", &[("class", "src")], [text(&format!("Stand: {}.", date::long(today)))]);
    let hero = element("section", &[("class", "hero"), ("aria-labelledby", "satz")], [heading, lead, as_of]);
    let each = fundings.iter().map(|funding| one(funding, rollout));
    let list = element("div", &[("class", "sec")], each);
    let told = told(rollout, today);
    let parts = [crumbs, hero, list].into_iter().chain(told).chain([explained()]);
    element("main", &[("id", "inhalt"), ("class", "wrap")], parts)
}

/// What was told of funding day by day, what comes first; nothing where there is nothing.
fn told(rollout: &Rollout, today: Date) -> Option<Markup> {
    let entries = parted(rollout.chronicle(), Filter { strand: Some(Strand::Funding), area: None }, today);
    let entries: Vec<Entry> = entries.ahead.into_iter().chain(entries.past).collect();
    let heading = element("h2", &[("id", "verlauf")], [text("Was zur Förderung bekannt wurde")]);
    let list = chronicle_page::list(&entries, rollout, today);
    (!entries.is_empty())
        .then(|| element("section", &[("class", "sec"), ("aria-labelledby", "verlauf")], [heading, list]))
}

/// The counter on the start page: of so many applications so many are granted by Bund or Land.
pub fn tile(rollout: &Rollout) -> Option<Tile> {
    let fundings = Funding::all(rollout);
    let newest = fundings.last()?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let applied = count(fundings.iter().filter(|funding| funding.is_applied_for()).count());
    let is_granted = |funding: &&Funding| funding.grants().any(|leg| leg.state().is_granted());
    let granted = count(fundings.iter().filter(is_granted).count());
    let source = format!("Quelle: {}.", newest.application.source.name);
    Some(Tile {
        title: "Förderung".to_owned(),
        figure: if applied == 0 { "–".to_owned() } else { granted.to_string() },
        of: if applied == 0 { String::new() } else { format!(" von {applied}") },
        what: if applied == 0 { "Kein Antrag bekannt" } else { "Anträgen mit einer Bewilligung" }.to_owned(),
        segments: (applied > 0).then_some((granted, applied)),
        sentence: counters(&fundings),
        source,
        links: vec![(ADDRESS.to_owned(), "Alle Anträge".to_owned())],
    })
}

/// "Für 2 Vorhaben ist Förderung beantragt. Der Bund hat bei 1 bewilligt, das Land bei keinem."
pub fn counters(fundings: &[Funding]) -> String {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let of = |number: usize| if number == 0 { "keinem".to_owned() } else { number::count(count(number)) };
    let applied = fundings.iter().filter(|funding| funding.is_applied_for()).count();
    let rest = fundings.len() - applied;
    let sums = Sums::of(fundings);
    let rest = match (applied, rest) {
        (_, 0) => String::new(),
        (0, 1) => "Für 1 Vorhaben ist kein Antrag bekannt.".to_owned(),
        (0, rest) => format!("Für {} Vorhaben ist kein Antrag bekannt.", number::count(count(rest))),
        (_, 1) => " Für 1 weiteres Vorhaben ist kein Antrag bekannt.".to_owned(),
        (_, rest) => format!(" Für {} weitere Vorhaben ist kein Antrag bekannt.", number::count(count(rest))),
    };
    match applied {
        0 if rest.is_empty() => "Zur Förderung ist noch nichts veröffentlicht.".to_owned(),
        0 => rest,
        _ => format!(
            "Für {} Vorhaben ist Förderung beantragt. Der Bund hat bei {} bewilligt, das Land bei {}.{rest}",
            number::count(count(applied)),
            of(sums.federal_grants),
            of(sums.state_grants)
        ),
    }
}

fn one(funding: &Funding, rollout: &Rollout) -> Markup {
    let application = &funding.application;
    let id = application.slug.to_string();
    let heading = element("h2", &[("id", &id)], [text(&application.title)]);
    let sentence = element("p", &[], [text(&sentences::public(funding))]);
    let remark = funding.remark(rollout).map(|held| element("ul", &[("class", "ticks")], [remark(&held)]));
    let parts =
        [Some(heading), Some(sentence), amounts(funding), about(funding, rollout), remark, Some(source(funding))];
    element("section", &[("class", "item"), ("aria-labelledby", &id)], parts.into_iter().flatten())
}

/// The amounts, where the editor lets the public see them.
fn amounts(funding: &Funding) -> Option<Markup> {
    if !funding.application.amounts_public {
        return None;
    }
    // A grant of an unknown amount is not nothing, nor is the rest the whole.
    let granted = funding.grants().filter(|leg| leg.state().is_granted());
    let granted: Option<Vec<_>> = granted.map(Leg::granted_amount).collect();
    let granted = granted.filter(|amounts| !amounts.is_empty()).map(|amounts| amounts.into_iter().collect());
    let sums = [
        ("Gesamtkosten", funding.application.total),
        ("Bewilligt von Bund und Land", granted),
        ("Eigenanteil nach heutigem Stand", funding.own_now()),
    ];
    let row = |(name, amount): (&str, Option<_>)| {
        let amount = element("dd", &[], [element("b", &[], [text(&euros(amount?))])]);
        Some(element("div", &[], [element("dt", &[], [text(name)]), amount]))
    };
    let rows: Vec<Markup> = sums.into_iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| element("dl", &[("class", "facts")], rows))
}

/// Who applies, and for which areas.
fn about(funding: &Funding, rollout: &Rollout) -> Option<Markup> {
    let applicant = funding.application.applicant.as_ref().map(|name| text(&format!("Antragsteller: {name}")));
    let areas: Vec<Markup> = funding.application.areas.iter().filter_map(|slug| area(slug, rollout)).collect();
    let between = areas.into_iter().enumerate().map(|(place, area)| match place {
        0 => all([text("Betrifft: "), area]),
        _ => all([text(", "), area]),
    });
    let between: Vec<Markup> = between.collect();
    let areas = (!between.is_empty()).then(|| all(between));
    let dot = (applicant.is_some() && areas.is_some()).then(|| text(" · "));
    let parts: Vec<Markup> = [applicant, dot, areas].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| element("p", &[("class", "src")], parts))
}

fn area(slug: &Slug, rollout: &Rollout) -> Option<Markup> {
    let area = rollout.areas.by_slug(slug.as_str())?;
    Some(element("a", &[("href", &format!("/gebiet/{slug}"))], [text(&area.name)]))
}

fn remark(remark: &Remark) -> Markup {
    let source = format!(" ({}, Quelle: {})", date::long(remark.known_on), remark.source);
    element("li", &[], [text(&remark.text), element("span", &[("class", "src")], [text(&source)])])
}

/// Who says so, and where one can say that it is wrong.
fn source(funding: &Funding) -> Markup {
    let application = &funding.application;
    let place = Place { part: Part::Funding, slug: Some(application.slug.clone()) };
    // Several such links stand on the page: each says which one it is about.
    let label = format!("{} {}", remark_words::QUESTION, application.title);
    let address = remark_words::address(&place);
    let question = element("a", &[("href", &address), ("aria-label", &label)], [text(remark_words::QUESTION)]);
    let source = text(&format!("Quelle: {}. ", application.source.name));
    element("p", &[("class", "src")], [source, question])
}

/// What the words mean.
fn explained() -> Markup {
    let say = |words: &str| element("p", &[], [text(words)]);
    element(
        "div",
        &[("class", "sec plainly")],
        [
            element("h2", &[], [text("Wer zahlt was")]),
            say(
                "Bund und Land entscheiden getrennt. Eine Bewilligung des Bundes bedeutet nicht, dass auch das Land bewilligt.",
            ),
            say("Vorläufig bewilligt heißt: Die Höhe steht erst nach der Ausschreibung endgültig fest."),
            say(
                "Beträge stehen hier nur, wenn die Stadt sie veröffentlicht hat. Fehlt ein Betrag, ist er nicht bekannt oder nicht öffentlich, nicht null.",
            ),
        ],
    )
}

/// The applications that cover an area, for its page; nothing where there are none.
pub fn of_area(rollout: &Rollout, area: &Slug) -> Option<Markup> {
    let fundings = Funding::all(rollout);
    let covering: Vec<&Funding> = fundings.iter().filter(|funding| funding.application.covers_area(area)).collect();
    let item = |funding: &&Funding| {
        let address = format!("{ADDRESS}#{}", funding.application.slug);
        let link = element("a", &[("href", &address)], [text(&funding.application.title)]);
        element("li", &[], [link, text(": "), text(&sentences::public(funding))])
    };
    let heading = element("h2", &[("id", "fo-h")], [text("Förderung")]);
    let list = element("ul", &[("class", "ticks")], covering.iter().map(item));
    (!covering.is_empty())
        .then(|| element("section", &[("class", "sec"), ("aria-labelledby", "fo-h")], [heading, list]))
}
