//! The public's view of one state of the data: built once per change and at every Berlin midnight,
//! its pages made on first demand and kept compressed.

use std::{
    sync::{Arc, PoisonError, RwLock},
    thread::available_parallelism,
    time::{Duration, Instant},
};

use thiserror::Error;
use tokio::{
    sync::{Notify, Semaphore, watch},
    task::JoinError,
};

use super::{
    compress::Packed,
    pages::{Item, PageError, Source},
    shell::Shell,
    state::Snapshot,
};
use crate::{
    application::{self, clock::Clock},
    domain::remark::Place,
    presentation::lang::Lang,
    storage::{StorageError, Store},
};

/// How often the database is asked whether another process (an import) has changed it.
const LOOK: Duration = Duration::from_millis(500);
/// How long new pages stand at least: a hundred saves in a second make a few of them, not a hundred.
const REST: Duration = Duration::from_millis(200);
/// How long they stand at most: who saves reads the new number within a second.
const LONGEST_REST: Duration = Duration::from_millis(700);

/// Why the public's view could not be made.
#[derive(Debug, Error)]
pub enum PublicError {
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A page.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The thread that made a page ended early.
    #[error("making a page was cut short: {0}")]
    Cut(#[from] JoinError),
}

/// How long pages stand that took so long to make: making them takes no more than a fifth of a processor, which belongs to who
/// saves.
fn rest(spent: Duration) -> Duration {
    (spent * 4).clamp(REST, LONGEST_REST)
}

/// The public's view, shared by all requests.
#[derive(Clone)]
pub struct Public {
    store: Store,
    clock: Clock,
    shell: Arc<Shell>,
    current: Arc<RwLock<Arc<Snapshot>>>,
    /// The number of the newest change, for who listens; nothing once the server is asked to end.
    newest: Arc<RwLock<Option<watch::Sender<i64>>>>,
    written: Arc<Notify>,
    /// Who has one makes an item.
    turns: Arc<Semaphore>,
}

impl Public {
    /// Builds the first view and keeps it current from then on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn start(store: Store, clock: Clock, shell: Arc<Shell>) -> Result<Self, PublicError> {
        let first = Self::load(&store, &clock).await?;
        let newest = Arc::new(RwLock::new(Some(watch::Sender::new(first.change))));
        let current = Arc::new(RwLock::new(Arc::new(first)));
        let turns = Arc::new(Semaphore::new(at_once()));
        let public = Self { store, clock, shell, current, newest, written: Arc::default(), turns };
        tokio::spawn(public.clone().follow());
        Ok(public)
    }

    /// The built page.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// Makes an item or takes it as made; `None` when there is no such thing. However many ask at once,
    /// it is made once.
    ///
    /// # Errors
    /// When it cannot be made; the next asker tries again.
    pub async fn get(&self, item: &Item) -> Result<Option<Arc<Packed>>, PublicError> {
        match self.snapshot().made.get(item).map(|cell| cell.get().cloned()) {
            None => return Ok(None),
            Some(Some(made)) => return Ok(made),
            Some(None) => {}
        }
        // In a task of its own: what somebody began who has left meanwhile is there for the next one.
        let (public, item) = (self.clone(), item.clone());
        tokio::spawn(async move { public.in_turn(&item).await }).await?
    }

    /// Makes a page that is not kept: each answer differs.
    ///
    /// # Errors
    /// When its making was cut short.
    pub async fn make_once<T: Send + 'static>(
        &self,
        make: impl FnOnce(Source<'_>) -> T + Send + 'static,
    ) -> Result<T, PublicError> {
        let (shell, shown_day, snapshot) = (self.shell.clone(), self.clock.shown_day(), self.snapshot());
        let made = tokio::task::spawn_blocking(move || {
            let (rollout, today) = (&snapshot.rollout, snapshot.today);
            make(Source { rollout, today, shown_day, shell: &shell })
        });
        Ok(made.await?)
    }

    /// Whether the public knows what a remark is said to be about.
    pub fn knows(&self, place: &Place) -> bool {
        place.is_known(&self.snapshot().rollout)
    }

    /// Everything that is served of the data as they are now.
    pub fn items(&self) -> Vec<Item> {
        self.snapshot().made.keys().cloned().collect()
    }

    /// The database behind it.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Tells the number of the newest change from now on.
    pub fn changes(&self) -> watch::Receiver<i64> {
        let newest = self.newest.read().unwrap_or_else(PoisonError::into_inner);
        newest.as_ref().map_or_else(|| watch::Sender::new(self.snapshot().change).subscribe(), watch::Sender::subscribe)
    }

    /// Something may have been written just now: looks at once instead of at the next turn.
    pub fn was_written(&self) {
        self.written.notify_one();
    }

