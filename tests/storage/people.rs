//! Accounts and sessions: what the database refuses, and what no copy of it carries.

use std::path::Path;

use faserstand_lib::storage::{Store, backup};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use tempfile::TempDir;

use crate::support::{folder::Folder, forged::by_hand};

const USER: &str = "INSERT INTO user (name, role, area_id, password, created_at)
                    VALUES ('Anna', 'editor', NULL, '$argon2id$v=19$…', '2023-11-10T11:00:00Z')";
const SESSION: &str = "INSERT INTO session (token_hash, user_id, started_at, last_seen_at, since_change)
                       VALUES (unhex('5E55104E5E55104E5E55104E5E55104E5E55104E5E55104E5E55104E5E55104E'), 1,
                               '2023-11-10T11:00:00Z', '2023-11-10T11:00:00Z', 0)";

async fn done(folder: &Folder, statement: &str) -> bool {
    let mut transaction = folder.store.write().await.unwrap();
    let done = sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&mut *transaction).await.is_ok();
    transaction.commit().await.unwrap();
    done
}

async fn count(file: &Path, table: &str) -> i64 {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let count = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM {table}")));
    count.fetch_one(&mut connection).await.unwrap()
}

/// Whether the bytes of a file hold the hash of the session's token.
fn holds_the_hash(file: &Path) -> bool {
    std::fs::read(file).unwrap().windows(8).any(|bytes| bytes == *b"\x5E\x55\x10\x4E\x5E\x55\x10\x4E")
}

#[tokio::test]
async fn an_account_or_session_that_makes_no_sense_is_refused() {
    let folder = Folder::with_town().await;
    let nonsense = [
        USER.replace("'editor'", "'mayor'"),
        USER.replace("'editor'", "'district_head'"), // without an area
        USER.replace("NULL", "3"),                   // an editor with one
        USER.replace("'editor', NULL", "'district_head', 99"),
        USER.replace("'$argon2id$v=19$…'", "'korrekt pferd batterie'"),
        USER.replace("'Anna'", "NULL"),
        SESSION.to_owned(), // of nobody
    ];
    for statement in nonsense {
        assert!(!done(&folder, &statement).await, "{statement}");
    }
    assert!(done(&folder, USER).await);
    assert!(done(&folder, &USER.replace("'Anna', 'editor', NULL", "'Greta', 'district_head', 3")).await);
    assert!(!done(&folder, &USER.replace("Anna", "aNNA")).await, "two names that differ by case alone");
    assert!(!done(&folder, &SESSION.replace("5E55104E'", "'")).await, "half a hash");
    assert!(done(&folder, SESSION).await);
    assert!(!done(&folder, "DELETE FROM user WHERE id = 1").await, "a session without its account");
}

#[tokio::test]
async fn nobody_is_signed_in_by_a_backup() {
    let folder = Folder::with_town().await;
    assert!(done(&folder, USER).await && done(&folder, SESSION).await);
    let copy = folder.file("sicherung.sqlite");
    backup::create(&folder.store, &copy).await.unwrap();
    assert_eq!((count(&copy, "user").await, count(&copy, "session").await), (1, 0));
    assert!(!holds_the_hash(&copy));
    // The running server goes on knowing who is signed in.
    assert_eq!(count(&folder.database(), "session").await, 1);
    // So the search can find it: in the file, or in its write-ahead log where another connection kept that open.
    let folder = folder.closed().await;
    let file = Store::file_in(folder.path());
    let log = file.with_extension("sqlite-wal");
    assert!(holds_the_hash(&file) || (log.exists() && holds_the_hash(&log)));
}

#[tokio::test]
async fn nobody_is_signed_in_by_a_restored_file_that_was_copied_by_hand() {
    let folder = Folder::with_town().await;
    assert!(done(&folder, USER).await && done(&folder, SESSION).await);
    let folder = folder.closed().await;
    let elsewhere = TempDir::new().unwrap();
    backup::restore(&Store::file_in(folder.path()), elsewhere.path()).await.unwrap();
    let restored = Store::file_in(elsewhere.path());
    assert_eq!((count(&restored, "user").await, count(&restored, "session").await), (1, 0));
    assert!(!holds_the_hash(&restored));
    by_hand(&restored, &[SESSION]).await;
    assert_eq!(count(&restored, "session").await, 1);
}
