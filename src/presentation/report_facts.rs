//! The facts beside an area's curve.

use super::{
    area_words, build_words, date, lang::Lang, number, source_note, span::Span, standing_words, timeline_words, words,
};
use crate::domain::{
    agreement::AgreementKind,
    campaign::{Clock, Tally, Target},
    gap::Gap,
    pace,
    reading::{Base, Reading, Value},
    status::{AreaReport, AreaStatus, CampaignStatus},
};

/// A fact: what it is called, the fact, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub name: &'static str,
    /// The fact.
    pub value: String,
    /// What belongs to it.
    pub detail: Option<Vec<Span>>,
}

impl Fact {
    fn new(name: &'static str, value: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { name, value: value.into(), detail: Some(vec![Span::plain(detail)]) }
    }
}

/// The facts.
pub fn facts(report: &AreaReport, lang: Lang) -> Vec<Fact> {
    let Some((status, area)) = report.status() else {
        let outside = [letter_fact(report, lang), profile_plan(report, lang), border_fact(report, lang)];
        return outside.into_iter().flatten().collect();
    };
    let base = area.current.as_ref().and_then(|reading| reading.base()).or(report.base.as_ref());
    [
        pace_fact(report, status, area, lang),
        deadline_fact(report, status, lang),
        place_fact(area, status, lang),
        (status.campaign.target != Target::OperatorDecision).then(|| base_fact(base, area, status, lang)),
        better_fact(area, status, lang),
        round_fact(area, lang),
        letter_fact(report, lang),
        plan_fact(report, status, lang),
        border_fact(report, lang),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn round_fact(area: &AreaStatus, lang: Lang) -> Option<Fact> {
    let round = area.round.as_ref()?;
    let since = date::long(round.round.opened_on, lang);
    let detail = match lang {
        Lang::De => format!("Seit {since}. Das Ergebnis der ersten steht unten."),
        Lang::En => format!("Since {since}. The result of the first is below."),
        Lang::Fr => format!("Depuis le {since}. Le résultat du premier figure plus bas."),
    };
    Some(Fact::new(lang.pick("Runde", "Round", "Tour"), build_words::round(round.number, lang), detail))
}

/// The letter of intent about this area, with its end.
fn letter_fact(report: &AreaReport, lang: Lang) -> Option<Fact> {
    let letters = report.agreements.iter().filter(|(agreement, _)| agreement.kind == AgreementKind::LetterOfIntent);
    let holding = letters.rev().find(|(agreement, _)| agreement.withdrawn.is_none());
    let (letter, partner) = holding?;
    let end = match letter.ends_on {
        Some(day) => valid_until(day < report.today, &date::long(day, lang), lang),
        None => lang
            .pick("Ein Ende ist nicht bekannt.", "No end date is known.", "Aucune date de fin n’est connue.")
            .to_owned(),
    };
    let detail = match lang {
        Lang::De => format!("Unterschrieben {}. {end} Sie ist keine Ausbauzusage.", date::when(letter.signed, lang)),
        Lang::En => format!("Signed {}. {end} It is no commitment to build.", date::within(letter.signed, lang)),
        Lang::Fr => {
            format!("Signée {}. {end} Elle n’est pas un engagement à construire.", date::within(letter.signed, lang))
        }
    };
    Some(Fact::new(words::agreement(letter.kind, lang), partner.clone(), detail))
}

/// "Gilt bis 31. Dezember 2023."
pub fn valid_until(past: bool, day: &str, lang: Lang) -> String {
    match (lang, past) {
        (Lang::De, true) => format!("Galt bis {day}."),
        (Lang::De, false) => format!("Gilt bis {day}."),
        (Lang::En, true) => format!("Was valid until {day}."),
        (Lang::En, false) => format!("Valid until {day}."),
        (Lang::Fr, true) => format!("Fin de validité le {day}."),
        (Lang::Fr, false) => format!("Valable jusqu’au {day}."),
    }
}

const fn build_planned(lang: Lang) -> &'static str {
    lang.pick("Ausbau geplant", "Build planned", "Construction prévue")
}

fn profile_plan(report: &AreaReport, lang: Lang) -> Option<Fact> {
    let profile = report.profile.as_ref()?;
    let plan = lang.pick("Ein Plan, keine Zusage.", "A plan, not a commitment.", "C’est un plan, pas un engagement.");
    let said = format!("{plan} {}", source_note::as_of(profile.as_of, lang));
    let detail = Some(source_note::sourced(&said, &profile.source.name, lang));
    Some(Fact { name: build_planned(lang), value: date::when(profile.build_planned?, lang), detail })
}

/// When it is to be built: said of the area, or only of those areas together that have enough contracts.
fn plan_fact(report: &AreaReport, status: &CampaignStatus, lang: Lang) -> Option<Fact> {
    if let Some(fact) = profile_plan(report, lang) {
        return Some(fact);
    }
    let tally = status.campaign.tallies.last()?;
    let said = planned_together(tally, &date::when(tally.build_planned?, lang), lang);
    let detail = Some(source_note::sourced(&said, &tally.source.name, lang));
    Some(Fact { name: build_planned(lang), value: standing_words::unknown(lang).to_owned(), detail })
}

fn planned_together(tally: &Tally, when: &str, lang: Lang) -> String {
    let (reached, of) = (number::count(tally.reached, lang), number::count(tally.of, lang));
    match lang {
        Lang::De => {
            format!(
                "Für {reached} von {of} Gebieten nennt die Quelle {when} als Plan. Welche es sind, nennt sie nicht."
            )
        }
        Lang::En => format!("For {reached} of {of} areas the source gives {when} as the plan. It does not say which."),
        Lang::Fr => format!(
            "Pour {reached} des {of} secteurs, la source donne comme plan\u{a0}: {when}. Elle ne dit pas lesquels."
        ),
    }
}

fn border_fact(report: &AreaReport, lang: Lang) -> Option<Fact> {
    let profile = report.profile.as_ref().filter(|profile| profile.crosses_border())?;
    let name = lang.pick("Über die Stadtgrenze", "Beyond the town’s border", "Au-delà des limites de la ville");
    let detail = source_note::sourced(&standing_words::border(report, lang)?, &profile.source.name, lang);
    Some(Fact { name, value: words::list(&profile.reaches_into, lang), detail: Some(detail) })
}

fn pace_fact(report: &AreaReport, status: &CampaignStatus, area: &AreaStatus, lang: Lang) -> Option<Fact> {
    let gap = Gap::of(area.current.as_ref()?, status.campaign.target)?;
    let needed = pace::needed_per_day_tenths(gap, status.campaign.days_left(report.today)?)?;
    let counted: Vec<&Reading> = report.readings().filter(|reading| reading.is_reported()).collect();
    let lately = match counted.as_slice() {
        [.., earlier, later] => pace::between_tenths(earlier, later),
        _ => None,
    };
    let detail = lately.map(|tenths| {
        let lately = lang.pick("zuletzt", "most recently", "dernièrement");
        vec![Span::plain(format!("{lately} {}", number::per_day(tenths, lang)))]
    });
    let name = lang.pick("Nötig bis zur Frist", "Needed until the deadline", "Nécessaire d’ici à la date limite");
    Some(Fact { name, value: number::per_day(needed.try_into().ok()?, lang), detail })
}

fn deadline_fact(report: &AreaReport, status: &CampaignStatus, lang: Lang) -> Option<Fact> {
    let campaign = &status.campaign;
    let deadline = campaign.deadline()?;
    let left = match campaign.clock(report.today) {
        Clock::DaysLeft(0) => Some(lang.pick("endet heute.", "ends today.", "c’est aujourd’hui.").to_owned()),
        Clock::DaysLeft(days) => Some(days_left(days, lang)),
        Clock::Over => Some(lang.pick("abgelaufen.", "has passed.", "passée.").to_owned()),
        Clock::NotYetOpen | Clock::NoDeadline => None,
    };
    let earlier: Vec<_> = campaign.earlier_deadlines().iter().map(|earlier| earlier.day).collect();
    let ours: Vec<String> = [left, timeline_words::earlier_deadlines(&earlier, lang)].into_iter().flatten().collect();
    let ours = ours.join(" ");
    let between = if ours.is_empty() { "" } else { " " };
    let reason = deadline.reason.iter().flat_map(|reason| [Span::plain(between), Span::quoted(reason, lang)]);
    let detail: Vec<Span> = [Span::plain(ours)].into_iter().chain(reason).collect();
    let name = lang.pick("Frist", "Deadline", "Date limite");
    Some(Fact { name, value: date::long(deadline.day, lang), detail: Some(detail) })
}

fn days_left(days: u32, lang: Lang) -> String {
    let days = number::days(days, lang);
    match lang {
        Lang::De => format!("noch {days}."),
        Lang::En => format!("{days} left."),
        Lang::Fr => format!("encore {days}."),
    }
}

fn place_fact(area: &AreaStatus, status: &CampaignStatus, lang: Lang) -> Option<Fact> {
    let (place, of) = (area.place?, status.areas_with_place);
    let name = lang.pick("Platz nach Quote", "Rank by rate", "Rang selon le taux");
    let detail = lang.pick("Gebieten mit Quote", "areas with a rate", "secteurs avec un taux");
    Some(Fact::new(name, format!("{place} {} {of}", lang.pick("von", "of", "sur")), detail))
}

const fn base_name(lang: Lang) -> &'static str {
    lang.pick("Grundlage der Quote", "Basis of the rate", "Base du taux")
}

