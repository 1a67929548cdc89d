//! What can be wrong with the files of the data set.

use std::num::ParseIntError;

use thiserror::Error;

use crate::domain::{area::AreaTreeError, reading::ReadingError};

/// Why the files of the data set make no rollout.
#[derive(Debug, Error)]
pub enum DatasetError {
    /// The map is no GeoJSON.
    #[error("the areas are no feature collection")]
    Map(#[from] Box<geojson::Error>),
    /// A feature lacks a property or has a wrong one.
    #[error("feature {number} of the areas has wrong properties")]
    Properties {
        /// Which feature, counted from 1.
        number: usize,
        /// What is wrong.
        #[source]
        source: serde_json::Error,
    },
    /// A feature is neither a polygon nor several.
    #[error("the shape of {0} is neither a polygon nor a multipolygon")]
    Shape(String),
    /// The areas form no tree.
    #[error("the areas form no tree")]
    Tree(#[from] AreaTreeError),
    /// The facts are no TOML.
    #[error("the facts are no TOML")]
    Facts(#[source] Box<toml::de::Error>),
    /// An entry of the facts lacks a field or has a wrong one.
    #[error("entry {number} of [[{section}]] is wrong")]
    Entry {
        /// Which list.
        section: &'static str,
        /// Which entry, counted from 1.
        number: usize,
        /// What is wrong.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// A list of the facts is missing.
    #[error("the facts have no list [[{0}]]")]
    Section(&'static str),
    /// An entry names a source, an area, an operator or a campaign that is not there.
    #[error("no {field} is called {name:?}")]
    UnknownName {
        /// What was named.
        field: String,
        /// The name.
        name: String,
    },
    /// The facilities are no table, or one of them cannot be read.
    #[error("the facilities cannot be read: {0}")]
    Facilities(String),
    /// The readings are no table of the five columns.
    #[error("the readings are no table")]
    Table(#[from] csv::Error),
    /// A line of the readings is wrong.
    #[error("line {line} of the readings is wrong")]
    Line {
        /// Which line of the file.
        line: u64,
        /// What is wrong.
        #[source]
        source: LineError,
    },
}

/// What is wrong with one line of the readings.
#[derive(Debug, Error)]
pub enum LineError {
    /// No area in any campaign has this name.
    #[error("no campaign has an area called {0:?}")]
    Area(String),
    /// The day is not written as 10.11.2023, or does not exist.
    #[error("not a day")]
    Day(#[from] jiff::Error),
    /// A stage that the file does not know.
    #[error("not a stage: {0:?}")]
    Stage(String),
    /// Neither a count nor "-".
    #[error("neither a count nor \"-\"")]
    Count(#[from] ParseIntError),
    /// The numbers contradict each other.
    #[error(transparent)]
    Reading(#[from] ReadingError),
}
