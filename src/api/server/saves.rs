//! Sheets that come at the same time are stored with one commit: bringing something to the disk is what takes
//! long, and it takes no longer for many of them. Nobody is answered before it is done.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::{
    application::{
        actor::Actor,
        clock::Clock,
        entry::{EntryError, Known, enter, enter_all},
    },
    domain::entry::{Entry, Saved},
    storage::{StorageError, Store},
};

/// So many sheets at most share a commit: the first of them does not wait for ever more others.
const TOGETHER: usize = 64;

type Answer = Result<Saved, EntryError>;

/// Where sheets wait for their turn.
#[derive(Clone, Debug)]
pub struct Saves(mpsc::Sender<Waiting>);

#[derive(Debug)]
struct Waiting {
    sheet: (Actor, Entry),
    answer: oneshot::Sender<Answer>,
}

impl Waiting {
    /// Whoever waits no more is told nothing.
    fn tell(self, answer: Answer) {
        drop(self.answer.send(answer));
    }
}

impl Saves {
    /// Stores what comes until nobody can send any more. A sheet that was taken is stored even if nobody waits for
    /// its answer any more.
    pub fn start(store: Store, clock: Clock) -> Self {
        let (sender, mut waiting) = mpsc::channel(TOGETHER);
        tokio::spawn(async move {
            let (mut taken, mut known) = (Vec::new(), None);
            while waiting.recv_many(&mut taken, TOGETHER).await > 0 {
                // On a task of its own: should one sheet bring it down, the next ones are stored all the same.
                let sheets = std::mem::take(&mut taken);
                let together = tokio::spawn(store_all(store.clone(), clock.clone(), sheets, known));
                let busy;
                (known, busy) = together.await.unwrap_or_else(|error| {
                    tracing::error!(%error, "sheets could not be stored");
                    (None, None)
                });
                if let Some(error) = busy {
                    // Whoever came while the others waited for the database has waited for it too.
                    while let Ok(late) = waiting.try_recv() {
                        late.tell(Err(EntryError::Storage(Arc::clone(&error))));
                    }
                }
            }
        });
        Self(sender)
    }

    /// Stores a sheet and answers when it is on the disk; `None` when nobody is there to store it.
    pub async fn save(&self, actor: Actor, entry: Entry) -> Option<Answer> {
        let (answer, stored) = oneshot::channel();
        self.0.send(Waiting { sheet: (actor, entry), answer }).await.ok()?;
        stored.await.ok()
    }
}

/// Stores sheets and answers them. Gives back what is known now, and why, when another program holds the database.
async fn store_all(
    store: Store,
    clock: Clock,
    taken: Vec<Waiting>,
    mut known: Option<Known>,
) -> (Option<Known>, Option<Arc<StorageError>>) {
    let sheets: Vec<_> = taken.iter().map(|one| one.sheet.clone()).collect();
    match enter_all(&store, &sheets, &clock, &mut known).await {
        Ok(answers) => {
            taken.into_iter().zip(answers).for_each(|(one, answer)| one.tell(answer));
            (known, None)
        }
        Err(error) if taken.len() == 1 || error.is_busy() || error.is_full() => {
            taken.into_iter().for_each(|one| one.tell(Err(EntryError::Storage(Arc::clone(&error)))));
            (None, error.is_busy().then_some(error))
        }
        Err(error) => {
            // Something about one of them: each finds out for itself.
            tracing::debug!(%error, "sheets are stored one by one");
            for one in taken {
                let (actor, entry) = &one.sheet;
                let answer = enter(&store, actor, entry, &clock).await;
                one.tell(answer);
            }
            (None, None)
        }
    }
}
