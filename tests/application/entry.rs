//! The weekly entry: all rows or none, each with its entry in the log, sent twice stored once.

use faserstand_lib::{
    application::{
        actor::{Actor, Forbidden},
        entry::{EntryError, enter, sheet},
    },
    domain::{
        account::Scope,
        change::Change,
        entry::{EnteredRow, Entry, LONGEST_KEY, LONGEST_TEXT, Saved},
        finding::Finding,
        ids::{CampaignId, ReadingId},
        import::{FormProblem, Problem},
        reading::{Correction, Record, Stage, Value, as_known_on},
    },
};
use jiff::civil::date;

use crate::{
    sitting::{FRIDAY, MONDAY, Sitting, contracts, row, silence},
    support::{
        folder::{clock, instant},
        town,
    },
};

const TUESDAY: &str = "2023-11-14T08:00:00Z";

fn wrong(error: EntryError) -> Vec<(String, Finding)> {
    let EntryError::Wrong(found) = error else { panic!("{error:?}") };
    found.into_iter().map(|(area, finding)| (area.to_string(), finding)).collect()
}

fn with_reason(reason: &str, row: EnteredRow) -> EnteredRow {
    EnteredRow { reason: Some(reason.to_owned()), ..row }
}

fn new_of(change: &Change) -> Record {
    serde_json::from_str(change.new.as_deref().unwrap()).unwrap()
}

#[tokio::test]
async fn all_rows_are_stored_each_with_its_entry_in_the_log() {
    let sitting = Sitting::begin().await;
    let rows = [row("Bühl", 141), row("Griesheim", 240), silence("Windschläg")];
    let saved = sitting.save("k", &rows, MONDAY).await;
    assert_eq!(saved, Saved { added: 3, unchanged: 0, change: 3 });
    let stored = sitting.folder.rollout().await.readings;
    assert_eq!(
        stored.iter().map(|record| record.reading.value()).collect::<Vec<_>>(),
        [contracts(141), contracts(240), Value::NotReported]
    );
    let first = &stored[0];
    assert_eq!((first.area, first.campaign, first.recorded_at), (town::BUEHL, town::CAMPAIGN, instant(MONDAY)));
    assert_eq!((first.reading.as_of, first.reading.stage), (FRIDAY, Stage::Reported));
    assert_eq!(first.reading.base().map(|base| base.count), Some(1_000));
    assert_eq!((first.reading.source.name.as_str(), first.reading.note.as_deref()), ("Wochenmail", None));
    let log = sitting.folder.log().await;
    let told: Vec<_> = log.iter().map(|(_, entry)| (entry.what.as_str(), entry.which.as_str())).collect();
    let expected = ["buehl 2023-11-10", "griesheim 2023-11-10", "windschlaeg 2023-11-10"];
    assert_eq!(told, expected.map(|which| ("reading", which)));
    for ((_, entry), record) in log.iter().zip(&stored) {
        assert_eq!((entry.who.as_str(), entry.at, entry.old.as_ref()), ("Bearbeitung 1", instant(MONDAY), None));
        assert_eq!(&new_of(entry), record);
    }
}

#[tokio::test]
async fn one_wrong_row_stores_nothing_and_all_that_is_wrong_is_told() {
    let sitting = Sitting::begin().await;
    let tomorrow = EnteredRow { as_of: date(2023, 11, 14), ..row("Griesheim", 240) };
    let rows = [row("Bühl", 1_001), tomorrow, row("Zell-Weierbach", 310)];
    let found = wrong(sitting.refused("k", &rows, MONDAY).await);
    let future = Problem::FutureDay { day: date(2023, 11, 14), today: date(2023, 11, 13) };
    let expected = [
        ("buehl".to_owned(), Finding::Wrong(Problem::MoreThanBase { contracts: 1_001, base: 1_000 })),
        ("griesheim".to_owned(), Finding::Wrong(future)),
    ];
    assert_eq!(found, expected);
    // Without the two the third is taken; so is the day a day later.
    assert_eq!(sitting.save("k", &rows[2..], MONDAY).await.added, 1);
    assert_eq!(sitting.save("k2", &rows[1..2], TUESDAY).await.added, 1);
}

