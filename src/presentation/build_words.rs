//! The build in words: its steps with a plain explanation each, "x von y", planned and actual phases, rounds.

use super::{date, lang::Lang, number, source_note::source, span::Span, timeline_words::with_note, words};
use crate::domain::{
    build_progress::{BuildFigures, BuildProgressError, BuildStep},
    campaign::{Target, Unit},
    phase::PhaseKind,
    round::InRound,
    status::{BuildFigure, CampaignStatus},
    timeline::Happening,
};

/// The word of a step.
pub const fn step(step: BuildStep, lang: Lang) -> &'static str {
    match step {
        BuildStep::Passed => lang.pick("vorbeigeführt", "passed", "desservi"),
        BuildStep::Prepared => lang.pick("vorbereitet", "prepared", "préparé"),
        BuildStep::Connected => lang.pick("angeschlossen", "connected", "raccordé"),
        BuildStep::Activated => lang.pick("aktiv", "active", "actif"),
    }
}

/// What the word means, for who has never heard it.
pub const fn explanation(step: BuildStep, lang: Lang) -> &'static str {
    match step {
        BuildStep::Passed => lang.pick(
            "Das Glasfaserkabel liegt in der Straße vor dem Grundstück.",
            "The fibre cable lies in the street in front of the property.",
            "Le câble de fibre passe dans la rue devant le terrain.",
        ),
        BuildStep::Prepared => lang.pick(
            "Ein leeres Rohr führt bis an das Gebäude, die Faser fehlt noch.",
            "An empty duct leads up to the building, the fibre is still missing.",
            "Un fourreau vide mène jusqu’au bâtiment, la fibre manque encore.",
        ),
        BuildStep::Connected => lang.pick(
            "Die Glasfaser endet im Gebäude.",
            "The fibre ends inside the building.",
            "La fibre arrive dans le bâtiment.",
        ),
        BuildStep::Activated => lang.pick(
            "Ein Vertrag läuft, das Internet kommt über die Glasfaser.",
            "A contract is running, and the internet comes over the fibre.",
            "Un contrat est en cours, internet passe par la fibre.",
        ),
    }
}

/// "80 von 120 Gebäuden", and where the whole is not known "80, die Zahl der Gebäude ist nicht bekannt".
pub fn x_of_y(count: u32, base: Option<u32>, unit: Unit, lang: Lang) -> String {
    let (many, dative) = words::unit(unit, lang);
    let so = number::count(count, lang);
    match base.map(|base| number::count(base, lang)) {
        Some(base) => match lang {
            Lang::De => format!("{so} von {base} {dative}"),
            Lang::En => format!("{so} of {base} {many}"),
            Lang::Fr => format!("{so} {many} sur {base}"),
        },
        None => match lang {
            Lang::De => format!("{so}, die Zahl der {many} ist nicht bekannt"),
            Lang::En => format!("{so}, the number of {many} is not known"),
            Lang::Fr => format!("{so}, le nombre total n’est pas connu ({many})"),
        },
    }
}

/// "80 von 120 Gebäuden" of one figure.
pub fn figure(figure: &BuildFigure, lang: Lang) -> String {
    x_of_y(figure.count, figure.record.figures().base, figure.record.unit, lang)
}

/// Where a figure comes from: its day, its source, and how the source uses its words.
pub fn origin(figure: &BuildFigure, lang: Lang) -> Vec<Span> {
    let record = &figure.record;
    let day = date::long(record.as_of, lang);
    let as_of = match lang {
        Lang::De => format!("Stand: {day}. "),
        Lang::En => format!("As of {day}. "),
        Lang::Fr => format!("Situation au {day}. "),
    };
    let says = lang.pick(" Die Quelle sagt dazu: ", " The source says about this: ", " La source précise\u{a0}: ");
    let named = [Span::plain(as_of + source(lang)), Span::quoted(&record.source.name, lang), Span::plain(".")];
    let defined = record.definition.iter().flat_map(|text| [Span::plain(says), Span::quoted(text, lang)]);
    named.into_iter().chain(defined).collect()
}

/// What is wrong with figures, and what would be right.
pub fn problem(error: BuildProgressError) -> String {
    match error {
        BuildProgressError::Empty => "Alle vier Zahlen fehlen. Schreiben Sie mindestens eine davon.".to_owned(),
        BuildProgressError::NoBase => {
            "0 ist keine Gesamtzahl. Lassen Sie das Feld leer, wenn sie nicht bekannt ist.".to_owned()
        }
        BuildProgressError::MoreThanBase { step: of, count, base } => format!(
            "{} {} sind mehr als alle {}. Berichtigen Sie eine der beiden Zahlen.",
            number::count(count, Lang::De),
            step(of, Lang::De),
            number::count(base, Lang::De)
        ),
        BuildProgressError::NotWithin { inner, inner_count, outer, outer_count } => format!(
            "{} {} sind mehr als {} {}. Was {} ist, ist auch {}: Berichtigen Sie eine der beiden Zahlen.",
            number::count(inner_count, Lang::De),
            step(inner, Lang::De),
            number::count(outer_count, Lang::De),
            step(outer, Lang::De),
            step(inner, Lang::De),
            step(outer, Lang::De)
        ),
    }
}

/// "Zweite Runde", "3. Runde".
pub fn round(number: u32, lang: Lang) -> String {
    match (number, lang) {
        (1, _) => lang.pick("Erste Runde", "First round", "Premier tour").to_owned(),
        (2, _) => lang.pick("Zweite Runde", "Second round", "Deuxième tour").to_owned(),
        (3, _) => lang.pick("Dritte Runde", "Third round", "Troisième tour").to_owned(),
        (more, Lang::De) => format!("{more}. Runde"),
        (more, Lang::En) => format!("Round {more}"),
        (more, Lang::Fr) => format!("{more}e tour"),
    }
}

