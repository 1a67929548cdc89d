//! The page in Leichte Sprache: what the town or the program says, and the figures of the day, made of the data. Short
//! sentences, one thought each, a Mediopunkt in long words.

use jiff::civil::Date;

use super::{section, video, written};
use crate::{
    domain::{
        campaign::{Clock, Target},
        lang::Lang,
        outcome::OutcomeKind,
        rollout::Rollout,
        status::{CampaignStatus, State, TownStatus},
        town_text::TextKind,
    },
    presentation::{
        date,
        markup::{Markup, all, element, text},
        number, town_words, words,
    },
};

/// Everything below the heading.
pub fn body(rollout: &Rollout, today: Date, lang: Lang) -> Markup {
    let sentences = sentences(&rollout.town_status(today));
    let paragraphs = sentences.iter().map(|sentence| element("p", &[], [text(sentence)]));
    let figures = section("Wie weit ist es jetzt?", "stand", all(paragraphs));
    let told = written(TextKind::PlainLanguage, rollout, Lang::De);
    all([Some(figures), Some(told), video(rollout, lang)].into_iter().flatten())
}

/// The state of the day, a sentence per thought.
pub fn sentences(status: &TownStatus) -> Vec<String> {
    let Some(main) = status.main_campaign().filter(|main| main.campaign.clock(status.today) != Clock::NotYetOpen)
    else {
        return vec!["Es gibt noch keine Zahlen.".to_owned()];
    };
    let mut said = vec![format!("Das ist der Stand vom {}.", date::long(status.today, Lang::De))];
    if status.sample {
        said.push("Achtung: Diese Zahlen sind nur Beispiele.".to_owned());
        said.push("Sie sind nicht echt.".to_owned());
    }
    let noun = parted(town_words::noun(main, Lang::De).many_dative);
    said.push(format!("In {} {noun} sammelt eine Firma Verträge.", main.areas_in_all));
    said.push(target(main));
    said.extend(deadline(main, status.today));
    said.extend(results(main));
    if let Some(day) = main.as_of() {
        said.push(format!("Die neueste Zahl ist vom {}.", date::long(day, Lang::De)));
    }
    said
}

fn target(main: &CampaignStatus) -> String {
    let (_, unit) = words::unit(main.campaign.unit, Lang::De);
    match main.campaign.target {
        Target::Share(share) => {
            let percent = number::share(share, Lang::De);
            let of_hundred = percent.trim_end_matches(['%', number::NBSP]).to_owned();
            format!("Das Ziel ist: Von 100 {} machen {of_hundred} mit.", parted(unit))
        }
        Target::Count(count) => format!("Das Ziel ist: Es gibt {}.", number::contracts(count, Lang::De)),
        Target::OperatorDecision => "Die Firma nennt kein Ziel.".to_owned(),
    }
}

fn deadline(main: &CampaignStatus, today: Date) -> Vec<String> {
    let Some(deadline) = main.campaign.deadline() else { return Vec::new() };
    let day = date::long(deadline.day, Lang::De);
    match main.campaign.clock(today) {
        Clock::Over => vec![format!("Die Zeit dafür war am {day} vorbei.")],
        _ => vec![format!("Die Zeit dafür endet am {day}."), "Bis dahin kann man einen Vertrag machen.".to_owned()],
    }
}

fn results(main: &CampaignStatus) -> Vec<String> {
    let noun = |areas: usize| {
        let noun = town_words::noun(main, Lang::De);
        format!("{areas} {}", parted(if areas == 1 { noun.one } else { noun.many_dative }))
    };
    let came_out = |kind| main.count(State::CameOut(kind));
    let promised = came_out(OutcomeKind::OperatorCommitted) + came_out(OutcomeKind::BuiltAlthoughMissed);
    let missed = came_out(OutcomeKind::NotReached);
    let silent = main.areas.iter().filter(|area| area.current.is_none()).count();
    let reached = match town_words::reached(main) {
        _ if main.campaign.target == Target::OperatorDecision => None,
        0 if promised == 0 => {
            Some(format!("Das Ziel hat noch {} geschafft.", parted(town_words::noun(main, Lang::De).none)))
        }
        0 => None,
        areas => Some(format!("In {} ist das Ziel geschafft.", noun(areas))),
    };
    let promised = (promised > 0).then(|| format!("In {} will die Firma bauen.", noun(promised)));
    let missed = (missed > 0).then(|| format!("In {} ist das Ziel nicht geschafft.", noun(missed)));
    let silent = (silent > 0).then(|| format!("Aus {} gibt es noch keine Zahl.", noun(silent)));
    [reached, promised, missed, silent].into_iter().flatten().collect()
}

/// Long words with a Mediopunkt between their parts. Others stay as they are.
fn parted(words: &str) -> String {
    let long = [
        ("Ortsteil", "Orts·teil"),
        ("Gewerbegebiet", "Gewerbe·gebiet"),
        ("Ausbaugebiet", "Ausbau·gebiet"),
        ("Haushalt", "Haus·halt"),
        ("Wohneinheit", "Wohn·einheit"),
    ];
    long.iter().fold(words.to_owned(), |words, (whole, parts)| words.replace(whole, parts))
}
