//! Findings: what a newly typed number makes one ask. The browser checks while someone types, the server
//! before it stores: by these rules.

use jiff::civil::Date;

use super::{
    amount::Amount,
    calendar::days_until,
    few::in_order,
    import::Problem,
    reading::{Stage, Value},
    sheet::{Held, SheetRow, Terms},
};

/// A base that changes by more than so many basis points asks for a reason (2 %).
const BASE_CHANGE: u64 = 200;
/// A gain up to here is never odd.
const SMALL_GAIN: u32 = 15;
/// So many gains tell what is usual.
const USUAL_GAINS: usize = 4;
/// In the last days before a deadline a rush is normal.
const RUSH_DAYS: i32 = 14;
/// So many equal readings in a row are worth a question to the operator.
const UNCHANGED: usize = 3;

/// How much weight a finding has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know.
    Notice,
    /// Odd: a reason is asked for and may be left out.
    Question,
    /// Saved only with a reason.
    Reason,
    /// Not saved.
    Error,
}

/// What a typed number makes one ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It breaks a rule.
    Wrong(Problem),
    /// Fewer contracts than before.
    Falls {
        /// By so many.
        by: u32,
        /// Against the reading of this day.
        since: Date,
    },
    /// The base is another one than that of the previous reading, by more than 2 %.
    BaseChanged {
        /// The base before.
        from: u32,
        /// The base now.
        to: u32,
    },
    /// The previous reading was checked better.
    StageBack {
        /// Its stage.
        from: Stage,
        /// Its day.
        since: Date,
    },
    /// A reading of this day and stage is stored with another value.
    Replaces {
        /// That reading.
        held: Value,
    },
    /// Many more contracts than usual.
    Jump {
        /// So many more.
        gain: u32,
        /// The largest gain of the last four readings.
        usual: u32,
        /// Days since the previous reading.
        days: i32,
    },
    /// The same number for the third time.
    Unchanged,
    /// A newer reading is stored.
    OlderThanHeld {
        /// Its day.
        newest: Date,
    },
    /// A better checked reading of the same day is stored: it goes on holding.
    BetterHeld {
        /// Its stage.
        stage: Stage,
        /// What it says.
        held: Value,
    },
    /// More contracts after a check than before it, on the same day.
    StagesContradict {
        /// The stage that it contradicts.
        stage: Stage,
        /// The contracts there.
        contracts: u32,
    },
    /// No number came.
    NotReported,
}

impl Finding {
    /// How much weight it has.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Wrong(_) => Weight::Error,
            Self::Falls { .. } | Self::BaseChanged { .. } | Self::StageBack { .. } | Self::Replaces { .. } => {
                Weight::Reason
            }
            Self::Jump { .. } => Weight::Question,
            Self::Unchanged
            | Self::OlderThanHeld { .. }
            | Self::BetterHeld { .. }
            | Self::StagesContradict { .. }
            | Self::NotReported => Weight::Notice,
        }
    }
}

/// A number with its day and stage, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The day for which it holds.
    pub as_of: Date,
    /// How far it was checked.
    pub stage: Stage,
    /// What was said.
    pub value: Value,
}

/// The reading that the typed number would replace; of two sources of one day and stage the later entry holds.
pub fn replaced(row: &SheetRow, typed: Typed) -> Option<&Held> {
    let same = |held: &&Held| (held.as_of, held.stage) == (typed.as_of, typed.stage);
    row.held.iter().filter(|held| held.value != Value::NotReported).rfind(same)
}

/// The base that the typed number is counted against: that of the reading which it replaces, as a later base
/// rewrites nothing, else the row's.
pub fn base(row: &SheetRow, typed: Typed) -> Option<u32> {
    replaced(row, typed).and_then(|held| held.base).or(row.base)
}

/// What a typed number makes one ask, the weightiest first. What is stored already makes one ask nothing.
///
/// Worked example: 256 contracts on 24 November and 251 on 1 December are a fall by 5, which asks for a reason.
pub fn findings(terms: &Terms, row: &SheetRow, typed: Typed, today: Date) -> Vec<Finding> {
    let mut found = wrong(terms, row, typed, today);
    if !found.is_empty() {
        // What is wrong is mended first; what it made one ask besides would be noise.
        return found;
    }
    let reported = || row.held.iter().filter(|held| held.value != Value::NotReported);
    let stored = replaced(row, typed);
    match stored {
        Some(stored) if stored.value == typed.value => return found,
        Some(stored) => found.push(Finding::Replaces { held: stored.value }),
        None => {}
    }
    if typed.value == Value::NotReported {
        found.push(Finding::NotReported);
        return found;
    }
    let newest = reported().map(|held| held.as_of).max().filter(|newest| *newest > typed.as_of);
    found.extend(newest.filter(|_| stored.is_none()).map(|newest| Finding::OlderThanHeld { newest }));
    // The best checked reading of a day is the one that holds.
    let better = reported().rfind(|held| held.as_of == typed.as_of && held.stage > typed.stage);
    found.extend(better.map(|held| Finding::BetterHeld { stage: held.stage, held: held.value }));
    found.extend(contradiction(row, typed));
    if let Some(before) = before(row, typed) {
        found.extend(against(before, row, typed));
        found.extend(jump(terms, row, typed, before));
        found.extend(unchanged(row, typed));
    }
    in_order(&mut found, |finding| std::cmp::Reverse(finding.weight()));
    found
}

