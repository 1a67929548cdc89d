//! A weekly sheet to build the claims from: the Offenburg campaign in its last weeks.

use faserstand_lib::domain::{
    amount::Amount::{self, Exact},
    area::Slug,
    campaign::{Target, Unit},
    draft::{Draft, DraftRow},
    finding::{Finding, Typed, findings},
    reading::{Stage, Value},
    sheet::{Held, Sheet, SheetGroup, SheetRow, Terms, Usual},
};
use jiff::civil::{Date, date};

use crate::build::THIRD;

/// The Monday on which the sheet is filled in.
pub const TODAY: Date = date(2023, 12, 4);
/// The Friday for which the numbers hold.
pub const FRIDAY: Date = date(2023, 12, 1);
/// A week before.
pub const WEEK_BEFORE: Date = date(2023, 11, 24);

/// 33 % of the households from 4 September to 31 December.
pub const fn terms() -> Terms {
    Terms {
        unit: Unit::Households,
        target: THIRD,
        opened_on: Some(date(2023, 9, 4)),
        deadline: Some(date(2023, 12, 31)),
    }
}

/// A reported count of 842 households.
pub const fn held(as_of: Date, count: u32) -> Held {
    Held { as_of, stage: Stage::Reported, value: Value::Contracts(Exact(count)), base: Some(842) }
}

/// A count of another stage.
pub const fn staged(as_of: Date, stage: Stage, count: u32) -> Held {
    Held { stage, ..held(as_of, count) }
}

/// Bühl with 842 households and these readings.
pub fn row(held: &[Held]) -> SheetRow {
    SheetRow {
        area: slug("Bühl"),
        name: "Bühl".to_owned(),
        base: Some(842),
        seen: 7,
        held: held.to_vec(),
        round: None,
        usual: usual("Wochenmail"),
    }
}

/// Reported, by this source.
pub fn usual(source: &str) -> Usual {
    Usual { source: source.to_owned(), stage: Stage::Reported }
}

/// Bühl with one reading a week, the last one a week before the Friday.
pub fn weeks(counts: &[u32]) -> SheetRow {
    let days = (0..).map(|week| WEEK_BEFORE - jiff::Span::new().weeks(week));
    let mut held: Vec<Held> = counts.iter().rev().zip(days).map(|(count, day)| self::held(day, *count)).collect();
    held.reverse();
    row(&held)
}

/// A reported number of the Friday.
pub const fn typed(count: u32) -> Typed {
    amount(Exact(count))
}

/// The same with another exactness.
pub const fn amount(amount: Amount<u32>) -> Typed {
    Typed { as_of: FRIDAY, stage: Stage::Reported, value: Value::Contracts(amount) }
}

/// What a number makes one ask on the Monday.
pub fn found(row: &SheetRow, typed: Typed) -> Vec<Finding> {
    findings(&terms(), row, typed, TODAY)
}

/// An area's name in addresses.
pub fn slug(name: &str) -> Slug {
    Slug::of_name(name).unwrap()
}

/// Bühl, Griesheim, Windschläg without a base, Zell-Weierbach; and two commercial areas of another campaign.
pub fn sheet() -> Sheet {
    let area = |name: &str, base, seen, source| SheetRow {
        area: slug(name),
        name: name.to_owned(),
        base,
        seen,
        held: base.map(|count| Held { base: Some(count), ..held(WEEK_BEFORE, 100) }).into_iter().collect(),
        round: None,
        usual: usual(source),
    };
    let districts = vec![
        area("Bühl", Some(842), 3, "Wochenmail"),
        area("Griesheim", Some(914), 5, "Wochenmail"),
        area("Windschläg", None, 0, "Wochenmail"),
        area("Zell-Weierbach", Some(2_000), 8, "Wochenmail"),
    ];
    let commercial =
        ["Gewerbegebiet 1", "Gewerbegebiet 2"].map(|name| area(name, Some(58), 0, "1&1 Versatel")).to_vec();
    let group = |campaign: &str, operator: &str, terms, rows| SheetGroup {
        campaign: campaign.to_owned(),
        operator: operator.to_owned(),
        terms,
        rows,
    };
    let companies = Terms { unit: Unit::Companies, target: Target::OperatorDecision, opened_on: None, deadline: None };
    Sheet {
        today: TODAY,
        groups: vec![
            group("Ortsteile", "Deutsche Glasfaser", terms(), districts),
            group("Gewerbe", "1&1 Versatel", companies, commercial),
        ],
        sources: vec!["Wochenmail".to_owned(), "Telefon".to_owned()],
    }
}

/// A draft of that sheet for the Friday, with these numbers.
pub fn draft(values: &[(&str, &str)]) -> Draft {
    let mut draft = Draft { key: "k1".to_owned(), ..Draft::fresh("01.12.2023".to_owned()) };
    for (name, value) in values {
        (*value).clone_into(&mut edited(&mut draft, name).value);
    }
    draft
}

/// The row of an area, to type into.
pub fn edited<'a>(draft: &'a mut Draft, name: &str) -> &'a mut DraftRow {
    draft.row_mut(sheet().named(name).unwrap())
}
