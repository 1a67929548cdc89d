//! The public sees what could be known on the day shown.

use faserstand_lib::application::public::{newest_change, rollout};
use jiff::civil::date;

use crate::support::{
    folder::Folder,
    town::{self, NOON},
};

#[tokio::test]
async fn nothing_is_shown_before_its_day() {
    let folder = Folder::with_town().await;
    let table = "Ortsteil;Stand;Verträge\nBühl;3.11.2023;120\nBühl;10.11.2023;141\n";
    folder.import(table, NOON).await.unwrap();
    let shown = async |day| rollout(&folder.store, day).await.unwrap().1;
    assert_eq!(shown(date(2023, 11, 2)).await.readings.len(), 0);
    assert_eq!(shown(date(2023, 11, 9)).await.readings.len(), 1);
    assert_eq!(shown(date(2023, 11, 10)).await.readings.len(), 2);
    // The extension was announced on the 24th.
    let deadline = async |day| shown(day).await.campaigns[0].deadline().map(|deadline| deadline.day);
    assert_eq!(deadline(date(2023, 11, 23)).await, Some(date(2023, 11, 25)));
    assert_eq!(deadline(date(2023, 11, 24)).await, Some(date(2023, 12, 31)));
    // Before the campaign was published there is none.
    assert_eq!(shown(date(2023, 9, 3)).await.campaigns, []);
}

#[tokio::test]
async fn a_correction_is_shown_from_the_day_it_was_made() {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", NOON).await.unwrap();
    let corrected = "Ortsteil;Stand;Verträge;Grund\nBühl;10.11.2023;139;doppelt gezählt\n";
    folder.import(corrected, "2023-11-12T08:00:00Z").await.unwrap();
    let count = async |day| {
        let (_, rollout) = rollout(&folder.store, day).await.unwrap();
        let readings = rollout.readings_of(town::CAMPAIGN, town::BUEHL);
        readings.iter().map(|reading| reading.contracts().unwrap().largest()).collect::<Vec<_>>()
    };
    assert_eq!(count(date(2023, 11, 11)).await, [141]);
    assert_eq!(count(date(2023, 11, 12)).await, [139]);
}

#[tokio::test]
async fn the_change_number_moves_with_every_import_and_only_then() {
    let folder = Folder::with_town().await;
    assert_eq!(newest_change(&folder.store).await.unwrap(), 0);
    let table = "Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n";
    folder.import(table, NOON).await.unwrap();
    assert_eq!(newest_change(&folder.store).await.unwrap(), 1);
    folder.import(table, NOON).await.unwrap();
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;viele\n", NOON).await.unwrap_err();
    assert_eq!(newest_change(&folder.store).await.unwrap(), 1);
    assert_eq!(rollout(&folder.store, town::DAY).await.unwrap().0, 1);
}
