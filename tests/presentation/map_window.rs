//! The part of a map that is looked at: it never leaves the map, and what is pointed to stays where it is.

use faserstand_lib::presentation::map_window::Window;

use crate::subdivision::Chance;

const WHOLE: Window = Window { x: 0.0, y: 0.0, width: 840.0, height: 1_180.0 };

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.02
}

/// Where a spot of the map stands in the picture, from 0 to 1.
fn place(window: Window, (x, y): (f64, f64)) -> (f64, f64) {
    ((x - window.x) / window.width, (y - window.y) / window.height)
}

#[test]
fn the_spot_that_is_pointed_to_stays_where_it_is() {
    let at = (420.0, 590.0);
    let closer = WHOLE.zoomed(2.0, at).zoomed(1.5, at);
    assert!(near(closer.zoom(), 3.0));
    let ((x, y), before) = (place(closer, at), place(WHOLE, at));
    assert!(near(x, before.0) && near(y, before.1), "{x} {y}");
}

#[test]
fn a_map_that_is_zoomed_out_again_is_whole() {
    let back = WHOLE.zoomed(4.0, (10.0, 900.0)).moved((33.0, -8.0)).zoomed(0.01, (700.0, 5.0));
    assert!(near(back.x, 0.0) && near(back.y, 0.0) && near(back.height, 1_180.0), "{back:?}");
    assert!(!back.is_part());
    assert_eq!(WHOLE.zoomed(3.0, (0.0, 0.0)).whole(), WHOLE);
}

#[test]
fn whatever_is_done_the_window_stays_on_the_map_and_keeps_its_shape() {
    for seed in 0..200 {
        let mut chance = Chance::new(seed);
        let mut window = WHOLE;
        for _ in 0..50 {
            let at = (chance.swing() * 2_000.0, chance.swing() * 2_000.0);
            window = match chance.below(3) {
                0 => window.zoomed(2.0_f64.powf(chance.swing() * 4.0), at),
                1 => window.moved(at),
                _ => window.showing(at),
            };
            assert!(window.x > -0.01 && window.x + window.width < 840.01, "{window:?}");
            assert!(window.y > -0.01 && window.y + window.height < 1_180.01, "{window:?}");
            assert!(window.zoom() > 0.999 && window.zoom() < 8.001, "{window:?}");
            assert!(near(window.height / window.width, 1_180.0 / 840.0), "{window:?}");
        }
    }
}

#[test]
fn a_spot_that_gets_the_focus_comes_into_view_and_one_that_is_in_view_moves_nothing() {
    let corner = WHOLE.zoomed(4.0, (0.0, 0.0));
    let shown = corner.showing((600.0, 1_000.0));
    let (x, y) = place(shown, (600.0, 1_000.0));
    assert!((0.0..1.0).contains(&x) && (0.0..1.0).contains(&y), "{x} {y}");
    assert_eq!(corner.showing(corner.middle()), corner);
}

#[test]
fn another_map_of_the_town_shows_the_same_part() {
    let higher = Window { height: 1_330.0, ..WHOLE };
    let part = WHOLE.zoomed(3.0, (400.0, 400.0));
    let same = part.of_another(higher);
    assert_eq!((same.x, same.y, same.zoom()), (part.x, part.y, part.zoom()));
    assert!(near(same.height * 3.0, 1_330.0));
}
