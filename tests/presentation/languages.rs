//! What the public is told, in English and French: plurals, amounts, dates, and what stays German.

use faserstand_lib::{
    domain::{
        area::AreaKind,
        build_progress::BuildStep,
        campaign::Unit,
        facility::{FacilityKind, plan::StepState},
        funding::{MilestoneKind, Part},
        remark::{Place, RemarkFault},
        source::Source,
        timeline::{Entry, Happening, Strand},
        when::When,
    },
    presentation::{
        build_words, chronicle_page, facilities_public, facility_words, funding_public, funding_words,
        lang::Lang,
        query::Query,
        remark_page::{self, RemarkForm},
        remark_words,
        span::Span,
        strand, timeline_words, words,
    },
};
use jiff::civil::date;

use crate::town;

const TODAY: jiff::civil::Date = date(2023, 11, 10);

/// A text with plain spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn entry(what: Happening, day: jiff::civil::Date) -> Entry {
    let source = Source { name: "Stadtanzeiger".to_owned(), published_on: None };
    Entry::new(When::Day(day), what, Strand::Marketing, Vec::new(), source)
}

#[test]
fn the_word_of_a_thing_differs_in_every_language() {
    // Where two languages have the same word, that is so on purpose.
    let same = ["active", "Land"];
    let all = |word: &dyn Fn(Lang) -> String| {
        let [de, en, fr] = Lang::ALL.map(word);
        for (one, other) in [(&de, &en), (&de, &fr), (&en, &fr)] {
            assert!(one != other || same.contains(&one.as_str()), "{de} {en} {fr}");
        }
        assert!(!de.is_empty() && !en.is_empty() && !fr.is_empty());
    };
    for strand in Strand::ALL {
        all(&|lang| timeline_words::strand(strand, lang).to_owned());
    }
    for kind in MilestoneKind::ALL {
        all(&|lang| funding_words::milestone(kind, lang).to_owned());
    }
    for part in Part::ALL {
        all(&|lang| funding_words::part(part, lang).to_owned());
    }
    for kind in FacilityKind::ALL {
        all(&|lang| facility_words::kind(kind, lang).0.to_owned());
    }
    for state in StepState::ALL {
        all(&|lang| facility_words::state(state, lang).to_owned());
    }
    for step in BuildStep::ALL {
        all(&|lang| build_words::explanation(step, lang).to_owned());
    }
    for kind in [AreaKind::District, AreaKind::CommercialArea, AreaKind::BuildArea] {
        all(&|lang| words::area(kind, lang).many.to_owned());
    }
}

#[test]
fn how_long_until_something_comes_is_said_in_the_language() {
    let when =
        |day, lang| plain(&timeline_words::when(&entry(Happening::Fact { text: String::new() }, day), TODAY, lang));
    assert_eq!(when(TODAY, Lang::En), "10 November 2023, today");
    assert_eq!(when(TODAY, Lang::Fr), "10 novembre 2023, aujourd’hui");
    assert_eq!(when(date(2023, 11, 11), Lang::En), "11 November 2023, tomorrow");
    assert_eq!(when(date(2023, 12, 1), Lang::Fr), "1er décembre 2023, dans 21 jours");
    assert_eq!(when(date(2023, 12, 1), Lang::En), "1 December 2023, in 21 days");
    assert_eq!(when(date(2023, 3, 1), Lang::Fr), "1er mars 2023");
}

#[test]
fn what_was_recorded_stays_german_and_is_marked() {
    let decided = Happening::Decided { body: "Gemeinderat".to_owned(), text: "beschließt den Ausbau.".to_owned() };
    let told = |what: Happening, lang| timeline_words::sentence(&entry(what, TODAY), TODAY, lang);
    let quoted = Span::Quoted("Der Gemeinderat beschließt den Ausbau.".to_owned());
    assert_eq!(told(decided.clone(), Lang::De), [Span::plain("Der Gemeinderat beschließt den Ausbau.")]);
    assert_eq!(told(decided.clone(), Lang::En), [Span::plain("Decision: "), quoted.clone()]);
    assert_eq!(told(decided, Lang::Fr), [Span::plain("Décision\u{a0}: "), quoted]);
    let deadline =
        Happening::Deadline { earlier: vec![date(2023, 11, 26)], reason: Some("Nach Rücksprache.".to_owned()) };
    let english = [
        Span::plain("This is the deadline. An earlier notice named 26 November."),
        Span::plain(" "),
        Span::Quoted("Nach Rücksprache.".to_owned()),
    ];
    assert_eq!(told(deadline.clone(), Lang::En), english);
    let french = Span::words(&told(deadline, Lang::Fr));
    assert_eq!(
        plain(&french),
        "C’est la date limite. Une annonce précédente indiquait le 26 novembre. Nach Rücksprache."
    );
}

