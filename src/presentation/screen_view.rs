//! A screen of the workspace that is only read, as it is sent (docs/decisions/011).

use serde::{Deserialize, Serialize};

use super::markup::Markup;

/// A screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenView {
    /// The number of the newest change that it tells of; 0 where that says nothing.
    pub change: i64,
    /// What the browser's tab is called.
    pub title: String,
    /// The screen.
    pub page: Markup,
}