/// What a round asks for: "Ziel: 33 % der Haushalte.", "Ziel: 40 Verträge.".
pub fn round_target(target: Target, unit: Unit, lang: Lang) -> String {
    let many = words::unit(unit, lang).0;
    let asked = match target {
        Target::Share(share) => {
            let share = number::share(share, lang);
            match lang {
                Lang::De => format!("{share} der {many}"),
                Lang::En => format!("{share} of the {many}"),
                Lang::Fr => format!("{share} des {many}"),
            }
        }
        Target::Count(count) => number::contracts(count, lang),
        Target::OperatorDecision => {
            let decides = lang.pick(
                "Ohne Ziel: Der Betreiber entscheidet selbst.",
                "No target: the operator decides for itself.",
                "Sans objectif\u{a0}: l’opérateur décide lui-même.",
            );
            return decides.to_owned();
        }
    };
    format!("{}{asked}.", lang.pick("Ziel: ", "Target: ", "Objectif\u{a0}: "))
}

/// "Zweite Runde in Bühl und Weier bis zum 31. März 2024." for each further round that some areas are in.
pub fn running_rounds(status: &CampaignStatus, lang: Lang) -> Option<String> {
    let sentence = |(round_of, names): &(&InRound, Vec<&str>)| {
        let (which, areas) = (round(round_of.number, lang), words::list(names, lang));
        let day = date::long(round_of.round.deadline, lang);
        match lang {
            Lang::De => format!("{which} in {areas} bis zum {day}."),
            Lang::En => format!("{which} in {areas} until {day}."),
            Lang::Fr => format!("{which} à {areas} jusqu’au {day}."),
        }
    };
    let sentences: Vec<String> = status.further_rounds().iter().map(sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What happened or comes in build and rounds, as a sentence.
pub(super) fn happening(what: &Happening, ahead: bool, lang: Lang) -> Vec<Span> {
    let colon = lang.pick(": ", ": ", "\u{a0}: ");
    let sentence = match what {
        Happening::RoundOpened { number, campaign, note } => {
            let begins = lang.pick(" beginnt: ", " begins: ", "\u{a0}: ");
            let opened = Span::plain(round(*number, lang) + begins);
            let spans = vec![opened, Span::quoted(campaign, lang), Span::plain(".")];
            return with_note(spans, note.as_deref(), lang);
        }
        Happening::RoundDeadline { number } => round_deadline(*number, ahead, lang),
        Happening::Phase { kind, unit, ended } => {
            let verb = match ended {
                true => lang.pick("beendet", "finished", "fin"),
                false => lang.pick("begonnen", "started", "début"),
            };
            format!("{}{colon}{verb}.", phase(*kind, *unit, lang))
        }
        Happening::Planned { kind, unit, end } => {
            let verb = match end {
                true => lang.pick("Ende geplant", "end planned", "fin prévue"),
                false => lang.pick("geplant", "planned", "début prévu"),
            };
            format!("{}{colon}{verb}.", phase(*kind, *unit, lang))
        }
        Happening::Counted { unit, figures } => {
            let what = lang.pick("Ausbaustand", "State of the build", "État des travaux");
            format!("{what}{colon}{}.", counted(figures, *unit, lang))
        }
        _ => String::new(),
    };
    vec![Span::Plain(sentence)]
}

fn round_deadline(number: u32, ahead: bool, lang: Lang) -> String {
    let round = match (number, lang) {
        (1, Lang::De) => "ersten Runde".to_owned(),
        (2, Lang::De) => "zweiten Runde".to_owned(),
        (3, Lang::De) => "dritten Runde".to_owned(),
        (1..=3, _) => round(number, lang).to_lowercase(),
        (_, Lang::En) => format!("round {number}"),
        (_, Lang::De | Lang::Fr) => round(number, lang),
    };
    match (lang, ahead) {
        (Lang::De, true) => format!("Die Frist der {round} endet."),
        (Lang::De, false) => format!("Die Frist der {round} endete."),
        (Lang::En, true) => format!("This is the deadline: {round}."),
        (Lang::En, false) => format!("This was the deadline: {round}."),
        (Lang::Fr, true) => format!("C’est la date limite du {round}."),
        (Lang::Fr, false) => format!("C’était la date limite du {round}."),
    }
}

fn phase(kind: PhaseKind, unit: Unit, lang: Lang) -> String {
    // Soft hyphens are for narrow steppers.
    words::phase(kind, unit, lang).replace('\u{ad}', "")
}

/// "80 von 120 Gebäuden vorbeigeführt, 40 angeschlossen".
pub fn counted(figures: &BuildFigures, unit: Unit, lang: Lang) -> String {
    let named = BuildStep::ALL.into_iter().filter_map(|of| Some((of, figures.of(of)?)));
    let parts: Vec<String> = named
        .enumerate()
        .map(|(place, (of, count))| {
            let so = match (place, figures.base) {
                (0, Some(base)) => x_of_y(count, Some(base), unit, lang),
                _ => number::count(count, lang),
            };
            match lang {
                Lang::De | Lang::En => format!("{so} {}", step(of, lang)),
                // Buildings, households and companies differ in gender and number; a word beside the count follows none.
                Lang::Fr => format!("{}\u{a0}: {so}", step(of, lang)),
            }
        })
        .collect();
    parts.join(", ")
}
