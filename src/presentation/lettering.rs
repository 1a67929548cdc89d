//! What is written on a map: labels for a wide and for a narrow picture, and the corner in which its scale stands.

use super::{
    borders::Outline,
    ground::{Frame, Ground},
    map::MapDrawing,
    map_labels::{self, Label, Lettering, Taken, Wish},
    map_view::MapView,
};

/// How large the labels of a map are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Where the picture is wide.
    pub wide: Lettering,
    /// Where it is narrow, if that makes a difference: letters keep their size on the screen, so they are larger in the
    /// drawing's units.
    pub slim: Option<Lettering>,
}

impl Default for Sizes {
    /// Those of style/map.css: 12 px at 400 px and at 288 px of width.
    fn default() -> Self {
        Self { wide: Lettering { name: 26, figure: 28 }, slim: Some(Lettering { name: 36, figure: 36 }) }
    }
}

impl Sizes {
    /// Those of a map with little written on it (style/workspace-today.css).
    pub const SMALL: Self = Self { wide: Lettering { name: 38, figure: 40 }, slim: None };
}

/// In which pictures a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In every one.
    Always,
    /// Where there is room.
    Wide,
    /// Where there is little.
    Slim,
}

/// The room of the scale and the arrow to the north, in units.
const SCALE: (i32, i32) = (170, 150);

/// What is written on a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The labels: which area (as its place in the map), where, its text.
    pub labels: Vec<(usize, Shown, Label)>,
    /// The lower left corner of the scale.
    pub scale: (i32, i32),
    /// The picture's height: more than the areas' where the scale has no room beside them.
    pub height: i32,
    /// Where some areas have no name on the map.
    pub nameless: Option<Shown>,
}

impl Written {
    /// What is written on this map.
    pub fn on(map: &MapView) -> Self {
        let outlines: Vec<&Outline> = map.areas.iter().map(|area| &area.outline).collect();
        let height = i32::try_from(map.height).unwrap_or(i32::MAX);
        let ground = Ground::of(&outlines, (MapDrawing::WIDTH as i32, height));
        let two_km = i32::try_from(map.two_km).unwrap_or(0);
        let (frame, height) = corner(&ground, (SCALE.0.max(two_km + 32), SCALE.1), height);
        let wishes: Vec<Wish<'_>> = map
            .areas
            .iter()
            .map(|area| Wish { outline: &area.outline, name: &area.name, figure: &area.figure })
            .collect();
        let (labels, nameless) = labels(&wishes, &ground, height, map.sizes, Taken { frame: Some(frame), spots: &[] });
        Self { nameless, labels, scale: (frame.left + 16, frame.bottom - 10), height }
    }
}

/// The labels of these areas for both pictures, and in which of them some have no name.
pub fn labels(
    wishes: &[Wish<'_>],
    ground: &Ground,
    height: i32,
    sizes: Sizes,
    taken: Taken<'_>,
) -> (Vec<(usize, Shown, Label)>, Option<Shown>) {
    let place = |lettering: Lettering, before: &[Option<Label>]| {
        map_labels::place(wishes, ground, height, lettering, taken, before)
    };
    let wide = place(sizes.wide, &[]);
    let slim = sizes.slim.map(|lettering| place(lettering, &wide));
    let some_nameless =
        |labels: &[Option<Label>]| labels.iter().any(|label| label.as_ref().is_none_or(|label| label.name.is_empty()));
    let nameless = if some_nameless(&wide) {
        Some(Shown::Always)
    } else {
        slim.as_deref().is_some_and(some_nameless).then_some(Shown::Slim)
    };
    let labels = match slim {
        Some(slim) => joined(wide, slim),
        None => shown(wide, Shown::Always).collect(),
    };
    (labels, nameless)
}

/// A corner without areas; below them where there is none.
fn corner(ground: &Ground, (width, room): (i32, i32), height: i32) -> (Frame, i32) {
    let (right, below) = (MapDrawing::WIDTH as i32 - width, height - room);
    let at = |left: i32, top: i32| Frame { left, top, right: left + width, bottom: top + room };
    let corners = [at(0, below), at(right, below), at(0, 0), at(right, 0)];
    let free = corners.into_iter().find(|corner| ground.covered(*corner) == 0);
    free.map_or((at(0, height), height + room), |corner| (corner, height))
}

fn shown(labels: Vec<Option<Label>>, shown: Shown) -> impl Iterator<Item = (usize, Shown, Label)> {
    labels.into_iter().enumerate().filter_map(move |(area, label)| Some((area, shown, label?)))
}

/// Both sets, with one label where they agree.
fn joined(wide: Vec<Option<Label>>, slim: Vec<Option<Label>>) -> Vec<(usize, Shown, Label)> {
    let agree = |one: &Label, other: &Label| {
        one.middle == other.middle && one.name == other.name && one.leader.is_none() && other.leader.is_none()
    };
    let pairs = wide.into_iter().zip(slim).enumerate();
    let labels = pairs.flat_map(|(area, pair)| match pair {
        (Some(wide), Some(slim)) if agree(&wide, &slim) => vec![(area, Shown::Always, wide)],
        (wide, slim) => {
            let of = |shown: Shown, label: Option<Label>| label.map(|label| (area, shown, label));
            of(Shown::Wide, wide).into_iter().chain(of(Shown::Slim, slim)).collect()
        }
    });
    labels.collect()
}
