//! Money as German readers write it: "1.350.000 €", "135.000,05 €".

use super::number::{NBSP, grouped};
use crate::domain::money::Cents;

/// An amount with its sign; cents only where there are any.
///
/// ```
/// use faserstand_lib::{domain::money::Cents, presentation::money::euros};
/// assert_eq!(euros(Cents::new(135_000_000).unwrap()), "1.350.000\u{a0}€");
/// assert_eq!(euros(Cents::new(13_500_005).unwrap()), "135.000,05\u{a0}€");
/// ```
pub fn euros(amount: Cents) -> String {
    format!("{}{NBSP}€", typed(amount))
}

/// The same without its sign, as it stands in a field.
pub fn typed(amount: Cents) -> String {
    let (whole, cents) = (grouped(amount.get() / 100), amount.get() % 100);
    if cents == 0 { whole } else { format!("{whole},{cents:02}") }
}
