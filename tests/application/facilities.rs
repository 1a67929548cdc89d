//! Facilities: entered by forms, taken from files, told in the log.

use std::hash::{DefaultHasher, Hash, Hasher};

use faserstand_lib::{
    application::{
        actor::Actor,
        facilities::{FacilitiesError, FacilitiesReport, export, import},
        records::{RecordError, change, log, record},
    },
    domain::{
        account::{Role, Scope},
        edit::{EditForm, EditKind, EditRequest, Field},
        facility::{
            inventory::Counters,
            line::Speed,
            need::Sufficiency,
            plan::{StepState, Strand},
        },
        import::{FacilityNotice, FacilityProblem, FormProblem, Notice, Problem},
        subject::Subject,
    },
    presentation::log_words,
};

use crate::{
    records::{person, town},
    support::{
        folder::{Folder, clock},
        public_files::public_file,
        town::{self as example, NOON},
    },
};

const DIRECTORY: &[u8] = include_bytes!("../fixtures/facilities/directory.csv");

fn request(subject: &str, kind: EditKind, seen: i64, fields: &[(Field, &str)]) -> EditRequest {
    let fields: Vec<(Field, String)> = fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    let mut hasher = DefaultHasher::new();
    (subject, format!("{fields:?}")).hash(&mut hasher);
    let key = hasher.finish().to_string();
    let subject: Subject = subject.parse().unwrap();
    EditRequest { subject, seen, key, form: EditForm { kind, fields }, choice: None }
}

const NEW: [(Field, &str); 9] = [
    (Field::Name, "Oken-Gymnasium"),
    (Field::Kind, "school"),
    (Field::Area, "griesheim"),
    (Field::Classes, "30"),
    (Field::Tariff, "unknown"),
    (Field::SecondRoute, "no"),
    (Field::Fundable, "unknown"),
    (Field::Standing, "in_use"),
    (Field::Source, "Schulverwaltung"),
];

const PAGE: &str = "einrichtungen/oken-gymnasium";