#[tokio::test]
async fn a_fall_is_stored_with_its_reason_for_the_reader() {
    let sitting = Sitting::begin().await;
    sitting.save("first", &[EnteredRow { as_of: date(2023, 11, 3), ..row("Bühl", 256) }], MONDAY).await;
    let seen = sitting.seen("buehl").await;
    let fall = EnteredRow { seen, ..row("Bühl", 251) };
    let falls = [("buehl".to_owned(), Finding::Falls { by: 5, since: date(2023, 11, 3) })];
    assert_eq!(wrong(sitting.refused("k", std::slice::from_ref(&fall), MONDAY).await), falls);
    let blank = with_reason(" \t", fall.clone());
    assert_eq!(wrong(sitting.refused("k", &[blank], MONDAY).await), falls);
    sitting.save("k", &[with_reason(" 5 Widerrufe ", fall)], MONDAY).await;
    let stored = sitting.folder.rollout().await.readings.pop().unwrap();
    assert_eq!((stored.reading.note.as_deref(), stored.corrects), (Some("5 Widerrufe"), None));
}

#[tokio::test]
async fn a_correction_keeps_the_old_number_in_the_history() {
    let sitting = Sitting::begin().await;
    sitting.save("first", &[row("Bühl", 256)], MONDAY).await;
    let other = EnteredRow { seen: sitting.seen("buehl").await, ..row("Bühl", 251) };
    let replaces = [("buehl".to_owned(), Finding::Replaces { held: contracts(256) })];
    assert_eq!(wrong(sitting.refused("k", std::slice::from_ref(&other), TUESDAY).await), replaces);
    sitting.save("k", &[with_reason(" doppelt gezählt ", other)], TUESDAY).await;
    let stored = sitting.folder.rollout().await.readings;
    let correction = Correction { of: ReadingId(1), reason: "doppelt gezählt".to_owned() };
    assert_eq!((stored.len(), stored[1].corrects.clone()), (2, Some(correction)));
    assert_eq!(stored[1].reading.note, None, "why there is another number is no note beside it");
    let known = |at: &str| as_known_on(&stored, instant(at)).into_iter().map(|record| record.reading.value()).collect();
    let (monday, tuesday): (Vec<Value>, Vec<Value>) = (known(MONDAY), known(TUESDAY));
    assert_eq!((monday, tuesday), (vec![contracts(256)], vec![contracts(251)]));
    let (_, entry) = sitting.folder.log().await.pop().unwrap();
    let old: Record = serde_json::from_str(entry.old.as_deref().unwrap()).unwrap();
    assert_eq!((old.reading.value(), new_of(&entry).reading.value()), (contracts(256), contracts(251)));
    assert_eq!(entry.why.as_deref(), Some("doppelt gezählt"));
}

#[tokio::test]
async fn what_somebody_else_recorded_between_two_sheets_is_known_to_the_second() {
    let sitting = Sitting::begin().await;
    sitting.save("first", &[row("Bühl", 256)], MONDAY).await;
    sitting.count_anew("buehl", "1200").await;
    let next = EnteredRow { as_of: date(2023, 11, 11), seen: sitting.seen("buehl").await, ..row("Bühl", 260) };
    sitting.save("second", &[with_reason("neue Zählung", next)], MONDAY).await;
    let bases = sitting.folder.rollout().await.readings;
    let bases: Vec<_> = bases.iter().filter_map(|record| Some(record.reading.base()?.count)).collect();
    assert_eq!(bases, [1_000, 1_200]);
}

#[tokio::test]
async fn a_correction_keeps_the_base_and_the_note_of_the_reading_and_invents_no_fact() {
    let sitting = Sitting::begin().await;
    let table =
        "Ortsteil;Stand;Verträge;Stufe;Anmerkung;Beispieldaten\nBühl;10.11.2023;256;gemeldet;ohne Doppelte;ja\n";
    sitting.folder.import(table, MONDAY).await.unwrap();
    sitting.count_anew("buehl", "260").await;
    // 270 of 1 000, as they were counted: of the 260 of today they would be too many.
    let other = EnteredRow { seen: sitting.seen("buehl").await, ..row("Bühl", 270) };
    sitting.save("k", &[with_reason("doppelt gezählt", other)], TUESDAY).await;
    let corrected = sitting.folder.rollout().await.readings.pop().unwrap().reading;
    assert_eq!(corrected.base().map(|base| base.count), Some(1_000));
    assert_eq!((corrected.sample, corrected.note.as_deref()), (true, Some("ohne Doppelte")));
}

