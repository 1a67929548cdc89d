//! Who builds: network operators and other partners.

use serde::{Deserialize, Serialize};

use super::{area::Slug, ids::OperatorId};

/// A network operator (Netzbetreiber) or partner of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operator {
    /// Its number.
    pub id: OperatorId,
    /// Its name in files and addresses.
    pub slug: Slug,
    /// Its name as it writes itself.
    pub name: String,
}
