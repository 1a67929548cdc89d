//! The lead below a town's sentence: the target, the deadline, what is missing, what is not known.

use jiff::civil::Date;

use super::{
    build_words, date,
    lang::Lang,
    number,
    span::Span,
    standing_words,
    town_words::{has_estimates, noun},
    words,
};
use crate::domain::{
    amount::Amount,
    campaign::{Clock, Evaluation, Target},
    gap::Gap,
    reading::Reading,
    status::{AreaStatus, CampaignStatus, TownStatus},
};

/// The second sentence: the target, the deadline, what is missing in all.
pub fn lead(status: &TownStatus, lang: Lang) -> Vec<Span> {
    let Some(main) = status.main_campaign() else {
        return vec![Span::plain(lang.pick(
            "Sobald Zahlen vorliegen, stehen sie hier: je Ortsteil, mit Datum und Quelle.",
            "As soon as there are figures, they will be here: for each district, with date and source.",
            "Dès qu’il y aura des chiffres, ils seront ici\u{a0}: par quartier, avec la date et la source.",
        ))];
    };
    let mut spans = vec![Span::plain(target_sentence(main, lang))];
    spans.extend(deadline(main, status.today, lang));
    spans.extend(without_number(main, lang).map(Span::plain));
    spans.extend(build_words::running_rounds(main, lang).map(|rounds| Span::plain(format!(" {rounds}"))));
    spans
}

/// The deadline, and what is missing until then; nothing without one.
pub(super) fn deadline(main: &CampaignStatus, today: Date, lang: Lang) -> Vec<Span> {
    let Some(deadline) = main.campaign.deadline() else { return Vec::new() };
    let day = Span::strong(date::long(deadline.day, lang));
    if main.campaign.clock(today) == Clock::Over {
        let ended = lang.pick(" Die Frist endete am ", " The deadline was ", " La date limite était le ");
        return vec![Span::plain(ended), day, Span::plain(".")];
    }
    let between = lang.pick(" ", ", ", ", ");
    let mut spans = vec![Span::plain(lang.pick(" Bis zum ", " By ", " D’ici au ")), day, Span::plain(between)];
    spans.extend(missing(main, lang));
    spans
}

fn target_sentence(main: &CampaignStatus, lang: Lang) -> String {
    let (unit, dative) = words::unit(main.campaign.unit, lang);
    match (main.campaign.target, main.campaign.evaluation) {
        (Target::Share(share), Evaluation::PerArea) => {
            let (share, of_each) = (number::share(share, lang), noun(main, lang).of_each);
            match lang {
                Lang::De => format!("Ziel ist ein Vertrag in {share} der {unit} {of_each}."),
                Lang::En => format!("The target is a contract in {share} of the {unit} {of_each}."),
                Lang::Fr => format!("L’objectif est un contrat pour {share} des {unit} {of_each}."),
            }
        }
        (Target::Share(share), Evaluation::Pooled) => {
            let share = number::share(share, lang);
            match lang {
                Lang::De => format!("Ziel ist ein Vertrag in {share} von allen {dative} zusammen."),
                Lang::En => format!("The target is a contract in {share} of all {unit} together."),
                Lang::Fr => format!("L’objectif est un contrat pour {share} de l’ensemble des {unit}."),
            }
        }
        (Target::Count(count), _) => {
            let contracts = number::contracts(count, lang);
            match lang {
                Lang::De => format!("Ziel sind {contracts}."),
                Lang::En => format!("The target is {contracts}."),
                Lang::Fr => format!("L’objectif est de {contracts}."),
            }
        }
        (Target::OperatorDecision, _) => standing_words::operator_decides(&main.operator, lang),
    }
}

/// What follows "Bis zum 25. November 2023".
pub(super) fn missing(main: &CampaignStatus, lang: Lang) -> Vec<Span> {
    if main.campaign.evaluation == Evaluation::Pooled {
        return missing_together(main, lang);
    }
    let missing = main.missing_in_all();
    let mut spans = match missing.areas {
        0 => vec![Span::plain(contracts_count(lang))],
        areas => so_many_missing(areas, missing.contracts, noun(main, lang), lang),
    };
    spans.extend(unknown_gaps(main, missing.areas > 0, lang).map(Span::plain));
    spans
}

const fn contracts_count(lang: Lang) -> &'static str {
    lang.pick("zählen Verträge.", "contracts are counted.", "les contrats sont comptés.")
}

fn so_many_missing(areas: u32, missing: u32, noun: words::Noun, lang: Lang) -> Vec<Span> {
    let (one, many) = (noun.one, noun.many);
    let (before, after) = match (lang, areas) {
        (Lang::De, 1) => (format!("{} in 1 {one} ", if missing == 1 { "fehlt" } else { "fehlen" }), String::new()),
        (Lang::De, _) => (format!("fehlen in {areas} {} zusammen ", noun.many_dative), String::new()),
        (Lang::En, 1) => (format!("1 {one} still needs "), String::new()),
        (Lang::En, _) => (format!("{areas} {many} together still need "), String::new()),
        (Lang::Fr, 1) => ("il manque ".to_owned(), format!(" dans 1 {one}")),
        (Lang::Fr, _) => ("il manque ".to_owned(), format!(" en tout dans {areas} {many}")),
    };
    vec![Span::plain(before), Span::strong(number::contracts(missing, lang)), Span::plain(format!("{after}."))]
}

