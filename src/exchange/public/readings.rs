//! Every reading ever recorded, one row each, replaced ones among them.

use csv::{Terminator, WriterBuilder};

use crate::{
    domain::{
        amount::Amount,
        area::{Area, AreaKind},
        calendar::berlin_day,
        campaign::{Campaign, Target, Unit},
        reading::{Reading, Record, Stage, Value},
        rollout::Rollout,
        share::Share,
        take_up::Quota,
    },
    exchange::guard::guarded,
};

use super::ExportError;

/// The headings; those that `exchange::readings` knows are read back by it.
const HEADINGS: [&str; 17] = [
    "Gebiet",
    "Art",
    "Kampagne",
    "Netzbetreiber",
    "Stand",
    "Stufe",
    "Verträge",
    "Quote in %",
    "Genauigkeit",
    "Basis",
    "Basis-Einheit",
    "Basis geschätzt",
    "Basis-Quelle",
    "Quelle",
    "Anmerkung",
    "Beispieldaten",
    "ersetzt",
];

/// All readings as a CSV file that a German Excel opens well: UTF-8 with a byte order mark,
/// semicolons, decimal commas, days as 2023-11-10, rows ending with CR LF.
///
/// Campaigns in the order in which they are shown, their areas in the campaign's order, oldest reading
/// first. An inexact number says so in its own cell ("etwa 300", "10 bis 15"), so that nobody adds it up
/// as if it were counted. A quota is one decimal and never shown as reached where it is not.
///
/// # Errors
/// When the table cannot be written.
pub fn readings_csv(rollout: &Rollout) -> Result<Vec<u8>, ExportError> {
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    writer.write_record(HEADINGS)?;
    for campaign in &rollout.campaigns {
        for area in campaign.areas.iter().filter_map(|id| rollout.areas.get(*id)) {
            let ours = |record: &&Record| record.campaign == campaign.id && record.area == area.id;
            let mut records: Vec<&Record> = rollout.readings.iter().filter(ours).collect();
            records.sort_by_key(|record| (record.reading.as_of, record.reading.stage, record.id));
            for record in records {
                let cells = row(rollout, campaign, area, record);
                writer.write_record(cells.iter().map(|cell| guarded(cell).into_owned()))?;
            }
        }
    }
    writer.into_inner().map_err(|error| ExportError::Table(error.into_error().into()))
}

fn row(rollout: &Rollout, campaign: &Campaign, area: &Area, record: &Record) -> [String; HEADINGS.len()] {
    let reading = &record.reading;
    let base = reading.base();
    let text = |text: &str| text.to_owned();
    [
        area.name.clone(),
        text(kind_word(area.kind)),
        campaign.name.clone(),
        rollout.operator_name(campaign.operator),
        reading.as_of.to_string(),
        text(stage_word(reading.stage)),
        contracts_cell(reading.value()),
        quote_cell(reading, campaign.target),
        text(exactness_word(reading.value())),
        base.map_or_else(String::new, |base| base.count.to_string()),
        text(base.map_or("", |base| unit_word(base.unit))),
        text(base.map_or("", |base| yes_or_no(base.estimated_by.is_some()))),
        base.map_or_else(String::new, |base| match &base.estimated_by {
            Some(formula) => format!("{} ({formula})", base.source.name),
            None => base.source.name.clone(),
        }),
        reading.source.name.clone(),
        reading.note.clone().unwrap_or_default(),
        text(yes_or_no(reading.sample)),
        replaced_cell(rollout, record),
    ]
}

fn contracts_cell(value: Value) -> String {
    match value {
        Value::Contracts(amount) => in_words(amount.map(|count| count), |count| count.to_string()),
        Value::Percent(_) => String::new(),
        Value::NotReported => "nicht gemeldet".to_owned(),
    }
}

fn quote_cell(reading: &Reading, target: Target) -> String {
    let number = |quota: Quota| match quota {
        Quota::Stated(share) => hundredths(share),
        Quota::Counted(_) => {
            let tenths = quota.tenths(target.share());
            format!("{},{}", tenths / 10, tenths % 10)
        }
    };
    reading.quota().map_or_else(String::new, |quota| in_words(quota, number))
}

/// A stated percentage with as many decimals as it has: "24,5", "15", "32,99".
fn hundredths(share: Share) -> String {
    let (whole, rest) = (share.basis_points() / 100, share.basis_points() % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole},{}", rest / 10),
        _ => format!("{whole},{rest:02}"),
    }
}

fn in_words<T>(amount: Amount<T>, number: impl Fn(T) -> String) -> String {
    match amount {
        Amount::Exact(n) => number(n),
        Amount::About(n) => format!("etwa {}", number(n)),
        Amount::AtLeast(n) => format!("mindestens {}", number(n)),
        Amount::LessThan(n) => format!("unter {}", number(n)),
        Amount::Range(low, high) => format!("{} bis {}", number(low), number(high)),
    }
}

fn exactness_word(value: Value) -> &'static str {
    fn word<T>(amount: Amount<T>) -> &'static str {
        match amount {
            Amount::Exact(_) => "genau",
            Amount::About(_) => "etwa",
            Amount::AtLeast(_) => "mindestens",
            Amount::LessThan(_) => "weniger als",
            Amount::Range(..) => "Bereich",
        }
    }
    match value {
        Value::Contracts(amount) => word(amount),
        Value::Percent(amount) => word(amount),
        Value::NotReported => "nicht gemeldet",
    }
}

fn replaced_cell(rollout: &Rollout, record: &Record) -> String {
    let corrections = rollout.readings.iter().filter_map(|later| Some((later, later.corrects.as_ref()?)));
    let by = corrections.into_iter().find(|(_, correction)| correction.of == record.id);
    by.map_or_else(String::new, |(later, correction)| {
        format!("Korrektur am {}: {}", berlin_day(later.recorded_at), correction.reason)
    })
}

fn kind_word(kind: AreaKind) -> &'static str {
    match kind {
        AreaKind::Municipality => "Gemeinde",
        AreaKind::District => "Ortsteil",
        AreaKind::CommercialArea => "Gewerbegebiet",
        AreaKind::BuildArea => "Ausbaugebiet",
    }
}

fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::Reported => "gemeldet",
        Stage::Checked => "geprüft",
        Stage::Net => "netto",
    }
}

fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Households => "Haushalte",
        Unit::Dwellings => "Wohneinheiten",
        Unit::Companies => "Unternehmen",
        Unit::Buildings => "Gebäude",
    }
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "ja" } else { "nein" }
}
