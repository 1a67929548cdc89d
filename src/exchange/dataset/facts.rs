//! The facts: lists of entries in the form of the domain's own types, with names in the place of numbers.
//!
//! Each entry's names are put in their numbers' place first (`source = "lahr"` becomes that source, `area = "weier"`
//! its id); what then stands there is read as the domain type itself, so nothing is described twice.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, de::DeserializeOwned};
use toml::{Table, Value};

use super::DatasetError;
use crate::domain::{
    area::{Area, AreaKind, Slug},
    campaign::Campaign,
    fact::{Fact, Says},
    ids::{AreaId, CampaignId, OperatorId},
    operator::Operator,
    reading::Base,
    source::Source,
};

/// The file, and what the names in it stand for.
pub(super) struct Facts {
    lists: Table,
    pub(super) names: Names,
}

#[derive(Deserialize)]
struct AreaEntry {
    id: i64,
    slug: Slug,
    name: String,
    kind: AreaKind,
    source: Source,
}

#[derive(Deserialize)]
struct BaseEntry {
    area: AreaId,
    #[serde(flatten)]
    base: Base,
}

impl Facts {
    /// The file with its sources.
    pub(super) fn parse(text: &str) -> Result<Self, DatasetError> {
        let mut lists: Table = toml::from_str(text).map_err(|error| DatasetError::Facts(Box::new(error)))?;
        let sources = match lists.remove("sources") {
            Some(Value::Table(sources)) => sources,
            _ => return Err(DatasetError::Section("sources")),
        };
        Ok(Self { lists, names: Names { sources, ..Names::default() } })
    }

    /// Areas whose shape is not known; numbered on from `after`, within `municipality`.
    pub(super) fn areas(&mut self, after: usize, municipality: Option<AreaId>) -> Result<Vec<Area>, DatasetError> {
        let entries: Vec<AreaEntry> = self.take("areas")?;
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let area = |AreaEntry { id, slug, name, kind, source }| Area {
            id: AreaId(after.saturating_add(id)),
            slug,
            name,
            kind,
            parent: municipality,
            schematic: false,
            valid_from: None,
            valid_to: None,
            source,
        };
        Ok(entries.into_iter().map(area).collect())
    }

    /// The operators; entries taken later may name them.
    pub(super) fn operators(&mut self) -> Result<Vec<Operator>, DatasetError> {
        let operators: Vec<Operator> = self.take("operators")?;
        self.names.operators = operators.iter().map(|operator| (operator.slug.to_string(), operator.id)).collect();
        Ok(operators)
    }

    /// The campaigns; entries taken later may name them.
    pub(super) fn campaigns(&mut self) -> Result<Vec<Campaign>, DatasetError> {
        let campaigns: Vec<Campaign> = self.take("campaigns")?;
        let named = |campaign: &Campaign| (campaign.slug.to_string(), (campaign.id, campaign.areas.clone()));
        self.names.campaigns = campaigns.iter().map(named).collect();
        Ok(campaigns)
    }

    /// The bases with their areas.
    pub(super) fn bases(&mut self) -> Result<Vec<(AreaId, Base)>, DatasetError> {
        let entries: Vec<BaseEntry> = self.take("bases")?;
        Ok(entries.into_iter().map(|BaseEntry { area, base }| (area, base)).collect())
    }

    /// One list, its entries numbered from 1 (`id`) in the order of the file.
    pub(super) fn take<T: DeserializeOwned>(&mut self, section: &'static str) -> Result<Vec<T>, DatasetError> {
        let Some(Value::Array(entries)) = self.lists.remove(section) else {
            return Err(DatasetError::Section(section));
        };
        let read = |(mut entry, number): (Value, i64)| {
            self.names.resolve("", &mut entry)?;
            if let Value::Table(fields) = &mut entry {
                fields.insert("id".to_owned(), number.into());
            }
            entry.try_into().map_err(|source| DatasetError::Entry {
                section,
                number: number.unsigned_abs() as usize,
                source: Box::new(source),
            })
        };
        entries.into_iter().zip(1..).map(read).collect()
    }
}