#[test]
fn a_round_and_a_build_are_told_in_the_language() {
    let told = |what: &Happening, lang| {
        plain(&Span::words(&timeline_words::sentence(&entry(what.clone(), TODAY), TODAY, lang)))
    };
    let over = Happening::RoundDeadline { number: 2 };
    assert_eq!(told(&over, Lang::De), "Die Frist der zweiten Runde endete.");
    assert_eq!(told(&over, Lang::En), "This was the deadline: second round.");
    assert_eq!(told(&over, Lang::Fr), "C’était la date limite du deuxième tour.");
    let fourth = Happening::RoundDeadline { number: 4 };
    assert_eq!(told(&fourth, Lang::En), "This was the deadline: round 4.");
    assert_eq!(told(&fourth, Lang::Fr), "C’était la date limite du 4e tour.");
    assert_eq!(plain(&build_words::x_of_y(1_000, Some(1_200), Unit::Buildings, Lang::En)), "1,000 of 1,200 buildings");
    assert_eq!(plain(&build_words::x_of_y(1_000, Some(1_200), Unit::Buildings, Lang::Fr)), "1 000 bâtiments sur 1 200");
}

#[test]
fn every_strand_has_a_page_in_every_language_and_links_within_it() {
    let rollout = town::rollout();
    for address in strand::addresses(&rollout).iter().filter(|address| !address.contains('&')) {
        let pages = Lang::ALL.map(|lang| strand::page(address, &rollout, TODAY, lang).unwrap());
        for (page, lang) in pages.iter().zip(Lang::ALL) {
            let html = page.main.as_str();
            assert!(
                html.contains(&format!("href=\"{}\"", lang.address("/"))) || address.contains("einrichtungen"),
                "{html}"
            );
            let astray = Lang::ALL.into_iter().filter(|other| *other != lang && *other != Lang::De);
            for other in astray {
                assert!(!html.contains(&format!("href=\"{}", other.prefix())), "{address} {lang:?} leads to {other:?}");
            }
        }
        let [de, en, fr] = pages.map(|page| (page.title, page.description));
        assert!(de.0 != en.0 && en.0 != fr.0 && de.1 != en.1 && en.1 != fr.1, "{address}");
    }
}

#[test]
fn the_counts_of_funding_follow_the_plural_of_the_language() {
    let nothing = |lang| funding_public::counters(&[], lang);
    assert_eq!(nothing(Lang::En), "Nothing has been published about funding yet.");
    assert_eq!(nothing(Lang::Fr), "Rien n’a encore été publié au sujet des subventions.");
}

#[test]
fn no_facility_is_no_zero_in_any_language() {
    assert_eq!(facilities_public::headline(&[], Lang::En), "No facility has been recorded yet.");
    assert_eq!(facilities_public::headline(&[], Lang::Fr), "Aucun équipement n’est encore recensé.");
}

#[test]
fn the_lead_of_the_timeline_counts_in_the_language() {
    let page = |query: &str, lang| {
        let page = chronicle_page::page(&Query::parse(query), &town::rollout(), TODAY, lang).unwrap();
        plain(page.main.as_str())
    };
    assert!(page("gebiet=buehl", Lang::En).contains("Entries on Bühl: "), "{}", page("gebiet=buehl", Lang::En));
    assert!(
        page("gebiet=buehl&bereich=foerderung", Lang::Fr)
            .contains("Entrées concernant Bühl, rubrique « Subvention » : 0 passée, 0 à venir.")
    );
    assert!(page("", Lang::Fr).contains("<optgroup label=\"Quartiers\">"));
    assert!(page("", Lang::En).contains("action=\"/en/verlauf\""));
}

#[test]
fn a_remark_is_asked_for_in_the_language() {
    let rollout = town::rollout();
    let form = |lang| {
        let form = RemarkForm {
            faults: vec![RemarkFault::TextTooLong(2_001), RemarkFault::ContactTooLong(201)],
            ..RemarkForm::about("gebiete/buehl".parse::<Place>().unwrap())
        };
        (plain(&form.title(lang)), plain(form.markup(&rollout, lang).as_str()))
    };
    let (title, english) = form(Lang::En);
    assert_eq!(title, "Error: Is this wrong? Faserstand");
    for said in [
        "Please check 2 entries",
        "The remark has 2,001 characters. Shorten it to at most 2,000.",
        "with the information on Bühl",
        "deleted 30 days after the answer, and no later than 6 months",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    let (title, french) = form(Lang::Fr);
    assert_eq!(title, "Erreur : Une erreur ? Faserstand");
    for said in [
        "Veuillez vérifier 2 indications",
        "La remarque compte 2 001 caractères. Raccourcissez-la à 2 000 au maximum.",
        "Le contact compte 201 caractères. Raccourcissez-le à 200 au maximum.",
    ] {
        assert!(french.contains(said), "{said}: {french}");
    }
    assert!(remark_page::thanks(None, Lang::Fr).as_str().contains("href=\"/fr/\""));
    assert!(remark_words::too_many(61, Lang::En).ends_with("in 2 minutes."));
    assert!(remark_words::too_many(60, Lang::Fr).ends_with("dans une minute."));
}
