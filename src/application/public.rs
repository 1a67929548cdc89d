//! What the public may know: everything recorded, as it could be known on the day shown.

use jiff::civil::Date;

use crate::{
    domain::rollout::Rollout,
    storage::{self, StorageError, Store, change_log},
};

/// The rollout as known on a day, with the number of the change up to which it is told.
///
/// # Errors
/// When the database does not answer.
pub async fn rollout(store: &Store, today: Date) -> Result<(i64, Rollout), StorageError> {
    let mut transaction = store.read().await?;
    let change = change_log::newest(&mut transaction).await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    Ok((change, rollout.known_on(today)))
}

/// The number of the newest change.
///
/// # Errors
/// When the database does not answer.
pub async fn newest_change(store: &Store) -> Result<i64, StorageError> {
    change_log::newest(&mut *store.ask().await?).await
}

/// Whether any number is invented (Beispieldaten).
///
/// # Errors
/// When the database does not answer.
pub async fn has_samples(store: &Store) -> Result<bool, StorageError> {
    storage::reading::has_samples(&mut *store.ask().await?).await
}