#[tokio::test]
async fn a_correction_is_corrected_in_its_turn() {
    let sitting = Sitting::begin().await;
    for (key, count) in [("a", 256), ("b", 251), ("c", 252)] {
        let seen = sitting.seen("buehl").await;
        sitting.save(key, &[with_reason("gezählt", EnteredRow { seen, ..row("Bühl", count) })], MONDAY).await;
    }
    let stored = sitting.folder.rollout().await.readings;
    let of: Vec<_> = stored.iter().map(|record| record.corrects.as_ref().map(|correction| correction.of.0)).collect();
    assert_eq!(of, [None, Some(1), Some(2)]);
}

#[tokio::test]
async fn a_day_that_the_sheet_no_longer_hands_out_is_corrected_with_a_reason_too() {
    let sitting = Sitting::begin().await;
    // Thirteen days from 1 November on; the sheet hands out the last twelve.
    let table: String = (1..=13).map(|day| format!("Bühl;{day}.11.2023;{}\n", 100 + day)).collect();
    let table = format!("Ortsteil;Stand;Verträge\n{table}");
    sitting.folder.import(&table, MONDAY).await.unwrap();
    let first = date(2023, 11, 1);
    let handed_out = sheet(&sitting.folder.store, &sitting.anna, &clock(MONDAY)).await.unwrap();
    assert!(handed_out.named("Bühl").unwrap().held.iter().all(|held| held.as_of > first));
    let stage = sitting.folder.rollout().await.readings[0].reading.stage;
    let seen = sitting.seen("buehl").await;
    let other = EnteredRow { as_of: first, stage, seen, ..row("Bühl", 99) };
    let found = wrong(sitting.refused("k", std::slice::from_ref(&other), MONDAY).await);
    assert_eq!(found, [("buehl".to_owned(), Finding::Replaces { held: contracts(101) })]);
    let saved = sitting.save("k", &[with_reason("Tippfehler", other.clone())], MONDAY).await;
    assert_eq!((saved.added, saved.unchanged), (1, 0));
    // The same once more is stored already, however long ago.
    let again = EnteredRow { seen: saved.change, ..other };
    assert_eq!(sitting.save("k2", &[again], MONDAY).await.unchanged, 1);
}

#[tokio::test]
async fn a_number_after_silence_needs_no_reason_and_silence_after_a_number_does() {
    let sitting = Sitting::begin().await;
    sitting.save("a", &[silence("Bühl")], MONDAY).await;
    let number = EnteredRow { seen: sitting.seen("buehl").await, ..row("Bühl", 141) };
    assert_eq!(sitting.save("b", &[number], MONDAY).await.added, 1);
    assert_eq!(sitting.folder.rollout().await.readings[1].corrects, None, "there was nothing to correct");
    let back = EnteredRow { seen: sitting.seen("buehl").await, ..silence("Bühl") };
    let found = wrong(sitting.refused("c", std::slice::from_ref(&back), MONDAY).await);
    assert_eq!(found, [("buehl".to_owned(), Finding::Replaces { held: contracts(141) })]);
    sitting.save("c", &[with_reason("falscher Ortsteil", back)], MONDAY).await;
    let last = sitting.folder.rollout().await.readings.pop().unwrap();
    assert_eq!(last.corrects.map(|correction| correction.reason).as_deref(), Some("falscher Ortsteil"));
}

#[tokio::test]
async fn what_is_stored_already_is_not_stored_again() {
    let sitting = Sitting::begin().await;
    let earlier = EnteredRow { as_of: date(2023, 11, 3), ..row("Bühl", 256) };
    sitting.save("a", &[earlier], MONDAY).await;
    let fall = with_reason("Widerrufe", EnteredRow { seen: sitting.seen("buehl").await, ..row("Bühl", 251) });
    sitting.save("b", &[fall], MONDAY).await;
    let before = (sitting.folder.rollout().await, sitting.folder.log().await);
    // Without a reason, too: the fall was explained when it was stored.
    let again = EnteredRow { seen: sitting.seen("buehl").await, ..row("Bühl", 251) };
    let saved = sitting.save("c", &[again], TUESDAY).await;
    assert_eq!(saved, Saved { added: 0, unchanged: 1, change: 2 });
    assert!((sitting.folder.rollout().await, sitting.folder.log().await) == before);
}

