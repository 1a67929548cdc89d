//! The lead below a town's sentence: the target, the deadline, what is missing, what is not known.

use jiff::civil::Date;

use super::{
    build_words, date,
    lang::Lang,
    number,
    span::Span,
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
pub fn lead(status: &TownStatus) -> Vec<Span> {
    let Some(main) = status.main_campaign() else {
        return vec![Span::plain("Sobald Zahlen vorliegen, stehen sie hier: je Ortsteil, mit Datum und Quelle.")];
    };
    let mut spans = vec![Span::plain(target_sentence(main))];
    spans.extend(deadline(main, status.today));
    spans.extend(without_number(main).map(Span::plain));
    spans.extend(build_words::running_rounds(main, Lang::De).map(|rounds| Span::plain(format!(" {rounds}"))));
    spans
}

/// The deadline, and what is missing until then; nothing without one.
pub(super) fn deadline(main: &CampaignStatus, today: Date) -> Vec<Span> {
    let Some(deadline) = main.campaign.deadline() else { return Vec::new() };
    let day = Span::strong(date::long(deadline.day, Lang::De));
    if main.campaign.clock(today) == Clock::Over {
        return vec![Span::plain(" Die Frist endete am "), day, Span::plain(".")];
    }
    let mut spans = vec![Span::plain(" Bis "), day, Span::plain(" ")];
    spans.extend(missing(main));
    spans
}

fn target_sentence(main: &CampaignStatus) -> String {
    let noun = noun(main);
    let (_, unit) = words::unit(main.campaign.unit, Lang::De);
    match (main.campaign.target, main.campaign.evaluation) {
        (Target::Share(share), Evaluation::PerArea) => {
            format!(
                "Ziel ist ein Vertrag in {} der {} {}.",
                number::share(share, Lang::De),
                words::unit(main.campaign.unit, Lang::De).0,
                noun.of_each
            )
        }
        (Target::Share(share), Evaluation::Pooled) => {
            format!("Ziel ist ein Vertrag in {} von allen {unit} zusammen.", number::share(share, Lang::De))
        }
        (Target::Count(count), _) => format!("Ziel sind {}.", number::contracts(count, Lang::De)),
        (Target::OperatorDecision, _) => format!("{} nennt kein Ziel und entscheidet selbst.", main.operator),
    }
}

/// What follows "Bis 25. November 2023".
pub(super) fn missing(main: &CampaignStatus) -> Vec<Span> {
    if main.campaign.evaluation == Evaluation::Pooled {
        return missing_together(main);
    }
    let missing = main.missing_in_all();
    let noun = noun(main);
    let contracts = Span::strong(number::contracts(missing.contracts, Lang::De));
    let mut spans = match (missing.areas, missing.contracts) {
        (0, _) => vec![Span::plain("zählen Verträge.")],
        (1, n) => {
            let verb = if n == 1 { "fehlt" } else { "fehlen" };
            vec![Span::plain(format!("{verb} in 1 {} ", noun.one)), contracts, Span::plain(".")]
        }
        (areas, _) => {
            vec![Span::plain(format!("fehlen in {areas} {} zusammen ", noun.many_dative)), contracts, Span::plain(".")]
        }
    };
    spans.extend(unknown_gaps(main, missing.areas > 0).map(Span::plain));
    spans
}

fn missing_together(main: &CampaignStatus) -> Vec<Span> {
    let needed = |base| main.campaign.target.needed(Some(base));
    match main.pooled().and_then(|pooled| Some((pooled.contracts(), needed(pooled.base())?))) {
        Some((contracts, needed)) if contracts < needed => {
            let missing = needed - contracts;
            let verb = if missing == 1 { "fehlt" } else { "fehlen" };
            let missing = Span::strong(number::contracts(missing, Lang::De));
            vec![Span::plain(format!("{verb} zusammen ")), missing, Span::plain(".")]
        }
        _ => vec![Span::plain("zählen Verträge.")],
    }
}

/// Areas with a number whose gap is known only about, or not at all. Those without a number or a base have
/// their own sentence.
fn unknown_gaps(main: &CampaignStatus, further: bool) -> Option<String> {
    let target = main.campaign.target;
    let unknown = |area: &&AreaStatus| {
        let measured = area.current.as_ref().is_some_and(|reading| target.needed(count(reading)).is_some());
        let known = matches!(area.gap(target), Some(Gap::Surplus(_) | Gap::Missing(Amount::Exact(_))));
        measured && !known
    };
    let unknown: Vec<&AreaStatus> = main.areas.iter().filter(unknown).collect();
    match (unknown.as_slice(), further) {
        ([], _) => None,
        ([one], _) => Some(format!(" Für {} ist der Abstand nicht genau bekannt.", one.name)),
        (many, true) => Some(format!(" In {} weiteren ist der Abstand nicht genau bekannt.", many.len())),
        (many, false) => {
            Some(format!(" In {} {} ist der Abstand nicht genau bekannt.", many.len(), noun(main).many_dative))
        }
    }
}

fn count(reading: &Reading) -> Option<u32> {
    reading.base().map(|base| base.count)
}

/// Which areas have no number or no base: said, not passed over.
pub(super) fn without_number(main: &CampaignStatus) -> Option<String> {
    let running = || main.areas.iter().filter(|area| area.outcome.is_none());
    let none: Vec<&str> = running().filter(|area| area.current.is_none()).map(|area| area.name.as_str()).collect();
    let has_no_base = |area: &&AreaStatus| area.current.as_ref().is_some_and(|reading| reading.base().is_none());
    let no_base: Vec<&str> = match main.campaign.target {
        Target::Share(_) => running().filter(has_no_base).map(|area| area.name.as_str()).collect(),
        Target::Count(_) | Target::OperatorDecision => Vec::new(),
    };
    let (unit, _) = words::unit(main.campaign.unit, Lang::De);
    let mut text = String::new();
    if !none.is_empty() && none.len() < main.areas.len() {
        text += &format!(" Für {} liegt keine Zahl vor.", words::list(&none, Lang::De));
    }
    if !no_base.is_empty() && has_estimates(main) {
        text += &format!(" Für {} gibt es keine Schätzung der {unit}.", words::list(&no_base, Lang::De));
    } else if !no_base.is_empty() {
        text += &format!(" Für {} ist die Zahl der {unit} nicht veröffentlicht.", words::list(&no_base, Lang::De));
    }
    (!text.is_empty()).then_some(text)
}