fn base_fact(base: Option<&Base>, area: &AreaStatus, status: &CampaignStatus, lang: Lang) -> Fact {
    let (unit, _) = words::unit(status.campaign.unit, lang);
    let Some(base) = base else { return no_base(unit, area, lang) };
    let mut detail = Vec::new();
    if let Some(formula) = &base.estimated_by {
        let estimated = lang.pick("Geschätzt: ", "Estimated: ", "Estimation\u{a0}: ");
        detail.extend([Span::plain(estimated), Span::quoted(formula, lang), Span::plain(". ")]);
    }
    let stand = base.as_of.map(|when| {
        let when = date::when(when, lang);
        format!("{} {when}. ", lang.pick("Stand:", "As of", "Situation\u{a0}:"))
    });
    detail.push(Span::plain(stand.unwrap_or_default() + source_note::source(lang)));
    detail.extend([Span::quoted(&base.source.name, lang), Span::plain(".")]);
    Fact { name: base_name(lang), value: format!("{} {unit}", number::count(base.count, lang)), detail: Some(detail) }
}

fn no_base(unit: &str, area: &AreaStatus, lang: Lang) -> Fact {
    let stated = area.current.as_ref().is_some_and(|reading| matches!(reading.value(), Value::Percent(_)));
    let without = if stated {
        lang.pick(
            "Ohne Grundlage lässt sich der Abstand in Verträgen nicht ausrechnen.",
            "Without a basis the distance in contracts cannot be worked out.",
            "Sans base, l’écart en contrats ne peut pas être calculé.",
        )
    } else {
        lang.pick(
            "Ohne Grundlage gibt es keine Quote.",
            "Without a basis there is no rate.",
            "Sans base, il n’y a pas de taux.",
        )
    };
    let value = match lang {
        Lang::De => format!("{unit}: nicht veröffentlicht"),
        Lang::En => format!("number of {unit} not published"),
        Lang::Fr => format!("nombre {} non publié", words::french_of(unit)),
    };
    Fact::new(base_name(lang), value, without)
}

fn better_fact(area: &AreaStatus, status: &CampaignStatus, lang: Lang) -> Option<Fact> {
    let better = area.better.as_ref()?;
    let figure = match (better.quota(), better.contracts()) {
        (Some(quota), _) => number::quota_amount(quota, status.campaign.target.share(), lang),
        (None, Some(contracts)) => number::contracts_amount(contracts, lang),
        (None, None) => return None,
    };
    let name = lang.pick(
        "Frühere, besser geprüfte Zahl",
        "Earlier figure, checked more closely",
        "Chiffre antérieur, mieux vérifié",
    );
    Some(Fact { name, value: figure, detail: Some(area_words::source_line(better, lang)) })
}
