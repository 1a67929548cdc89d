//! Putting a few things in order. The standard library's sorting is made for many and long: each use of it costs the browser's
//! program two kilobytes, and what it has to sort are a dozen findings or readings.

/// Puts them in the order of their keys. What stands alike keeps its order.
///
/// ```
/// use faserstand_lib::domain::few::in_order;
/// let mut days = vec![(3, "c"), (1, "a"), (3, "d"), (2, "b")];
/// in_order(&mut days, |(day, _)| *day);
/// assert_eq!(days, [(1, "a"), (2, "b"), (3, "c"), (3, "d")]);
/// ```
pub fn in_order<T, K: Ord>(few: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..few.len() {
        let mut here = end;
        while here > 0 && key(&few[here - 1]) > key(&few[here]) {
            few.swap(here - 1, here);
            here -= 1;
        }
    }
}
