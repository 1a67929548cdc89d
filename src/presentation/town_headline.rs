//! The one honest sentence at the top of the start page.

use jiff::civil::Date;

use super::{
    area_words::goal,
    date,
    lang::Lang,
    number,
    town_result::after_deadline,
    town_words::{noun, reached},
    words,
};
use crate::domain::{
    campaign::{Clock, Evaluation, Target},
    status::{CampaignStatus, TownStatus},
    take_up::Quota,
};

/// The one honest sentence.
pub fn headline(status: &TownStatus, lang: Lang) -> String {
    let Some(main) = status.main_campaign() else { return no_campaign(&status.town, lang) };
    match (main.campaign.clock(status.today), main.campaign.opened_on) {
        (Clock::NotYetOpen, Some(day)) => begins(&date::long(day, lang), lang),
        _ => of_campaign(main, status.today, lang),
    }
}

fn no_campaign(town: &str, lang: Lang) -> String {
    match (town, lang) {
        ("", Lang::De) => "Hier steht bald, wie weit der Glasfaserausbau ist.".to_owned(),
        ("", Lang::En) => "How far the fibre rollout has come will soon be shown here.".to_owned(),
        ("", Lang::Fr) => "L’avancement du déploiement de la fibre sera bientôt affiché ici.".to_owned(),
        (town, Lang::De) => format!("In {town} läuft noch keine Nachfragebündelung."),
        (town, Lang::En) => format!("There is no sign-up campaign in {town} yet."),
        (town, Lang::Fr) => format!("Il n’y a pas encore de campagne de souscription à {town}."),
    }
}

fn begins(day: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Die Nachfragebündelung beginnt am {day}."),
        Lang::En => format!("The sign-up campaign begins on {day}."),
        Lang::Fr => format!("La campagne de souscription commence le {day}."),
    }
}

/// The sentence of one campaign that has opened.
pub fn of_campaign(status: &CampaignStatus, today: Date, lang: Lang) -> String {
    match status.campaign.clock(today) {
        Clock::Over => after_deadline(status, lang),
        clock => running(status, lang) + &ending(clock, lang),
    }
}

fn running(main: &CampaignStatus, lang: Lang) -> String {
    let target = main.campaign.target;
    if main.areas_in_all == 1
        && let [only] = main.areas.as_slice()
    {
        return only_area(&only.name, main, lang);
    }
    if main.as_of().is_none() {
        return nothing_yet(main, lang);
    }
    if target == Target::OperatorDecision {
        return named(main, lang);
    }
    if main.campaign.evaluation == Evaluation::Pooled {
        return together(main, lang);
    }
    so_many_reached(reached(main), main, &goal(target, lang), lang)
}

fn nothing_yet(main: &CampaignStatus, lang: Lang) -> String {
    let (all, many) = (main.areas_in_all, noun(main, lang).many);
    match lang {
        Lang::De => format!("Für {all} {many} liegt noch keine Zahl vor"),
        Lang::En => format!("There is no figure yet for {all} {many}"),
        Lang::Fr => format!("Il n’y a pas encore de chiffre pour {all} {many}"),
    }
}

/// Where the operator decides, it is told how many areas have a number.
fn named(main: &CampaignStatus, lang: Lang) -> String {
    let named = main.areas.iter().filter(|area| area.current.is_some()).count();
    let (all, noun) = (main.areas_in_all, noun(main, lang));
    match lang {
        Lang::De => format!("Zahlen aus {named} von {all} {}", noun.many_dative),
        Lang::En => format!("Figures from {named} of {all} {}", noun.many),
        Lang::Fr => format!("Chiffres de {named} des {all} {}", noun.many),
    }
}

fn so_many_reached(reached: usize, main: &CampaignStatus, goal: &str, lang: Lang) -> String {
    let (all, noun) = (main.areas_in_all, noun(main, lang));
    match (lang, reached) {
        (Lang::De, 0) => format!("Noch {} hat {goal} erreicht", noun.none),
        (Lang::De, 1) => format!("1 von {all} {} hat {goal} erreicht", noun.many_dative),
        (Lang::De, n) => format!("{n} von {all} {} haben {goal} erreicht", noun.many_dative),
        (Lang::En, 0) => format!("{} has reached {goal} yet", words::capital(noun.none)),
        (Lang::En, 1) => format!("1 of {all} {} has reached {goal}", noun.many),
        (Lang::En, n) => format!("{n} of {all} {} have reached {goal}", noun.many),
        (Lang::Fr, 0) => format!("{} n’a encore atteint {goal}", words::capital(noun.none)),
        (Lang::Fr, 1) => format!("1 des {all} {} a atteint {goal}", noun.many),
        (Lang::Fr, n) => format!("{n} des {all} {} ont atteint {goal}", noun.many),
    }
}

/// The sentence of a campaign in one area.
fn only_area(name: &str, main: &CampaignStatus, lang: Lang) -> String {
    let goal = goal(main.campaign.target, lang);
    match (main.as_of(), main.campaign.target, reached(main)) {
        (None, _, _) => match lang {
            Lang::De => format!("Für {name} liegt noch keine Zahl vor"),
            Lang::En => format!("There is no figure yet for {name}"),
            Lang::Fr => format!("Il n’y a pas encore de chiffre pour {name}"),
        },
        (_, Target::OperatorDecision, _) => match lang {
            Lang::De => format!("Für {name} liegt eine Zahl vor"),
            Lang::En => format!("There is a figure for {name}"),
            Lang::Fr => format!("Il y a un chiffre pour {name}"),
        },
        (_, _, 0) => match lang {
            Lang::De => format!("{name} hat {goal} noch nicht erreicht"),
            Lang::En => format!("{name} has not reached {goal} yet"),
            Lang::Fr => format!("{name} n’a pas encore atteint {goal}"),
        },
        _ => match lang {
            Lang::De => format!("{name} hat {goal} erreicht"),
            Lang::En => format!("{name} has reached {goal}"),
            Lang::Fr => format!("{name} a atteint {goal}"),
        },
    }
}

/// The sentence of a campaign whose areas count together.
fn together(main: &CampaignStatus, lang: Lang) -> String {
    let target = main.campaign.target;
    let Some(pooled) = main.pooled() else {
        let unknown = lang.pick(
            "Zusammen lässt sich die Quote nicht ausrechnen",
            "The rate of all together cannot be worked out",
            "Le taux d’ensemble ne peut pas être calculé",
        );
        return unknown.to_owned();
    };
    let are = match target {
        Target::Count(_) => number::contracts(pooled.contracts(), lang),
        Target::Share(_) | Target::OperatorDecision => number::quota(Quota::Counted(pooled), target.share(), lang),
    };
    let goal = goal(target, lang);
    match lang {
        Lang::De => format!("Zusammen sind es {are}, nötig sind {goal}"),
        Lang::En => format!("{are} in all, {goal} needed"),
        Lang::Fr => format!("{are} en tout, il faut {goal}"),
    }
}

fn ending(clock: Clock, lang: Lang) -> String {
    match clock {
        Clock::DaysLeft(0) => lang
            .pick(", heute endet die Frist.", ", the deadline is today.", ", la date limite est aujourd’hui.")
            .to_owned(),
        Clock::DaysLeft(days) => {
            let days = number::days(days, lang);
            match lang {
                Lang::De => format!(", noch {days}."),
                Lang::En => format!(", {days} left."),
                Lang::Fr => format!(", il reste {days}."),
            }
        }
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => ".".to_owned(),
    }
}
