//! What the search of the workspace finds, in words, and its answer as markup (docs/decisions/011).

use jiff::civil::Date;

use super::{
    date, facility_words, funding_page, funding_sentences,
    lang::Lang,
    markup::{Markup, all, element, text},
    screen_view::ScreenView,
    situation_words,
    span::Span,
    words,
};
use crate::domain::{
    area::{Area, AreaTree},
    decision::Decision,
    desk::Desk,
    facility::{inventory::Facility, plan::Strand},
    funding::Funding,
    operator::Operator,
    search::{Findable, search},
    subject::Subject,
};

/// Where the areas are.
const AREAS: &str = "/arbeit/gebiete";
/// Where agreements and decisions are.
const AGREEMENTS: &str = "/arbeit/vereinbarungen";

/// Everything that can be found by who this desk is for.
pub fn everything(desk: &Desk) -> Vec<Findable> {
    let rollout = &desk.rollout;
    let areas = rollout.areas.iter().filter_map(|one| area(one, desk));
    let operators = rollout.operators.iter().filter_map(|one| operator(one, desk));
    let facilities = desk.facilities.iter().map(|one| facility(one, &rollout.areas));
    let fundings = desk.fundings.iter().map(|one| funding(one, desk.status.today));
    areas.chain(operators).chain(rollout.decisions().map(decision)).chain(facilities).chain(fundings).collect()
}

/// An application for funding: how it stands, what it costs the town, what is next.
fn funding(funding: &Funding, today: Date) -> Findable {
    let spans = funding_sentences::situation(std::slice::from_ref(funding), today);
    let said: Vec<&str> = spans.iter().map(Span::text).collect();
    let title = &funding.application.title;
    Findable {
        name: title.clone(),
        also: funding_page::search_texts(funding),
        kind: "Förderantrag".to_owned(),
        sentence: format!("{title}: {} {}", funding_sentences::public(funding, Lang::De), said.join(" ")),
        address: format!("{}/{}", funding_page::ADDRESS, funding.application.slug),
    }
}

/// The answer to what was typed: the hits as options of a list, each with its sentence and its address.
pub fn answer(all_there_is: &[Findable], typed: &str) -> ScreenView {
    let options = search(all_there_is, typed).into_iter().enumerate().map(option);
    ScreenView { change: 0, title: typed.to_owned(), page: all(options) }
}

fn option((place, hit): (usize, &Findable)) -> Markup {
    let id = format!("treffer-{place}");
    let own = [("id", id.as_str()), ("role", "option"), ("aria-selected", "false")];
    let told = [("data-to", hit.address.as_str()), ("data-says", hit.sentence.as_str())];
    let attributes: Vec<_> = own.into_iter().chain(told).collect();
    let kind = element("small", &[], [text(&hit.kind)]);
    element("li", &attributes, [element("b", &[], [text(&hit.name)]), text(" "), kind])
}

/// An area with its state of the day, or without one where it takes no part. The ranking of the table is not theirs here:
/// equally good hits come in the order of the areas.
fn area(area: &Area, desk: &Desk) -> Option<Findable> {
    let found = desk
        .status
        .campaigns
        .iter()
        .find_map(|campaign| Some((campaign, campaign.areas.iter().find(|status| status.id == area.id)?)));
    let kind = words::area(area.kind, Lang::De).one;
    let (kind, sentence) = match found {
        Some((campaign, status)) => {
            let state = words::look(status.state(campaign.campaign.target), Lang::De).word;
            (format!("{kind} · {state}"), situation_words::of_area(status, campaign, &desk.gains, desk.status.today))
        }
        // An area beyond the scope is not found, nor is the town, which is not one of its areas.
        None if !desk.whole || area.parent.is_none() => return None,
        None => (kind.to_owned(), format!("{} gehört zu keiner Kampagne.", area.name)),
    };
    let address = format!("{AREAS}/{}", area.slug);
    Some(Findable { name: area.name.clone(), also: Vec::new(), kind, sentence, address })
}

/// An operator or partner with their campaigns and agreements, as far as they are about the desk's areas.
fn operator(operator: &Operator, desk: &Desk) -> Option<Findable> {
    let campaigns = desk.status.campaigns.iter().filter(|status| status.campaign.operator == operator.id);
    let campaigns: Vec<&str> = campaigns.map(|status| status.campaign.name.as_str()).collect();
    let agreements = desk.agreements.iter().filter(|(agreement, _)| agreement.partner == operator.id);
    let agreements: Vec<String> = agreements
        .map(|(agreement, _)| {
            format!("{} ({})", words::agreement(agreement.kind, Lang::De), date::when(agreement.signed, Lang::De))
        })
        .collect();
    let mut sentence = Vec::new();
    if !campaigns.is_empty() {
        sentence.push(format!(
            "{} ist Netzbetreiber der Kampagne {}.",
            operator.name,
            words::list(&campaigns, Lang::De)
        ));
    }
    if !agreements.is_empty() {
        sentence.push(format!("Mit {} vereinbart: {}.", operator.name, words::list(&agreements, Lang::De)));
    }
    if sentence.is_empty() {
        if !desk.whole {
            return None;
        }
        sentence.push(format!("Zu {} ist keine Kampagne und keine Vereinbarung erfasst.", operator.name));
    }
    Some(Findable {
        name: operator.name.clone(),
        also: campaigns.into_iter().map(str::to_owned).collect(),
        kind: "Netzbetreiber oder Partner".to_owned(),
        sentence: sentence.join(" "),
        address: if agreements.is_empty() { AREAS } else { AGREEMENTS }.to_owned(),
    })
}

/// A facility with its line and its gap.
fn facility(facility: &Facility, areas: &AreaTree) -> Findable {
    let details = &facility.details;
    let name = details.name.clone();
    let area = details.area.and_then(|id| areas.get(id)).map(|area| area.name.clone());
    let state = facility_words::some_state(facility.state(Strand::Line));
    let calculation = facility_words::calculation(facility).join(" ");
    Findable {
        sentence: format!("{name}: Leitung {state}. {calculation} Quelle: {}.", details.source.name),
        also: [area, details.directory_number.clone()]
            .into_iter()
            .flatten()
            .chain(details.school_types.clone())
            .collect(),
        kind: format!("{} · {state}", facility_words::kind(details.kind, Lang::De).0),
        address: format!("/arbeit/{}", Subject::Facility(facility.slug.clone())),
        name,
    }
}

fn decision(decision: &Decision) -> Findable {
    let Decision { day, body, text, document, source, .. } = decision;
    let number = document.as_ref().map_or_else(String::new, |document| format!(" Drucksache {document}."));
    let text = text.trim_end_matches('.');
    Findable {
        name: format!("{body}, {}", date::digits(*day)),
        also: [Some("Beschluss".to_owned()), document.clone(), Some(text.to_owned())].into_iter().flatten().collect(),
        kind: "Beschluss".to_owned(),
        sentence: format!("{body} am {}: {text}.{number} Quelle: {}.", date::long(*day, Lang::De), source.name),
        address: AGREEMENTS.to_owned(),
    }
}