fn missing_together(main: &CampaignStatus, lang: Lang) -> Vec<Span> {
    let needed = |base| main.campaign.target.needed(Some(base));
    match main.pooled().and_then(|pooled| Some((pooled.contracts(), needed(pooled.base())?))) {
        Some((contracts, needed)) if contracts < needed => {
            let missing = needed - contracts;
            let before = match lang {
                Lang::De if missing == 1 => "fehlt zusammen ",
                Lang::De => "fehlen zusammen ",
                Lang::En => "what is still needed in all is ",
                Lang::Fr => "il manque en tout ",
            };
            let contracts = Span::strong(number::contracts(missing, lang));
            vec![Span::plain(before), contracts, Span::plain(".")]
        }
        _ => vec![Span::plain(contracts_count(lang))],
    }
}

/// Areas with a number whose gap is known only about, or not at all. Those without a number or a base have
/// their own sentence.
fn unknown_gaps(main: &CampaignStatus, further: bool, lang: Lang) -> Option<String> {
    let target = main.campaign.target;
    let unknown = |area: &&AreaStatus| {
        let measured = area.current.as_ref().is_some_and(|reading| target.needed(count(reading)).is_some());
        let known = matches!(area.gap(target), Some(Gap::Surplus(_) | Gap::Missing(Amount::Exact(_))));
        measured && !known
    };
    let unknown: Vec<&AreaStatus> = main.areas.iter().filter(unknown).collect();
    let place = match (unknown.as_slice(), further) {
        ([], _) => return None,
        ([one], _) => format!("{} {}", lang.pick("Für", "For", "Pour"), one.name),
        (many, true) => in_further(many.len(), lang),
        (many, false) => {
            format!("{} {} {}", lang.pick("In", "In", "Dans"), many.len(), noun(main, lang).many_dative)
        }
    };
    Some(match lang {
        Lang::De => format!(" {place} ist der Abstand nicht genau bekannt."),
        Lang::En => format!(" {place} the gap is not known exactly."),
        Lang::Fr => format!(" {place}, l’écart n’est pas connu exactement."),
    })
}

fn in_further(areas: usize, lang: Lang) -> String {
    match lang {
        Lang::De => format!("In {areas} weiteren"),
        Lang::En => format!("In {areas} more"),
        Lang::Fr => format!("Dans {areas} autres"),
    }
}

fn count(reading: &Reading) -> Option<u32> {
    reading.base().map(|base| base.count)
}

/// Which areas have no number or no base: said, not passed over.
pub(super) fn without_number(main: &CampaignStatus, lang: Lang) -> Option<String> {
    let running = || main.areas.iter().filter(|area| area.outcome.is_none());
    let none: Vec<&str> = running().filter(|area| area.current.is_none()).map(|area| area.name.as_str()).collect();
    let has_no_base = |area: &&AreaStatus| area.current.as_ref().is_some_and(|reading| reading.base().is_none());
    let no_base: Vec<&str> = match main.campaign.target {
        Target::Share(_) => running().filter(has_no_base).map(|area| area.name.as_str()).collect(),
        Target::Count(_) | Target::OperatorDecision => Vec::new(),
    };
    let (unit, _) = words::unit(main.campaign.unit, lang);
    let mut text = String::new();
    if !none.is_empty() && none.len() < main.areas.len() {
        text += &no_number_for(&words::list(&none, lang), lang);
    }
    if !no_base.is_empty() {
        text += &no_base_for(&words::list(&no_base, lang), unit, has_estimates(main), lang);
    }
    (!text.is_empty()).then_some(text)
}

fn no_number_for(areas: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!(" Für {areas} liegt keine Zahl vor."),
        Lang::En => format!(" There is no figure for {areas}."),
        Lang::Fr => format!(" Il n’y a pas de chiffre pour {areas}."),
    }
}

fn no_base_for(areas: &str, unit: &str, estimates: bool, lang: Lang) -> String {
    match (lang, estimates) {
        (Lang::De, true) => format!(" Für {areas} gibt es keine Schätzung der {unit}."),
        (Lang::De, false) => format!(" Für {areas} ist die Zahl der {unit} nicht veröffentlicht."),
        (Lang::En, true) => format!(" There is no estimate of the {unit} for {areas}."),
        (Lang::En, false) => format!(" The number of {unit} has not been published for {areas}."),
        (Lang::Fr, true) => {
            format!(" Il n’y a pas d’estimation du nombre {} pour {areas}.", words::french_of(unit))
        }
        (Lang::Fr, false) => format!(" Le nombre {} n’est pas publié pour {areas}.", words::french_of(unit)),
    }
}
