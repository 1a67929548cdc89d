//! The threshold bar: what is drawn, in percent of the track. The track is all households, never rescaled.

use serde::{Deserialize, Serialize};

use super::markup::{Markup, element};
use crate::domain::{
    amount::Amount,
    campaign::Target,
    reading::Reading,
    take_up::{Quota, TakeUp},
};

/// A bar in basis points of its track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Filled up to here: what is certain.
    pub certain: u32,
    /// From `certain` to here it is open ("unter 15 %", a range); equal to `certain` otherwise.
    pub open: u32,
    /// Where the target stands, if it has a place on this track.
    pub mark: Option<u32>,
}

impl Bar {
    /// The bar of a reading against a target.
    pub fn of(reading: Option<&Reading>, target: Target) -> Self {
        let base = reading.and_then(|reading| reading.base());
        let mark = match target {
            Target::Share(share) => Some(share.basis_points()),
            Target::Count(count) => base
                .and_then(|base| TakeUp::new(count, base.count, base.unit).ok())
                .map(|take_up| Quota::Counted(take_up).drawn_basis_points()),
            Target::OperatorDecision => None,
        };
        let drawn = |quota: Quota| quota.drawn_basis_points();
        let (certain, open) = match reading.and_then(Reading::quota) {
            None => (0, 0),
            Some(Amount::LessThan(limit)) => (0, drawn(limit)),
            Some(Amount::Range(low, high)) => (drawn(low), drawn(high)),
            Some(Amount::Exact(quota) | Amount::About(quota) | Amount::AtLeast(quota)) => (drawn(quota), drawn(quota)),
        };
        Self { certain, open, mark }
    }

    /// The same bar on a track that ends at this many basis points: what is above fills it.
    #[must_use]
    pub fn up_to(self, end: u32) -> Self {
        let on_track = |place: u32| place.min(end) * 10_000 / end.max(1);
        let mark = self.mark.filter(|mark| *mark <= end).map(on_track);
        Self { certain: on_track(self.certain), open: on_track(self.open), mark }
    }
}

impl Bar {
    /// The bar in the colours of a state. Its numbers stand beside it, so it is hidden from assistive technology. Places
    /// are SVG attributes: the content security policy allows no inline style.
    pub fn markup(self, state: &str) -> Markup {
        let rect = |class: &str, x: &str, width: &str| {
            element("rect", &[("class", class), ("x", x), ("width", width), ("height", "100%")], [])
        };
        let open =
            (self.open > self.certain).then(|| rect("o", &percent(self.certain), &percent(self.open - self.certain)));
        let mark = self.mark.map(|mark| {
            let x = percent(mark);
            element("line", &[("class", "m"), ("x1", &x), ("x2", &x), ("y1", "0"), ("y2", "100%")], [])
        });
        let pieces = [rect("t", "0", "100%"), rect("f", "0", &percent(self.certain))];
        element(
            "svg",
            &[("class", "tbar"), ("data-s", state), ("aria-hidden", "true")],
            pieces.into_iter().chain(open).chain(mark),
        )
    }
}

/// Basis points as an SVG length: 2449 is "24.49%".
pub fn percent(basis_points: u32) -> String {
    let text = format!("{}.{:02}", basis_points / 100, basis_points % 100);
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}
