//! Labels of the map: no two meet and none leaves the picture, whatever the areas look like.

use faserstand_lib::{
    domain::ids::AreaId,
    presentation::{
        borders::Outline,
        ground::{Frame, Ground},
        label_search::touches,
        lettering::{self, Shown, Sizes},
        map::{MapDrawing, Plane, draw},
        map_labels::{Label, Lettering, Taken, Wish, place},
        text_width,
    },
};

use crate::subdivision::{Chance, grid};

const NAMES: [&str; 8] = [
    "Bühl",
    "Weier",
    "Zell-Weierbach",
    "Industriegebiet Nord-West mit Güterbahnhof",
    "Rammersweier",
    "Sankt Märgen an der Halde",
    "Donaudampfschifffahrtsgesellschaftshafen",
    "Gewerbepark Raum Süd",
];
const FIGURES: [&str; 4] = ["31,5 %", "keine Quote", "≥ 1.234 Verträge", "keine Zahl"];
const WIDTH: i32 = MapDrawing::WIDTH as i32;

struct Town {
    outlines: Vec<Outline>,
    texts: Vec<(&'static str, &'static str)>,
    height: i32,
}

/// A town of 3 to 30 areas; some spots of the grid are left free, as around a real town.
fn town(seed: u64) -> Town {
    let mut chance = Chance::new(seed);
    let (columns, rows) = [(3, 2), (3, 4), (4, 5), (6, 6)][seed as usize % 4];
    let mut plane: Vec<_> = (1..).map(AreaId).zip(grid(seed, columns, rows, 4)).collect();
    plane.retain(|_| chance.swing() > -0.5);
    plane.truncate(30);
    let texts =
        plane.iter().map(|_| (NAMES[chance.below(NAMES.len())], FIGURES[chance.below(FIGURES.len())])).collect();
    let drawing = draw(Plane { ground: &plane, ..Plane::default() });
    let height = drawing.height as i32;
    Town { outlines: drawing.shapes.into_iter().map(|shape| shape.outline).collect(), texts, height }
}

impl Town {
    fn wishes(&self) -> Vec<Wish<'_>> {
        let texts = self.outlines.iter().zip(&self.texts);
        texts.map(|(outline, (name, figure))| Wish { outline, name, figure }).collect()
    }

    fn ground(&self) -> Ground {
        Ground::of(&self.outlines.iter().collect::<Vec<_>>(), (WIDTH, self.height))
    }

    fn labels(&self, lettering: Lettering) -> Vec<Option<Label>> {
        place(&self.wishes(), &self.ground(), self.height, lettering, Taken::default(), &[])
    }
}

/// Pairs of frames that meet.
fn meetings(frames: &[Frame]) -> usize {
    let later = |index: usize| &frames[index + 1..];
    frames.iter().enumerate().map(|(index, one)| later(index).iter().filter(|other| one.meets(**other)).count()).sum()
}

fn inside(frame: Frame, height: i32) -> bool {
    frame.left >= 0 && frame.top >= 0 && frame.right <= WIDTH && frame.bottom <= height
}

fn sizes() -> [Lettering; 2] {
    [Sizes::default().wide, Sizes::default().slim.unwrap()]
}

/// Where a label stands that does not look for a place: at the middle of its area's points.
fn naive(town: &Town, lettering: Lettering) -> Vec<Frame> {
    let middle = |outline: &Outline| {
        let points: Vec<_> = outline.iter().flatten().collect();
        let many = points.len() as i32;
        (points.iter().map(|at| at.0).sum::<i32>() / many, points.iter().map(|at| at.1).sum::<i32>() / many)
    };
    let frame = |wish: Wish<'_>| {
        let name = text_width::width(wish.name, lettering.name, false);
        let figure = text_width::width(wish.figure, lettering.figure, true);
        Frame::around(middle(wish.outline), (name.max(figure) as i32, (lettering.name + lettering.figure) as i32))
    };
    town.wishes().into_iter().map(frame).collect()
}

#[test]
fn no_two_labels_meet_and_none_leaves_the_picture() {
    let mut naive_meetings = 0;
    for seed in 0..8 {
        let town = town(seed);
        assert!((3..=30).contains(&town.outlines.len()), "seed {seed}: {}", town.outlines.len());
        for lettering in sizes() {
            let labels: Vec<Label> = town.labels(lettering).into_iter().flatten().collect();
            let frames: Vec<Frame> = labels.iter().map(|label| label.frame).collect();
            assert_eq!(meetings(&frames), 0, "seed {seed}");
            assert!(frames.iter().all(|frame| inside(*frame, town.height)), "seed {seed}");
            naive_meetings += usize::from(meetings(&naive(&town, lettering)) > 0);
        }
    }
    assert!(naive_meetings > 12, "the control meets in most of 16 pictures: {naive_meetings}");
}

