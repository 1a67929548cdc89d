//! The server program: serve, import, user, backup, restore, check.
//!
//! The only place that prints, and that turns errors into sentences on the terminal and an exit code.

mod accounts;
mod facilities;

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use clap::Parser;
use faserstand_lib::{
    application::{
        actor::Actor,
        clock::Clock,
        dataset::{load_offenburg, note_shown_day},
        passwords::Passwords,
        readings::{self, ImportError, ImportReport},
        remarks,
    },
    config::{Cli, Command, Data, Export, Import, Report, Serve},
    http::{self, Access, Limits, Public, Shell, router},
    presentation::{date, import as words, import_report, lang::Lang},
    storage::{Patience, StorageError, Store, backup},
};
use jiff::Timestamp;
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    sync::Notify,
};
use tracing_subscriber::{EnvFilter, fmt};

type Failure = Box<dyn std::error::Error>;

/// How often it is looked whether a citizen's contact has to be deleted.
const AN_HOUR: Duration = Duration::from_secs(60 * 60);
/// How long begun answers may take once the program is asked to end.
const PATIENCE: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,faserstand_lib=info"));
    fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(io::stderr().is_terminal()).init();
    match run(Cli::parse().command).await {
        Ok(code) => code,
        Err(failure) => {
            let sentence = failure.downcast_ref().map_or_else(|| failure.to_string(), storage_sentence);
            say(&mut io::stderr(), &format!("Fehler: {sentence}"));
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Serve(settings) => serve(settings).await,
        Command::Import { what: Import::Readings { file, data, dry_run, report } } => {
            import(&file, &data, dry_run, report).await
        }
        Command::Import { what: Import::Facilities { file, data, dry_run } } => {
            facilities::import(&file, &data, dry_run).await
        }
        Command::Export { what: Export::Facilities { file, data } } => facilities::export(file.as_deref(), &data).await,
        Command::User { what } => told(&accounts::run(what).await?),
        Command::Backup { file, data } => {
            backup::create(&open(&data).await?, &file).await?;
            told(&format!("Gesichert und geprüft: {}", file.display()))
        }
        Command::Restore { file, data } => {
            backup::restore(&file, &data.data).await?;
            told(&format!("Wiederhergestellt aus {} in {}", file.display(), data.data.display()))
        }
        Command::Check { data } => {
            backup::check_file(&Store::file_in(&data.data)).await?;
            told("Die Datenbank und ihr Protokoll sind in Ordnung.")
        }
    }
}

/// Opens the database of a folder that must have one already.
async fn open(data: &Data) -> Result<Store, Failure> {
    let file = Store::file_in(&data.data);
    if !file.is_file() {
        return Err(format!(
            "In {} liegt keine Datenbank. Nennen Sie den Datenordner des Servers mit --data.",
            data.data.display()
        )
        .into());
    }
    Ok(Store::open(&data.data).await?)
}

