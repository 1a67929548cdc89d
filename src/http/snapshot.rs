//! The public's view of one state of the data: built once per change and at every Berlin midnight,
//! its pages made on first demand and kept compressed.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use jiff::civil::Date;
use thiserror::Error;
use tokio::{
    sync::{Notify, OnceCell, watch},
    task::JoinError,
};

use super::{
    compress::Packed,
    pages::{Item, PageError, Source},
    shell::Shell,
};
use crate::{
    application::{self, clock::Clock},
    domain::{remark::Place, rollout::Rollout},
    presentation::{lang::Lang, strand},
    storage::{StorageError, Store},
};

/// How often the database is asked whether another process (an import) has changed it.
const LOOK: Duration = Duration::from_millis(500);
/// How long new pages stand at least: a hundred saves in a second make a few of them, not a hundred.
const REST: Duration = Duration::from_millis(200);
/// How long they stand at most: who saves reads the new number within a second.
const LONGEST_REST: Duration = Duration::from_millis(700);
/// Something that is made on first demand.
type Cell = Arc<OnceCell<Option<Arc<Packed>>>>;

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

/// One state of the data on one day.
struct Snapshot {
    change: i64,
    today: Date,
    rollout: Rollout,
    made: HashMap<Item, Cell>,
}

impl Snapshot {
    /// Only what exists has a place: an address that names nothing must not fill the memory.
    fn new(change: i64, today: Date, rollout: Rollout) -> Self {
        let data = [Item::TownJson, Item::AreasGeoJson, Item::ReadingsCsv, Item::FacilitiesCsv, Item::Sitemap];
        let areas = rollout.pages().into_iter().map(|slug| Item::AreaJson(slug.into()));
        let pages = Lang::ALL.into_iter().flat_map(|lang| pages(&rollout, lang));
        let made = data.into_iter().chain(areas).chain(pages).map(|item| (item, Cell::default())).collect();
        Self { change, today, rollout, made }
    }
}

/// All pages of one language, and what open ones ask for.
fn pages(rollout: &Rollout, lang: Lang) -> Vec<Item> {
    let fixed = [
        Item::TownPage(lang),
        Item::NotFoundPage(lang),
        Item::TownLive(lang),
        Item::MapPage(lang),
        Item::MapLive(lang),
        Item::Feed(None, lang),
    ];
    let slugs = rollout.pages().into_iter().map(String::from);
    let areas = slugs.flat_map(|slug| {
        let feed = Item::Feed(Some(slug.clone()), lang);
        [Item::AreaPage(slug.clone(), lang), Item::AreaLive(slug, lang), feed]
    });
    let read = strand::addresses(rollout).into_iter().map(|address| Item::ReadPage(address, lang));
    fixed.into_iter().chain(areas).chain(read).collect()
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
        let public = Self { store, clock, shell, current, newest, written: Arc::default() };
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
        let snapshot = self.snapshot();
        let Some(cell) = snapshot.made.get(item).cloned() else { return Ok(None) };
        if let Some(made) = cell.get() {
            return Ok(made.clone());
        }
        let made = cell.get_or_try_init(|| self.make(snapshot.clone(), item.clone())).await?;
        Ok(made.clone())
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
                // What is written meanwhile is looked at right afterwards.
                Ok(true) => tokio::time::sleep(rest(began.elapsed())).await,
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
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
        if let Some(newest) = &*self.newest.read().unwrap_or_else(PoisonError::into_inner) {
            newest.send_replace(change);
        }
        tracing::info!(change, "public pages renewed");
        // The start page is ready before the first reader asks for it.
        self.get(&Item::TownPage(Lang::De)).await?;
        Ok(true)
    }
}
