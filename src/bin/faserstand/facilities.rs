//! Facilities from a file and into one.

use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use faserstand_lib::{
    application::{
        actor::Actor,
        clock::Clock,
        facilities::{self, FacilitiesError, FacilitiesReport},
    },
    config::Data,
    presentation::{import as words, import_report},
};

use super::{Failure, file_sentence, open, say, storage_sentence};

/// Takes a file, or only tries to.
pub async fn import(file: &Path, data: &Data, dry_run: bool) -> Result<ExitCode, Failure> {
    let bytes = std::fs::read(file).map_err(|error| file_sentence(file, &error))?;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let store = open(data).await?;
    let result = facilities::import(&store, &Actor::Console, &name, &bytes, Clock::system(), dry_run).await;
    store.close().await;
    let (text, code) = match result {
        Ok(report) => (accepted(&report), ExitCode::SUCCESS),
        Err(FacilitiesError::Storage(error)) => return Err(error.into()),
        Err(error) => (refused(&error), ExitCode::FAILURE),
    };
    say(&mut io::stdout(), &text);
    Ok(code)
}

/// Writes all facilities into a new file, or to whoever reads the program's output.
pub async fn export(file: Option<&Path>, data: &Data) -> Result<ExitCode, Failure> {
    let store = open(data).await?;
    let bytes = facilities::export(&store, &Actor::Console, Clock::system()).await;
    store.close().await;
    let bytes = bytes?;
    match file {
        Some(path) => {
            let written =
                OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut to| to.write_all(&bytes));
            written.map_err(|error| file_sentence(path, &error))?;
            say(&mut io::stdout(), &format!("Geschrieben: {}", path.display()));
        }
        None => io::stdout().write_all(&bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn accepted(report: &FacilitiesReport) -> String {
    let mut lines: Vec<String> = report.notices.iter().map(words::notice_sentence).collect();
    let FacilitiesReport { added, changed, unchanged, lines: measured, dry_run, .. } = *report;
    lines.push(import_report::facilities(added, changed, unchanged, measured, dry_run));
    lines.join("\n")
}

fn refused(error: &FacilitiesError) -> String {
    let mut lines = Vec::new();
    match error {
        FacilitiesError::File(problem) => lines.push(words::facility_file_sentence(problem)),
        FacilitiesError::Rows(errors) => {
            lines.extend(errors.kept().iter().map(words::sentence));
            lines.extend(import_report::more(errors.in_all().saturating_sub(errors.kept().len() as u64)));
        }
        FacilitiesError::Storage(error) => lines.push(storage_sentence(error)),
        FacilitiesError::Export(error) => lines.push(error.to_string()),
    }
    lines.push("Nichts wurde gespeichert.".to_owned());
    lines.join("\n")
}
