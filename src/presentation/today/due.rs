//! What is due, in words.

use jiff::civil::Date;

use crate::{
    domain::{
        agreement::Agreement,
        calendar::days_until,
        due::{Due, Duty, Lack, due},
        facility::{
            due::{FacilityDuty, due as facility_due},
            inventory::Facility,
        },
        funding::{Funding, FundingDeadline},
        remark::Waiting,
        status::{AreaStatus, CampaignStatus, TownStatus},
        subject::Subject,
    },
    presentation::{
        build_words, date, facility_words, funding_words,
        lang::Lang,
        number, remark_desk,
        today_view::{DueView, Urgency},
        town_words, words,
    },
};

/// So many areas are named; more are counted.
const NAMED: usize = 3;
/// Where numbers are entered.
const SHEET: &str = "/arbeit/zahlen";
/// Where agreements, measures and decisions are.
const AGREEMENTS: &str = "/arbeit/vereinbarungen";
/// Where the areas and their records are.
const AREAS: &str = "/arbeit/gebiete";

/// What is due, and how much of it is late.
pub fn views(
    status: &TownStatus,
    agreements: &[(Agreement, String)],
    waiting: Option<Waiting>,
    fundings: &[Funding],
    facilities: &[Facility],
) -> (Vec<DueView>, String) {
    let today = status.today;
    let of_campaigns = due(status, agreements, waiting, fundings);
    let of_facilities = facility_due(facilities, today);
    let mut dated: Vec<(Date, DueView)> = of_campaigns.iter().map(|due| (due.day, view(due, today))).collect();
    dated.extend(of_facilities.iter().map(|due| (due.day, shown(due.day, today, of_facility(&due.duty)))));
    dated.sort_by_key(|(day, _)| *day);
    let views: Vec<DueView> = dated.into_iter().map(|(_, view)| view).collect();
    let count = |urgency| views.iter().filter(|view| view.urgency == urgency).count();
    let (overdue, today) = (count(Urgency::Overdue), count(Urgency::Today));
    let note = match (views.len(), overdue, today) {
        (0, ..) => "Nichts ist fällig.".to_owned(),
        (_, 0, 0) => "nichts überfällig".to_owned(),
        (_, overdue, 0) => format!("{overdue} überfällig"),
        (_, 0, today) => format!("{today} heute"),
        (_, overdue, today) => format!("{overdue} überfällig · {today} heute"),
    };
    (views, note)
}

fn view(due: &Due<'_>, today: Date) -> DueView {
    let words = match &due.duty {
        Duty::Ask(lack, campaign, areas) => ask(*lack, campaign, areas),
        Duty::Deadline(campaign) => deadline(campaign),
        Duty::Result(campaign, areas) => result(campaign, areas),
        Duty::AgreementEnds(agreement, partner) => agreement_ends(agreement, partner),
        Duty::Funding(funding, deadline) => funding_ends(funding, deadline),
        Duty::Remarks(waiting) => remarks(*waiting),
    };
    shown(due.day, today, words)
}

fn shown(day: Date, today: Date, (title, detail, link): Words) -> DueView {
    let (urgency, mark) = match days_until(today, day) {
        ..0 => (Urgency::Overdue, "überfällig".to_owned()),
        0 => (Urgency::Today, "heute".to_owned()),
        1 => (Urgency::Ahead, "morgen".to_owned()),
        days => (Urgency::Ahead, format!("in {} Tagen", number::count(days.unsigned_abs(), Lang::De))),
    };
    DueView { day: date::weekday_digits(day, today), mark, urgency, title, detail, link }
}

fn of_facility(duty: &FacilityDuty<'_>) -> Words {
    match duty {
        FacilityDuty::Step(facility, step) => {
            let title = format!("Nächster Schritt: {}", facility.details.name);
            let state =
                format!("{} {}", facility_words::strand(step.strand), facility_words::state(step.state, Lang::De));
            let parts = [Some(state), step.responsible.clone(), step.note.clone()];
            let detail = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            (title, detail, Some(format!("/arbeit/{}", Subject::Facility(facility.slug.clone()))))
        }
        FacilityDuty::Measure(schools) => {
            let title = match schools.len() {
                1 => "1 Schule messen lassen".to_owned(),
                many => format!("{many} Schulen messen lassen"),
            };
            let names: Vec<&str> = schools.iter().map(|school| school.details.name.as_str()).collect();
            let detail = format!("{} · noch nie gemessen", named(&names));
            (title, detail, Some("/arbeit/einrichtungen?art=school&luecke=unbekannt".to_owned()))
        }
    }
}