fn with(fields: &[(Field, &'static str)], field: Field, text: &'static str) -> Vec<(Field, &'static str)> {
    fields.iter().copied().filter(|(of, _)| *of != field).chain([(field, text)]).collect()
}

async fn stored(folder: &Folder, actor: &Actor, request: &EditRequest) -> Result<i64, RecordError> {
    change(&folder.store, actor, request, &clock(NOON)).await.map(|changed| changed.change)
}

async fn faults(folder: &Folder, actor: &Actor, request: &EditRequest) -> Vec<(Field, Problem)> {
    match stored(folder, actor, request).await {
        Err(RecordError::Invalid(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

/// The small town with one school, and its editor.
async fn with_school() -> (Folder, Actor) {
    let (folder, editor) = town().await;
    stored(&folder, &editor, &request("stadt", EditKind::Facility, 0, &NEW)).await.unwrap();
    (folder, editor)
}

#[tokio::test]
async fn a_school_is_founded_measured_and_moved_to_active_and_the_counter_follows() {
    let (folder, editor) = with_school().await;
    let line = [(Field::Down, "100"), (Field::Up, "40"), (Field::Day, "8.11.2023"), (Field::Source, "Messung")];
    stored(&folder, &editor, &request(PAGE, EditKind::Line, 0, &line)).await.unwrap();
    let school = folder.rollout().await.facility("oken-gymnasium").unwrap();
    // 30 × (30 + 1) = 930; 930 − 100 = 830 too little.
    assert_eq!(school.sufficiency(), Ok(Sufficiency::BelowNeed));
    assert_eq!(school.balance_kbits(), Some(-830_000));
    let mut seen = 0;
    for state in ["surveyed", "assessed", "planned", "ordered", "under_construction", "active"] {
        let step =
            [(Field::Strand, "line"), (Field::State, state), (Field::When, "9.11.2023"), (Field::Source, "Plan")];
        seen = stored(&folder, &editor, &request(PAGE, EditKind::Step, seen, &step)).await.unwrap();
    }
    let rollout = folder.rollout().await;
    let school = rollout.facility("oken-gymnasium").unwrap();
    assert_eq!(school.state(Strand::Line), Some(StepState::Active));
    assert_eq!(school.steps_of(Strand::Line).count(), 6, "nothing is overwritten");
    let counters = Counters::of(&rollout.facilities());
    assert_eq!((counters.active.so, counters.active.of), (1, 1));
    assert_eq!((counters.need_met.so, counters.need_met.of), (0, 1));
    // None of it was known the day before.
    assert_eq!(rollout.known_on(example::DAY.yesterday().unwrap()).facilities(), []);
}

#[tokio::test]
async fn the_log_tells_of_a_facility_by_its_name() {
    let (folder, editor) = with_school().await;
    let step = [(Field::Strand, "line"), (Field::State, "planned"), (Field::Source, "Plan")];
    stored(&folder, &editor, &request(PAGE, EditKind::Step, 0, &step)).await.unwrap();
    let subject: Subject = PAGE.parse().unwrap();
    let page = log(&folder.store, &editor, Some(&subject), None, None).await.unwrap();
    let words = log_words::page(&page, clock(NOON).now());
    let lines: Vec<&[String]> = words.table.lines.iter().map(|line| &line.cells[2..6]).collect();
    assert_eq!(lines[0], ["Handlungsplan", "Oken-Gymnasium", "–", "Leitung: geplant"]);
    assert_eq!(
        lines[1],
        ["Einrichtung", "Oken-Gymnasium", "–", "Oken-Gymnasium, Schule, 30 Klassen, zweiter Weg: nein"]
    );
    assert_eq!(words.table.lines[0].link, Some((3, format!("/arbeit/{PAGE}"))));
}

#[tokio::test]
async fn skipping_or_going_back_asks_for_a_reason_and_active_for_its_day() {
    let (folder, editor) = with_school().await;
    let step = |state| vec![(Field::Strand, "line"), (Field::State, state), (Field::Source, "Plan")];
    let seen = stored(&folder, &editor, &request(PAGE, EditKind::Step, 0, &step("surveyed"))).await.unwrap();
    let skipped = faults(&folder, &editor, &request(PAGE, EditKind::Step, seen, &step("ordered"))).await;
    assert_eq!(skipped, [(Field::Reason, FormProblem::SkipNeedsReason.into())]);
    let active =
        faults(&folder, &editor, &request(PAGE, EditKind::Step, seen, &with(&step("active"), Field::Reason, "x")))
            .await;
    assert_eq!(active, [(Field::When, FormProblem::ActiveSince.into())]);
    let reasoned = with(&step("ordered"), Field::Reason, "Planung lag vor");
    let seen = stored(&folder, &editor, &request(PAGE, EditKind::Step, seen, &reasoned)).await.unwrap();
    let back = faults(&folder, &editor, &request(PAGE, EditKind::Step, seen, &step("assessed"))).await;
    assert_eq!(back, [(Field::Reason, FormProblem::BackNeedsReason.into())]);
    let ahead = with(&with(&step("under_construction"), Field::When, "1.2.2024"), Field::Cost, "1,5");
    let faults = faults(&folder, &editor, &request(PAGE, EditKind::Step, seen, &ahead)).await;
    assert_eq!(faults.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [Field::When, Field::Cost]);
}

#[tokio::test]
async fn what_is_wrong_with_a_facility_is_told_field_by_field() {
    let (folder, editor) = with_school().await;
    let again =
        faults(&folder, &editor, &request("stadt", EditKind::Facility, 0, &with(&NEW, Field::Source, "noch einmal")))
            .await;
    assert_eq!(again, [(Field::Name, FormProblem::FacilityExists { name: "Oken-Gymnasium".to_owned() }.into())]);
    let other = with(&NEW, Field::Name, "Kita Bühl");
    let of = async |field, text| {
        faults(&folder, &editor, &request("stadt", EditKind::Facility, 0, &with(&other, field, text))).await
    };
    assert_eq!(of(Field::Position, "48,467").await, [(Field::Position, FacilityProblem::HalfPosition.into())]);
    assert_eq!(of(Field::Position, "7,945 48,467").await, [(Field::Position, FacilityProblem::SwappedPosition.into())]);
    assert_eq!(of(Field::Fundable, "yes").await, [(Field::FundableReason, FacilityProblem::NoReason.into())]);
    let classes = FacilityProblem::NotClasses { text: "viele".to_owned() };
    assert_eq!(of(Field::Classes, "viele").await, [(Field::Classes, classes.into())]);
    // The same again says nothing new, and leaving the inventory asks for a reason.
    let unchanged = faults(&folder, &editor, &request(PAGE, EditKind::Facility, 99, &NEW)).await;
    assert_eq!(unchanged, [(Field::Name, FormProblem::Unchanged.into())]);
    let closed = request(PAGE, EditKind::Facility, 99, &with(&NEW, Field::Standing, "closed"));
    assert_eq!(faults(&folder, &editor, &closed).await, [(Field::Reason, FormProblem::Missing.into())]);
}

#[tokio::test]
async fn who_reads_one_area_sees_its_facilities_alone_and_changes_none() {
    let (folder, _) = with_school().await;
    let of_griesheim = person(&folder, 2, Role::DistrictHead, Scope::Within(example::GRIESHEIM)).await;
    let of_buehl = person(&folder, 3, Role::DistrictHead, Scope::Within(example::BUEHL)).await;
    let subject: Subject = PAGE.parse().unwrap();
    assert!(!record(&folder.store, &of_griesheim, &subject, &clock(NOON)).await.unwrap().editable);
    assert!(matches!(record(&folder.store, &of_buehl, &subject, &clock(NOON)).await, Err(RecordError::Forbidden(_))));
    let line = [(Field::Down, "1"), (Field::Source, "x")];
    let refused = stored(&folder, &of_griesheim, &request(PAGE, EditKind::Line, 0, &line)).await;
    assert!(matches!(refused, Err(RecordError::Forbidden(_))));
    let text =
        async |actor: &Actor| String::from_utf8(export(&folder.store, actor, clock(NOON)).await.unwrap()).unwrap();
    assert!(text(&of_griesheim).await.contains("Oken-Gymnasium"));
    assert!(!text(&of_buehl).await.contains("Oken-Gymnasium"));
}

async fn taken(folder: &Folder, bytes: &[u8], dry_run: bool) -> Result<FacilitiesReport, FacilitiesError> {
    import(&folder.store, &Actor::Console, "liste.csv", bytes, clock(NOON), dry_run).await
}

#[tokio::test]
async fn a_second_import_changes_nothing() {
    let folder = Folder::with_town().await;
    let tried = taken(&folder, DIRECTORY, true).await.unwrap();
    assert_eq!((tried.added, tried.dry_run, folder.rollout().await.facilities().len()), (4, true, 0));
    let first = taken(&folder, DIRECTORY, false).await.unwrap();
    assert_eq!((first.added, first.changed, first.unchanged), (4, 0, 0));
    let before = (folder.rollout().await, folder.log().await.len());
    let second = taken(&folder, DIRECTORY, false).await.unwrap();
    assert_eq!((second.added, second.changed, second.unchanged, second.lines), (0, 0, 4, 0));
    assert!((folder.rollout().await, folder.log().await.len()) == before);
}

#[tokio::test]
async fn the_real_list_of_schools_comes_in_once_and_changes_nothing_a_second_time() {
    let Some(bytes) = public_file("schools/schulen_offenburg_jedeschule_2017.csv") else { return };
    for (folder, known) in [(Folder::with_town().await, 0), (Folder::with_offenburg().await, 23)] {
        let first = taken(&folder, &bytes, false).await.unwrap();
        assert_eq!((first.added, first.changed + first.unchanged), (31 - known, known));
        assert!(first.notices.contains(&FacilityNotice::RowsMerged { rows: 44, facilities: 31 }.into()));
        let before = (folder.rollout().await, folder.log().await.len());
        let second = taken(&folder, &bytes, false).await.unwrap();
        assert_eq!((second.added, second.changed, second.unchanged, second.lines), (0, 0, 31, 0));
        assert!((folder.rollout().await, folder.log().await.len()) == before);
    }
}

#[tokio::test]
async fn an_own_export_read_in_again_changes_nothing() {
    let (folder, editor) = with_school().await;
    let line = [(Field::Down, "0,8"), (Field::Up, "0,1"), (Field::Day, "8.11.2023"), (Field::Source, "=Messung")];
    stored(&folder, &editor, &request(PAGE, EditKind::Line, 0, &line)).await.unwrap();
    taken(&folder, DIRECTORY, false).await.unwrap();
    let before = folder.rollout().await;
    let bytes = export(&folder.store, &Actor::Console, clock(NOON)).await.unwrap();
    let report = taken(&folder, &bytes, false).await.unwrap();
    assert_eq!((report.added, report.changed, report.lines, report.unchanged), (0, 0, 0, 5));
    assert_eq!(folder.rollout().await, before);
}

#[tokio::test]
async fn one_wrong_row_keeps_all_of_them_out() {
    let folder = Folder::with_town().await;
    let table =
        "Name;Art;Ortsteil;Gemessen am;Down\nKita A;Kita;Bühl;;\nKita B;Kita;Buhl;;\nKita C;Kita;Bühl;1.2.2099;10\n";
    let Err(FacilitiesError::Rows(errors)) = taken(&folder, table.as_bytes(), false).await else { panic!() };
    let lines: Vec<(u64, Option<&str>)> =
        errors.kept().iter().map(|error| (error.line, error.column.as_deref())).collect();
    assert_eq!(lines, [(3, Some("Ortsteil")), (4, Some("Gemessen am"))]);
    let unknown = Problem::UnknownArea { text: "Buhl".to_owned(), suggestion: Some("Bühl".to_owned()) };
    assert_eq!(errors.kept()[0].problem, unknown);
    assert_eq!(folder.rollout().await.facilities(), []);
    assert_eq!(folder.log().await, []);
}

#[tokio::test]
async fn a_file_adds_what_it_knows_and_takes_nothing_away() {
    let (folder, editor) = with_school().await;
    let table = "Name;Art;Träger;Klassen;Down;Gemessen am\nOken Gymnasium;Schule;Kreis;;250;9.11.2023\n";
    let report = taken(&folder, table.as_bytes(), false).await.unwrap();
    assert_eq!((report.added, report.changed, report.lines), (0, 1, 1));
    let school = folder.rollout().await.facility("oken-gymnasium").unwrap();
    assert_eq!(school.details.classes, Some(30), "an empty cell says nothing");
    assert_eq!(school.details.owner.as_deref(), Some("Kreis"));
    assert_eq!(school.details.name, "Oken-Gymnasium", "a damaged name does not take the place of a sound one");
    let kept = |notice: &Notice| matches!(notice, Notice::Facility(FacilityNotice::NameKept { line: 2, .. }));
    assert!(report.notices.iter().any(kept), "{:?}", report.notices);
    assert_eq!(school.line().and_then(|line| line.down), Some(Speed::from_mbits(250)));
    let subject: Subject = PAGE.parse().unwrap();
    let entries = log(&folder.store, &editor, Some(&subject), None, None).await.unwrap().entries;
    assert_eq!(entries[0].1.why.as_deref(), Some("Datei liste.csv"));
}

#[tokio::test]
async fn the_built_in_schools_are_known_before_the_campaign_and_lie_in_their_districts() {
    let folder = Folder::with_offenburg().await;
    let rollout = folder.rollout().await.known_on(example::DAY);
    let schools = rollout.facilities();
    assert_eq!(schools.len(), 23);
    let area = |slug: &str| {
        let school = rollout.facility(slug).unwrap();
        rollout.areas.get(school.details.area.unwrap()).unwrap().name.clone()
    };
    assert_eq!(area("grundschule-griesheim"), "Griesheim");
    assert_eq!(area("weingartenschule"), "Zell-Weierbach");
    assert_eq!(area("oken-gymnasium"), "Kernstadt");
    for school in &schools {
        assert_eq!(school.lines, [], "line data are not published");
        assert!(school.details.source.name.contains("2017"));
        assert_eq!(school.details.owner.as_deref(), Some("öffentlich"));
    }
    assert_eq!(Counters::of(&schools).active.unknown, 23);
}
