//! An application for funding from its making to the grants: what is stored, logged, refused, and who sees it.

use faserstand_lib::{
    application::{
        actor::Actor,
        records::{RecordError, change, log, record},
    },
    domain::{
        account::{Role, Scope},
        edit::{EditForm, EditKind, EditRequest, Field},
        funding::{Funding, LegState, Part},
        import::FormProblem,
        money::Cents,
        subject::Subject,
    },
    presentation::log_words,
};

use crate::{
    records::{person, town},
    support::{
        folder::{Folder, clock},
        town::{self as example, NOON},
    },
};

fn subject() -> Subject {
    "foerderung/schulnetz".parse().unwrap()
}

fn request(kind: EditKind, subject: Subject, seen: i64, fields: &[(Field, &str)]) -> EditRequest {
    let all = fields.iter().chain(&[(Field::Source, "Akte")]);
    let fields: Vec<_> = all.map(|(field, text)| (*field, (*text).to_owned())).collect();
    let key = format!("{kind:?}{seen}{}", fields.len());
    EditRequest { subject, seen, key, form: EditForm { kind, fields }, choice: None }
}

async fn made(folder: &Folder, editor: &Actor) -> i64 {
    let fields = [
        (Field::Name, "Schulnetz"),
        (Field::Model, "operator_model"),
        (Field::Total, "1.350.000,01"),
        (Field::Areas, "Bühl"),
        (Field::AmountsPublic, "no"),
    ];
    let new = request(EditKind::Application, Subject::Town, 0, &fields);
    change(&folder.store, editor, &new, &clock(NOON)).await.unwrap().change
}

fn leg(part: &str, state: &str, amount: (Field, &'static str), seen: i64) -> EditRequest {
    let fields = [(Field::Part, part), (Field::State, state), amount];
    request(EditKind::Leg, subject(), seen, &fields)
}

async fn funding(folder: &Folder) -> Funding {
    Funding::of(&folder.rollout().await, &subject()).unwrap()
}

#[tokio::test]
async fn bund_grants_land_stays_open_and_the_worst_case_is_right_to_the_cent() {
    let (folder, editor) = town().await;
    let mut seen = made(&folder, &editor).await;
    for request in [
        leg("federal", "submitted", (Field::Requested, "675.000,00"), seen),
        leg("state", "submitted", (Field::Requested, "540.000"), i64::MAX),
        leg("federal", "preliminary_grant", (Field::Preliminary, "675.000,00"), i64::MAX),
    ] {
        seen = change(&folder.store, &editor, &request, &clock(NOON)).await.unwrap().change;
    }
    let now = funding(&folder).await;
    assert_eq!(now.state(Part::State), Some(LegState::Submitted));
    // 1.350.000,01 − 675.000,00 − 540.000,00; 1.350.000,01 − 675.000,00
    assert_eq!(now.own_now(), Cents::new(13_500_001).ok());
    assert_eq!(now.own_at_worst(), Cents::new(67_500_001).ok());

    let page = log(&folder.store, &editor, Some(&subject()), None, None).await.unwrap();
    assert_eq!(page.entries[0].0, seen);
    let words = log_words::page(&page, clock(NOON).now());
    let cells: Vec<String> = words.table.lines[0].cells[2..6].iter().map(|cell| cell.replace('\u{a0}', " ")).collect();
    let expected = [
        "Stand eines Teils",
        "Schulnetz",
        "Bund: beantragt, beantragt 675.000 €",
        "Bund: vorläufig bewilligt, vorläufig 675.000 €",
    ];
    assert_eq!(cells, expected);
    assert_eq!(words.table.lines[0].link, Some((3, "/arbeit/foerderung/schulnetz".to_owned())));
    // Application, and three legs.
    assert_eq!(page.entries.len(), 4);
}

#[tokio::test]
async fn a_name_is_taken_once_and_a_form_of_nothing_changes_nothing() {
    let (folder, editor) = town().await;
    made(&folder, &editor).await;
    let again = request(
        EditKind::Application,
        Subject::Town,
        i64::MAX,
        &[(Field::Name, "schulnetz"), (Field::Model, "unknown"), (Field::AmountsPublic, "no")],
    );
    let refused = change(&folder.store, &editor, &again, &clock(NOON)).await.unwrap_err();
    let RecordError::Invalid(faults) = refused else { panic!("{refused:?}") };
    assert_eq!(faults, [(Field::Name, FormProblem::NameTaken { text: "schulnetz".to_owned() }.into())]);
    let nowhere: Subject = "foerderung/gibt-es-nicht".parse().unwrap();
    let missing = request(EditKind::Leg, nowhere, 0, &[(Field::Part, "federal"), (Field::State, "draft")]);
    let refused = change(&folder.store, &editor, &missing, &clock(NOON)).await;
    assert!(matches!(refused, Err(RecordError::NotFound)));
    let of_area = request(EditKind::Outcome, subject(), i64::MAX, &[]);
    assert!(matches!(change(&folder.store, &editor, &of_area, &clock(NOON)).await, Err(RecordError::Invalid(_))));
}

#[tokio::test]
async fn two_people_at_one_application_are_told_of_each_other() {
    let (folder, editor) = town().await;
    let seen = made(&folder, &editor).await;
    let other = person(&folder, 2, Role::Editor, Scope::Everything).await;
    let first = leg("federal", "submitted", (Field::Requested, "675.000"), seen);
    let number = change(&folder.store, &editor, &first, &clock(NOON)).await.unwrap().change;
    let second = leg("federal", "draft", (Field::Requested, "600.000"), seen);
    let refused = change(&folder.store, &other, &second, &clock(NOON)).await;
    assert!(matches!(refused, Err(RecordError::Outdated(newest)) if newest == number));
}

#[tokio::test]
async fn an_application_is_seen_by_who_reads_all_of_its_areas_and_changed_by_editors_alone() {
    let (folder, editor) = town().await;
    made(&folder, &editor).await;
    let of_buehl = person(&folder, 2, Role::DistrictHead, Scope::Within(example::BUEHL)).await;
    let of_griesheim = person(&folder, 3, Role::DistrictHead, Scope::Within(example::GRIESHEIM)).await;
    let seen = record(&folder.store, &of_buehl, &subject(), &clock(NOON)).await.unwrap();
    assert!(!seen.editable);
    let refused = record(&folder.store, &of_griesheim, &subject(), &clock(NOON)).await;
    assert!(matches!(refused, Err(RecordError::Forbidden(_))));
    assert!(matches!(
        log(&folder.store, &of_griesheim, Some(&subject()), None, None).await,
        Err(RecordError::Forbidden(_))
    ));
    let step = leg("federal", "draft", (Field::Requested, "1"), i64::MAX);
    for head in [&of_buehl, &of_griesheim] {
        let refused = change(&folder.store, head, &step, &clock(NOON)).await;
        assert!(matches!(refused, Err(RecordError::Forbidden(_))));
    }
    let rollout = folder.rollout().await;
    assert_eq!(Funding::within(&rollout, Scope::Within(example::BUEHL)).len(), 1);
    assert_eq!(Funding::within(&rollout, Scope::Within(example::GRIESHEIM)).len(), 0);
}