    /// Ends what would never end by itself: who listens for changes is let go.
    pub fn let_listeners_go(&self) {
        self.newest.write().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// The clock that it follows.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Makes an item when its turn comes, of the data as they are then.
    async fn in_turn(&self, item: &Item) -> Result<Option<Arc<Packed>>, PublicError> {
        // Nobody closes it.
        let _turn = self.turns.acquire().await;
        self.made(&self.snapshot(), item).await
    }

    async fn made(&self, snapshot: &Arc<Snapshot>, item: &Item) -> Result<Option<Arc<Packed>>, PublicError> {
        let Some(cell) = snapshot.made.get(item) else { return Ok(None) };
        Ok(cell.get_or_try_init(|| self.make(snapshot.clone(), item.clone())).await?.clone())
    }

    async fn make(&self, snapshot: Arc<Snapshot>, item: Item) -> Result<Option<Arc<Packed>>, PublicError> {
        let (shell, shown_day) = (self.shell.clone(), self.clock.shown_day());
        let made = tokio::task::spawn_blocking(move || {
            let (rollout, today) = (&snapshot.rollout, snapshot.today);
            item.make(Source { rollout, today, shown_day, shell: &shell })
        });
        Ok(made.await??.map(Arc::new))
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn load(store: &Store, clock: &Clock) -> Result<Snapshot, PublicError> {
        let today = clock.today();
        let (change, rollout) = application::public::rollout(store, today).await?;
        Ok(Snapshot::new(change, today, rollout))
    }

    /// Follows the data and the day for as long as the program runs.
    async fn follow(self) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                () = self.written.notified() => {}
            }
            let began = Instant::now();
            match self.look().await {
                Ok(true) => {
                    tokio::time::sleep(rest(began.elapsed())).await;
                    // What was written meanwhile, here or by another process, is looked at right afterwards.
                    self.written.notify_one();
                }
                Ok(false) => {}
                // The last view goes on being served.
                Err(error) => tracing::warn!(%error, "the public pages could not be brought up to date"),
            }
        }
    }

    /// Brings the view up to date; says whether there was something new.
    async fn look(&self) -> Result<bool, PublicError> {
        let shown = self.snapshot();
        let change = application::public::newest_change(&self.store).await?;
        if change == shown.change && self.clock.today() == shown.today {
            return Ok(false);
        }
        let next = Arc::new(Self::load(&self.store, &self.clock).await?);
        // One that came since is in it already.
        let change = next.change;
        // The start page is ready before anybody is shown the new data: until then its readers get the one before at once.
        self.made(&next, &Item::TownPage(Lang::De)).await?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
        if let Some(newest) = &*self.newest.read().unwrap_or_else(PoisonError::into_inner) {
            newest.send_replace(change);
        }
        tracing::info!(change, "public pages renewed");
        Ok(true)
    }
}

/// How many items are made at the same time. After a change everybody asks for another page: one processor core goes on
/// answering those whose page is ready.
fn at_once() -> usize {
    available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1).max(1))
}

#[cfg(test)]
mod tests {
    use std::{error::Error, sync::Arc, time::Duration};

    use tokio::time::{sleep, timeout};

    use super::{Clock, Item, Lang, Public, Semaphore, Shell, Snapshot, Store};
    use crate::application::dataset::load_offenburg;

    type Tested = Result<(), Box<dyn Error>>;

    /// A server's view of a folder without data, its pages made one after the other.
    async fn public(folder: &tempfile::TempDir) -> Result<Public, Box<dyn Error>> {
        let store = Store::open(folder.path()).await?;
        let public = Public::start(store, Clock::system(), Arc::new(Shell::default())).await?;
        Ok(Public { turns: Arc::new(Semaphore::new(1)), ..public })
    }

    /// Asks for an item and leaves before it is made.
    async fn leaves(public: &Public, item: &Item) -> bool {
        timeout(Duration::ZERO, public.get(item)).await.is_err()
    }

    fn is_made(snapshot: &Snapshot, item: &Item) -> bool {
        snapshot.made.get(item).is_some_and(|cell| cell.get().is_some())
    }

    /// Whether it is made soon, by whoever.
    async fn becomes_made(snapshot: &Snapshot, item: &Item) -> bool {
        for _ in 0..500 {
            if is_made(snapshot, item) {
                return true;
            }
            sleep(Duration::from_millis(20)).await;
        }
        false
    }

    #[tokio::test]
    async fn what_somebody_began_who_has_left_is_made_for_the_next_one() -> Tested {
        let folder = tempfile::tempdir()?;
        let public = public(&folder).await?;
        let (snapshot, asked) = (public.snapshot(), Item::TownJson);
        assert!(leaves(&public, &asked).await && !is_made(&snapshot, &asked));
        assert!(becomes_made(&snapshot, &asked).await);
        assert!(!is_made(&snapshot, &Item::ReadingsCsv), "nobody asked for that");
        Ok(())
    }

    #[tokio::test]
    async fn who_waited_for_a_turn_gets_the_data_of_then_and_the_start_page_is_ready_before_they_are_shown() -> Tested {
        let folder = tempfile::tempdir()?;
        let public = public(&folder).await?;
        let (before, start) = (public.snapshot(), Item::TownPage(Lang::De));
        let turn = public.turns.acquire().await?;
        let asked = tokio::spawn({
            let public = public.clone();
            async move { public.get(&Item::TownJson).await }
        });
        let mut changes = public.changes();
        assert!(load_offenburg(&public.store, public.clock.now()).await?);
        changes.changed().await?;
        let after = public.snapshot();
        assert!(is_made(&after, &start) && !is_made(&before, &start));
        assert!(!asked.is_finished() && !is_made(&after, &Item::TownJson), "it is not its turn");
        drop(turn);
        assert!(asked.await??.is_some());
        assert!(is_made(&after, &Item::TownJson) && !is_made(&before, &Item::TownJson));
        Ok(())
    }
}
