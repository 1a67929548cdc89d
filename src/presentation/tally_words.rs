//! What a source says of all areas of a campaign together, in words.

use jiff::civil::Date;

use super::{date, lang::Lang, number};
use crate::domain::{campaign::Target, status::CampaignStatus};

/// "In 3 Gebieten …", or that nothing is published.
pub fn sentence(status: &CampaignStatus, today: Date) -> String {
    let Some(tally) = status.campaign.tallies.last() else {
        return format!(
            "Wie viele der {} Gebiete genug Zusagen haben, war bis zum {} nicht veröffentlicht.",
            status.areas_in_all,
            date::long(today, Lang::De)
        );
    };
    let areas = number::counted(tally.reached, "Gebiet", "Gebieten", Lang::De);
    let rest = tally.of.saturating_sub(tally.reached);
    let decides = match status.campaign.target {
        Target::OperatorDecision => " Ein Ziel nennt der Betreiber nicht, er entscheidet selbst.",
        Target::Share(_) | Target::Count(_) => "",
    };
    let planned = tally.build_planned.map_or_else(String::new, |when| {
        format!(
            " Für diese {} ist der Ausbau {} geplant.",
            number::count(tally.reached, Lang::De),
            date::when(when, Lang::De)
        )
    });
    format!(
        "In {areas} kam die Vorvermarktung von {} zustande, in {rest} nicht oder noch nicht. Welche Gebiete es sind, \
         nennt die Quelle nicht.{planned}{decides}",
        status.operator
    )
}
