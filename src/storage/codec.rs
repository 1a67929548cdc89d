//! Texts and numbers of the database to domain values: enum words, dates, sources, amounts.

use std::{fmt::Display, str::FromStr};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value as Json;

use super::StorageError;
use crate::domain::{ids::AreaId, source::Source};

/// The word that serde gives a unit variant: the same in the database, in files and on the wire.
pub fn word<T: Serialize>(what: &'static str, value: &T) -> Result<String, StorageError> {
    match serde_json::to_value(value) {
        Ok(Json::String(word)) => Ok(word),
        Ok(other) => Err(StorageError::Stored { what, value: other.to_string() }),
        Err(error) => Err(StorageError::Stored { what, value: error.to_string() }),
    }
}

/// The variant of a word.
pub fn of_word<T: DeserializeOwned>(what: &'static str, word: &str) -> Result<T, StorageError> {
    serde_json::from_value(Json::String(word.to_owned()))
        .map_err(|_| StorageError::Stored { what, value: word.to_owned() })
}

/// A value that is written as text, such as a date.
pub fn parse<T: FromStr<Err: Display>>(what: &'static str, text: &str) -> Result<T, StorageError> {
    text.parse().map_err(|_| StorageError::Stored { what, value: text.to_owned() })
}

/// The same where the column may be empty.
pub fn parse_some<T: FromStr<Err: Display>>(what: &'static str, text: Option<&str>) -> Result<Option<T>, StorageError> {
    text.map(|text| parse(what, text)).transpose()
}

/// A count that must fit.
pub fn number<T: TryFrom<i64>>(what: &'static str, value: i64) -> Result<T, StorageError> {
    T::try_from(value).map_err(|_| StorageError::Stored { what, value: value.to_string() })
}

/// The two columns of a source.
pub fn source(name: String, published_on: Option<&str>) -> Result<Source, StorageError> {
    Ok(Source { name, published_on: parse_some("source_published_on", published_on)? })
}

/// Area numbers gathered by `group_concat`.
pub fn area_ids(list: Option<&str>) -> Result<Vec<AreaId>, StorageError> {
    let ids = list.unwrap_or_default().split(',').filter(|id| !id.is_empty());
    ids.map(|id| parse("area_id", id).map(AreaId)).collect()
}

/// An optional value as an optional text.
pub fn text<T: Display>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}
