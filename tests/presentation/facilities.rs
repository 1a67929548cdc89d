//! Facilities in words: the list with its filters, the board, one facility's page, what the public reads.

use faserstand_lib::{
    domain::{
        account::Scope,
        area::Slug,
        edit::SubjectRecord,
        facility::{
            Answer, Details, FacilityKind,
            line::{Line, Speed, Technology},
            plan::{Step, StepParts, StepState, Strand},
            total::{Total, TotalKind},
        },
        fact::{Fact, Says},
        ids::AreaId,
        rollout::Rollout,
        source::Source,
        subject::Subject,
        when::When,
    },
    presentation::{
        facilities_page, facilities_public, facility_page, facility_words, lang::Lang, query::Query,
        record_view::RecordView,
    },
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2023, 12, 4);

fn source(name: &str) -> Source {
    Source { name: name.to_owned(), published_on: None }
}

fn slug(name: &str) -> Slug {
    Slug::of_name(name).unwrap()
}

fn facility(name: &str, kind: FacilityKind, classes: Option<u16>) -> Fact {
    let mut details = Details::new(name, kind, source("Verzeichnis 2017"));
    details.classes = classes;
    details.area = Some(AreaId(2));
    details.second_route = Answer::No;
    details.address = Some("Geheimer Weg 7".to_owned());
    let (subject, known_on) = (Subject::Facility(slug(name)), date(2017, 7, 31));
    Fact { subject, known_on, says: Says::Facility(details) }
}

fn line(name: &str, down: u32, up: u32) -> Fact {
    let line = Line {
        technology: Some(Technology::Vdsl),
        down: Some(Speed::from_mbits(down)),
        up: Some(Speed::from_mbits(up)),
        provider: Some("Kupfer AG".to_owned()),
        measured_on: Some(date(2023, 11, 28)),
        source: source("Messung"),
    };
    Fact { subject: Subject::Facility(slug(name)), known_on: date(2023, 11, 28), says: Says::Line(line) }
}

fn step(name: &str, state: StepState, next_planned: Option<When>) -> Fact {
    let parts = StepParts {
        strand: Strand::Line,
        state,
        reached: Some(When::Day(date(2023, 11, 20))),
        next_planned,
        responsible: Some("Schulverwaltung".to_owned()),
        cost: None,
        note: None,
        source: source("Plan"),
    };
    let says = Says::Step(Step::new(parts).unwrap());
    Fact { subject: Subject::Facility(slug(name)), known_on: date(2023, 11, 20), says }
}

fn town() -> Rollout {
    let total = Total { kind: TotalKind::EducationLines, count: 44, source: source("Bericht der Stadt") };
    Rollout {
        facts: vec![
            facility("Oken-Gymnasium", FacilityKind::School, Some(30)),
            facility("Grundschule Bühl", FacilityKind::School, Some(5)),
            facility("Kita Bühl", FacilityKind::DaycareCentre, None),
            facility("Verteiler Nord", FacilityKind::NetworkSite, None),
            line("Oken-Gymnasium", 100, 40),
            line("Grundschule Bühl", 16, 1),
            step("Oken-Gymnasium", StepState::Planned, Some(When::Day(date(2023, 12, 1)))),
            step("Grundschule Bühl", StepState::Active, None),
            Fact { subject: Subject::Town, known_on: date(2023, 6, 1), says: Says::Total(total) },
        ],
        ..crate::town::rollout()
    }
}

fn record(subject: &str, editable: bool) -> SubjectRecord {
    let subject = subject.parse().unwrap();
    SubjectRecord {
        rollout: town(),
        subject,
        today: TODAY,
        seen: 7,
        tallies: Vec::new(),
        editable,
        scope: Scope::Everything,
    }
}

fn list(query: &str) -> RecordView {
    facilities_page::of(&record("stadt", true), &Query::parse(query))
}

/// Where a text stands.
fn at(page: &str, text: &str) -> usize {
    let place = page.find(text);
    assert!(place.is_some(), "{text} is not in {page}");
    place.unwrap()
}

