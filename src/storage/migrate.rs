//! Brings a database to this program's schema, with a checked backup before every step.

use std::path::Path;

use sqlx::{SqlitePool, migrate::Migrator};

use super::{StorageError, backup};

static MIGRATIONS: Migrator = sqlx::migrate!("src/storage/migrations");

/// Runs the migrations that are missing, one by one. Before each, a database that already holds
/// something is copied to `backups/` in its folder and the copy is checked.
pub async fn run(pool: &SqlitePool, folder: &Path) -> Result<(), StorageError> {
    let done = applied(pool).await?;
    for migration in MIGRATIONS.iter().filter(|migration| !done.contains(&migration.version)) {
        if !done.is_empty() {
            let copy = folder.join("backups").join(format!("before-migration-{:04}.sqlite", migration.version));
            if !copy.exists() {
                backup::copy_to(pool, &copy).await?;
            }
        }
        MIGRATIONS.run_to(migration.version, pool).await?;
    }
    // Also checks that what was applied earlier is what this program knows under that number.
    MIGRATIONS.run(pool).await?;
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
