//! Ids: small `Copy` newtypes, so that a campaign is never looked up by an area's number.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )+};
}

ids! {
    /// An area: municipality, district, commercial area or build area.
    AreaId,
    /// A network operator or another partner of an agreement.
    OperatorId,
    /// A campaign (demand aggregation) of one operator.
    CampaignId,
    /// A base: how many households (companies …) an area counts as.
    BaseId,
    /// A recorded reading.
    ReadingId,
    /// A recorded agreement; 0 before it is stored.
    AgreementId,
    /// A recorded measure; 0 before it is stored.
    MeasureId,
    /// A person with an account.
    UserId,
}
