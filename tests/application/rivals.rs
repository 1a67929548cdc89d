//! Two people, one area: who saves second is asked, and the number not chosen stays in the log.

use faserstand_lib::{
    application::entry::{EntryError, sheet},
    domain::{
        change::Change,
        draft::Draft,
        entry::{Choice, EnteredRow, Entry, Rival},
        finding::Finding,
        reading::{Record, Stage},
        sheet::Held,
    },
};
use jiff::civil::date;

use crate::{
    sitting::{FRIDAY, MONDAY, Sitting, contracts, row, silence},
    support::folder::clock,
};

fn rivals(error: EntryError) -> Vec<Rival> {
    let EntryError::Conflict(rivals) = error else { panic!("{error:?}") };
    rivals
}

/// Bernd has saved 256 for Bühl at 9:38 in Berlin, after Anna had opened her sheet.
async fn meanwhile() -> Sitting {
    let sitting = Sitting::begin().await;
    let theirs = EnteredRow { source: "Telefon".to_owned(), ..row("Bühl", 256) };
    sitting.send(&sitting.bernd, "b", &[theirs], "2023-11-13T08:38:00Z").await.unwrap();
    sitting
}

fn chosen(choice: Choice, row: EnteredRow) -> EnteredRow {
    EnteredRow { choice: Some(choice), ..row }
}

async fn choices(sitting: &Sitting) -> Vec<Change> {
    let log = sitting.folder.log().await.into_iter().map(|(_, entry)| entry);
    log.filter(|entry| entry.what == "choice").collect()
}

#[tokio::test]
async fn who_saves_second_is_told_what_the_other_saved_and_nothing_is_stored() {
    let sitting = meanwhile().await;
    let rows = [row("Griesheim", 240), row("Bühl", 251)];
    let held = Held { as_of: FRIDAY, stage: Stage::Reported, value: contracts(256), base: Some(1_000) };
    let expected = Rival {
        area: row("Bühl", 0).area,
        held,
        source: "Telefon".to_owned(),
        who: "Bearbeitung 2".to_owned(),
        at: "09:38".to_owned(),
        seen: 1,
    };
    assert_eq!(rivals(sitting.refused("k", &rows, MONDAY).await), [expected]);
    // The row that is hers alone is stored.
    assert_eq!(sitting.save("k", &rows[..1], MONDAY).await.added, 1);
}

#[tokio::test]
async fn a_conflict_of_an_earlier_day_says_which_day() {
    let sitting = meanwhile().await;
    let told = rivals(sitting.refused("k", &[row("Bühl", 251)], "2023-11-14T09:00:00Z").await);
    assert_eq!(told[0].at, "13.11. 09:38");
}

#[tokio::test]
async fn of_several_changes_the_newest_is_the_rival() {
    let sitting = meanwhile().await;
    let second = EnteredRow { seen: 1, reason: Some("Tippfehler".to_owned()), ..row("Bühl", 258) };
    sitting.send(&sitting.bernd, "b2", &[second], MONDAY).await.unwrap();
    let told = rivals(sitting.refused("k", &[row("Bühl", 251)], MONDAY).await);
    assert_eq!((told[0].held.value, told[0].seen), (contracts(258), 2));
    // Who has seen only the first of them is asked as well.
    let seen_one = EnteredRow { seen: 1, ..row("Bühl", 251) };
    assert_eq!(rivals(sitting.refused("k", &[seen_one], MONDAY).await).len(), 1);
}

#[tokio::test]
async fn people_who_save_different_rows_are_not_in_each_others_way() {
    let sitting = meanwhile().await;
    assert_eq!(sitting.save("k", &[row("Griesheim", 240), row("Zell-Weierbach", 400)], MONDAY).await.added, 2);
    // "Zell" is the beginning of another area's name and none of its changes.
    assert_eq!(sitting.seen("zell-weierbach").await, 3);
    assert_eq!(sitting.seen("windschlaeg").await, 0);
}

#[tokio::test]
async fn an_import_between_sheet_and_save_is_a_rival_too() {
    let sitting = Sitting::begin().await;
    sitting.folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;256\n", MONDAY).await.unwrap();
    let told = rivals(sitting.refused("k", &[row("Bühl", 251)], MONDAY).await);
    assert_eq!((told[0].who.as_str(), told[0].source.as_str()), ("Kommandozeile", "Datei test.csv"));
}

#[tokio::test]
async fn silence_has_rivals_and_is_one() {
    let sitting = meanwhile().await;
    assert_eq!(rivals(sitting.refused("k", &[silence("Bühl")], MONDAY).await).len(), 1);
    sitting.send(&sitting.bernd, "b2", &[silence("Griesheim")], MONDAY).await.unwrap();
    let told = rivals(sitting.refused("k", &[row("Griesheim", 240)], MONDAY).await);
    assert_eq!(told[0].held.value, silence("Griesheim").value);
}

