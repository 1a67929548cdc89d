//! Accounts are made, disabled and given new passwords, and the log tells.

use faserstand_lib::{
    application::{
        accounts::{self, AccountError, NewAccount},
        actor::Actor,
        passwords::Passwords,
    },
    domain::{
        account::{Account, AccountProblem, Person, Role, Scope},
        ids::UserId,
    },
};

use crate::support::{
    folder::{Folder, instant},
    town,
};

/// The password of every account in these tests.
pub const PASSWORD: &str = "korrekt pferd batterie";

/// Makes an account with [`PASSWORD`] at the command line.
pub async fn add(folder: &Folder, name: &str, role: Role, area: Option<&str>) -> Result<Account, AccountProblem> {
    add_as(folder, &Actor::Console, (name, role, area), PASSWORD).await.map_err(problem)
}

/// Disables an account at the command line.
pub async fn disable(folder: &Folder, name: &str) {
    accounts::disable(&folder.store, &Actor::Console, name, instant(town::NOON)).await.unwrap();
}

async fn add_as(
    folder: &Folder,
    actor: &Actor,
    (name, role, area): (&str, Role, Option<&str>),
    password: &str,
) -> Result<Account, AccountError> {
    let new = NewAccount { name: name.to_owned(), role, area: area.map(str::to_owned) };
    let (passwords, now) = (Passwords::argon2id(), instant(town::NOON));
    let added = accounts::add(&folder.store, actor, &passwords, &[new], password, now).await?;
    Ok(added.into_iter().next().unwrap())
}

fn problem(error: AccountError) -> AccountProblem {
    match error {
        AccountError::Problem(problem) => problem,
        other => panic!("{other}"),
    }
}

async fn names(folder: &Folder) -> Vec<String> {
    let accounts = accounts::list(&folder.store).await.unwrap();
    accounts.into_iter().map(|(account, _)| account.person.name).collect()
}

#[tokio::test]
async fn an_account_knows_what_its_person_is_there_for() {
    let folder = Folder::with_town().await;
    let editor = add(&folder, "  Anna Amsel ", Role::Editor, None).await.unwrap();
    let person = Person { id: UserId(1), name: "Anna Amsel".to_owned(), role: Role::Editor, scope: Scope::Everything };
    assert_eq!(editor, Account { person, created_at: instant(town::NOON), disabled_at: None });
    let head = add(&folder, "Greta", Role::DistrictHead, Some("Griesheim")).await.unwrap();
    assert_eq!(head.person.scope, Scope::Within(town::GRIESHEIM));
    let listed = accounts::list(&folder.store).await.unwrap();
    assert_eq!(listed, [(editor, None), (head, Some("Griesheim".to_owned()))]);
}

#[tokio::test]
async fn what_cannot_be_an_account_is_none() {
    let folder = Folder::with_town().await;
    add(&folder, "Anna", Role::Admin, None).await.unwrap();
    let long = "ü".repeat(61);
    for name in ["", "  ", "A\nB", "\u{7}", &long] {
        assert_eq!(add(&folder, name, Role::Editor, None).await, Err(AccountProblem::Name), "{name:?}");
    }
    // Names of the change log belong to the program itself.
    for taken in ["anna", "ANNA ", "Kommandozeile", "faserstand"] {
        let refused = add(&folder, taken, Role::Editor, None).await;
        assert_eq!(refused, Err(AccountProblem::Taken(taken.trim().to_owned())));
    }
    let head = Role::DistrictHead;
    assert_eq!(add(&folder, "Bernd", head, None).await, Err(AccountProblem::AreaMissing));
    assert_eq!(add(&folder, "Bernd", Role::Editor, Some("buehl")).await, Err(AccountProblem::AreaTooMany));
    let Err(AccountProblem::Area(text, known)) = add(&folder, "Bernd", head, Some("entenhausen")).await else {
        panic!()
    };
    assert_eq!((text.as_str(), known.len()), ("entenhausen", 6));
    for (password, refused) in [
        ("elf Zeichen", AccountProblem::PasswordTooShort),
        ("", AccountProblem::PasswordTooShort),
        (&*"x".repeat(257), AccountProblem::PasswordTooLong),
    ] {
        let error = add_as(&folder, &Actor::Console, ("Bernd", Role::Editor, None), password).await.unwrap_err();
        assert_eq!(problem(error), refused);
    }
    assert_eq!(names(&folder).await, ["Anna"]);
    // Nothing of it is in the way: umlauts count as one character, and the bounds themselves are within.
    add(&folder, &"ü".repeat(60), Role::Editor, None).await.unwrap();
    for (name, password) in [("Bernd", "zwölfZeichen"), ("Cem", &*"x".repeat(256))] {
        add_as(&folder, &Actor::Console, (name, Role::Editor, None), password).await.unwrap();
    }
}