#[test]
fn a_label_has_room_for_its_text() {
    for seed in 0..8 {
        for lettering in sizes() {
            for label in town(seed).labels(lettering).into_iter().flatten() {
                let room = (label.frame.right - label.frame.left) as u32;
                assert!(label.name.iter().all(|line| text_width::width(line, lettering.name, false) <= room));
                assert!(text_width::width(&label.figure, lettering.figure, true) <= room);
            }
        }
    }
}

#[test]
fn a_label_beside_its_area_has_a_line_that_ends_on_it_and_touches_no_other_label() {
    let mut lines = 0;
    for seed in 0..8 {
        let town = town(seed);
        let (ground, labels) = (town.ground(), town.labels(sizes()[0]));
        for (area, label) in labels.iter().enumerate().filter_map(|(area, label)| Some((area, label.as_ref()?))) {
            let Some(line) = label.leader else {
                let (own, others) = ground.shares(area, label.frame);
                assert!(
                    others <= 40 && (own >= 500 || others <= 12),
                    "seed {seed}: {} has {own}, others {others}",
                    label.name.join(" ")
                );
                continue;
            };
            lines += 1;
            assert_eq!(ground.owner(line[1]), Some(area), "seed {seed}");
            let others =
                labels.iter().enumerate().filter(|(other, _)| *other != area).filter_map(|(_, label)| label.as_ref());
            assert!(others.into_iter().all(|other| !touches(line, other.frame)), "seed {seed}");
        }
    }
    assert!(lines > 20, "there are lines: {lines}");
}

#[test]
fn nearly_every_area_has_its_name_where_the_picture_is_wide() {
    let (mut named, mut areas) = (0, 0);
    // With twice as many areas as the town has, all with such long names, there is no room for all.
    for seed in 0..8 {
        let labels = town(seed).labels(sizes()[0]);
        if labels.len() > 15 {
            continue;
        }
        areas += labels.len();
        named += labels.iter().flatten().filter(|label| !label.name.is_empty()).count();
    }
    assert!(named * 100 >= areas * 85, "{named} of {areas}");
}

#[test]
fn the_same_map_is_lettered_the_same_way_every_time() {
    assert_eq!(town(3).labels(sizes()[1]), town(3).labels(sizes()[1]));
}

//  +--------+--+        The narrow area in the middle has no room for its name; on its right is nothing.
//  |        |  |
//  |        +--+
//  +--------+
#[test]
fn one_label_serves_both_pictures_where_its_place_is_the_same() {
    let left: Outline = vec![vec![(0, 0), (400, 0), (400, 500), (0, 500)]];
    let right: Outline = vec![vec![(400, 0), (440, 0), (440, 200), (400, 200)]];
    let wishes = [
        Wish { outline: &left, name: "Weier", figure: "29,7 %" },
        Wish { outline: &right, name: "Windschläg", figure: "keine Quote" },
    ];
    let ground = Ground::of(&[&left, &right], (WIDTH, 500));
    let (labels, nameless) = lettering::labels(&wishes, &ground, 500, Sizes::default(), Taken::default());
    let told: Vec<_> = labels.iter().map(|(area, shown, label)| (*area, *shown, label.leader.is_some())).collect();
    assert_eq!(told, [(0, Shown::Always, false), (1, Shown::Wide, true), (1, Shown::Slim, true)]);
    assert_eq!(nameless, None);
}

#[test]
fn a_long_name_stands_in_two_lines_or_is_shortened() {
    let outline: Outline = vec![vec![(0, 0), (840, 0), (840, 500), (0, 500)]];
    let ground = Ground::of(&[&outline], (WIDTH, 500));
    let name = |name: &str| {
        let wish = Wish { outline: &outline, name, figure: "1 %" };
        place(&[wish], &ground, 500, sizes()[1], Taken::default(), &[]).remove(0).unwrap().name
    };
    assert_eq!(name("Bühl"), ["Bühl"]);
    assert_eq!(name("Sankt Märgen an der Halde"), ["Sankt Märgen", "an der Halde"]);
    let cut = name("Donaudampfschifffahrtsgesellschaftshafen");
    assert!(cut.len() == 1 && cut[0].ends_with('…') && cut[0].starts_with("Donaudampf"), "{cut:?}");
}

#[test]
fn a_label_keeps_clear_of_what_is_drawn_on_the_map() {
    let outline: Outline = vec![vec![(0, 0), (840, 0), (840, 500), (0, 500)]];
    let ground = Ground::of(&[&outline], (WIDTH, 500));
    let frame = |taken: Taken<'_>| {
        let wish = Wish { outline: &outline, name: "Bühl", figure: "" };
        place(&[wish], &ground, 500, sizes()[0], taken, &[]).remove(0).unwrap().frame
    };
    let dot = (420, 250);
    let covers = |frame: Frame| frame.nearest(dot) == dot;
    assert!(covers(frame(Taken::default())), "the control stands in the middle");
    assert!(!covers(frame(Taken { frame: None, spots: &[dot] })));
    let scale = Frame { left: 0, top: 150, right: 840, bottom: 500 };
    assert!(!scale.meets(frame(Taken { frame: Some(scale), spots: &[] })));
}