async fn serve(settings: Serve) -> Result<ExitCode, Failure> {
    let shell = Arc::new(Shell::load()?.published_at(settings.public_url()));
    let store = Store::open_for(&settings.data.data, Patience::Screen).await?;
    let shown_day = settings.shown_day();
    if settings.demo && load_offenburg(&store, Timestamp::now()).await? {
        say(&mut io::stdout(), &format!("Beispieldaten von Offenburg geladen in {}", settings.data.data.display()));
    }
    let passwords = Passwords::argon2id();
    if settings.demo {
        for line in accounts::demonstration(&store, &passwords, &settings.data.data).await?.lines() {
            say(&mut io::stdout(), line);
        }
    }
    note_shown_day(&store, shown_day).await?;
    forget_contacts(&store).await;
    tokio::spawn(forget_contacts_by_and_by(store.clone()));
    let clock = match shown_day {
        Some(day) => Clock::system().showing(day),
        None => Clock::system(),
    };
    let public = Public::start(store.clone(), clock, shell).await?;
    let access = Access { tls: settings.tls, trusted_proxies: settings.trusted_proxies(), passwords };
    let listener = http::listen(settings.listen).map_err(|error| {
        format!(
            "Auf {} kann der Server nicht antworten ({error}). Wählen Sie mit --listen einen anderen Port.",
            settings.listen
        )
    })?;
    let signals = Signals::listen()?;
    let day = shown_day.map_or_else(String::new, |day| format!(", gezeigt wird der {}", date::long(day, Lang::De)));
    say(&mut io::stdout(), &format!("Faserstand läuft auf http://{}{day}", listener.local_addr()?));
    let stop = Arc::new(Notify::new());
    let router = router(public.clone(), &access);
    if let Some(folder) = settings.static_copy() {
        tokio::spawn(http::keep_static_copy(public.clone(), router.clone(), folder.to_owned()));
    }
    let server = http::serve(listener, router, limits(&settings), notified(stop.clone()));
    tokio::select! {
        () = server => {}
        () = until_patience_ends(signals, &stop, &public) => {}
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// How many connections there may be, as far as the system lets the program open files.
fn limits(settings: &Serve) -> Limits {
    let (in_all, per_address) = (settings.max_connections.get(), settings.max_connections_per_address.get());
    let open_files = http::raise_open_files();
    let limits = Limits::new(in_all, per_address, settings.trusted_proxies()).within(open_files);
    if limits.in_all < in_all {
        let (connections, wanted) = (limits.in_all, in_all);
        tracing::warn!(
            connections,
            wanted,
            open_files,
            "the system allows too few open files for that many connections"
        );
    }
    limits
}

/// Deletes the contacts of citizens whose time is over, from the first hour of that day on.
async fn forget_contacts_by_and_by(store: Store) {
    loop {
        tokio::time::sleep(AN_HOUR).await;
        forget_contacts(&store).await;
    }
}

/// By the machine's clock, in a demonstration too: contacts are real. What fails is tried again an hour later.
async fn forget_contacts(store: &Store) {
    match remarks::forget_contacts(store, Timestamp::now()).await {
        Ok(0) => {}
        Ok(contacts) => tracing::info!(contacts, "contacts of remarks were deleted, their time was over"),
        Err(error) => tracing::warn!(%error, "contacts of remarks whose time is over could not be deleted"),
    }
}

async fn notified(stop: Arc<Notify>) {
    stop.notified().await;
}

/// Asked to end, the server answers what it has begun; a client that only holds its line does not keep it.
async fn until_patience_ends(mut signals: Signals, stop: &Notify, public: &Public) {
    signals.stop().await;
    public.let_listeners_go();
    stop.notify_one();
    tokio::time::sleep(PATIENCE).await;
}

/// What asks the program to end: Ctrl-C, or the system.
struct Signals {
    interrupt: Signal,
    terminate: Signal,
}

impl Signals {
    /// Listens from now on: before that, they end the program at once.
    fn listen() -> io::Result<Self> {
        let interrupt = signal(SignalKind::interrupt())?;
        Ok(Self { interrupt, terminate: signal(SignalKind::terminate())? })
    }

    async fn stop(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

async fn import(file: &Path, data: &Data, dry_run: bool, form: Report) -> Result<ExitCode, Failure> {
    let bytes = std::fs::read(file).map_err(|error| file_sentence(file, &error))?;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let store = open(data).await?;
    let result = readings::import(&store, &Actor::Console, &name, &bytes, Clock::system(), dry_run).await;
    store.close().await;
    let (text, code) = match (result, form) {
        (Err(ImportError::Storage(error)), _) => return Err(error.into()),
        (Ok(report), Report::Text) => (accepted(&report), ExitCode::SUCCESS),
        (Ok(report), Report::Json) => (serde_json::to_string_pretty(&report)?, ExitCode::SUCCESS),
        (Err(error), Report::Text) => (refused(&error), ExitCode::FAILURE),
        (Err(error), Report::Json) => (refused_json(&error)?, ExitCode::FAILURE),
    };
    say(&mut io::stdout(), &text);
    Ok(code)
}

fn accepted(report: &ImportReport) -> String {
    let mut lines: Vec<String> = report.notices.iter().map(words::notice_sentence).collect();
    lines.push(import_report::summary(report.added, report.corrected, report.unchanged, report.dry_run));
    lines.join("\n")
}

fn refused(error: &ImportError) -> String {
    let mut lines = Vec::new();
    match error {
        ImportError::File(problem) => lines.push(words::file_sentence(problem)),
        ImportError::Rows(errors) => {
            lines.extend(errors.kept().iter().map(words::sentence));
            lines.extend(import_report::more(errors.in_all().saturating_sub(errors.kept().len() as u64)));
        }
        ImportError::Storage(error) => lines.push(storage_sentence(error)),
    }
    lines.push("Nichts wurde gespeichert.".to_owned());
    lines.join("\n")
}

/// The same for a program: each error with its fields and its sentence.
fn refused_json(error: &ImportError) -> Result<String, serde_json::Error> {
    let errors = match error {
        ImportError::File(problem) => {
            vec![serde_json::json!({ "problem": problem, "sentence": words::file_sentence(problem) })]
        }
        ImportError::Rows(errors) => {
            let json = |error| serde_json::json!({ "error": error, "sentence": words::sentence(error) });
            errors.kept().iter().map(json).collect()
        }
        ImportError::Storage(error) => vec![serde_json::json!({ "sentence": storage_sentence(error) })],
    };
    serde_json::to_string_pretty(&serde_json::json!({ "stored": false, "errors": errors }))
}

/// What is wrong with the database, and what to do.
fn storage_sentence(error: &StorageError) -> String {
    match error {
        StorageError::File { path, source } => file_sentence(path, source),
        StorageError::Damaged { path, detail } => {
            format!("{} ist beschädigt oder keine Datenbank von Faserstand ({detail}).", path.display())
        }
        StorageError::Migration(error) => format!(
            "Die Datenbank konnte nicht auf den Stand dieses Programms gebracht werden und ist wie vorher ({error})."
        ),
        StorageError::Database(error) => {
            format!("Die Datenbank nimmt das gerade nicht an, gespeichert ist davon nichts ({error}).")
        }
        StorageError::Stored { what, value } => {
            format!("In der Datenbank steht unter {what} etwas, das nicht zu lesen ist: {value}")
        }
        StorageError::OldSqlite { found, required } => {
            format!("Dieses Programm enthält SQLite {found}; sicher ist erst {required}. Bauen Sie es neu.")
        }
    }
}

/// What is wrong with a file or folder.
fn file_sentence(path: &Path, error: &io::Error) -> String {
    let path = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => format!("{path} gibt es nicht."),
        io::ErrorKind::AlreadyExists => format!("{path} gibt es schon. Nennen Sie eine neue Datei."),
        io::ErrorKind::ResourceBusy => format!("{path} wird gerade benutzt. Beenden Sie zuerst den Server."),
        io::ErrorKind::PermissionDenied => format!("{path} darf dieses Programm nicht lesen oder schreiben."),
        io::ErrorKind::StorageFull => format!("Für {path} ist auf dem Datenträger kein Platz mehr."),
        _ => format!("{path} kann nicht gelesen oder geschrieben werden ({error})."),
    }
}

fn told(sentence: &str) -> Result<ExitCode, Failure> {
    say(&mut io::stdout(), sentence);
    Ok(ExitCode::SUCCESS)
}

/// Writes a line. A closed pipe at the other end is no reason to fail.
fn say(to: &mut impl Write, line: &str) {
    let _ = writeln!(to, "{line}");
}
