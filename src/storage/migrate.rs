//! Brings a database to this program's schema, with a checked backup before every step.

use std::path::Path;

use sqlx::{SqlitePool, migrate::Migrator};

use super::{StorageError, backup};

static MIGRATIONS: Migrator = sqlx::migrate!("src/storage/migrations");

/// Runs this program's migrations that are missing, see [`run_all`].
pub async fn run(pool: &SqlitePool, folder: &Path) -> Result<(), StorageError> {
    run_all(&MIGRATIONS, pool, folder).await
}

/// Runs the migrations that are missing, one by one. Before each, a database that already holds
/// something is copied to `backups/` in its folder and the copy is checked.
async fn run_all(migrations: &Migrator, pool: &SqlitePool, folder: &Path) -> Result<(), StorageError> {
    let done = applied(pool).await?;
    for migration in migrations.iter().filter(|migration| !done.contains(&migration.version)) {
        if !done.is_empty() {
            let name = format!("before-migration-{:04}", migration.version);
            backup::copy_to(pool, &backup::free_file(folder, &name)).await?;
        }
        migrations.run_to(migration.version, pool).await?;
    }
    // Also checks that what was applied earlier is what this program knows under that number.
    migrations.run(pool).await?;
    Ok(())
}

async fn applied(pool: &SqlitePool) -> Result<Vec<i64>, StorageError> {
    let known: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'")
        .fetch_one(pool)
        .await?;
    if known == 0 {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success").fetch_all(pool).await?)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot build its example has failed")]

    use jiff::civil::{Date, date};
    use sqlx::{
        AssertSqlSafe, SqlSafeStr,
        migrate::{Migration, MigrationType},
    };
    use tempfile::TempDir;

    use super::*;
    use crate::{
        domain::{decision::Decision, fact::Fact, source::Source},
        storage::{Store, fact, store},
    };

    /// The number of the next version's migration.
    fn next() -> i64 {
        MIGRATIONS.iter().map(|migration| migration.version).max().unwrap() + 1
    }

    /// The name of the copy that is made before it.
    fn before_next(more: &str) -> String {
        format!("before-migration-{:04}{more}.sqlite", next())
    }

    /// This program's migrations and one more, as the next version will have them.
    fn next_version(sql: &'static str) -> Migrator {
        let sql = AssertSqlSafe(sql).into_sql_str();
        let new = Migration::new(next(), "next".into(), MigrationType::Simple, sql, false);
        Migrator::with_migrations(MIGRATIONS.iter().cloned().chain([new]).collect())
    }

    /// A folder with a database of this version that holds something, and a pool on it.
    async fn grown() -> (TempDir, SqlitePool) {
        let folder = TempDir::new().unwrap();
        Store::open(folder.path()).await.unwrap().close().await;
        let pool = SqlitePool::connect_with(store::writing(&Store::file_in(folder.path()))).await.unwrap();
        sqlx::query("INSERT INTO setting VALUES ('town', 'Offenburg')").execute(&pool).await.unwrap();
        (folder, pool)
    }

    fn backups(folder: &TempDir) -> Vec<String> {
        let entries = std::fs::read_dir(folder.path().join("backups"));
        let names = entries.into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    async fn has_column(pool: &SqlitePool, column: &str) -> bool {
        let found = sqlx::query_scalar("SELECT count(*) FROM pragma_table_info('setting') WHERE name = ?").bind(column);
        found.fetch_one(pool).await.map(|count: i64| count == 1).unwrap()
    }

    #[tokio::test]
    async fn a_database_with_content_is_saved_before_its_schema_changes() {
        let (folder, pool) = grown().await;
        run_all(&next_version("ALTER TABLE setting ADD COLUMN remark TEXT"), &pool, folder.path()).await.unwrap();
        assert!(has_column(&pool, "remark").await);
        assert_eq!(backups(&folder), [before_next("")]);
        let copy = folder.path().join("backups").join(before_next(""));
        let copy = SqlitePool::connect_with(store::options(&copy)).await.unwrap();
        assert!(!has_column(&copy, "remark").await);
        let value: String = sqlx::query_scalar("SELECT value FROM setting").fetch_one(&copy).await.unwrap();
        assert_eq!(value, "Offenburg");
    }

    /// A database that an earlier version made, up to its migration of this number.
    async fn earlier(version: i64) -> (TempDir, SqlitePool) {
        let folder = TempDir::new().unwrap();
        let options = store::writing(&Store::file_in(folder.path())).create_if_missing(true);
        let pool = SqlitePool::connect_with(options).await.unwrap();
        MIGRATIONS.run_to(version, &pool).await.unwrap();
        (folder, pool)
    }

    #[tokio::test]
    async fn a_database_from_before_there_were_people_is_saved_and_brought_here() {
        let (folder, pool) = earlier(1).await;
        run(&pool, folder.path()).await.unwrap();
        let saved = (2..next()).map(|version| format!("before-migration-{version:04}.sqlite"));
        assert_eq!(backups(&folder), saved.collect::<Vec<_>>());
        sqlx::query("SELECT token_hash FROM session").fetch_all(&pool).await.unwrap();
    }

    #[tokio::test]
    async fn decisions_from_before_there_were_facts_are_facts_now() {
        let (folder, pool) = earlier(2).await;
        let insert = "INSERT INTO decision (day, body, text, document, source_name, source_published_on) VALUES
             ('2023-05-15', 'Gemeinderat', 'beschließt den „Ausbau“.', NULL, 'Bericht', NULL),
             ('2023-07-01', 'Ortschaftsrat', 'stimmt zu.', '62/23', 'Blatt', '2023-07-03')";
        sqlx::query(insert).execute(&pool).await.unwrap();
        run(&pool, folder.path()).await.unwrap();
        let facts = fact::all(&mut pool.acquire().await.unwrap()).await.unwrap();
        let decision = |day: Date, body: &str, text: &str, document: Option<&str>, source: Source| {
            let (body, text) = (body.to_owned(), text.to_owned());
            Fact::from(Decision {
                day,
                body,
                text,
                document: document.map(str::to_owned),
                areas: Vec::new(),
                link: None,
                source,
            })
        };
        let source = |name: &str, published_on| Source { name: name.to_owned(), published_on };
        let first =
            decision(date(2023, 5, 15), "Gemeinderat", "beschließt den „Ausbau“.", None, source("Bericht", None));
        let published = source("Blatt", Some(date(2023, 7, 3)));
        let second = decision(date(2023, 7, 1), "Ortschaftsrat", "stimmt zu.", Some("62/23"), published);
        assert_eq!(facts, [first, second]);
    }

    #[tokio::test]
    async fn a_new_database_and_an_unchanged_schema_need_no_copy() {
        let (folder, pool) = grown().await;
        run(&pool, folder.path()).await.unwrap();
        assert_eq!(backups(&folder), [""; 0]);
    }

    #[tokio::test]
    async fn a_copy_from_an_earlier_try_does_not_stand_for_a_new_one() {
        let (folder, pool) = grown().await;
        std::fs::create_dir(folder.path().join("backups")).unwrap();
        std::fs::write(folder.path().join("backups").join(before_next("")), "half a copy").unwrap();
        run_all(&next_version("ALTER TABLE setting ADD COLUMN remark TEXT"), &pool, folder.path()).await.unwrap();
        assert_eq!(backups(&folder), [before_next("-2"), before_next("")]);
        backup::check_file(&folder.path().join("backups").join(before_next("-2"))).await.unwrap();
    }

    #[tokio::test]
    async fn a_migration_that_fails_leaves_the_database_as_it_was() {
        let (folder, pool) = grown().await;
        let broken = next_version("ALTER TABLE setting ADD COLUMN remark TEXT; INSERT INTO nowhere VALUES (1)");
        assert!(matches!(run_all(&broken, &pool, folder.path()).await, Err(StorageError::Migration(_))));
        assert!(!has_column(&pool, "remark").await);
        // This version goes on working with it.
        run(&pool, folder.path()).await.unwrap();
    }

    #[tokio::test]
    async fn without_room_for_the_copy_nothing_is_migrated() {
        let (folder, pool) = grown().await;
        std::fs::write(folder.path().join("backups"), "a file where the folder should be").unwrap();
        let next = next_version("ALTER TABLE setting ADD COLUMN remark TEXT");
        assert!(matches!(run_all(&next, &pool, folder.path()).await, Err(StorageError::File { .. })));
        assert!(!has_column(&pool, "remark").await);
    }

    #[tokio::test]
    async fn a_database_of_a_newer_program_is_refused() {
        let (folder, pool) = grown().await;
        run_all(&next_version("ALTER TABLE setting ADD COLUMN remark TEXT"), &pool, folder.path()).await.unwrap();
        assert!(matches!(run(&pool, folder.path()).await, Err(StorageError::Migration(_))));
    }
}
