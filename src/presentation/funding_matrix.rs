//! The matrix of the workspace: applications by milestones, a row for each leg.

use jiff::civil::Date;

use super::{
    date, funding_words as words,
    markup::{Markup, all, element, text},
    money::euros,
    number, record_fields,
    table::dash,
};
use crate::domain::{
    funding::{Cell, Funding, Leg, LegState, MilestoneKind, MilestoneState, Part},
    when::When,
};

/// The columns of milestones.
const COLUMNS: [(&str, &[MilestoneKind]); 8] = [
    (
        "Markt\u{ad}erkundung",
        &[MilestoneKind::IndustryDialogue, MilestoneKind::MarketSurveyOpened, MilestoneKind::MarketSurveyClosed],
    ),
    ("Antrag", &[MilestoneKind::Submitted]),
    ("Bescheid vorläufig", &[MilestoneKind::PreliminaryGrant]),
    ("Auswahl\u{ad}verfahren", &[MilestoneKind::TenderOpened, MilestoneKind::TenderAwarded]),
    ("Bescheid endgültig", &[MilestoneKind::FinalGrant]),
    ("Bau und Mittelabruf", &[MilestoneKind::ConstructionStart, MilestoneKind::Drawdown]),
    ("Verwendungs\u{ad}nachweis", &[MilestoneKind::ProofOfUse]),
    ("Zweck\u{ad}bindung", &[MilestoneKind::EarmarkEnd]),
];

/// What the signs mean, in the order of the legend.
const LEGEND: [MilestoneState; 6] = [
    MilestoneState::Done,
    MilestoneState::Running,
    MilestoneState::Due,
    MilestoneState::Rejected,
    MilestoneState::Open,
    MilestoneState::Dropped,
];

/// The matrix in its own box, with its legend.
pub fn matrix(all_of_them: &[Funding], today: Date) -> Markup {
    let caption = element("caption", &[("class", "hidden")], [text("Förderanträge nach Teilen und Meilensteinen")]);
    let head = element("thead", &[], [head()]);
    let bodies = all_of_them.iter().map(|funding| body(funding, today));
    let table = element("table", &[("class", "matrix")], [caption, head].into_iter().chain(bodies));
    let label = "Förderanträge nach Teilen und Meilensteinen";
    let inside =
        element("div", &[("class", "tw"), ("tabindex", "0"), ("role", "region"), ("aria-label", label)], [table]);
    all([legend(), inside])
}

/// What the signs mean: each with its word.
fn legend() -> Markup {
    let entry =
        |state: &MilestoneState| element("li", &[("data-m", look(*state))], [text(words::milestone_state(*state))]);
    let unknown = element("li", &[], [text(&dash()), text(" nichts erfasst")]);
    element("ul", &[("class", "legend")], LEGEND.iter().map(entry).chain([unknown]))
}