#[tokio::test]
async fn of_several_accounts_all_are_made_or_none() {
    let folder = Folder::with_town().await;
    add(&folder, "Anna", Role::Editor, None).await.unwrap();
    let new = ["Bernd", "Anna"].map(|name| NewAccount { name: name.to_owned(), role: Role::Editor, area: None });
    let passwords = Passwords::argon2id();
    let added = accounts::add(&folder.store, &Actor::Console, &passwords, &new, PASSWORD, instant(town::NOON)).await;
    assert_eq!(problem(added.unwrap_err()), AccountProblem::Taken("Anna".to_owned()));
    assert_eq!((names(&folder).await.len(), folder.log().await.len()), (1, 1));
}

#[tokio::test]
async fn every_change_of_an_account_is_in_the_log_and_no_password() {
    let folder = Folder::with_town().await;
    add(&folder, "Greta", Role::DistrictHead, Some("griesheim")).await.unwrap();
    disable(&folder, "greta").await;
    disable(&folder, "Greta").await; // changes nothing
    let (store, now) = (&folder.store, instant(town::NOON));
    accounts::enable(store, &Actor::Console, "Greta", now).await.unwrap();
    let passwords = Passwords::argon2id();
    accounts::set_password(store, &Actor::Console, &passwords, "Greta", "ganz ein anderes", now).await.unwrap();
    let log = folder.log().await;
    let told: Vec<_> = log.iter().map(|(_, change)| (change.old.as_deref(), change.new.as_deref())).collect();
    let able = Some(r#"{"area":"griesheim","disabled":false,"role":"district_head"}"#);
    let disabled = Some(r#"{"area":"griesheim","disabled":true,"role":"district_head"}"#);
    let password = Some(r#"{"password":"new"}"#);
    assert_eq!(told, [(None, able), (able, disabled), (disabled, able), (None, password)]);
    for (_, change) in &log {
        let about = (change.who.as_str(), change.what.as_str(), change.which.as_str());
        assert_eq!(about, ("Kommandozeile", "account", "Greta"));
    }
    let all = serde_json::to_string(&log).unwrap();
    assert!(!all.contains("argon2") && !all.contains(PASSWORD) && !all.contains("anderes"));
}

#[tokio::test]
async fn an_account_that_does_not_exist_is_not_changed() {
    let folder = Folder::with_town().await;
    let (store, console, now) = (&folder.store, Actor::Console, instant(town::NOON));
    let passwords = Passwords::argon2id();
    let tried = [
        accounts::disable(store, &console, "Anna", now).await,
        accounts::enable(store, &console, "Anna", now).await,
        accounts::set_password(store, &console, &passwords, "Anna", PASSWORD, now).await,
    ];
    for one in tried {
        assert_eq!(problem(one.unwrap_err()), AccountProblem::Unknown("Anna".to_owned()));
    }
}

#[tokio::test]
async fn accounts_are_looked_after_by_the_administration_alone() {
    let folder = Folder::with_town().await;
    let [admin, editor] = [("Ada", Role::Admin), ("Edith", Role::Editor)];
    let head = add(&folder, "Greta", Role::DistrictHead, Some("griesheim")).await.unwrap();
    let admin = add(&folder, admin.0, admin.1, None).await.unwrap();
    let editor = add(&folder, editor.0, editor.1, None).await.unwrap();
    for (account, may) in [(head, false), (editor, false), (admin, true)] {
        let actor = Actor::Person(account.person);
        let name = format!("von {}", actor.name());
        let added = add_as(&folder, &actor, (&name, Role::Editor, None), PASSWORD).await;
        assert_eq!(added.is_ok(), may, "{name}");
        let disabled = accounts::disable(&folder.store, &actor, "Greta", instant(town::NOON)).await;
        assert_eq!(matches!(disabled, Err(AccountError::Forbidden(_))), !may, "{name}");
    }
}

#[tokio::test]
async fn a_demonstration_gets_accounts_where_there_are_none() {
    let folder = Folder::with_town().await;
    let new = accounts::of_demonstration(&folder.store).await.unwrap();
    let told: Vec<_> = new.iter().map(|one| (one.name.as_str(), one.role, one.area.as_deref())).collect();
    let expected = [
        ("bearbeitung1", Role::Editor, None),
        ("bearbeitung2", Role::Editor, None),
        ("griesheim", Role::DistrictHead, Some("griesheim")),
    ];
    assert_eq!(told, expected);
    let (passwords, now) = (Passwords::argon2id(), instant(town::NOON));
    accounts::add(&folder.store, &Actor::Program, &passwords, &new, PASSWORD, now).await.unwrap();
    assert_eq!(accounts::of_demonstration(&folder.store).await.unwrap(), []);
    // A town without that district has no head for it.
    assert_eq!(accounts::of_demonstration(&Folder::empty().await.store).await.unwrap().len(), 2);
}
