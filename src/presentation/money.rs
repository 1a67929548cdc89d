//! Money as readers write it: "1.350.000 €", "135.000,05 €" in German, "€135,000.05" in English, "135 000,05 €" in French.

use super::{
    lang::Lang,
    number::{NBSP, grouped},
};
use crate::domain::money::Cents;

/// An amount with its sign; cents only where there are any.
///
/// ```
/// use faserstand_lib::{domain::money::Cents, presentation::{lang::Lang, money::euros}};
/// assert_eq!(euros(Cents::new(135_000_000).unwrap(), Lang::De), "1.350.000\u{a0}€");
/// assert_eq!(euros(Cents::new(13_500_005).unwrap(), Lang::De), "135.000,05\u{a0}€");
/// assert_eq!(euros(Cents::new(13_500_005).unwrap(), Lang::En), "€135,000.05");
/// assert_eq!(euros(Cents::new(13_500_005).unwrap(), Lang::Fr), "135\u{202f}000,05\u{a0}€");
/// ```
pub fn euros(amount: Cents, lang: Lang) -> String {
    match lang {
        Lang::De | Lang::Fr => format!("{}{NBSP}€", figure(amount, lang)),
        Lang::En => format!("€{}", figure(amount, lang)),
    }
}

/// The same without its sign, as it stands in a field of the workspace.
pub fn typed(amount: Cents) -> String {
    figure(amount, Lang::De)
}

fn figure(amount: Cents, lang: Lang) -> String {
    let (whole, cents) = (grouped(amount.get() / 100, lang), amount.get() % 100);
    if cents == 0 { whole } else { format!("{whole}{}{cents:02}", lang.pick(',', '.', ',')) }
}
