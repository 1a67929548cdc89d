//! Borders with fewer points: neighbours keep sharing them, nothing crosses, every area stays, few bytes.

use std::collections::HashSet;

use faserstand_lib::{
    domain::ids::AreaId,
    presentation::{
        borders::{Outline, simplified},
        crossings,
        map::{MapDrawing, Plane, draw, path},
    },
};
use geo::{CoordsIter, MapCoords, MultiPolygon, Simplify, wkt};

use crate::subdivision::grid;

type Edge = [(i32, i32); 2];

fn drawn(areas: &[MultiPolygon]) -> MapDrawing {
    let plane: Vec<_> = (1..).zip(areas).map(|(id, area)| (AreaId(id), area.clone())).collect();
    draw(Plane { ground: &plane, ..Plane::default() })
}

fn outlines(areas: &[MultiPolygon]) -> Vec<Outline> {
    drawn(areas).shapes.into_iter().map(|shape| shape.outline).collect()
}

/// The edges of all rings in their direction.
fn edges(outlines: &[Outline]) -> Vec<Edge> {
    let rings = outlines.iter().flatten();
    rings.flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1))).map(|(from, to)| [*from, *to]).collect()
}

/// Edges inside the town that no neighbour has as well, the other way round: a gap or an overlap is beside them.
fn unshared(outlines: &[Outline]) -> usize {
    let edges = edges(outlines);
    let known: HashSet<Edge> = edges.iter().copied().collect();
    let all = || edges.iter().flatten();
    let of = |values: Vec<i32>| (values.iter().copied().min().unwrap(), values.iter().copied().max().unwrap());
    let (left, right) = of(all().map(|at| at.0).collect());
    let (top, bottom) = of(all().map(|at| at.1).collect());
    let on_frame =
        |[a, b]: &Edge| a.0 == b.0 && (a.0 == left || a.0 == right) || a.1 == b.1 && (a.1 == top || a.1 == bottom);
    edges.iter().filter(|edge| !on_frame(edge) && !known.contains(&[edge[1], edge[0]])).count()
}

fn points(outlines: &[Outline]) -> usize {
    outlines.iter().flatten().map(Vec::len).sum()
}

/// Twice the area within a ring; positive in the direction of the generated ones.
fn area(ring: &[(i32, i32)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1)).sum()
}

/// As each area alone would be drawn: its own simplification, rounded.
fn alone(areas: &[MultiPolygon]) -> Vec<Outline> {
    let scale = 828.0 / 5_000.0;
    let shape = |area: &MultiPolygon| {
        let small = area.map_coords(|at| geo::Coord { x: at.x * scale, y: (4_000.0 - at.y) * scale }).simplify(4.0);
        let ring = |polygon: &geo::Polygon| {
            let mut ring: Vec<_> =
                polygon.exterior().coords_iter().map(|at| (at.x.round() as i32, at.y.round() as i32)).collect();
            ring.pop();
            ring.dedup();
            ring
        };
        small.iter().map(ring).collect()
    };
    areas.iter().map(shape).collect()
}

#[test]
fn neighbours_share_every_border_that_was_thinned() {
    let mut gaps = 0;
    for seed in 1..=12 {
        let areas = grid(seed, 5, 4, 7);
        let before: usize = areas.iter().map(CoordsIter::coords_count).sum();
        let outlines = outlines(&areas);
        assert!(points(&outlines) * 5 < before, "seed {seed}: {} of {before}", points(&outlines));
        assert_eq!(unshared(&outlines), 0, "seed {seed}");
        gaps += unshared(&alone(&areas));
    }
    assert!(gaps > 12, "the control has gaps: {gaps}");
}

