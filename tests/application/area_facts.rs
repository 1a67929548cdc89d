//! What is recorded about areas and taken back in the town: stored, logged, and known from its day on.

use faserstand_lib::{
    application::{
        actor::Actor,
        records::{RecordError, change, log, record},
    },
    domain::{
        area::Slug,
        build_progress::BuildProgressError,
        edit::{EditForm, EditKind, EditRequest, Field},
        import::{FormProblem, Problem},
        subject::Subject,
    },
    presentation::{log_words, town_page},
};
use jiff::civil::date;

use crate::{
    records::town,
    support::{
        folder::{Folder, clock},
        town::BUEHL,
    },
};

const AFTER: &str = "2023-11-10T13:00:00Z";
const LATER: &str = "2024-02-20T13:00:00Z";

fn buehl() -> Subject {
    Subject::Area(Slug::of_name("Bühl").unwrap())
}

fn request(subject: Subject, kind: EditKind, key: &str, fields: &[(Field, &str)]) -> EditRequest {
    let fields = fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    EditRequest { subject, seen: 99, key: key.to_owned(), form: EditForm { kind, fields }, choice: None }
}

async fn saved(folder: &Folder, actor: &Actor, request: &EditRequest, now: &str) {
    change(&folder.store, actor, request, &clock(now)).await.unwrap();
}

async fn newest(folder: &Folder, actor: &Actor, subject: &Subject) -> Vec<String> {
    let page = log(&folder.store, actor, Some(subject), None, None).await.unwrap();
    log_words::page(&page, clock(LATER).now()).table.lines[0].cells[2..7].to_vec()
}

#[tokio::test]
async fn a_build_is_stored_with_its_entry_and_a_second_of_the_day_corrects_it() {
    let (folder, editor) = town().await;
    let build = |connected: &'static str| {
        let fields = [
            (Field::Day, "8.11.2023"),
            (Field::Unit, "buildings"),
            (Field::Count, "1200"),
            (Field::Passed, "800"),
            (Field::Connected, connected),
            (Field::Source, "Baubericht"),
        ];
        request(buehl(), EditKind::Progress, connected, &fields)
    };
    saved(&folder, &editor, &build("40"), AFTER).await;
    saved(&folder, &editor, &build("44"), AFTER).await;
    let told = newest(&folder, &editor, &buehl()).await;
    assert_eq!(
        told.iter().map(|cell| cell.replace('\u{a0}', " ")).collect::<Vec<_>>(),
        [
            "Ausbaustand",
            "Bühl",
            "800 von 1.200 Gebäuden vorbeigeführt, 40 angeschlossen, 08.11.2023",
            "800 von 1.200 Gebäuden vorbeigeführt, 44 angeschlossen, 08.11.2023",
            "–",
        ]
    );
    let rollout = folder.rollout().await.known_on(date(2023, 11, 10));
    let report = rollout.area_report("buehl", date(2023, 11, 10)).unwrap();
    assert_eq!(report.build.iter().map(|figure| figure.count).collect::<Vec<_>>(), [800, 44]);

    let refused = change(&folder.store, &editor, &build("801"), &clock(AFTER)).await.unwrap_err();
    let RecordError::Invalid(faults) = refused else { panic!("{refused:?}") };
    let [(Field::Connected, Problem::Form(FormProblem::Build(BuildProgressError::NotWithin { .. })))] =
        faults.as_slice()
    else {
        panic!("{faults:?}")
    };
}

#[tokio::test]
async fn a_second_round_begins_with_its_own_days() {
    let (folder, editor) = town().await;
    let fields = [
        (Field::OpensOn, "1.2.2024"),
        (Field::Day, "31.3.2024"),
        (Field::Target, "25 %"),
        (Field::Reach, "area"),
        (Field::Source, "Mail des Betreibers"),
    ];
    saved(&folder, &editor, &request(buehl(), EditKind::Round, "runde", &fields), "2024-01-20T13:00:00Z").await;
    let told = newest(&folder, &editor, &buehl()).await;
    assert_eq!(told[3].replace('\u{a0}', " "), "01.02.2024 bis 31.03.2024, 1 Gebiet, Ziel 25 %");
    let rollout = folder.rollout().await.known_on(date(2024, 2, 20));
    let report = rollout.area_report("buehl", date(2024, 2, 20)).unwrap();
    let (_, area) = report.status().unwrap();
    assert_eq!(area.round.as_ref().unwrap().number, 2);
    assert_eq!(area.current, None, "141 contracts of 10 November count for the first round");
    assert_eq!(report.rounds[0].last.as_ref().unwrap().as_of, date(2023, 11, 10));
}

