//! The weekly sheet in words: what a typed number makes one ask, and what stands beside it.

use super::{
    date, import,
    lang::Lang,
    number::{self, NBSP},
    words,
};
use crate::domain::{
    amount::Amount,
    draft::{Line, Pasted},
    finding::{self, Finding, Typed, before},
    import::Problem,
    reading::{Stage, Value},
    sheet::{Held, SheetRow, Terms},
    take_up::{Quota, TakeUp},
};

/// What a finding says, with the question where one is asked.
pub fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Wrong(Problem::MoreThanBase { contracts, base }) => format!(
            "{} sind mehr als der Bezug von {}. Prüfen Sie Zahl und Bezug.",
            number::contracts(*contracts, Lang::De),
            number::count(*base, Lang::De)
        ),
        // A file has a column for shares, the sheet has none.
        Finding::Wrong(Problem::PercentInCount { text }) => {
            format!("„{text}“ ist ein Anteil. Schreiben Sie die Zahl der Verträge.")
        }
        Finding::Wrong(Problem::NotWhole { text }) => {
            format!("„{text}“ ist keine ganze Zahl. Schreiben Sie die Zahl der Verträge.")
        }
        Finding::Wrong(problem) => import::typed(problem),
        Finding::Falls { by, since } => {
            format!("{} weniger als am {} Warum?", number::count(*by, Lang::De), date::digits_without_year(*since))
        }
        Finding::BaseChanged { from, to } => {
            format!("Bezug {} statt {}. Warum?", number::count(*to, Lang::De), number::count(*from, Lang::De))
        }
        Finding::StageBack { from, since } => {
            format!(
                "Am {} schon {}. Warum nicht mehr?",
                date::digits_without_year(*since),
                words::stage(*from, Lang::De)
            )
        }
        Finding::Replaces { held } => format!("Gespeichert ist {}. Warum gilt das nicht?", value(*held)),
        Finding::Jump { gain, usual, days } => format!(
            "+{} in {}, üblich bis +{}. Stimmt das?",
            number::count(*gain, Lang::De),
            number::counted(days.unsigned_abs(), "Tag", "Tagen", Lang::De),
            number::count(*usual, Lang::De)
        ),
        Finding::Unchanged => "Zum dritten Mal dieselbe Zahl.".to_owned(),
        Finding::OlderThanHeld { newest } => {
            format!("Vom {} ist schon eine neuere Zahl gespeichert.", date::digits_without_year(*newest))
        }
        Finding::BetterHeld { stage, held } => {
            format!("Für diesen Tag gilt weiter {} ({}).", value(*held), words::stage(*stage, Lang::De))
        }
        Finding::StagesContradict { stage, contracts } => {
            let are = if *contracts == 1 { "ist" } else { "sind" };
            format!("Für diesen Tag {are} {} {}.", number::count(*contracts, Lang::De), words::stage(*stage, Lang::De))
        }
        Finding::NotReported => "Nicht gemeldet, steht dann unter Fällig.".to_owned(),
    }
}

/// What was said, as short as a cell: "256", "etwa 300", "nicht gemeldet".
pub fn value(value: Value) -> String {
    match value {
        Value::Contracts(amount) => number::amount(amount, |of| number::count(of, Lang::De), Lang::De),
        Value::Percent(percent) => number::amount(percent, |of| number::share(of, Lang::De), Lang::De),
        Value::NotReported => "nicht gemeldet".to_owned(),
    }
}

/// What stands beside a typed number: change, quota, gap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// "+17", "−5".
    pub change: String,
    /// "35,7 %".
    pub quota: String,
    /// "37"; a dash where nothing is missing.
    pub gap: String,
}

