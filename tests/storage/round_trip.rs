//! What goes in comes out.

use faserstand_lib::{
    domain::{
        amount::Amount,
        ids::ReadingId,
        reading::{Correction, Reading, Record, Value},
        rollout::Rollout,
        share::Share,
    },
    exchange::dataset::offenburg,
    storage::{Store, reading, rollout},
};

use crate::support::{folder::Folder, town};

#[tokio::test]
async fn the_built_in_data_set_comes_back_as_it_was_put_in() {
    let folder = Folder::with_offenburg().await;
    assert_eq!(folder.rollout().await, offenburg().unwrap());
}

#[tokio::test]
async fn the_small_town_comes_back_as_it_was_put_in() {
    assert_eq!(Folder::with_town().await.rollout().await, town::rollout());
}

#[tokio::test]
async fn an_empty_database_is_an_empty_rollout() {
    let folder = Folder::empty().await;
    assert_eq!(folder.rollout().await, Rollout::default());
    assert!(rollout::is_empty(&mut folder.store.read().await.unwrap()).await.unwrap());
    let town = Folder::with_town().await;
    assert!(!rollout::is_empty(&mut town.store.read().await.unwrap()).await.unwrap());
}

#[tokio::test]
async fn every_form_of_a_value_comes_back_with_its_exactness() {
    let folder = Folder::with_town().await;
    let values = [
        Value::Contracts(Amount::Exact(0)),
        Value::Contracts(Amount::About(140)),
        Value::Contracts(Amount::AtLeast(1_000)),
        Value::Contracts(Amount::LessThan(1_001)),
        Value::Contracts(Amount::range(100, 150).unwrap()),
        Value::Percent(Amount::Exact(Share::NOTHING)),
        Value::Percent(Amount::About(town::percent(24))),
        Value::Percent(Amount::AtLeast(Share::WHOLE)),
        Value::Percent(Amount::LessThan(Share::from_basis_points(3_299).unwrap())),
        Value::Percent(Amount::range(town::percent(10), town::percent(15)).unwrap()),
        Value::NotReported,
    ];
    let put_in: Vec<Record> = values.map(with_value).into_iter().collect();
    insert(&folder.store, &put_in).await;
    let numbered = put_in.into_iter().zip(1..).map(|(record, id)| Record { id: ReadingId(id), ..record });
    assert_eq!(folder.rollout().await.readings, numbered.collect::<Vec<_>>());
}

#[tokio::test]
async fn a_correction_comes_back_with_its_reason_and_both_stay() {
    let folder = Folder::with_town().await;
    let first = town::counted(town::BUEHL, town::DAY, 141);
    let corrects = Some(Correction { of: ReadingId(1), reason: "doppelt gezählt".to_owned() });
    let second = Record { corrects: corrects.clone(), ..town::counted(town::BUEHL, town::DAY, 139) };
    insert(&folder.store, &[first, second]).await;
    let stored = folder.rollout().await.readings;
    assert_eq!(stored.iter().map(|record| record.corrects.clone()).collect::<Vec<_>>(), [None, corrects]);
}

#[tokio::test]
async fn a_transaction_that_is_not_committed_stores_nothing() {
    let folder = Folder::with_town().await;
    let mut transaction = folder.store.write().await.unwrap();
    reading::insert(&mut transaction, &town::counted(town::BUEHL, town::DAY, 1), "Test").await.unwrap();
    drop(transaction);
    assert_eq!(folder.rollout().await.readings, []);
    insert(&folder.store, &[town::counted(town::BUEHL, town::DAY, 1)]).await;
    assert_eq!(folder.rollout().await.readings.len(), 1);
}

fn with_value(value: Value) -> Record {
    let record = town::counted(town::BUEHL, town::DAY, 0);
    let Reading { as_of, stage, source, .. } = record.reading.clone();
    let mut reading = Reading::new(as_of, stage, value, record.reading.base().cloned(), source).unwrap();
    reading.note = Some("mit „Anmerkung“; und\nUmbruch".to_owned());
    reading.sample = true;
    Record { reading, ..record }
}

async fn insert(store: &Store, records: &[Record]) {
    let mut transaction = store.write().await.unwrap();
    for record in records {
        reading::insert(&mut transaction, record, "Test").await.unwrap();
    }
    transaction.commit().await.unwrap();
}
