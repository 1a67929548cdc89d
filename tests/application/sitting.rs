//! A sitting at the weekly sheet, of two editors in the small town and a district head who looks on.

use faserstand_lib::{
    application::{
        actor::Actor,
        entry::{EntryError, Known, enter_all, sheet},
        records::change,
    },
    domain::{
        account::{Person, Role, Scope},
        amount::Amount,
        area::Slug,
        edit::{EditForm, EditKind, EditRequest, Field},
        entry::{EnteredRow, Entry, Saved},
        ids::UserId,
        reading::{Stage, Value},
        rollout::Rollout,
    },
    storage,
};
use jiff::civil::{Date, date};
use tokio::sync::Mutex;

use crate::support::{
    dump::dump,
    folder::{Folder, clock, instant},
    town,
};

/// The Friday for which the numbers hold.
pub const FRIDAY: Date = date(2023, 11, 10);
/// The Monday after it, on which they are entered: ten o'clock in Berlin.
pub const MONDAY: &str = "2023-11-13T09:00:00Z";

/// The folder and the three people.
pub struct Sitting {
    /// The small town.
    pub folder: Folder,
    /// "Bearbeitung 1".
    pub anna: Actor,
    /// "Bearbeitung 2".
    pub bernd: Actor,
    /// The district head of Griesheim.
    pub head: Actor,
    /// What the server knows from the sheet before.
    kept: Mutex<Option<Known>>,
}

impl Sitting {
    /// The small town without a reading.
    pub async fn begin() -> Self {
        Self::of(&town::rollout()).await
    }

    /// Notes on the Monday that an area has so many households.
    pub async fn count_anew(&self, area: &str, households: &str) {
        let fields = [(Field::Count, households), (Field::Reason, "Neue Zählung"), (Field::Source, "Amt")];
        let fields = fields.map(|(field, text)| (field, text.to_owned())).to_vec();
        let form = EditForm { kind: EditKind::Base, fields };
        let subject = format!("gebiete/{area}").parse().unwrap();
        let newer = EditRequest { subject, seen: 0, key: "base".to_owned(), form, choice: None };
        change(&self.folder.store, &self.anna, &newer, &clock(MONDAY)).await.unwrap();
    }

    /// A town without a reading.
    pub async fn of(rollout: &Rollout) -> Self {
        let folder = Folder::empty().await;
        let mut transaction = folder.store.write().await.unwrap();
        storage::rollout::insert_without_readings(&mut transaction, rollout).await.unwrap();
        let mut people = Vec::new();
        for (id, role, scope) in [
            (1, Role::Editor, Scope::Everything),
            (2, Role::Editor, Scope::Everything),
            (3, Role::DistrictHead, Scope::Within(town::GRIESHEIM)),
        ] {
            let name = format!("Bearbeitung {id}");
            let area = (role == Role::DistrictHead).then_some(town::GRIESHEIM);
            storage::user::insert(&mut transaction, &name, role, area, "$argon2id$none", instant(MONDAY))
                .await
                .unwrap();
            people.push(Actor::Person(Person { id: UserId(id), name, role, scope }));
        }
        transaction.commit().await.unwrap();
        let [anna, bernd, head] = people.try_into().unwrap();
        Self { folder, anna, bernd, head, kept: Mutex::default() }
    }

    /// What Anna sends, stored.
    pub async fn save(&self, key: &str, rows: &[EnteredRow], now: &str) -> Saved {
        self.send(&self.anna, key, rows, now).await.unwrap()
    }

    /// Why what Anna sends is refused. Nothing in the database is another than before.
    pub async fn refused(&self, key: &str, rows: &[EnteredRow], now: &str) -> EntryError {
        let before = self.dump().await;
        let error = self.send(&self.anna, key, rows, now).await.unwrap_err();
        assert_eq!(self.dump().await, before, "something was stored");
        error
    }

    /// What someone sends.
    pub async fn send(&self, who: &Actor, key: &str, rows: &[EnteredRow], now: &str) -> Result<Saved, EntryError> {
        let sheet = (who.clone(), Entry { key: key.to_owned(), rows: rows.to_vec() });
        let mut kept = self.kept.lock().await;
        let mut answers = enter_all(&self.folder.store, &[sheet], &clock(now), &mut kept).await.unwrap();
        answers.pop().unwrap()
    }

    /// What whoever opens the sheet now has seen of an area.
    pub async fn seen(&self, area: &str) -> i64 {
        let sheet = sheet(&self.folder.store, &self.anna, &clock(MONDAY)).await.unwrap();
        sheet.rows().find(|(_, row)| row.area.as_str() == area).unwrap().1.seen
    }

    /// Everything in the database.
    pub async fn dump(&self) -> String {
        dump(&self.folder.database()).await
    }
}

/// A reported number of the Friday, typed into a sheet without a reading.
pub fn row(area: &str, count: u32) -> EnteredRow {
    EnteredRow {
        area: Slug::of_name(area).unwrap(),
        as_of: FRIDAY,
        stage: Stage::Reported,
        value: contracts(count),
        source: "Wochenmail".to_owned(),
        reason: None,
        seen: 0,
        choice: None,
    }
}

/// The same without a number.
pub fn silence(area: &str) -> EnteredRow {
    EnteredRow { value: Value::NotReported, ..row(area, 0) }
}

/// So many contracts.
pub fn contracts(count: u32) -> Value {
    Value::Contracts(Amount::Exact(count))
}