#[tokio::test]
async fn a_submission_sent_twice_is_stored_once_and_answered_alike() {
    let sitting = Sitting::begin().await;
    let first = sitting.save("k", &[row("Bühl", 141)], MONDAY).await;
    sitting.save("k2", &[row("Griesheim", 240)], MONDAY).await;
    let before = sitting.dump().await;
    assert_eq!(sitting.save("k", &[row("Bühl", 141)], TUESDAY).await, first);
    assert_eq!(sitting.dump().await, before);
    // Under another key it is another submission: the number is there already.
    let again = EnteredRow { seen: sitting.seen("buehl").await, ..row("Bühl", 141) };
    assert_eq!(sitting.save("k3", &[again], TUESDAY).await.unchanged, 1);
}

#[tokio::test]
async fn a_key_belongs_to_the_person_who_sent_it() {
    let sitting = Sitting::begin().await;
    sitting.save("k", &[row("Bühl", 141)], MONDAY).await;
    let entry = Entry { key: "k".to_owned(), rows: vec![row("Griesheim", 240)] };
    let saved = enter(&sitting.folder.store, &sitting.bernd, &entry, &clock(MONDAY)).await.unwrap();
    assert_eq!((saved.added, saved.change), (1, 2));
    let who: Vec<String> = sitting.folder.log().await.into_iter().map(|(_, entry)| entry.who).collect();
    assert_eq!(who, ["Bearbeitung 1", "Bearbeitung 2"]);
}

#[tokio::test]
async fn a_refused_submission_is_no_answer_to_repeat() {
    let sitting = Sitting::begin().await;
    sitting.refused("k", &[row("Bühl", 1_001)], MONDAY).await;
    assert_eq!(sitting.save("k", &[row("Bühl", 141)], MONDAY).await.added, 1);
}

#[tokio::test]
async fn who_only_reads_neither_gets_the_sheet_nor_saves_it() {
    let sitting = Sitting::begin().await;
    let entry = Entry { key: "k".to_owned(), rows: vec![row("Bühl", 141)] };
    let before = sitting.dump().await;
    let saved = enter(&sitting.folder.store, &sitting.head, &entry, &clock(MONDAY)).await;
    assert!(matches!(saved, Err(EntryError::Forbidden(Forbidden))), "{saved:?}");
    let got = sheet(&sitting.folder.store, &sitting.head, &clock(MONDAY)).await;
    assert!(matches!(got, Err(EntryError::Forbidden(Forbidden))), "{got:?}");
    assert_eq!(sitting.dump().await, before);
    enter(&sitting.folder.store, &sitting.anna, &entry, &clock(MONDAY)).await.unwrap();
}

#[tokio::test]
async fn an_area_outside_someones_part_of_the_town_is_not_theirs_to_save() {
    let mut sitting = Sitting::begin().await;
    sitting.save("k", &[row("Bühl", 141)], MONDAY).await;
    let Actor::Person(person) = &mut sitting.anna else { panic!("a person") };
    person.scope = Scope::Within(town::GRIESHEIM);
    let rows = [row("Griesheim", 240), row("Bühl", 150)];
    // Someone has saved Bühl meanwhile: whoever is not there for it is not told what.
    let refused = sitting.refused("k2", &rows, MONDAY).await;
    assert!(matches!(refused, EntryError::Forbidden(_)), "{refused:?}");
    assert_eq!(sitting.save("k2", &rows[..1], MONDAY).await.added, 1);
    let handed_out = sheet(&sitting.folder.store, &sitting.anna, &clock(MONDAY)).await.unwrap();
    assert_eq!(handed_out.rows().map(|(_, row)| row.name.as_str()).collect::<Vec<_>>(), ["Griesheim"]);
}

#[tokio::test]
async fn an_area_that_is_not_there_or_in_no_campaign_is_unknown() {
    let sitting = Sitting::begin().await;
    for name in ["Entenhausen", "Kernstadt", "Offenburg"] {
        let refused = sitting.refused("k", &[row("Bühl", 141), row(name, 1)], MONDAY).await;
        assert!(matches!(&refused, EntryError::Unknown(area) if *area == row(name, 1).area), "{refused:?}");
    }
}

#[tokio::test]
async fn an_area_twice_or_a_submission_without_a_name_is_refused() {
    let sitting = Sitting::begin().await;
    let long = "k".repeat(LONGEST_KEY + 1);
    let twice = [row("Bühl", 141), EnteredRow { as_of: date(2023, 11, 3), ..row("Bühl", 130) }];
    let malformed = [("k", &twice[..]), ("", &twice[..1]), (&long, &twice[..1]), ("", &[]), (&long, &[])];
    for (key, rows) in malformed {
        let refused = sitting.refused(key, rows, MONDAY).await;
        assert!(matches!(refused, EntryError::Malformed), "{key} {refused:?}");
    }
    let reversed =
        EnteredRow { value: Value::Contracts(faserstand_lib::domain::amount::Amount::Range(9, 3)), ..row("Bühl", 0) };
    assert!(matches!(sitting.refused("k", &[reversed], MONDAY).await, EntryError::Malformed));
    assert_eq!(sitting.save(&long[1..], &twice[..1], MONDAY).await.added, 1);
    assert_eq!(sitting.save("empty", &[], MONDAY).await.added, 0);
}

