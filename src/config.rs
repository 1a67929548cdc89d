//! The program's commands and settings: flags, or environment variables of the same name.

use std::{
    net::{IpAddr, SocketAddr},
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

use clap::{Parser, Subcommand, ValueEnum, builder::BoolishValueParser};
use ipnet::IpNet;
use jiff::civil::{Date, date};

/// The day that the demonstration shows: the press had just named the leaders.
pub const DEMO_DAY: Date = date(2023, 11, 10);

/// Faserstand: der Glasfaserausbau einer Stadt, offen erzählt.
#[derive(Debug, Parser)]
#[command(name = "faserstand", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Startet den Server.
    Serve(Serve),
    /// Liest Daten aus einer Datei ein: alle Zeilen oder keine.
    Import {
        /// What to read.
        #[command(subcommand)]
        what: Import,
    },
    /// Schreibt Daten in eine Datei.
    Export {
        /// What to write.
        #[command(subcommand)]
        what: Export,
    },
    /// Verwaltet die Konten, mit denen man sich anmeldet. Der Server darf dabei laufen.
    User {
        /// What to do with an account.
        #[command(subcommand)]
        what: User,
    },
    /// Schreibt eine geprüfte Sicherung der Datenbank. Der Server darf dabei laufen.
    Backup {
        /// Die neue Datei; es darf sie noch nicht geben.
        file: PathBuf,
        /// Der Datenordner.
        #[command(flatten)]
        data: Data,
    },
    /// Ersetzt die Datenbank durch eine Sicherung. Der Server darf dabei nicht laufen.
    Restore {
        /// Die Sicherung.
        file: PathBuf,
        /// Der Datenordner.
        #[command(flatten)]
        data: Data,
    },
    /// Prüft die Datenbank und ihr Protokoll.
    Check {
        /// Der Datenordner.
        #[command(flatten)]
        data: Data,
    },
}

/// Where the data lies.
#[derive(Clone, Debug, clap::Args)]
pub struct Data {
    /// Der Datenordner mit der Datenbank.
    #[arg(long, env = "FASERSTAND_DATA", default_value = "faserstand-daten")]
    pub data: PathBuf,
}

/// Settings of the server.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Adresse und Port, auf denen der Server antwortet.
    #[arg(long, env = "FASERSTAND_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the data lies.
    #[command(flatten)]
    pub data: Data,
    /// Lädt in einen leeren Datenordner die eingebauten Beispieldaten von Offenburg.
    #[arg(long)]
    pub demo: bool,
    /// Der Tag, den die Vorführung zeigt.
    #[arg(long, requires = "demo", value_name = "JJJJ-MM-TT")]
    pub today: Option<Date>,
    /// Ein Proxy davor spricht TLS: Anmeldungen gelten nur noch über https.
    #[arg(long, env = "FASERSTAND_TLS", value_parser = BoolishValueParser::new())]
    pub tls: bool,
    /// Unter welcher Adresse die Seiten öffentlich stehen. Suchmaschinen erfahren dann, welche Seiten in welcher Sprache es gibt.
    #[arg(long, env = "FASERSTAND_PUBLIC_URL", value_name = "HTTPS://NAME", value_parser = public_url)]
    public_url: Option<String>,
    /// Ein Proxy, dessen Angabe zählt, woher eine Anfrage kommt (X-Forwarded-For). Mehrfach möglich.
    #[arg(
        long = "trusted-proxy",
        env = "FASERSTAND_TRUSTED_PROXIES",
        value_name = "ADRESSE ODER NETZ",
        value_delimiter = ',',
        value_parser = proxy
    )]
    trusted_proxies: Vec<Option<IpNet>>,
    /// In diesen Ordner kommen die öffentlichen Seiten auch als Dateien: Ein Proxy zeigt sie, solange das Programm nicht läuft.
    #[arg(long, env = "FASERSTAND_STATIC_COPY", value_name = "ORDNER")]
    static_copy: Option<PathBuf>,
    /// So viele Verbindungen zugleich. Sind es mehr, weichen die, die am längsten still sind.
    #[arg(long, env = "FASERSTAND_MAX_CONNECTIONS", value_name = "ANZAHL", default_value = "4096")]
    pub max_connections: NonZeroUsize,
    /// So viele davon von einer Adresse. Der eigene Rechner und die Proxys davor zählen nicht.
    #[arg(long, env = "FASERSTAND_MAX_CONNECTIONS_PER_ADDRESS", value_name = "ANZAHL", default_value = "256")]
    pub max_connections_per_address: NonZeroUsize,
}

