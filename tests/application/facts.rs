//! What is recorded about the town as a whole: facts are added, logged, and known from their day on.

use faserstand_lib::{
    application::{
        actor::Actor,
        records::{RecordError, change, log, record},
    },
    domain::{
        account::{Role, Scope},
        edit::{EditForm, EditKind, EditRequest, Field},
        import::{FormProblem, Problem},
        subject::Subject,
    },
    presentation::log_words,
};

use crate::{
    records::{person, town},
    support::{
        folder::clock,
        town::{self as example, NOON},
    },
};

const AFTER: &str = "2023-11-10T13:00:00Z";

fn decision(text: &str) -> EditRequest {
    let fields = [
        (Field::Day, "15.5.2023"),
        (Field::Body, "Gemeinderat"),
        (Field::Text, text),
        (Field::Document, "62/23"),
        (Field::Source, "Niederschrift"),
    ];
    let fields = fields.map(|(field, text)| (field, text.to_owned())).to_vec();
    let form = EditForm { kind: EditKind::Decision, fields };
    EditRequest { subject: Subject::Town, seen: 0, key: format!("beschluss {text}"), form, choice: None }
}

#[tokio::test]
async fn a_decision_is_recorded_with_its_entry_and_told_in_words() {
    let (folder, editor) = town().await;
    let before = folder.rollout().await.decisions().count();
    let request = decision("beschließt den Ausbau.");
    let changed = change(&folder.store, &editor, &request, &clock(AFTER)).await.unwrap();
    // The same submission again stores nothing.
    assert_eq!(change(&folder.store, &editor, &request, &clock(AFTER)).await.unwrap(), changed);
    let rollout = folder.rollout().await;
    assert_eq!(rollout.decisions().count(), before + 1);
    assert_eq!(rollout.decisions().last().unwrap().document.as_deref(), Some("62/23"));

    let page = log(&folder.store, &editor, Some(&Subject::Town), None, None).await.unwrap();
    assert_eq!(page.entries[0].0, changed.change);
    let words = log_words::page(&page, clock(AFTER).now());
    let line = &words.table.lines[0];
    assert_eq!(
        line.cells[2..6],
        ["Beschluss", "Stadt", "–", "Gemeinderat, 15.05.2023, Drucksache 62/23: beschließt den Ausbau"]
    );
    assert_eq!(line.link, Some((3, "/arbeit/vereinbarungen".to_owned())));
    // It is known from the day on which it was recorded, not earlier.
    assert_eq!(rollout.known_on(example::DAY.yesterday().unwrap()).decisions().count(), before);
}

#[tokio::test]
async fn what_is_wrong_with_a_decision_is_told_in_the_order_of_its_fields() {
    let (folder, editor) = town().await;
    let fields = vec![(Field::Source, "x".to_owned()), (Field::Day, "1.1.2099".to_owned())];
    let request = EditRequest { form: EditForm { kind: EditKind::Decision, fields }, ..decision("") };
    let refused = change(&folder.store, &editor, &request, &clock(NOON)).await.unwrap_err();
    let RecordError::Invalid(faults) = refused else { panic!("{refused:?}") };
    let missing = Problem::Form(FormProblem::Missing);
    assert_eq!(faults.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [Field::Day, Field::Body, Field::Text]);
    assert_eq!(faults[1].1, missing);
    // A form that the town does not have changes nothing.
    let form = EditForm { kind: EditKind::Outcome, fields: Vec::new() };
    let refused = change(&folder.store, &editor, &EditRequest { form, ..decision("") }, &clock(NOON)).await;
    assert!(matches!(refused, Err(RecordError::Invalid(_))));
}

#[tokio::test]
async fn who_reads_one_area_records_nothing_about_the_town() {
    let (folder, editor) = town().await;
    let head = person(&folder, 2, Role::DistrictHead, Scope::Within(example::GRIESHEIM)).await;
    let refused = change(&folder.store, &head, &decision("beschließt nichts."), &clock(NOON)).await;
    assert!(matches!(refused, Err(RecordError::Forbidden(_))));
    // The page is theirs to read, what was changed about the whole town is not.
    let log = log(&folder.store, &head, Some(&Subject::Town), None, None).await;
    assert!(matches!(log, Err(RecordError::Forbidden(_))));
    for (actor, editable) in [(&head, false), (&editor, true), (&Actor::Console, true)] {
        assert_eq!(record(&folder.store, actor, &Subject::Town, &clock(NOON)).await.unwrap().editable, editable);
    }
    let nowhere = "einrichtungen/gibt-es-nicht".parse().unwrap();
    assert!(matches!(record(&folder.store, &editor, &nowhere, &clock(NOON)).await, Err(RecordError::NotFound)));
}