#[tokio::test]
async fn a_text_that_is_missing_or_too_long_is_told_in_its_row() {
    let sitting = Sitting::begin().await;
    let too_long = Problem::TooLong { length: LONGEST_TEXT as u64 + 1, limit: LONGEST_TEXT as u64 };
    let source = |text: &str| EnteredRow { source: text.to_owned(), ..row("Bühl", 141) };
    let (fits, beyond) = ("ü".repeat(LONGEST_TEXT), "ü".repeat(LONGEST_TEXT + 1));
    let cases = [
        (source(""), Problem::NoSource),
        (source(" \n"), Problem::NoSource),
        (source("Mail\u{202e}liaM"), Problem::Form(FormProblem::Unprintable)),
        (source("Mail\nvon gestern"), Problem::Form(FormProblem::Unprintable)),
        (source(&beyond), too_long.clone()),
        (with_reason(&beyond, row("Bühl", 141)), too_long),
    ];
    for (row, problem) in cases {
        let found = wrong(sitting.refused("k", &[row], MONDAY).await);
        assert_eq!(found, [("buehl".to_owned(), Finding::Wrong(problem))]);
    }
    assert_eq!(sitting.save("k", &[with_reason(&fits, source(&fits))], MONDAY).await.added, 1);
}

#[tokio::test]
async fn in_a_demonstration_its_day_is_today() {
    let sitting = Sitting::begin().await;
    let shown = clock("2026-02-03T08:00:00Z").showing(date(2023, 11, 12));
    let entry = |key: &str, as_of| Entry { key: key.to_owned(), rows: vec![EnteredRow { as_of, ..row("Bühl", 141) }] };
    let store = &sitting.folder.store;
    let late = enter(store, &sitting.anna, &entry("k", date(2023, 11, 13)), &shown).await.unwrap_err();
    let future = Problem::FutureDay { day: date(2023, 11, 13), today: date(2023, 11, 12) };
    assert_eq!(wrong(late), [("buehl".to_owned(), Finding::Wrong(future))]);
    enter(store, &sitting.anna, &entry("k", date(2023, 11, 12)), &shown).await.unwrap();
    let stored = sitting.folder.rollout().await.readings.pop().unwrap();
    // 08:00 in UTC is 09:00 in Berlin; what is entered there is known there.
    assert_eq!(stored.recorded_at, instant("2023-11-12T08:00:00Z"));
    let (_, entry) = sitting.folder.log().await.pop().unwrap();
    assert_eq!(entry.at, instant("2026-02-03T08:00:00Z"), "the log says when somebody did something");
    assert_eq!(sheet(store, &sitting.anna, &shown).await.unwrap().today, date(2023, 11, 12));
}

#[tokio::test]
async fn a_campaign_that_is_not_known_yet_takes_no_area_away() {
    // From 2024 on Bühl is asked again; on 13 November 2023 nobody knows of it.
    let mut rollout = town::rollout();
    let mut ahead = rollout.campaigns[0].clone();
    (ahead.id, ahead.name) = (CampaignId(2), "Zweite Runde".to_owned());
    ahead.slug = row("Zweite Runde", 0).area;
    (ahead.opened_on, ahead.areas) = (Some(date(2024, 1, 8)), vec![town::BUEHL]);
    ahead.source.published_on = Some(date(2023, 12, 20));
    rollout.campaigns.push(ahead);
    let sitting = Sitting::of(&rollout).await;
    assert_eq!(sitting.save("k", &[row("Bühl", 141)], MONDAY).await.added, 1);
    let later = EnteredRow { as_of: date(2024, 1, 9), seen: 1, ..row("Bühl", 12) };
    assert_eq!(sitting.save("k2", &[later], "2024-01-10T08:00:00Z").await.added, 1);
    let campaigns: Vec<_> = sitting.folder.rollout().await.readings.iter().map(|record| record.campaign).collect();
    assert_eq!(campaigns, [town::CAMPAIGN, CampaignId(2)]);
}
