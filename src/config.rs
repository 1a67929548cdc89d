//! The program's commands and settings: flags, or environment variables of the same name.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
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
}

impl Serve {
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
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// Sentences.
    Text,
    /// JSON for programs.
    Json,
}
