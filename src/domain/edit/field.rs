//! The fields that forms have.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $word:literal),+ $(,)?) => {
        /// A field of a form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum Field {$($(#[$doc])* $name),+}

        impl Field {
            /// All fields.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name on the wire.
            pub const fn word(self) -> &'static str {
                match self {$(Self::$name => $word),+}
            }
        }
    };
}

// In the order in which forms show them: in this order it is said what is wrong.
fields! {
    /// What something is called: a facility, an application, a document.
    Name "name",
    /// Which text of the public pages.
    TextKind "text_kind",
    /// In which language.
    Language "language",
    /// A text of the public pages, in Markdown.
    Markdown "markdown",
    /// Which kind of outcome, phase, measure, agreement or facility.
    Kind "kind",
    /// Bund, Land or own contribution.
    Part "part",
    /// Who applies.
    Applicant "applicant",
    /// What is funded.
    Model "model",
    /// Line, network in the house, or WLAN.
    Strand "strand",
    /// How far a leg or a strand is.
    State "state",
    /// Since when.
    Since "since",
    /// Which share of the whole.
    Share "share",
    /// Requested, in euros.
    Requested "requested",
    /// Granted in a preliminary amount, in euros.
    Preliminary "preliminary",
    /// Granted in its final amount, in euros.
    Final "final",
    /// Paid out, in euros.
    Paid "paid",
    /// Where it can be read.
    Link "link",
    /// Under which directive.
    Directive "directive",
    /// In which version.
    Version "version",
    /// The version of the GIS side conditions.
    GisConditions "gis_conditions",
    /// The day that stands on a document.
    Dated "dated",
    /// What the whole costs, in euros.
    Total "total",
    /// Which areas, by their names.
    Areas "areas",
    /// Which facilities, by their names.
    Facilities "facilities",
    /// Whether the public may see the amounts.
    AmountsPublic "amounts_public",
    /// Types of school, separated by commas.
    SchoolTypes "school_types",
    /// Street and number.
    Address "address",
    /// Latitude and longitude.
    Position "position",
    /// In which area.
    Area "area",
    /// Who owns a building.
    Owner "owner",
    /// How many classes a school has.
    Classes "classes",
    /// Whether there is a fibre tariff.
    Tariff "tariff",
    /// Whether a second fibre comes on another way.
    SecondRoute "second_route",
    /// Whether public money may be asked for.
    Fundable "fundable",
    /// Why, or why not.
    FundableReason "fundable_reason",
    /// By which technology a line arrives.
    Technology "technology",
    /// Bandwidth downstream.
    Down "down",
    /// Bandwidth upstream.
    Up "up",
    /// Which reading is corrected.
    Reading "reading",
    /// What was said: contracts, a percentage, or that none was reported.
    Value "value",
    /// The first day of a further round.
    OpensOn "opens_on",
    /// A day: of the deadline, of the reading, of the decision.
    Day "day",
    /// What has to be done by the day.
    Task "task",
    /// When it was done.
    SettledOn "settled_on",
    /// How far a reading was checked.
    Stage "stage",
    /// The day on which a deadline was announced.
    AnnouncedOn "announced_on",
    /// When it happened, as exactly as known.
    When "when",
    /// When the next state is planned.
    NextPlanned "next_planned",
    /// The post that sees to it.
    Responsible "responsible",
    /// What it costs.
    Cost "cost",
    /// Whether a facility is there.
    Standing "standing",
    /// Planned start of a phase.
    PlannedStart "planned_start",
    /// Planned end of a phase.
    PlannedEnd "planned_end",
    /// Actual start of a phase.
    ActualStart "actual_start",
    /// Actual end of a phase.
    ActualEnd "actual_end",
    /// When a milestone is planned.
    Planned "planned",
    /// When a milestone was reached.
    Actual "actual",
    /// Whether a milestone is under way, refused or dropped.
    Mark "mark",
    /// With whom an agreement is.
    Partner "partner",
    /// When it was signed.
    Signed "signed",
    /// When it takes effect.
    EffectiveFrom "effective_from",
    /// The last day of an agreement or of a measure.
    EndsOn "ends_on",
    /// What has to be reached in a further round.
    Target "target",
    /// Which record is taken back.
    Record "record",
    /// When an area is to be built.
    BuildPlanned "build_planned",
    /// The other municipalities that an area reaches into.
    Border "border",
    /// This area alone, or all of the campaign.
    Reach "reach",
    /// How many a measure reached.
    Audience "audience",
    /// What was counted: households, copies, buildings.
    Unit "unit",
    /// How many households (companies …).
    Count "count",
    /// How many a cable passes.
    Passed "passed",
    /// To how many a tube leads.
    Prepared "prepared",
    /// How many are connected.
    Connected "connected",
    /// How many have a contract that runs.
    Activated "activated",
    /// How the source defines its words.
    Definition "definition",
    /// For which time a base holds.
    AsOf "as_of",
    /// The formula of an estimate.
    EstimatedBy "estimated_by",
    /// Which body of the town decided.
    Body "body",
    /// What was decided.
    Text "text",
    /// The number of a document.
    Document "document",
    /// What was done about a citizen's remark.
    Answer "answer",
    /// Under which conditions.
    Conditions "conditions",
    /// A remark for the reader.
    Note "note",
    /// Why.
    Reason "reason",
    /// Who says so.
    Source "source",
}

impl Field {
    /// Whether it holds a name: of a person in law, a body.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Partner | Self::Body)
    }

    /// Whether its text is a single line.
    pub const fn is_one_line(self) -> bool {
        self.is_name() || matches!(self, Self::Source | Self::Document | Self::Areas | Self::Border | Self::Link)
    }

    /// The field of this name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.word() == word)
    }
}

impl TryFrom<String> for Field {
    type Error = String;
    fn try_from(word: String) -> Result<Self, String> {
        Self::of_word(&word).ok_or(word)
    }
}

impl From<Field> for &'static str {
    fn from(field: Field) -> Self {
        field.word()
    }
}
