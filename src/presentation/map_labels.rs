//! Labels that place themselves on a map: within their area, reaching over the town's edge where nothing is, or beside it
//! with a line to it. No two of them meet, none leaves the picture. What has no room at all is left out; the list beside
//! the map has it.

use std::collections::HashSet;

use super::{
    borders::Outline,
    ground::{Frame, Ground, distance},
    label_search::{self, Choice},
    map::MapDrawing,
    text_width,
};

/// How large labels are written, in the drawing's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lettering {
    /// The name.
    pub name: u32,
    /// What stands below it, bold.
    pub figure: u32,
}

/// What has to be written on an area.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// Its shape.
    pub outline: &'a Outline,
    /// Its name.
    pub name: &'a str,
    /// What stands below it; may be empty.
    pub figure: &'a str,
}

/// A label in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its middle.
    pub middle: (i32, i32),
    /// The name in one or two lines; none where only the figure has room.
    pub name: Vec<String>,
    /// What stands below it.
    pub figure: String,
    /// The line from its edge to its area, where it stands beside it.
    pub leader: Option<[(i32, i32); 2]>,
    /// The room that it has.
    pub frame: Frame,
}

/// What else is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taken<'a> {
    /// Where no label may stand.
    pub frame: Option<Frame>,
    /// Spots that labels had better not cover.
    pub spots: &'a [(i32, i32)],
}

/// A line's height in hundredths of its size.
const LINE: u32 = 116;
/// Room around a label.
const AIR: i32 = 5;
/// A name wider than this is better in two lines.
const WIDE_NAME: u32 = MapDrawing::WIDTH * 2 / 5;
/// No line is wider than this.
const WIDEST: u32 = MapDrawing::WIDTH * 2 / 3;
/// The distance of the middles that are tried.
const STEP: i32 = 12;
/// No leader is longer.
const LONGEST_LEADER: i32 = 330;
/// A label beside its area covers less than this of others, in thousandths.
const MOST_COVERED: i32 = 700;
/// Half the width of such a spot, and what it costs to cover it.
const SPOT: i32 = 10;
const COVERED: i32 = 120;
/// So many places of each label are weighed against those of the others, each in another part of the map.
const CHOICES: usize = 48;

/// One way to write a label: its lines, how little it is wished for, and whether it may stand beside its area.
struct Version {
    name: Vec<String>,
    figure: String,
    size: (i32, i32),
    cost: i32,
    beside: bool,
}

/// The labels of these areas in the order of the wishes, on a drawing of this height, clear of what is taken. Where `before` has
/// a label of the same area, its place is preferred: then it need not be written twice.
pub fn place(
    wishes: &[Wish<'_>],
    ground: &Ground,
    height: i32,
    lettering: Lettering,
    taken: Taken<'_>,
    before: &[Option<Label>],
) -> Vec<Option<Label>> {
    let picture = Frame { left: 0, top: 0, right: MapDrawing::WIDTH as i32, bottom: height };
    let candidates: Vec<Vec<(Choice, Label)>> = wishes
        .iter()
        .enumerate()
        .map(|(area, wish)| {
            let versions = versions(wish, lettering);
            let board = Board::of(ground, picture, taken, area, wish);
            board.candidates(&versions, before.get(area).and_then(Option::as_ref))
        })
        .collect();
    let choices: Vec<Vec<Choice>> =
        candidates.iter().map(|of| of.iter().map(|(choice, _)| choice.clone()).collect()).collect();
    let chosen = label_search::choose(&choices);
    candidates.into_iter().zip(chosen).map(|(mut of, index)| index.map(|index| of.swap_remove(index).1)).collect()
}

/// The ways to write a label: with the name in one line, in two, and the figure alone.
fn versions(wish: &Wish<'_>, lettering: Lettering) -> Vec<Version> {
    let version = |name: Vec<String>, cost: i32, beside: bool| {
        let figure = wish.figure.to_owned();
        let lines = name.iter().map(|line| text_width::width(line, lettering.name, false));
        let below = text_width::width(&figure, lettering.figure, true);
        let width = lines.chain([below]).max().unwrap_or(0);
        let rows = u32::try_from(name.len()).unwrap_or(0) * lettering.name
            + if figure.is_empty() { 0 } else { lettering.figure };
        let size = (width as i32 + 2 * AIR, (rows * LINE / 100) as i32 + AIR);
        Version { name, figure, size, cost, beside }
    };
    let cut = |line: &str| shortened(line, lettering.name);
    let wide = text_width::width(wish.name, lettering.name, false) > WIDE_NAME;
    let two = in_two(wish.name).map(|lines| version(lines.iter().map(|line| cut(line)).collect(), 40, true));
    let one = (!wide || two.is_none()).then(|| version(vec![cut(wish.name)], 0, true));
    let alone = (!wish.figure.is_empty()).then(|| version(Vec::new(), 2_500, false));
    one.into_iter().chain(two).chain(alone).collect()
}

/// A name at the space or hyphen that makes its two lines most alike.
fn in_two(name: &str) -> Option<[String; 2]> {
    let breaks = name.char_indices().filter(|(_, letter)| matches!(letter, ' ' | '-')).map(|(at, _)| at + 1);
    let parts = breaks.map(|at| name.split_at(at)).filter(|(_, rest)| !rest.is_empty());
    let longer =
        |(one, other): &(&str, &str)| text_width::thousandths(one, false).max(text_width::thousandths(other, false));
    parts.min_by_key(longer).map(|(one, other)| [one.trim_end().to_owned(), other.to_owned()])
}

/// A line that is not wider than a label may be.
fn shortened(line: &str, size: u32) -> String {
    if text_width::width(line, size, false) <= WIDEST {
        return line.to_owned();
    }
    let mut short = line.to_owned();
    while text_width::width(&short, size, false) + size > WIDEST && short.pop().is_some() {}
    format!("{}…", short.trim_end())
}

/// What a label is placed on.
struct Board<'a> {
    ground: &'a Ground,
    picture: Frame,
    taken: Taken<'a>,
    area: usize,
    landings: Vec<(i32, i32)>,
    /// A frame around them.
    around: Frame,
    heart: (i32, i32),
}

