//! The page in Leichte Sprache: what the town or the program says, and the figures of the day, made of the data. Short
//! sentences, one thought each, a Mediopunkt in long words.

use jiff::civil::Date;

use super::{FIGURES, SOURCES, section, video, written_around};
use crate::{
    domain::{
        campaign::{Clock, Target, Unit},
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
    let sources = element("a", &[("href", SOURCES)], [text("Woher kommen die Zahlen?")]);
    let sources = element("p", &[], [text("Hier steht: "), sources]);
    let figures = section("Wie weit ist es jetzt?", "stand", all(paragraphs.chain([sources])));
    let told = written_around(FIGURES, figures, TextKind::PlainLanguage, rollout, Lang::De);
    all([Some(told), video(rollout, lang)].into_iter().flatten())
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
        said.push("Die Zahlen sind nicht echt.".to_owned());
    }
    let areas = so_many(main.areas_in_all as usize, main);
    said.push(match main.campaign.clock(status.today) {
        Clock::Over => format!("In {areas} hat eine Firma Verträge gesammelt."),
        _ => format!("In {areas} sammelt eine Firma Verträge."),
    });
    said.extend(target(main));
    said.extend(deadline(main, status.today));
    said.extend(results(main, status.today));
    if let Some(day) = main.as_of() {
        said.push(format!("Die neueste Zahl ist vom {}.", date::long(day, Lang::De)));
    }
    said
}

/// "3 Orts·teilen", after "in" and "aus".
fn so_many(areas: usize, main: &CampaignStatus) -> String {
    let noun = town_words::noun(main, Lang::De);
    format!("{areas} {}", parted(if areas == 1 { noun.one } else { noun.many_dative }))
}

fn target(main: &CampaignStatus) -> Vec<String> {
    let (_, unit) = words::unit(main.campaign.unit, Lang::De);
    match main.campaign.target {
        Target::Share(share) => {
            let percent = number::share(share, Lang::De);
            let of_hundred = percent.trim_end_matches(['%', number::NBSP]).to_owned();
            let asked = format!("Das Ziel ist: {of_hundred} von 100 {} machen mit.", parted(unit));
            [asked].into_iter().chain(explained(main.campaign.unit).map(str::to_owned)).collect()
        }
        Target::Count(count) => vec![format!("Das Ziel ist: Es gibt {}.", number::contracts(count, Lang::De))],
        Target::OperatorDecision => vec!["Die Firma nennt kein Ziel.".to_owned()],
    }
}

/// What is counted, where the word is no everyday word.
const fn explained(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Households => Some("Ein Haus·halt sind alle Menschen in einer Wohnung."),
        Unit::Dwellings => Some("Eine Wohn·einheit ist eine Wohnung."),
        Unit::Companies | Unit::Buildings => None,
    }
}

fn deadline(main: &CampaignStatus, today: Date) -> Vec<String> {
    let Some(deadline) = main.campaign.deadline() else { return Vec::new() };
    let day = date::long(deadline.day, Lang::De);
    match main.campaign.clock(today) {
        Clock::Over => vec![format!("Die Zeit dafür war am {day} vorbei.")],
        _ => vec![format!("Die Zeit dafür endet am {day}."), "Bis dahin können Sie einen Vertrag machen.".to_owned()],
    }
}

fn results(main: &CampaignStatus, today: Date) -> Vec<String> {
    let over = main.campaign.clock(today) == Clock::Over;
    let came_out = |kinds: &[OutcomeKind]| kinds.iter().map(|kind| main.count(State::CameOut(*kind))).sum::<usize>();
    let promised = came_out(&[OutcomeKind::OperatorCommitted, OutcomeKind::BuiltAlthoughMissed]);
    let missed = came_out(&[OutcomeKind::NotReached]);
    let refused = came_out(&[OutcomeKind::OperatorWithdrew, OutcomeKind::Stopped]);
    let undecided = came_out(&[OutcomeKind::NoFinalCommitment]);
    let silent = main.areas.iter().filter(|area| area.current.is_none()).count();
    // After the deadline the last number is not what came out.
    let reached = if over { came_out(&[OutcomeKind::Reached]) } else { town_words::reached(main) };
    let known = reached + promised + missed + refused + undecided;
    let open = if over { main.areas.len().saturating_sub(known) } else { 0 };
    let nobody = !over && known == 0 && main.campaign.target != Target::OperatorDecision;
    let nobody =
        nobody.then(|| format!("Noch {} hat das Ziel geschafft.", parted(town_words::noun(main, Lang::De).none)));
    let told = [
        (reached, "ist das Ziel geschafft"),
        (promised, "will die Firma bauen"),
        (missed, "ist das Ziel nicht geschafft"),
        (refused, "baut die Firma nicht"),
        (undecided, "hat die Firma noch nicht gesagt: Wir bauen"),
        (open, "weiß man das Ergebnis noch nicht"),
    ];
    let told = told.into_iter().filter(|(areas, _)| *areas > 0);
    let told = told.map(|(areas, what)| format!("In {} {what}.", so_many(areas, main)));
    // Who has an outcome needs no number any more.
    let silent = (silent > 0 && !over).then(|| format!("Aus {} gibt es noch keine Zahl.", so_many(silent, main)));
    nobody.into_iter().chain(told).chain(silent).collect()
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