/// A fact about a subject, in the form of the domain's own types.
#[derive(Deserialize)]
struct FactEntry {
    subject: String,
    known_on: Date,
    #[serde(flatten)]
    says: Says,
}

impl Facts {
    /// The facts of another file about applications and the like, with the sources of this one. They name areas by their
    /// slugs, as facts do.
    pub(super) fn about_subjects(&self, text: &str) -> Result<Vec<Fact>, DatasetError> {
        let mut file: Table = toml::from_str(text).map_err(|error| DatasetError::Facts(Box::new(error)))?;
        let Some(Value::Array(entries)) = file.remove("facts") else {
            return Err(DatasetError::Section("facts"));
        };
        let read = |(mut entry, number): (Value, usize)| {
            self.names.resolve_source(&mut entry)?;
            let wrong = |source| DatasetError::Entry { section: "facts", number, source: Box::new(source) };
            let FactEntry { subject, known_on, says } = entry.try_into().map_err(wrong)?;
            let unknown = |_| DatasetError::UnknownName { field: "subject".to_owned(), name: subject.clone() };
            Ok(Fact { subject: subject.parse().map_err(unknown)?, known_on, says })
        };
        entries.into_iter().zip(1..).map(read).collect()
    }
}

/// What the names in the file stand for.
#[derive(Default)]
pub(super) struct Names {
    sources: Table,
    areas: BTreeMap<String, AreaId>,
    operators: BTreeMap<String, OperatorId>,
    campaigns: BTreeMap<String, (CampaignId, Vec<AreaId>)>,
}

impl Names {
    /// Entries taken later may name these areas.
    pub(super) fn add_areas(&mut self, areas: &[Area]) {
        self.areas.extend(areas.iter().map(|area| (area.slug.to_string(), area.id)));
    }

    /// Puts numbers in the place of the names in this field and in all fields below it.
    fn resolve(&self, field: &str, value: &mut Value) -> Result<(), DatasetError> {
        let named = match (field, &*value) {
            ("source", Value::String(name)) => self.sources.get(name).cloned(),
            ("area", Value::String(name)) => self.areas.get(name).map(|id| id.0.into()),
            ("operator" | "partner", Value::String(name)) => self.operators.get(name).map(|id| id.0.into()),
            ("campaign", Value::String(name)) => self.campaigns.get(name).map(|(id, _)| id.0.into()),
            ("areas", Value::Array(names)) => Some(self.areas_called(names)?),
            _ => return self.resolve_below(value),
        };
        let unknown = || DatasetError::UnknownName { field: field.to_owned(), name: value.to_string() };
        *value = named.ok_or_else(unknown)?;
        Ok(())
    }

    /// Puts the source of a fact in the place of its name.
    fn resolve_source(&self, entry: &mut Value) -> Result<(), DatasetError> {
        let body = entry.get_mut("body").and_then(|body| body.get_mut("source"));
        body.map_or(Ok(()), |source| self.resolve("source", source))
    }

    fn resolve_below(&self, value: &mut Value) -> Result<(), DatasetError> {
        match value {
            Value::Table(fields) => fields.iter_mut().try_for_each(|(field, value)| self.resolve(field, value)),
            Value::Array(entries) => entries.iter_mut().try_for_each(|entry| self.resolve("", entry)),
            _ => Ok(()),
        }
    }

    /// The areas of these names; a campaign's name stands for all its areas.
    fn areas_called(&self, names: &[Value]) -> Result<Value, DatasetError> {
        let mut ids = Vec::new();
        for name in names {
            let text = name.as_str().unwrap_or_default();
            match (self.areas.get(text), self.campaigns.get(text)) {
                (Some(area), _) => ids.push(*area),
                (None, Some((_, areas))) => ids.extend(areas),
                (None, None) => {
                    return Err(DatasetError::UnknownName { field: "area".to_owned(), name: name.to_string() });
                }
            }
        }
        Ok(Value::Array(ids.into_iter().map(|id| id.0.into()).collect()))
    }
}