/// What keeps a number from being stored: an error, or a missing reason.
pub fn objection(findings: &[Finding], has_reason: bool) -> Option<&Finding> {
    findings.iter().find(|finding| match finding.weight() {
        Weight::Error => true,
        Weight::Reason => !has_reason,
        Weight::Question | Weight::Notice => false,
    })
}

/// The newest reported reading of an earlier day of the same round.
pub fn before(row: &SheetRow, typed: Typed) -> Option<&Held> {
    earlier(row, typed).max_by_key(|held| (held.as_of, held.stage))
}

fn earlier(row: &SheetRow, typed: Typed) -> impl Iterator<Item = &Held> {
    // What was counted for an earlier round is no measure for this one.
    let since = row.round.filter(|opened| *opened <= typed.as_of);
    let of_round = move |held: &&Held| since.is_none_or(|opened| held.as_of >= opened);
    let earlier = move |held: &&Held| held.value != Value::NotReported && held.as_of < typed.as_of;
    row.held.iter().filter(earlier).filter(of_round)
}

/// The number of contracts, where it is an exact one.
fn exact(value: Value) -> Option<u32> {
    match value {
        Value::Contracts(Amount::Exact(count)) => Some(count),
        Value::Contracts(_) | Value::Percent(_) | Value::NotReported => None,
    }
}

fn wrong(terms: &Terms, row: &SheetRow, typed: Typed, today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    let (day, most) = (typed.as_of, typed.value.most_contracts());
    if day > today {
        found.push(Finding::Wrong(Problem::FutureDay { day, today }));
    }
    if let Some(opened) = terms.opened_on.filter(|opened| day < *opened) {
        found.push(Finding::Wrong(Problem::BeforeOpening { day, opened }));
    }
    if let Some(base) = base(row, typed).filter(|base| most > *base) {
        found.push(Finding::Wrong(Problem::MoreThanBase { contracts: most, base }));
    }
    found
}

fn contradiction(row: &SheetRow, typed: Typed) -> Option<Finding> {
    let count = exact(typed.value)?;
    let same_day = row.held.iter().filter(|held| held.as_of == typed.as_of);
    same_day.filter_map(|held| Some((held.stage, exact(held.value)?))).find_map(|(stage, contracts)| {
        let contradicts = (stage < typed.stage && contracts < count) || (stage > typed.stage && contracts > count);
        contradicts.then_some(Finding::StagesContradict { stage, contracts })
    })
}

fn against(before: &Held, row: &SheetRow, typed: Typed) -> Vec<Finding> {
    let mut found = Vec::new();
    if let (Some(from), Some(to)) = (exact(before.value), exact(typed.value))
        && to < from
        // After a better check fewer contracts are what the check is for.
        && typed.stage <= before.stage
    {
        found.push(Finding::Falls { by: from - to, since: before.as_of });
    }
    if typed.stage < before.stage {
        found.push(Finding::StageBack { from: before.stage, since: before.as_of });
    }
    if let (Some(from), Some(to)) = (before.base, base(row, typed))
        && u64::from(from.abs_diff(to)) * 10_000 > BASE_CHANGE * u64::from(from)
    {
        found.push(Finding::BaseChanged { from, to });
    }
    found
}

/// The counts of earlier days, oldest first, one per day: the best checked.
fn counts(row: &SheetRow, typed: Typed) -> Vec<u32> {
    let mut by_day: Vec<&Held> = earlier(row, typed).collect();
    in_order(&mut by_day, |held| (held.as_of, std::cmp::Reverse(held.stage)));
    by_day.dedup_by_key(|held| held.as_of);
    by_day.into_iter().filter_map(|held| exact(held.value)).collect()
}

fn jump(terms: &Terms, row: &SheetRow, typed: Typed, before: &Held) -> Option<Finding> {
    let gain = exact(typed.value)?.checked_sub(exact(before.value)?)?;
    let counts = counts(row, typed);
    let gains = counts.windows(2).rev().take(USUAL_GAINS).map(|pair| pair[1].saturating_sub(pair[0]));
    let usual = gains.max()?;
    let left = terms.deadline.map(|deadline| days_until(typed.as_of, deadline));
    let factor = if left.is_some_and(|left| (0..=RUSH_DAYS).contains(&left)) { 4 } else { 2 };
    let days = days_until(before.as_of, typed.as_of);
    (gain > SMALL_GAIN && gain > usual.saturating_mul(factor)).then_some(Finding::Jump { gain, usual, days })
}

fn unchanged(row: &SheetRow, typed: Typed) -> Option<Finding> {
    let count = exact(typed.value)?;
    let counts = counts(row, typed);
    let last = counts.iter().rev().take(UNCHANGED - 1);
    (last.len() == UNCHANGED - 1 && last.into_iter().all(|held| *held == count)).then_some(Finding::Unchanged)
}
