//! Areas: the municipality, its districts, commercial areas and build areas, as a tree.

use std::{collections::BTreeMap, fmt};

use geo::MultiPolygon;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{ids::AreaId, name, source::Source};

/// An area's name in addresses: lower-case letters a–z, digits and single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// A text that cannot stand in an address.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("an address name has only a-z, 0-9 and single hyphens between them, not {0:?}")]
pub struct SlugError(pub String);

impl Slug {
    /// The slug of a name: "Zell-Weierbach" becomes "zell-weierbach", "Bühl" becomes "buehl".
    ///
    /// # Errors
    /// When no letter or digit is left.
    pub fn of_name(text: &str) -> Result<Self, SlugError> {
        name::words(text).join("-").try_into()
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;
    fn try_from(text: String) -> Result<Self, SlugError> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        if !text.is_empty() && text.split('-').all(|word| !word.is_empty() && word.bytes().all(plain)) {
            Ok(Self(text))
        } else {
            Err(SlugError(text))
        }
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of area it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaKind {
    /// Gemeinde.
    Municipality,
    /// Ortsteil, also the inner city.
    District,
    /// Gewerbegebiet; may cross the municipal border.
    CommercialArea,
    /// Ausbaugebiet.
    BuildArea,
}

/// One area of the tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Its number.
    pub id: AreaId,
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name as people write it.
    pub name: String,
    /// What it is.
    pub kind: AreaKind,
    /// The area it belongs to.
    pub parent: Option<AreaId>,
    /// Drawn only roughly: no official boundary ("schematisch").
    pub schematic: bool,
    /// First day on which the area exists, where it matters.
    pub valid_from: Option<Date>,
    /// Last day on which the area exists.
    pub valid_to: Option<Date>,
    /// Where its shape or its name comes from.
    pub source: Source,
}

/// The shape of an area: WGS 84, longitude and latitude in degrees.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaShape {
    /// Whose shape.
    pub area: AreaId,
    /// One polygon per separate part.
    pub outline: MultiPolygon<f64>,
}

/// Areas by their place in the tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaTree {
    areas: BTreeMap<AreaId, Area>,
}

/// A tree that is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AreaTreeError {
    /// The parent is not among the areas.
    #[error("area {0} names a parent that does not exist")]
    UnknownParent(Slug),
    /// An area would contain itself.
    #[error("area {0} would contain itself")]
    Circle(Slug),
}

impl AreaTree {
    /// Builds the tree and checks it.
    ///
    /// # Errors
    /// A missing parent or a circle.
    pub fn new(areas: impl IntoIterator<Item = Area>) -> Result<Self, AreaTreeError> {
        let tree = Self { areas: areas.into_iter().map(|area| (area.id, area)).collect() };
        for area in tree.areas.values() {
            let mut above = area.parent;
            for _ in 0..=tree.areas.len() {
                let Some(id) = above else { break };
                let parent = tree.get(id).ok_or_else(|| AreaTreeError::UnknownParent(area.slug.clone()))?;
                above = parent.parent;
            }
            if above.is_some() {
                return Err(AreaTreeError::Circle(area.slug.clone()));
            }
        }
        Ok(tree)
    }

    /// One area.
    pub fn get(&self, id: AreaId) -> Option<&Area> {
        self.areas.get(&id)
    }

    /// One area by its address name.
    pub fn by_slug(&self, slug: &str) -> Option<&Area> {
        self.iter().find(|area| area.slug.as_str() == slug)
    }

    /// All areas, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &Area> {
        self.areas.values()
    }

    /// Whether `inner` is `outer` itself or lies anywhere below it. A district head's scope is such a subtree.
    pub fn is_within(&self, inner: AreaId, outer: AreaId) -> bool {
        let mut at = Some(inner);
        while let Some(id) = at {
            if id == outer {
                return true;
            }
            at = self.get(id).and_then(|area| area.parent);
        }
        false
    }
}
