//! How exactly a source knows a number.

use faserstand_lib::domain::amount::{Amount, RangeError};

#[test]
fn a_range_has_its_ends_in_order() {
    assert_eq!(Amount::range(10, 15), Ok(Amount::Range(10, 15)));
    assert_eq!(Amount::range(15, 10), Err(RangeError));
    assert_eq!(Amount::range(15, 15), Err(RangeError), "one number twice is no range but that number");
}

#[test]
fn only_what_the_source_vouches_for_is_certain() {
    assert_eq!(Amount::Exact(300).certain(0), 300);
    assert_eq!(Amount::About(300).certain(0), 300);
    assert_eq!(Amount::AtLeast(300).certain(0), 300);
    assert_eq!(Amount::Range(300, 320).certain(0), 300);
    assert_eq!(Amount::LessThan(300).certain(0), 0);
}

#[test]
fn the_largest_number_is_the_largest_that_the_source_names() {
    assert_eq!(Amount::AtLeast(300).largest(), 300);
    assert_eq!(Amount::LessThan(300).largest(), 300);
    assert_eq!(Amount::Range(300, 320).largest(), 320);
}

#[test]
fn nothing_is_less_than_nothing() {
    assert_eq!(Amount::LessThan(0).checked(0), Err(RangeError));
    assert_eq!(Amount::LessThan(1).checked(0), Ok(Amount::LessThan(1)));
    assert_eq!(Amount::Exact(0).checked(0), Ok(Amount::Exact(0)));
    assert_eq!(Amount::Range(15, 10).checked(0), Err(RangeError));
}