#[test]
fn the_situation_tells_facilities_and_lines_apart() {
    let view = list("");
    let page = view.page.as_str();
    assert!(page.contains("<b>Bei 1 von 4 Einrichtungen ist die Leitung aktiv.</b>"), "{page}");
    assert!(page.contains("Bei 2 davon ist kein Zustand erfasst."));
    assert!(page.contains("Von den gemessenen Schulen decken 0 von 2 ihren Bedarf"));
    assert!(
        page.contains("Veröffentlicht: 44 Internetanschlüsse für Schulen, Kitas und Familienzentren (SFZ) zusammen (Bericht der Stadt).")
    );
}

#[test]
fn the_list_begins_with_the_largest_gap() {
    let view = list("");
    let page = view.page.as_str();
    let places = ["Oken-Gymnasium", "Grundschule Bühl", "Kita Bühl"].map(|name| at(page, &format!(">{name}</a></th>")));
    assert!(places.is_sorted(), "{page}");
    // 930 − 100 = 830, 180 − 16 = 164
    assert!(at(page, "−830") < at(page, "−164"));
}

#[test]
fn filters_are_addresses_with_counts_and_keep_each_other() {
    let view = list("zustand=planned&art=school");
    let page = view.page.as_str();
    assert!(page.contains("1 von 4, größte Lücke zuerst"), "{page}");
    assert!(!page.contains(">Grundschule Bühl</a></th>"));
    assert!(page.contains("href=\"/arbeit/einrichtungen?art=school\" class=\"act\">Alle 2</a>"), "{page}");
    assert!(page.contains("aria-current=\"true\">geplant 1</a>"), "{page}");
    assert!(
        page.contains(
            "<option value=\"/arbeit/einrichtungen?zustand=planned&amp;art=school\" selected>Schulen (1)</option>"
        ),
        "{page}"
    );
    // What nobody knows filters nothing.
    assert!(list("zustand=erfunden&gebiet=nirgends").page.as_str().contains("4 von 4"));
}