#[tokio::test]
async fn an_agreement_of_the_town_is_stored_and_taken_back_with_a_reason() {
    let (folder, editor) = town().await;
    let before = folder.rollout().await.agreements.len();
    let fields = [
        (Field::Kind, "letter_of_intent"),
        (Field::Partner, "1&1 Versatel"),
        (Field::Signed, "2.1.2023"),
        (Field::EndsOn, "31.12.2023"),
        (Field::Areas, "Bühl, Griesheim"),
        (Field::Conditions, "Nur mit 40 Unternehmen"),
        (Field::Link, "https://www.example.org/absicht"),
        (Field::Source, "Vertrag"),
    ];
    saved(&folder, &editor, &request(Subject::Town, EditKind::Agreement, "absicht", &fields), AFTER).await;
    let rollout = folder.rollout().await;
    let letter = rollout.agreements.last().unwrap();
    assert_eq!((rollout.agreements.len(), letter.areas.len()), (before + 1, 2));
    assert_eq!(letter.conditions.as_deref(), Some("Nur mit 40 Unternehmen"));
    assert_eq!(letter.link.as_ref().unwrap().as_str(), "https://www.example.org/absicht");
    assert!(letter.areas.contains(&BUEHL));
    let told = newest(&folder, &editor, &Subject::Town).await;
    assert_eq!(told[..4], ["Vereinbarung", "Stadt", "–", "Absichtserklärung mit 1&1 Versatel, 02.01.2023"]);

    let record_of = format!("agreement {}", letter.id.0);
    let fields = [(Field::Record, record_of.as_str()), (Field::Day, "10.11.2023"), (Field::Reason, "doppelt erfasst")];
    saved(&folder, &editor, &request(Subject::Town, EditKind::Withdrawal, "zurück", &fields), AFTER).await;
    let rollout = folder.rollout().await;
    assert_eq!(rollout.agreements.len(), before + 1, "nothing is deleted");
    assert_eq!(rollout.agreements().last().unwrap().withdrawn.as_ref().unwrap().reason, "doppelt erfasst");
    let told = newest(&folder, &editor, &Subject::Town).await;
    assert_eq!((told[0].as_str(), told[4].as_str()), ("Zurücknahme", "doppelt erfasst"));

    // The page shows it as taken back, without a button to take it back again.
    let page = town_page::of(&record(&folder.store, &editor, &Subject::Town, &clock(AFTER)).await.unwrap());
    let html = page.page.as_str();
    assert!(html.contains("zurückgenommen") && html.contains("Ungültig ab 10.11.2023: doppelt erfasst"), "{html}");
    let taken_back = page.edits.iter().filter(|edit| edit.kind == EditKind::Withdrawal);
    let records: Vec<_> = taken_back.map(|edit| edit.fields[0].1.clone()).collect();
    assert_eq!(records.len(), before, "{records:?}");
    assert!(!records.contains(&record_of));
}

#[tokio::test]
async fn a_measure_of_one_area_stands_in_that_areas_log() {
    let (folder, editor) = town().await;
    let fields = [
        (Field::Kind, "bulletin"),
        (Field::When, "6.11.2023"),
        (Field::EndsOn, "8.11.2023"),
        (Field::Areas, "Bühl"),
        (Field::Audience, "1.200"),
        (Field::Unit, "copies"),
        (Field::Source, "Amt"),
    ];
    saved(&folder, &editor, &request(Subject::Town, EditKind::Measure, "blatt", &fields), AFTER).await;
    let told = newest(&folder, &editor, &buehl()).await;
    assert_eq!(told[..4], ["Maßnahme", "Bühl", "–", "Mitteilungsblatt, 06.11.2023"]);
    let measure = folder.rollout().await.measures.pop().unwrap();
    assert_eq!(measure.until, Some(date(2023, 11, 8)));
    assert_eq!(measure.audience.unwrap().count, 1_200);
}