impl<'a> Board<'a> {
    fn of(ground: &'a Ground, picture: Frame, taken: Taken<'a>, area: usize, wish: &Wish<'_>) -> Self {
        // An area may be smaller than a cell of the ground.
        let first = || wish.outline.first().and_then(|ring| ring.first()).copied();
        let heart = ground.heart(area).or_else(first).unwrap_or_default();
        let mut landings = ground.landings(area);
        if landings.is_empty() {
            landings.push(heart);
        }
        let around = landings.iter().fold(Frame::around(heart, (0, 0)), |around, spot| around.with(*spot));
        Self { ground, picture, taken, area, landings, around: around.wider(1), heart }
    }

    /// The best places, the cheapest first, no two of the same version in the same part of the map.
    fn candidates(&self, versions: &[Version], before: Option<&Label>) -> Vec<(Choice, Label)> {
        let mut found: Vec<(Choice, Label)> = Vec::new();
        for version in versions {
            let across = (0..self.picture.right).step_by(STEP as usize);
            let grid = across.flat_map(|x| (0..self.picture.bottom).step_by(STEP as usize).map(move |y| (x, y)));
            let same = before.filter(|label| label.name == version.name).map(|label| label.middle);
            let middles = grid.chain([self.heart]).map(|middle| (middle, 0)).chain(same.map(|middle| (middle, -30)));
            let mut placed: Vec<_> =
                middles.filter_map(|(middle, bonus)| self.candidate(version, middle, bonus)).collect();
            placed.sort_by_key(|(choice, _)| choice.cost);
            let part = |label: &Label| (label.middle.0 / 40, label.middle.1 / 24);
            let mut seen = HashSet::new();
            placed.retain(|(_, label)| seen.insert(part(label)));
            found.extend(placed);
        }
        found.sort_by_key(|(choice, _)| choice.cost);
        found.truncate(CHOICES);
        found
    }

    fn candidate(&self, version: &Version, middle: (i32, i32), bonus: i32) -> Option<(Choice, Label)> {
        let frame = Frame::around(middle, version.size);
        let outside = frame.left < self.picture.left
            || frame.top < self.picture.top
            || frame.right > self.picture.right
            || frame.bottom > self.picture.bottom;
        if outside || self.taken.frame.is_some_and(|taken| taken.meets(frame)) {
            return None;
        }
        let near = self.ground.owner(middle) == Some(self.area) || frame.nearest(self.heart) == self.heart;
        let within = if near { self.within(frame, middle) } else { None };
        // Beside an area half as many places are enough.
        let coarse = bonus != 0 || middle.0 / STEP % 2 == 0 && middle.1 / STEP % 2 == 0;
        let (cost, leader) = within.or_else(|| (version.beside && coarse).then(|| self.beside(frame)).flatten())?;
        let label = Label { middle, name: version.name.clone(), figure: version.figure.clone(), leader, frame };
        let covered = self.taken.spots.iter().filter(|spot| frame.wider(SPOT).nearest(**spot) == **spot).count();
        let cost = cost + version.cost + bonus + i32::try_from(covered).unwrap_or(0) * COVERED;
        Some((Choice { cost, frame, leader }, label))
    }

    /// What a place costs that needs no line: most of it is the area's own ground, nearly nothing another's.
    fn within(&self, frame: Frame, middle: (i32, i32)) -> Option<Weighed> {
        let (own, others) = self.ground.shares(self.area, frame);
        let free = 1_000 - own - others;
        let good = own >= 500 && others <= 40 || frame.nearest(self.heart) == self.heart && others <= 12;
        good.then(|| (others * 4 + free / 2 + distance(middle, self.heart) / 2, None))
    }

    /// What a place with a line costs: the longer the line and the more of other areas is covered, the more.
    fn beside(&self, frame: Frame) -> Option<Weighed> {
        if !frame.wider(LONGEST_LEADER).meets(self.around) {
            return None;
        }
        let (_, others) = self.ground.shares(self.area, frame);
        if others >= MOST_COVERED {
            return None;
        }
        let away = |spot: &(i32, i32)| {
            let (x, y) = frame.nearest(*spot);
            (spot.0 - x).pow(2) + (spot.1 - y).pow(2)
        };
        let to = self.landings.iter().copied().min_by_key(away)?;
        let from = frame.nearest(to);
        let length = distance(from, to);
        let hidden = self.taken.frame.is_some_and(|taken| label_search::touches([from, to], taken));
        if !(10..=LONGEST_LEADER).contains(&length) || hidden {
            return None;
        }
        let steps = (length / 6).max(1);
        let on_way =
            (0..steps).map(|step| (from.0 + (to.0 - from.0) * step / steps, from.1 + (to.1 - from.1) * step / steps));
        let foreign = on_way.filter(|spot| self.ground.owner(*spot).is_some_and(|owner| owner != self.area)).count();
        let foreign = i32::try_from(foreign).unwrap_or(0) * 6;
        Some((350 + length + foreign * 2 + others * 3, Some([from, to])))
    }
}

/// What a place costs, and its line.
type Weighed = (i32, Option<[(i32, i32); 2]>);