#[tokio::test]
async fn who_keeps_their_own_number_corrects_the_other_and_the_log_has_both() {
    let sitting = meanwhile().await;
    let mine = EnteredRow { seen: 1, ..chosen(Choice::Mine, row("Bühl", 251)) };
    // It takes the place of a stored number, so it has a reason.
    let EntryError::Wrong(found) = sitting.refused("k", std::slice::from_ref(&mine), MONDAY).await else {
        panic!("no reason was asked for")
    };
    assert_eq!(found[0].1, Finding::Replaces { held: contracts(256) });
    let mine = EnteredRow { reason: Some("laut Mail".to_owned()), ..mine };
    assert_eq!(sitting.save("k", std::slice::from_ref(&mine), MONDAY).await.added, 1);
    let [choice] = &choices(&sitting).await[..] else { panic!("not one choice") };
    assert_eq!((choice.who.as_str(), choice.which.as_str()), ("Bearbeitung 1", "buehl 2023-11-10"));
    assert_eq!(choice.why.as_deref(), Some("laut Mail"));
    let not_chosen: Record = serde_json::from_str(choice.old.as_deref().unwrap()).unwrap();
    assert_eq!(not_chosen.reading.value(), contracts(256));
    assert_eq!(serde_json::from_str::<EnteredRow>(choice.new.as_deref().unwrap()).unwrap(), mine);
    let last = sitting.folder.rollout().await.readings.pop().unwrap();
    assert_eq!((last.reading.value(), last.corrects.unwrap().of.0), (contracts(251), 1));
}

#[tokio::test]
async fn who_takes_the_other_number_stores_none_and_the_log_has_their_own() {
    let sitting = meanwhile().await;
    let theirs = EnteredRow { seen: 1, ..chosen(Choice::Theirs, row("Bühl", 251)) };
    let saved = sitting.save("k", &[theirs.clone(), row("Griesheim", 240)], MONDAY).await;
    assert_eq!((saved.added, saved.unchanged), (1, 0));
    let values: Vec<_> = sitting.folder.rollout().await.readings.iter().map(|record| record.reading.value()).collect();
    assert_eq!(values, [contracts(256), contracts(240)]);
    let [choice] = &choices(&sitting).await[..] else { panic!("not one choice") };
    assert_eq!(serde_json::from_str::<EnteredRow>(choice.old.as_deref().unwrap()).unwrap(), theirs);
    let held: Record = serde_json::from_str(choice.new.as_deref().unwrap()).unwrap();
    assert_eq!(held.reading.value(), contracts(256));
}

#[tokio::test]
async fn a_choice_is_asked_for_anew_when_the_other_saves_once_more() {
    let sitting = meanwhile().await;
    let again = EnteredRow { seen: 1, reason: Some("Tippfehler".to_owned()), ..row("Bühl", 258) };
    sitting.send(&sitting.bernd, "b2", &[again], MONDAY).await.unwrap();
    for choice in [Choice::Mine, Choice::Theirs] {
        let row = EnteredRow { seen: 1, ..chosen(choice, row("Bühl", 251)) };
        assert_eq!(rivals(sitting.refused("k", &[row], MONDAY).await)[0].held.value, contracts(258));
    }
    assert_eq!(choices(&sitting).await, []);
}

/// The Friday's numbers, older ones and newer ones, said in all ways, with and without a reason.
fn texts() -> Vec<(&'static str, &'static str, Stage, &'static str)> {
    let days = ["3.11.", "10.11.", "13.11.", "14.11.2023", "1.9.2023"];
    let values = ["0", "3", "7", "7", "etwa 5", "mindestens 6", "unter 8", "2 bis 9", "–", "1001", "viele", "40"];
    let stages = [Stage::Reported, Stage::Net, Stage::Checked];
    let mut cases = Vec::new();
    for (turn, value) in values.iter().cycle().take(values.len() * days.len()).enumerate() {
        let reason = if turn % 3 == 0 { "" } else { "laut Mail" };
        cases.push((days[(turn * 7) % days.len()], *value, stages[(turn / 2) % stages.len()], reason));
    }
    cases
}

#[tokio::test]
async fn the_browser_lets_through_exactly_what_the_server_takes() {
    let sitting = Sitting::begin().await;
    let (mut taken, mut refused) = (0, 0);
    for (turn, (day, value, stage, reason)) in texts().into_iter().enumerate() {
        let sheet = sheet(&sitting.folder.store, &sitting.anna, &clock(MONDAY)).await.unwrap();
        let (terms, row) = sheet.rows().next().unwrap();
        let mut draft = Draft { key: format!("k{turn}"), stage: Some(stage), ..Draft::fresh(day.to_owned()) };
        let typed = draft.row_mut(row);
        (typed.value, typed.reason) = (value.to_owned(), reason.to_owned());
        let case = format!("{day} {value} {stage:?} {reason}");
        match draft.entry(&sheet) {
            Ok(Entry { key, rows }) => {
                sitting
                    .send(&sitting.anna, &key, &rows, MONDAY)
                    .await
                    .unwrap_or_else(|error| panic!("{case}: {error:?}"));
                taken += 1;
            }
            Err(objections) => {
                let Some(of) = draft.line(terms, row, sheet.today).typed else { continue };
                let forced = EnteredRow {
                    as_of: of.as_of,
                    stage: of.stage,
                    value: of.value,
                    reason: Some(reason.to_owned()),
                    seen: row.seen,
                    ..self::row("Bühl", 0)
                };
                let error = sitting.refused(&draft.key, &[forced], MONDAY).await;
                let EntryError::Wrong(found) = error else { panic!("{case}: {error:?}") };
                assert_eq!(found, objections, "{case}");
                refused += 1;
            }
        }
    }
    assert!(taken >= 15 && refused >= 15, "{taken} taken, {refused} refused");
    assert!(sitting.folder.rollout().await.readings.iter().all(|record| record.reading.as_of <= date(2023, 11, 13)));
}
