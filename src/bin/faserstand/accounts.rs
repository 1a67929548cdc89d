//! Accounts at the command line: made, listed, disabled, given new passwords; and those of a demonstration.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use faserstand_lib::{
    application::{
        accounts::{self, AccountError, NewAccount},
        actor::Actor,
        passwords::{self, Passwords},
    },
    config::{PasswordFrom, User},
    domain::{
        account::{Account, Role, check_password},
        calendar::berlin_day,
    },
    presentation::{account_words, date},
    storage::Store,
};
use jiff::Timestamp;

use super::{Failure, file_sentence, open};

/// Where a demonstration says how to sign in. Only whoever runs it reads it.
const DEMO_FILE: &str = "demo-anmeldung.txt";

/// Does what was asked for and tells it.
pub async fn run(what: User) -> Result<String, Failure> {
    let (User::Add { data, .. }
    | User::List { data }
    | User::Disable { data, .. }
    | User::Enable { data, .. }
    | User::Password { data, .. }) = &what;
    let store = open(data).await?;
    let told = on(&store, &what).await;
    store.close().await;
    told
}

async fn on(store: &Store, what: &User) -> Result<String, Failure> {
    let (console, passwords, now) = (Actor::Console, Passwords::argon2id(), Timestamp::now());
    match what {
        User::Add { name, role, area, password, .. } => {
            let role = Role::of_word(role).map_err(|problem| account_words::problem(&problem))?;
            let new = NewAccount { name: name.clone(), role, area: area.clone() };
            accounts::check_new(store, &new).await.map_err(failure)?;
            accounts::add(store, &console, &passwords, &[new], &read(*password)?, now).await.map_err(failure)?;
            Ok(format!("Konto „{}“ angelegt: {}.", name.trim(), account_words::role(role)))
        }
        User::List { .. } => Ok(table(&accounts::list(store).await?)),
        User::Disable { name, .. } => {
            accounts::disable(store, &console, name, now).await.map_err(failure)?;
            Ok(format!("Das Konto „{name}“ ist gesperrt und überall abgemeldet."))
        }
        User::Enable { name, .. } => {
            accounts::enable(store, &console, name, now).await.map_err(failure)?;
            Ok(format!("Mit dem Konto „{name}“ kann man sich anmelden."))
        }
        User::Password { name, password, .. } => {
            accounts::check_known(store, name).await.map_err(failure)?;
            let password = read(*password)?;
            accounts::set_password(store, &console, &passwords, name, &password, now).await.map_err(failure)?;
            Ok(format!("Das Konto „{name}“ hat ein neues Passwort und ist überall abgemeldet."))
        }
    }
}

/// The password from standard input, or asked for twice.
fn read(from: PasswordFrom) -> Result<String, Failure> {
    if from.password_stdin {
        let mut line = String::new();
        io::stdin().read_line(&mut line)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let ask = |question| {
        let no_terminal = |_| "Hier ist kein Terminal, an dem nach dem Passwort gefragt werden könnte. Geben Sie es mit --password-stdin.";
        rpassword::prompt_password(question).map_err(no_terminal)
    };
    let password = ask("Passwort: ")?;
    check_password(&password).map_err(|problem| account_words::problem(&problem))?;
    if ask("Noch einmal: ")? != password {
        return Err("Die beiden Eingaben sind verschieden. Versuchen Sie es noch einmal.".into());
    }
    Ok(password)
}

fn failure(error: AccountError) -> Failure {
    match error {
        AccountError::Problem(problem) => account_words::problem(&problem).into(),
        AccountError::Storage(error) => error.into(),
        AccountError::Forbidden(_) | AccountError::Password(_) => error.to_string().into(),
    }
}

/// A table whose columns are as wide as their widest cell.
fn table(accounts: &[(Account, Option<String>)]) -> String {
    let day = |at| date::long(berlin_day(at));
    let cells = |(account, area): &(Account, Option<String>)| {
        let Account { person, created_at, disabled_at } = account;
        let area = area.clone().unwrap_or_else(|| "ganze Stadt".to_owned());
        let disabled = disabled_at.map_or_else(|| "–".to_owned(), day);
        [person.name.clone(), account_words::role(person.role).to_owned(), area, day(*created_at), disabled]
    };
    if accounts.is_empty() {
        return "Es gibt noch keine Konten. Legen Sie eines an: faserstand user add NAME --role editor".to_owned();
    }
    let head = ["Name", "Rolle", "Gebiet", "angelegt", "gesperrt"].map(str::to_owned);
    let rows: Vec<[String; 5]> = std::iter::once(head).chain(accounts.iter().map(cells)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; 5] = std::array::from_fn(width);
    let line = |row: &[String; 5]| {
        let padded = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Makes the accounts of a demonstration where there is none yet, and tells how to sign in for as long as the
/// file that says so is there.
pub async fn demonstration(store: &Store, passwords: &Passwords, data: &Path) -> Result<String, Failure> {
    let file = data.join(DEMO_FILE);
    let new = accounts::of_demonstration(store).await?;
    if !new.is_empty() {
        let password = passwords::readable()?;
        // First the file: accounts whose password nobody knows would be in the way of the next start.
        write_new(&file, &new, &password).map_err(|error| file_sentence(&file, &error))?;
        let added = accounts::add(store, &Actor::Program, passwords, &new, &password, Timestamp::now()).await;
        if let Err(error) = added {
            let _ = fs::remove_file(&file);
            return Err(failure(error));
        }
    }
    Ok(fs::read_to_string(&file).unwrap_or_default())
}

fn write_new(file: &Path, accounts: &[NewAccount], password: &str) -> io::Result<()> {
    if file.exists() {
        fs::remove_file(file)?;
    }
    let names: Vec<&str> = accounts.iter().map(|account| &*account.name).collect();
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    writeln!(file, "Konten dieser Vorführung: {}", names.join(", "))?;
    writeln!(file, "Passwort: {password}")
}