#[test]
fn nothing_crosses_and_no_area_is_turned_over() {
    for seed in 1..=12 {
        let outlines = outlines(&grid(seed, 5, 4, 7));
        assert!(!crossings::any(&edges(&outlines)), "seed {seed}");
        let turned = outlines.iter().flatten().map(|ring| area(ring).signum()).collect::<HashSet<_>>();
        assert_eq!(turned.len(), 1, "seed {seed}");
    }
    assert!(crossings::any(&[[(0, 0), (10, 10)], [(0, 10), (10, 0)]]), "the control crosses");
    assert!(!crossings::any(&[[(0, 0), (10, 10)], [(10, 10), (20, 0)]]), "a shared end is no crossing");
}

#[test]
fn twenty_thousand_points_become_a_few_kilobytes() {
    let areas = grid(7, 5, 4, 9);
    let before: usize = areas.iter().map(CoordsIter::coords_count).sum();
    assert!(before > 20_000, "{before}");
    let bytes: usize = outlines(&areas).iter().map(|outline| path(outline).len()).sum();
    assert!(bytes < 9_000, "{bytes} bytes");
    let scale = |value: f64| (value * 0.16) as i32;
    let whole = |area: &MultiPolygon| vec![area.coords_iter().map(|at| (scale(at.x), scale(at.y))).collect()];
    let unthinned: usize = areas.iter().map(|area| path(&whole(area)).len()).sum();
    assert!(unthinned > 80_000, "the control is large: {unthinned} bytes");
}

#[test]
fn the_drawing_stays_where_the_areas_are() {
    for seed in 1..=6 {
        let areas = grid(seed, 3, 3, 8);
        let scale = 828.0 / 3_000.0;
        for (given, outline) in areas.iter().zip(outlines(&areas)) {
            let exact = geo::Area::unsigned_area(given) * scale * scale;
            let drawn: i64 = outline.iter().map(|ring| area(ring).abs()).sum::<i64>() / 2;
            assert!((drawn as f64 - exact).abs() < exact * 0.02, "seed {seed}: {drawn} of {exact}");
        }
    }
}

//  0    100   200
//  +--·--+-----+   The dot does not show and goes. The corners stay: two lines of more than one area meet there.
//  |     |  ·  |
//  +-----+-----+
#[test]
fn a_point_that_does_not_show_goes_from_both_sides_of_its_border() {
    let left =
        wkt!(MULTIPOLYGON (((0.0 0.0, 50.0 0.0, 100.0 0.0, 100.0 30.0, 100.05 50.0, 100.0 100.0, 0.0 100.0, 0.0 0.0))));
    let right =
        wkt!(MULTIPOLYGON (((100.0 0.0, 200.0 0.0, 200.0 100.0, 100.0 100.0, 100.05 50.0, 100.0 30.0, 100.0 0.0))));
    let outlines = simplified(&[left, right]);
    assert_eq!(outlines[0], [vec![(0, 0), (100, 0), (100, 100), (0, 100)]]);
    assert_eq!(outlines[1], [vec![(100, 0), (200, 0), (200, 100), (100, 100)]]);
}

#[test]
fn the_smallest_area_keeps_its_triangle_and_its_hole_in_the_larger_one() {
    let large = wkt!(MULTIPOLYGON (((0.0 0.0, 400.0 0.0, 400.0 400.0, 0.0 400.0, 0.0 0.0), (100.0 100.0, 103.0 100.0, 103.0 103.0, 100.0 103.0, 100.0 100.0))));
    let small = wkt!(MULTIPOLYGON (((100.0 100.0, 103.0 100.0, 103.0 103.0, 100.0 103.0, 100.0 100.0))));
    let speck = wkt!(MULTIPOLYGON (((200.0 200.0, 200.1 200.0, 200.1 200.1, 200.0 200.0))));
    let outlines = simplified(&[large, small, speck]);
    assert_eq!(outlines[0].len(), 2, "the hole stays");
    assert_eq!(outlines[0][1].iter().collect::<HashSet<_>>(), outlines[1][0].iter().collect::<HashSet<_>>());
    assert!(outlines.iter().flatten().all(|ring| ring.len() >= 3 && area(ring) != 0));
}