type Words = (String, String, Option<String>);

fn ask(lack: Lack, campaign: &CampaignStatus, areas: &[&AreaStatus]) -> Words {
    let title = match (lack, areas.len()) {
        (Lack::Stale, 1) => "1 veraltete Zahl anfordern".to_owned(),
        (Lack::Stale, n) => format!("{n} veraltete Zahlen anfordern"),
        (Lack::NotReported, 1) => "1 nicht gemeldete Zahl nachfragen".to_owned(),
        (Lack::NotReported, n) => format!("{n} nicht gemeldete Zahlen nachfragen"),
        (Lack::Never, 1) => "1 erste Zahl anfordern".to_owned(),
        (Lack::Never, n) => format!("{n} erste Zahlen anfordern"),
    };
    let from = if campaign.operator.is_empty() { String::new() } else { format!(" · {}", campaign.operator) };
    (title, some_names(areas) + &from, Some(SHEET.to_owned()))
}

/// "Bühl", "Bühl, Weier und Zunsweier", "Bühl, Weier und 3 weitere".
fn some_names(areas: &[&AreaStatus]) -> String {
    named(&areas.iter().map(|area| area.name.as_str()).collect::<Vec<_>>())
}

fn named(all: &[&str]) -> String {
    let mut names: Vec<String> = all.iter().map(|name| (*name).to_owned()).collect();
    if names.len() > NAMED {
        let rest = names.len() + 1 - NAMED;
        names.truncate(NAMED - 1);
        names.push(format!("{rest} weitere"));
    }
    words::list(&names, Lang::De)
}

/// The campaign's name, and the round where it is a further one.
fn name(campaign: &CampaignStatus) -> String {
    let round = campaign.round().map_or_else(String::new, |round| format!(", {}", build_words::round(round, Lang::De)));
    format!("{}{round}", campaign.campaign.name)
}

fn deadline(campaign: &CampaignStatus) -> Words {
    let noun = town_words::noun(campaign, Lang::De);
    let below = campaign.missing_in_all();
    let mut parts: Vec<String> = Vec::new();
    if below.areas > 0 {
        parts.push(format!("{} unter dem Ziel", number::counted(below.areas, noun.one, noun.many, Lang::De)));
    }
    if below.unknown > 0 && campaign.campaign.target.needed(Some(1)).is_some() {
        let areas =
            if parts.is_empty() { format!(" {}", noun.one_or_many(below.unknown, Lang::De)) } else { String::new() };
        parts.push(format!("{}{areas} ohne genauen Abstand", below.unknown));
    }
    if parts.is_empty() {
        parts.push(campaign.operator.clone());
    }
    (format!("Frist endet: {}", name(campaign)), parts.join(" · "), Some(AREAS.to_owned()))
}

fn result(campaign: &CampaignStatus, areas: &[&AreaStatus]) -> Words {
    let title = format!("Ergebnis erfragen: {}", name(campaign));
    (title, format!("{} · {}", some_names(areas), campaign.operator), Some(AREAS.to_owned()))
}

fn agreement_ends(agreement: &Agreement, partner: &str) -> Words {
    let title = format!("Vereinbarung endet: {}", words::agreement(agreement.kind, Lang::De));
    (title, partner.to_owned(), Some(AGREEMENTS.to_owned()))
}

fn funding_ends(funding: &Funding, deadline: &FundingDeadline) -> Words {
    let application = &funding.application;
    let title = format!("{}: {}", funding_words::part(deadline.part, Lang::De), funding_words::task(deadline));
    (title, application.title.clone(), Some(format!("/arbeit/foerderung/{}", application.slug)))
}

fn remarks(waiting: Waiting) -> Words {
    let title = match waiting.remarks {
        1 => "1 Hinweis beantworten".to_owned(),
        remarks => format!("{} Hinweise beantworten", number::count(remarks, Lang::De)),
    };
    let age = match waiting.oldest_days {
        ..=0 => "heute eingegangen".to_owned(),
        days => format!("eingegangen vor {}", days_dative(days.unsigned_abs())),
    };
    let detail = if waiting.remarks == 1 { age } else { format!("der älteste {age}") };
    (title, detail, Some(remark_desk::ADDRESS.to_owned()))
}

/// "1 Tag", "3 Tagen".
fn days_dative(days: u32) -> String {
    if days == 1 { "1 Tag".to_owned() } else { format!("{} Tagen", number::count(days, Lang::De)) }
}