#[test]
fn a_card_can_be_moved_by_its_button_and_by_the_mouse() {
    let view = list("");
    let page = view.page.as_str();
    let column = at(page, "data-drop=\"state=planned\"");
    let card = column + at(&page[column..], "draggable=\"true\" data-card=\"");
    assert!(card > column && page[card..].contains(">Oken-Gymnasium</a>"));
    let place: usize = page[card..].split("data-card=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    let edit = &view.edits[place];
    assert_eq!(edit.subject, Subject::Facility(slug("Oken-Gymnasium")));
    assert_eq!(edit.title, "Zustand ändern, Leitung: Oken-Gymnasium");
    assert!(
        edit.fields.contains(&(faserstand_lib::domain::edit::Field::State, "ordered".to_owned())),
        "the next state"
    );
    assert!(page.contains("überfällig: 01.12.2023"));
}

#[test]
fn who_only_reads_has_neither_buttons_nor_cards_to_move() {
    let view = facilities_page::of(&record("stadt", false), &Query::default());
    let page = view.page.as_str();
    for sign in ["data-edit", "data-card", "data-drop", "draggable=\"true\""] {
        assert!(!page.contains(sign), "{sign}");
    }
    assert!(view.forms.is_empty() && view.edits.is_empty());
    let view = facility_page::of(&record("einrichtungen/oken-gymnasium", false)).unwrap();
    assert!(!view.page.as_str().contains("data-edit") && view.forms.is_empty());
}

#[test]
fn the_plan_is_a_list_too_and_each_strand_has_its_own() {
    let page = list("ansicht=liste").page;
    assert!(page.as_str().contains("Handlungsplan, Leitung") && !page.as_str().contains("class=\"board\""));
    let page = list("strang=wlan").page;
    assert!(!page.as_str().contains("überfällig"), "nothing is planned for the WLAN");
}

#[test]
fn one_page_calculates_in_sentences() {
    let view = facility_page::of(&record("einrichtungen/oken-gymnasium", true)).unwrap();
    let page = view.page.as_str().replace('\u{a0}', " ");
    for sentence in [
        "Bedarf = 30 Mbit/s × (30 Klassen + 1 Verwaltung) = 930 Mbit/s.",
        "Vorhanden: 100 Mbit/s down. Es fehlen 830 Mbit/s.",
        "Zum Ziel der Stadt, 1 Gbit/s symmetrisch, fehlen 900 Mbit/s down und 960 Mbit/s up.",
    ] {
        assert!(page.contains(sentence), "{sentence}");
    }
    assert_eq!(view.log, Some("einrichtungen/oken-gymnasium".parse().unwrap()));
    assert_eq!(facility_page::of(&record("einrichtungen/gibt-es-nicht", true)), None);
}

#[test]
fn the_public_page_counts_with_its_explanation_and_keeps_what_is_secret() {
    let page = facilities_public::page(&town(), Lang::De);
    let main = page.main.as_str();
    assert!(page.title.starts_with("Bei 1 von 3 Einrichtungen ist die Leitung aktiv."), "{}", page.title);
    assert!(main.contains("Bei einer davon ist der Stand nicht bekannt."), "{main}");
    assert!(main.contains("44 Internetanschlüsse") && main.contains("keine Häuser"));
    for secret in ["Verteiler", "Geheimer Weg", "Kupfer AG", "VDSL", "zweiter Weg", "Schulverwaltung", "830"] {
        assert!(!main.contains(secret), "{secret}");
    }
    assert_eq!(
        facilities_public::tile(&town(), Lang::De).map(|tile| tile.figure + &tile.of),
        Some("1 von 3".to_owned())
    );
    let of_area = facilities_public::of_area(&town(), "buehl", Lang::De).unwrap();
    assert!(of_area.as_str().contains("Oken-Gymnasium") && !of_area.as_str().contains("Verteiler"));
    assert_eq!(facilities_public::of_area(&town(), "griesheim", Lang::De), None);
}

#[test]
fn where_nothing_is_known_the_public_page_says_so() {
    let mut bare = town();
    bare.facts.retain(|fact| matches!(fact.says, Says::Facility(_)));
    let page = facilities_public::page(&bare, Lang::De);
    assert!(
        page.title.starts_with("3 Einrichtungen sind verzeichnet, der Stand ihrer Leitungen ist nicht veröffentlicht.")
    );
    assert!(page.main.as_str().contains("<p class=\"x\">–<span> noch nicht bekannt</span></p>"));
    let empty = facilities_public::page(&crate::town::rollout(), Lang::De);
    assert!(empty.title.starts_with("Noch ist keine Einrichtung verzeichnet."));
    assert_eq!(facilities_public::tile(&crate::town::rollout(), Lang::De), None);
}

#[test]
fn the_public_page_says_the_same_in_english_and_french() {
    let said = |lang| {
        let page = facilities_public::page(&town(), lang);
        let tile = facilities_public::tile(&town(), lang).unwrap();
        (page.title, page.main.into_string().replace(['\u{a0}', '\u{202f}'], " "), tile.figure + &tile.of)
    };
    let (title, main, tile) = said(Lang::En);
    assert!(title.starts_with("The line is active at 1 of 3 facilities."), "{title}");
    assert!(main.contains("The state of one of them is not known.") && main.contains("44 internet lines"), "{main}");
    assert_eq!(tile, "1 of 3");
    let (title, main, tile) = said(Lang::Fr);
    assert!(title.starts_with("La ligne est active pour 1 équipement sur 3."), "{title}");
    assert!(main.contains("L’état de l’un d’eux n’est pas connu.") && main.contains("44 lignes internet"), "{main}");
    assert_eq!(tile, "1 sur 3");
    for lang in [Lang::En, Lang::Fr] {
        for secret in ["Verteiler", "Geheimer Weg", "Kupfer AG", "VDSL", "Schulverwaltung", "830"] {
            assert!(!said(lang).1.contains(secret), "{lang:?} {secret}");
        }
    }
}

#[test]
fn bandwidths_are_written_as_germans_read_them() {
    let written = [1_000_000, 930_000, 16_500, 800].map(|kbits| facility_words::mbits(Speed::from_kbits(kbits)));
    assert_eq!(written, ["1.000", "930", "16,5", "0,8"]);
    assert_eq!(facility_words::balance(-830_000), "−830");
    assert_eq!(facility_words::balance(10_000), "+10");
    assert_eq!(facility_words::balance(0), "0");
}