fn head() -> Markup {
    let column =
        |(name, class): (&str, &'static str)| element("th", &[("scope", "col"), ("class", class)], [text(name)]);
    let first = [("Teil", ""), ("Betrag", "num"), ("Anteil", "num"), ("Stand", ""), ("Nächste Frist", "")];
    let milestones = COLUMNS.iter().map(|(name, _)| (*name, "mid"));
    element("tr", &[], first.into_iter().chain(milestones).map(column))
}

fn body(funding: &Funding, today: Date) -> Markup {
    let rows = Part::ALL.map(|part| row(funding, part, today));
    element("tbody", &[], [group(funding, today)].into_iter().chain(rows))
}

/// The application itself: its name, what it is, what stands out.
fn group(funding: &Funding, today: Date) -> Markup {
    let application = &funding.application;
    let address = format!("/arbeit/foerderung/{}", application.slug);
    let link = element("a", &[("href", &address)], [text(&application.title)]);
    let about = [
        application.applicant.clone(),
        application.model.map(|model| words::model(model).to_owned()),
        Some(
            application
                .total
                .map_or_else(|| "Gesamtkosten nicht bekannt".to_owned(), |sum| format!("Gesamt {}", euros(sum))),
        ),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let about = element("span", &[("class", "soft")], [text(" · "), text(&about)]);
    let columns = (5 + COLUMNS.len()).to_string();
    let cell = [link, about].into_iter().chain(tags(funding, today));
    element("tr", &[("class", "group")], [element("th", &[("scope", "rowgroup"), ("colspan", &columns)], cell)])
}

/// What stands out about an application.
pub fn tags(funding: &Funding, today: Date) -> Vec<Markup> {
    let tag = |words: &str| all([text(" "), element("span", &[("class", "tag")], [text(words)])]);
    funding.warnings(today).iter().map(|warning| tag(&words::warning(warning))).collect()
}

fn row(funding: &Funding, part: Part, today: Date) -> Markup {
    let leg = funding.leg(part);
    let number = |words: String| element("td", &[("class", "num")], [text(&words)]);
    let state = leg.map_or_else(dash, |leg| words::leg_state(leg.state(), part).to_owned());
    let look = leg.map_or("", |leg| state_look(leg.state()));
    let cells = [
        element("th", &[("scope", "row")], [text(words::part(part))]),
        number(amount(funding, part).map_or_else(dash, euros)),
        number(leg.and_then(|leg| leg.fields().share).map_or_else(dash, number::share)),
        element("td", &[("data-m", look)], [text(&state)]),
        next(funding, part, today),
    ];
    let milestones = COLUMNS.iter().map(|(_, kinds)| milestone(funding.column(kinds, part, today), today));
    element("tr", &[], cells.into_iter().chain(milestones))
}

/// The amount that counts for a leg now: what is granted or may be; the own contribution as it stands now.
fn amount(funding: &Funding, part: Part) -> Option<crate::domain::money::Cents> {
    match part {
        Part::Own => funding.own_now(),
        _ => funding.leg(part).filter(|leg| !leg.state().is_closed())?.expected(funding.application.total),
    }
}

/// How a leg's state looks: the same signs as the milestones'.
pub const fn state_look(state: LegState) -> &'static str {
    match state {
        LegState::PreliminaryGrant | LegState::FinalGrant | LegState::Budgeted => "done",
        LegState::Submitted | LegState::Draft => "running",
        LegState::SupplementAsked => "due",
        LegState::Rejected => "rejected",
        LegState::NotRequested => "open",
        LegState::Withdrawn | LegState::NotEligible | LegState::Dropped => "dropped",
    }
}

/// A milestone's look: the sign is drawn by the style sheet, the word stands beside it for who hears it.
pub const fn look(state: MilestoneState) -> &'static str {
    match state {
        MilestoneState::Done => "done",
        MilestoneState::Running => "running",
        MilestoneState::Due => "due",
        MilestoneState::Rejected => "rejected",
        MilestoneState::Open => "open",
        MilestoneState::Dropped => "dropped",
    }
}

fn next(funding: &Funding, part: Part, today: Date) -> Markup {
    let deadline = funding.open_deadlines().find(|deadline| deadline.part == part);
    let Some(deadline) = deadline else { return element("td", &[], [text(&dash())]) };
    let day = element("b", &[], [text(&date::short_digits(deadline.day, today))]);
    let left = words::days_left(deadline.days_left(today));
    let task = format!(" {}, {left}", words::task(deadline));
    element("td", &[], [day, element("span", &[("class", "soft")], [text(&task)])])
}

fn milestone(cell: Option<Cell>, today: Date) -> Markup {
    let Some((state, when)) = cell else { return element("td", &[("class", "mid")], [text(&dash())]) };
    let word = element("span", &[("class", "hidden")], [text(words::milestone_state(state)), text(" ")]);
    let when = when.map(|when| text(&short(when, today)));
    element("td", &[("class", "mid"), ("data-m", look(state))], [word].into_iter().chain(when))
}

/// "15.12.", "14.06.2022", "02/2024", "2025".
pub fn short(when: When, today: Date) -> String {
    match when {
        When::Day(day) => date::short_digits(day, today),
        When::Month(year, month) => format!("{month:02}/{year}"),
        When::Years(..) => record_fields::when(when),
    }
}

/// The amounts that one row of the table of money shows: requested, preliminary, final, paid.
pub fn amounts(leg: Option<&Leg>, funding: &Funding) -> [String; 4] {
    let Some(leg) = leg else { return [dash(), dash(), dash(), dash()] };
    let fields = leg.fields();
    let requested = leg.requested(funding.application.total);
    [requested, fields.preliminary, fields.finally, fields.paid].map(|amount| amount.map_or_else(dash, euros))
}