/// Change, quota and gap of a typed number, each a dash where it is not known.
pub fn beside(terms: &Terms, row: &SheetRow, line: &Line) -> Beside {
    let Some(typed) = line.typed else { return Beside::default() };
    let dash = || "–".to_owned();
    let Value::Contracts(Amount::Exact(count)) = typed.value else {
        return Beside { change: dash(), quota: dash(), gap: dash() };
    };
    let base = finding::base(row, typed);
    let of_base = base.and_then(|base| TakeUp::new(count, base, terms.unit).ok());
    let missing = terms.target.needed(base).map(|needed| needed.saturating_sub(count)).filter(|gap| *gap > 0);
    Beside {
        change: change(row, typed, count).unwrap_or_else(dash),
        quota: of_base
            .map_or_else(dash, |take_up| number::quota(Quota::Counted(take_up), terms.target.share(), Lang::De)),
        gap: missing.map_or_else(dash, |of| number::count(of, Lang::De)),
    }
}

fn change(row: &SheetRow, typed: Typed, count: u32) -> Option<String> {
    let Value::Contracts(Amount::Exact(earlier)) = before(row, typed)?.value else { return None };
    let change = i64::from(count) - i64::from(earlier);
    Some(if change == 0 { "±0".to_owned() } else { number::signed(change, Lang::De) })
}

/// The reading before, and its day: "284", "24.11.".
pub fn previous(held: Option<&Held>) -> (String, String) {
    held.map_or_else(
        || ("–".to_owned(), String::new()),
        |held| (value(held.value), date::digits_without_year(held.as_of)),
    )
}

/// The base of a row: "842", a dash where none is known.
pub fn base(row: &SheetRow) -> String {
    row.base.map_or_else(|| "–".to_owned(), |of| number::count(of, Lang::De))
}

/// Above a campaign's rows: "Ortsteile 2023 · Bezug: Haushalte, Ziel 33 %".
pub fn group(campaign: &str, terms: &Terms) -> String {
    let (unit, _) = words::unit(terms.unit, Lang::De);
    let target = terms.target.share().map(|share| format!(", Ziel{NBSP}{}", number::share(share, Lang::De)));
    format!("{campaign} · Bezug: {unit}{}", target.unwrap_or_default())
}

/// So many lines that found no row are named.
const NAMED: usize = 10;

/// What became of a pasted text.
pub fn pasted(pasted: &Pasted) -> String {
    let taken = number::counted(u32::try_from(pasted.taken).unwrap_or(u32::MAX), "Wert", "Werte", Lang::De);
    let how = if pasted.by_name { "nach Namen zugeordnet" } else { "der Reihe nach eingesetzt" };
    let (named, others) = pasted.unmatched.split_at(pasted.unmatched.len().min(NAMED));
    let others = match others.len() {
        0 => String::new(),
        1 => " und eine weitere".to_owned(),
        n => format!(" und {} weitere", number::count(u32::try_from(n).unwrap_or(u32::MAX), Lang::De)),
    };
    match named {
        [] => format!("Aus Excel eingefügt: {taken} {how}."),
        left => format!("Aus Excel eingefügt: {taken} {how}. Ohne Zeile geblieben: {}{others}.", left.join("; ")),
    }
}

/// "11 Zahlen sind gespeichert."
pub fn saved(added: u32, unchanged: u32) -> String {
    let stood = match unchanged {
        0 => String::new(),
        1 => " 1 stand schon da.".to_owned(),
        n => format!(" {} standen schon da.", number::count(n, Lang::De)),
    };
    match added {
        0 => format!("Nichts Neues gespeichert.{stood}"),
        1 => format!("1 Zahl ist gespeichert.{stood}"),
        n => format!("{} Zahlen sind gespeichert.{stood}", number::count(n, Lang::De)),
    }
}

/// The heading of the error summary.
pub fn summary_heading(errors: usize) -> String {
    match errors {
        1 => "Bitte prüfen Sie eine Angabe".to_owned(),
        n => format!("Bitte prüfen Sie {} Angaben", number::spelled(u32::try_from(n).unwrap_or(u32::MAX), Lang::De)),
    }
}

/// A cell in which nothing was typed.
pub const EMPTY: &str = "leer";

/// All stages with their words, in the order of trust.
pub const STAGES: [(Stage, &str); 3] =
    [(Stage::Reported, "gemeldet"), (Stage::Checked, "geprüft"), (Stage::Net, "netto")];