/// A single address is the network of that address; a variable that is set to nothing names none.
fn proxy(text: &str) -> Result<Option<IpNet>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let address = || text.parse::<IpAddr>().map(IpNet::from);
    text.parse()
        .or_else(|_| address())
        .map(Some)
        .map_err(|_| "weder eine Adresse noch ein Netz wie 10.0.0.0/8".to_owned())
}

/// Scheme and host, without the slash that browsers put at the end; a variable that is set to nothing names none.
fn public_url(text: &str) -> Result<String, String> {
    let text = text.trim();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = host.map(|host| host.strip_suffix('/').unwrap_or(host));
    let is_host = |host: &str| {
        let known = |letter: char| letter.is_alphanumeric() || ".-:[]".contains(letter);
        host.starts_with(|first: char| first.is_alphanumeric() || first == '[') && host.chars().all(known)
    };
    match (text, host) {
        ("", _) => Ok(String::new()),
        (_, Some(host)) if is_host(host) => Ok(text.strip_suffix('/').unwrap_or(text).to_owned()),
        _ => Err("keine Adresse wie https://glasfaser.example.org, ohne Pfad dahinter".to_owned()),
    }
}

impl Serve {
    /// Where the pages are published: scheme and host, without a slash at the end.
    pub fn public_url(&self) -> Option<String> {
        self.public_url.clone().filter(|url| !url.is_empty())
    }

    /// Whose word on where a request comes from counts.
    pub fn trusted_proxies(&self) -> Vec<IpNet> {
        self.trusted_proxies.iter().copied().flatten().collect()
    }

    /// Where the copy as plain files goes; a variable that is set to nothing names no folder.
    pub fn static_copy(&self) -> Option<&Path> {
        self.static_copy.as_deref().filter(|folder| !folder.as_os_str().is_empty())
    }

    /// The day that a demonstration shows.
    pub fn shown_day(&self) -> Option<Date> {
        self.demo.then(|| self.today.unwrap_or(DEMO_DAY))
    }
}

/// What can be imported.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Meldungen aus einer CSV-Datei, wie Excel sie schreibt.
    Readings {
        /// Die Datei.
        file: PathBuf,
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
        /// Nur prüfen, nichts speichern.
        #[arg(long)]
        dry_run: bool,
        /// Wie das Ergebnis ausgegeben wird.
        #[arg(long, value_enum, default_value_t = Report::Text)]
        report: Report,
    },
    /// Einrichtungen (Schulen, Kitas, Gebäude) aus einer CSV-Datei: ein Schulverzeichnis oder eine eigene Liste.
    Facilities {
        /// Die Datei.
        file: PathBuf,
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
        /// Nur prüfen, nichts speichern.
        #[arg(long)]
        dry_run: bool,
    },
}

/// What can be exported.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Einrichtungen als CSV-Datei, die der Import wieder liest. Sie ist nicht für die Öffentlichkeit.
    Facilities {
        /// Die neue Datei; ohne sie geht alles auf die Standardausgabe.
        file: Option<PathBuf>,
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
    },
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Legt ein Konto an und fragt nach seinem Passwort.
    Add {
        /// Der Name, mit dem man sich anmeldet; er steht im Änderungsprotokoll.
        name: String,
        /// admin (Verwaltung), editor (Bearbeitung) oder district-head (Ortsvorsteherin oder Ortsvorsteher).
        #[arg(long)]
        role: String,
        /// Das Gebiet einer Ortsvorsteherin oder eines Ortsvorstehers, zum Beispiel griesheim.
        #[arg(long)]
        area: Option<String>,
        /// Where the password comes from.
        #[command(flatten)]
        password: PasswordFrom,
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
    },
    /// Zeigt alle Konten.
    List {
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
    },
    /// Sperrt ein Konto und meldet es überall ab.
    Disable {
        /// Der Name.
        name: String,
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
    },
    /// Hebt die Sperre eines Kontos auf.
    Enable {
        /// Der Name.
        name: String,
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
    },
    /// Gibt einem Konto ein neues Passwort und meldet es überall ab.
    Password {
        /// Der Name.
        name: String,
        /// Where the password comes from.
        #[command(flatten)]
        password: PasswordFrom,
        /// Where the data lies.
        #[command(flatten)]
        data: Data,
    },
}

/// Where a password comes from.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct PasswordFrom {
    /// Liest das Passwort aus der ersten Zeile der Standardeingabe, statt danach zu fragen.
    #[arg(long)]
    pub password_stdin: bool,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// Sentences.
    Text,
    /// JSON for programs.
    Json,
}
