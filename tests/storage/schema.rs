//! What the database itself refuses, whoever writes.

use crate::support::folder::Folder;

/// A reading of Bühl with one column given another value.
fn reading(column: &str, value: &str) -> String {
    let given = [
        ("campaign_id", "1"),
        ("area_id", "2"),
        ("as_of", "'2023-11-10'"),
        ("stage", "'checked'"),
        ("measure", "'contracts'"),
        ("exactness", "'exact'"),
        ("low", "141"),
        ("high", "NULL"),
        ("base_id", "1"),
        ("source_name", "'Amtsblatt'"),
        ("sample", "0"),
        ("corrects_id", "NULL"),
        ("reason", "NULL"),
        ("recorded_at", "'2023-11-10T11:00:00Z'"),
        ("recorded_by", "'Test'"),
    ];
    let columns = given.map(|(name, _)| name).join(", ");
    let values = given.map(|(name, usual)| if name == column { value } else { usual }).join(", ");
    format!("INSERT INTO reading ({columns}) VALUES ({values})")
}

async fn run(folder: &Folder, statement: String) -> Result<(), String> {
    let mut transaction = folder.store.write().await.unwrap();
    let done = sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut *transaction).await;
    done.map_err(|error| error.to_string())?;
    transaction.commit().await.map_err(|error| error.to_string())
}

#[tokio::test]
async fn every_table_is_strict() {
    let folder = Folder::empty().await;
    let loose: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlx%'",
    )
    .fetch_all(&mut *folder.store.read().await.unwrap())
    .await
    .unwrap();
    assert_eq!(loose, [""; 0]);
}

#[tokio::test]
async fn a_reading_that_makes_no_sense_is_refused() {
    let folder = Folder::with_town().await;
    let nonsense = [
        ("campaign_id", "9"),
        ("area_id", "99"),
        ("area_id", "6"), // Kernstadt takes no part in the campaign.
        ("area_id", "'zwei'"),
        ("as_of", "NULL"),
        ("stage", "'guessed'"),
        ("measure", "'wishes'"),
        ("measure", "'not_reported'"), // and yet a number
        ("exactness", "'roughly'"),
        ("exactness", "'range'"), // without its upper end
        ("exactness", "NULL"),
        ("low", "-1"),
        ("low", "NULL"),
        ("low", "'viele'"),
        ("low", "1.5"),
        ("high", "200"), // an upper end without a range
        ("base_id", "77"),
        ("source_name", "NULL"),
        ("sample", "2"),
        ("corrects_id", "1"),            // a correction without a reason
        ("reason", "'doppelt gezählt'"), // a reason without a correction
        ("recorded_by", "NULL"),
    ];
    for (column, value) in nonsense {
        let refused = run(&folder, reading(column, value)).await;
        assert!(refused.is_err(), "{column} = {value} was stored");
    }
    // The same reading with nothing changed is taken: the refusals above are about the column.
    run(&folder, reading("low", "141")).await.unwrap();
}

#[tokio::test]
async fn one_record_is_corrected_once() {
    let folder = Folder::with_town().await;
    run(&folder, reading("low", "141")).await.unwrap();
    let correction = || reading("corrects_id", "1").replace("1, NULL, '2023-11-10T", "1, 'doppelt', '2023-11-10T");
    run(&folder, correction()).await.unwrap();
    let again = run(&folder, correction()).await.unwrap_err();
    assert!(again.contains("UNIQUE"), "{again}");
}

#[tokio::test]
async fn history_is_neither_changed_nor_deleted() {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", "2023-11-10T11:00:00Z").await.unwrap();
    for statement in [
        "UPDATE reading SET low = 142",
        "UPDATE reading SET note = 'geändert' WHERE id = 1",
        "DELETE FROM reading",
        "REPLACE INTO reading SELECT * FROM reading",
        "UPDATE change_log SET who = 'niemand'",
        "DELETE FROM change_log WHERE id = 1",
        "REPLACE INTO change_log SELECT * FROM change_log",
    ] {
        let Err(refused) = run(&folder, statement.to_owned()).await else { panic!("{statement} was done") };
        assert!(refused.contains("only added"), "{statement}: {refused}");
    }
    // What may change does.
    run(&folder, "UPDATE area SET name = 'Bühl (Offenburg)' WHERE id = 2".to_owned()).await.unwrap();
}

#[tokio::test]
async fn an_area_that_is_referred_to_is_not_deleted() {
    let folder = Folder::with_town().await;
    let refused = run(&folder, "DELETE FROM area WHERE id = 2".to_owned()).await.unwrap_err();
    assert!(refused.contains("FOREIGN KEY"), "{refused}");
    run(&folder, "DELETE FROM area WHERE id = 6".to_owned()).await.unwrap();
}
