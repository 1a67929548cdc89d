//! Facilities as files: all of them for staff, and what the public may know.

use csv::{Terminator, WriterBuilder};

use crate::{
    domain::{
        area::AreaTree,
        facility::{
            inventory::Facility,
            line::{Line, Speed},
            place::Position,
            plan::Strand,
        },
        ids::AreaId,
    },
    exchange::{guard::guarded, public::ExportError},
};

use super::words::{
    answer_word, kind_word, precision_word, standing_word, state_word, strand_heading, technology_word,
};

/// The headings of the whole table. `exchange::facilities::read` reads all but those behind "Quelle" back, which say what
/// follows from the others.
const HEADINGS: [&str; 29] = [
    "Kennung",
    "Name",
    "Art",
    "Schulart",
    "Adresse",
    "Breite",
    "Länge",
    "Genauigkeit",
    "Ortsteil",
    "Träger",
    "Klassen",
    "Technik",
    "Down in Mbit/s",
    "Up in Mbit/s",
    "Anbieter",
    "Gemessen am",
    "Quelle der Leitung",
    "Tarifvertrag",
    "Zweiter Weg",
    "Förderfähig",
    "Grund der Förderfähigkeit",
    "Zuständig",
    "Bestand",
    "Quelle",
    "Bedarf in Mbit/s",
    "Lücke in Mbit/s",
    strand_heading(Strand::Line),
    strand_heading(Strand::InHouse),
    strand_heading(Strand::Wlan),
];

/// All facilities as a CSV file that a German Excel opens well: UTF-8 with a byte order mark, semicolons, decimal
/// commas, rows ending with CR LF. Read in again, it changes nothing. It is for staff: it says where the network's
/// technology stands and which house hangs on one cable.
///
/// # Errors
/// When the table cannot be written.
pub fn facilities_csv(facilities: &[Facility], areas: &AreaTree) -> Result<Vec<u8>, ExportError> {
    table(&HEADINGS, facilities.iter().map(|facility| row(facility, areas)))
}

/// The headings of the public table.
const PUBLIC_HEADINGS: [&str; 8] =
    ["Name", "Art", "Schulart", "Ortsteil", "Breite", "Länge", "Zustand der Leitung", "Quelle"];

/// What the public may know of the facilities: no network sites, no lines, no routes, no tariffs, no addresses, and
/// positions to three decimals.
///
/// # Errors
/// When the table cannot be written.
pub fn public_facilities_csv(facilities: &[Facility], areas: &AreaTree) -> Result<Vec<u8>, ExportError> {
    let public = facilities.iter().filter(|facility| facility.details.kind.is_public() && facility.details.in_use());
    let rows = public.map(|facility| {
        let details = &facility.details;
        let position = details.position.map(Position::to_hundred_metres);
        [
            details.name.clone(),
            kind_word(details.kind).to_owned(),
            details.school_types.join(", "),
            area_name(areas, details.area),
            position.map_or_else(String::new, |position| degrees(position.lat_udeg())),
            position.map_or_else(String::new, |position| degrees(position.lon_udeg())),
            facility.state(Strand::Line).map_or("", state_word).to_owned(),
            facility.public_source.name.clone(),
        ]
    });
    table(&PUBLIC_HEADINGS, rows)
}

fn table<const N: usize>(
    headings: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<Vec<u8>, ExportError> {
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| ExportError::Table(error.into_error().into()))
}

fn row(facility: &Facility, areas: &AreaTree) -> [String; HEADINGS.len()] {
    let details = &facility.details;
    let line = facility.line();
    let text = |text: &str| text.to_owned();
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let of_line = |cell: fn(&Line) -> Option<String>| line.and_then(cell).unwrap_or_default();
    let state = |strand| text(facility.state(strand).map_or("", state_word));
    [
        some(&details.directory_number),
        details.name.clone(),
        text(kind_word(details.kind)),
        details.school_types.join(", "),
        some(&details.address),
        details.position.map_or_else(String::new, |position| degrees(position.lat_udeg())),
        details.position.map_or_else(String::new, |position| degrees(position.lon_udeg())),
        text(details.position.map_or("", |position| precision_word(position.precision()))),
        area_name(areas, details.area),
        some(&details.owner),
        details.classes.map_or_else(String::new, |classes| classes.to_string()),
        of_line(|line| line.technology.map(|technology| technology_word(technology).to_owned())),
        of_line(|line| line.down.map(mbits)),
        of_line(|line| line.up.map(mbits)),
        of_line(|line| line.provider.clone()),
        of_line(|line| line.measured_on.map(|day| day.to_string())),
        of_line(|line| Some(line.source.name.clone())),
        text(answer_word(details.tariff)),
        text(answer_word(details.second_route)),
        text(answer_word(details.fundable.answer())),
        text(details.fundable.reason().unwrap_or_default()),
        some(&details.responsible),
        text(standing_word(details.standing)),
        details.source.name.clone(),
        facility.need().speed().map_or_else(String::new, mbits),
        facility.balance_kbits().map_or_else(String::new, missing),
        state(Strand::Line),
        state(Strand::InHouse),
        state(Strand::Wlan),
    ]
}

fn area_name(areas: &AreaTree, area: Option<AreaId>) -> String {
    area.and_then(|id| areas.get(id)).map_or_else(String::new, |area| area.name.clone())
}

/// "930", "0,8": as many decimals as there are.
pub(super) fn mbits(speed: Speed) -> String {
    let (whole, rest) = (speed.kbits() / 1_000, speed.kbits() % 1_000);
    let text = if rest == 0 { whole.to_string() } else { format!("{whole},{rest:03}") };
    if rest == 0 { text } else { text.trim_end_matches('0').to_owned() }
}

/// What is missing to the need; "0" where nothing is.
fn missing(balance_kbits: i64) -> String {
    mbits(Speed::from_kbits(u32::try_from(-balance_kbits).unwrap_or(0)))
}

/// "48,467": at least three decimals, as many as there are.
pub(super) fn degrees(udeg: i32) -> String {
    let (whole, rest) = (udeg.unsigned_abs() / 1_000_000, udeg.unsigned_abs() % 1_000_000);
    let six = format!("{rest:06}");
    let (three, more) = six.split_at(3);
    format!("{}{whole},{three}{}", if udeg < 0 { "-" } else { "" }, more.trim_end_matches('0'))
}
