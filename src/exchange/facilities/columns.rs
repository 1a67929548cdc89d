//! Which column of a table of facilities holds what.

use crate::{
    domain::import::Column,
    exchange::columns::{Headed, Headings},
};

/// What a column of a table of facilities holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FacilityColumn {
    /// Kennung: its number in a directory.
    Number,
    /// Name.
    Name,
    /// Art: Schule, Kita, SFZ …
    Kind,
    /// Schulart: Grundschule, Gymnasium …
    SchoolType,
    /// Adresse: street and number.
    Address,
    /// PLZ: only together with an address.
    PostCode,
    /// Breite in degrees.
    Latitude,
    /// Länge in degrees.
    Longitude,
    /// Genauigkeit: genau, grob.
    Precision,
    /// Ortsteil.
    Area,
    /// Träger.
    Owner,
    /// 1 for public and 0 for private, as school directories say it.
    PublicOwner,
    /// Klassen.
    Classes,
    /// Technik.
    Technology,
    /// Down in Mbit/s.
    Down,
    /// Up in Mbit/s.
    Up,
    /// Anbieter.
    Provider,
    /// Gemessen am.
    MeasuredOn,
    /// Quelle der Leitung.
    LineSource,
    /// Tarifvertrag: ja, nein.
    Tariff,
    /// Zweiter Weg: ja, nein.
    SecondRoute,
    /// Förderfähig: ja, nein.
    Fundable,
    /// Grund dazu.
    FundableReason,
    /// Zuständig: a post.
    Responsible,
    /// Bestand: in Betrieb, geschlossen, zurückgezogen.
    Standing,
    /// Quelle.
    Source,
}

use FacilityColumn as F;

impl Headed for FacilityColumn {
    const HEADINGS: &'static [Headings<Self>] = &[
        (F::Number, &["kennung", "id", "schulnummer", "nummer", "bsn"]),
        (F::Name, &["name", "einrichtung", "bezeichnung", "schulname", "schule"]),
        (F::Kind, &["art", "einrichtungsart"]),
        (F::SchoolType, &["schulart", "schoolschooltype", "schooltype", "schultyp", "schulform"]),
        (F::Address, &["adresse", "anschrift", "strasse", "strasseundhausnummer"]),
        (F::PostCode, &["plz", "postleitzahl"]),
        (F::Latitude, &["breite", "breitengrad", "geografischebreite", "lat", "latitude"]),
        (F::Longitude, &["laenge", "laengengrad", "geografischelaenge", "lon", "lng", "long", "longitude"]),
        (F::Precision, &["genauigkeit", "genauigkeitderlage"]),
        (F::Area, &["ortsteil", "stadtteil", "ortschaft", "gebiet"]),
        (F::Owner, &["traeger", "schultraeger"]),
        (F::PublicOwner, &["legalstatuspublic"]),
        (F::Classes, &["klassen", "klassenzahl", "anzahlklassen", "anzahlderklassen"]),
        (F::Technology, &["technik", "technologie", "anschlussart"]),
        (F::Down, &["downinmbits", "down", "download", "downloadinmbits", "bandbreite", "aktuellebandbreite"]),
        (F::Up, &["upinmbits", "up", "upload", "uploadinmbits"]),
        (F::Provider, &["anbieter", "provider"]),
        (F::MeasuredOn, &["gemessenam", "messtag", "messdatum", "messung"]),
        (F::LineSource, &["quellederleitung"]),
        (F::Tariff, &["tarifvertrag", "tarif"]),
        (F::SecondRoute, &["zweiterweg", "redundanz"]),
        (F::Fundable, &["foerderfaehig"]),
        (F::FundableReason, &["grundderfoerderfaehigkeit", "foerdergrund"]),
        (F::Responsible, &["zustaendig", "zustaendigestelle"]),
        (F::Standing, &["bestand"]),
        (F::Source, &["quelle"]),
    ];

    fn missing(has: impl Fn(Self) -> bool) -> Vec<Column> {
        if has(F::Name) { Vec::new() } else { vec![Column::Name] }
    }
}
