//! Hands on a map: two fingers, a mouse, the keyboard or the buttons below it zoom and move it. Maps that have such buttons
//! (`presentation::map_layers::controls`) are moved all together, so that another layer shows the same part of the town.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::{
    closest,
    sight::{PICTURES, Sight, picture, seen, show},
};

/// One press of a button or a key.
const STEP: f64 = 1.5;
/// A hand that moves less than this many pixels holds still: it means what it points to.
const STILL: f64 = 4.0;
/// What is listened to.
const EVENTS: [&str; 11] = [
    "click",
    "dragstart",
    "focusin",
    "keydown",
    "pointercancel",
    "pointerdown",
    "pointermove",
    "pointerup",
    "touchmove",
    "touchstart",
    "wheel",
];

/// Lets hands move the maps within this element, for as long as it is there. For `use:`.
pub fn zoomable(place: Element) {
    let hands = Rc::new(RefCell::new(Hands::default()));
    // What the program itself does while it hears, such as giving the focus, is no hand's doing.
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Ok(mut hands) = hands.try_borrow_mut() {
            hands.hear(&event);
        }
    });
    for kind in EVENTS {
        // It fails for what is no listener.
        let _ = place.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
    }
    let hear = StoredValue::new_local(Some(hear));
    on_cleanup(move || hear.set_value(None));
}

/// The fingers on a map, and where they are.
#[derive(Default)]
struct Hands {
    fingers: Vec<(i32, (f64, f64))>,
    /// How far they have come since they touched it.
    come: f64,
}

impl Hands {
    fn hear(&mut self, event: &Event) {
        match event.type_().as_str() {
            "click" => self.click(event),
            "dragstart" if picture(event).is_some() => event.prevent_default(),
            "focusin" => follow_focus(event),
            "keydown" => press(event.unchecked_ref()),
            "pointerdown" => self.touch(event.unchecked_ref()),
            "pointermove" => self.drag(event.unchecked_ref()),
            "pointerup" | "pointercancel" => self.let_go(event.unchecked_ref()),
            // Two fingers are ours; one scrolls the page as long as the whole map is shown.
            "touchstart" | "touchmove" if self.fingers.len() > 1 => event.prevent_default(),
            "wheel" => turn(event.unchecked_ref()),
            _ => {}
        }
    }

    fn touch(&mut self, event: &PointerEvent) {
        if picture(event).is_none() || event.button() != 0 {
            return;
        }
        if self.fingers.is_empty() {
            self.come = 0.0;
        }
        self.fingers.push((event.pointer_id(), at(event.client_x(), event.client_y())));
    }

    fn drag(&mut self, event: &PointerEvent) {
        let Some(sight) = Sight::of(event) else { return };
        let Some(place) = self.fingers.iter().position(|(id, _)| *id == event.pointer_id()) else { return };
        let (before, now) = (self.fingers[place].1, at(event.client_x(), event.client_y()));
        let pinch = self.pinch();
        self.fingers[place].1 = now;
        self.come += apart(now, before);
        if self.come < STILL {
            return;
        }
        // From now on the picture hears of it wherever it goes.
        let _ = sight.picture.set_pointer_capture(event.pointer_id());
        match pinch.zip(self.pinch()) {
            Some(((middle, close), (now, wide))) => {
                let moved = sight.window.moved(sight.way(now, middle));
                show(moved.zoomed(wide / close.max(1.0), sight.spot_in(moved, now)));
            }
            None => show(sight.window.moved(sight.way(now, before))),
        }
    }

    fn let_go(&mut self, event: &PointerEvent) {
        self.fingers.retain(|(id, _)| *id != event.pointer_id());
    }

    /// The middle between two fingers, and how far they are apart.
    fn pinch(&self) -> Option<((f64, f64), f64)> {
        let [(_, one), (_, other)] = self.fingers[..] else { return None };
        Some((((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0), apart(one, other)))
    }

    fn click(&mut self, event: &Event) {
        if let Some(button) = closest(event, "[data-zoom]") {
            act(&button.get_attribute("data-zoom").unwrap_or_default());
        } else if picture(event).is_some() && self.come >= STILL {
            // Who has moved the map did not mean the area below the finger.
            event.prevent_default();
        }
        self.come = 0.0;
    }
}

fn at(x: i32, y: i32) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

fn apart(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (x, y) = (one.0 - other.0, one.1 - other.1);
    (x * x + y * y).sqrt()
}

/// The wheel zooms with Ctrl held, as it does everywhere; without, it scrolls the page. Two fingers on a touchpad come as
/// a wheel with Ctrl.
fn turn(event: &WheelEvent) {
    let Some(sight) = Sight::of(event).filter(|_| event.ctrl_key() || event.meta_key()) else { return };
    event.prevent_default();
    let spot = sight.spot(at(event.client_x(), event.client_y()));
    let turned = event.delta_y().clamp(-30.0, 30.0) / 75.0;
    show(sight.window.zoomed(if turned < 0.0 { 1.0 - turned } else { 1.0 / (1.0 + turned) }, spot));
}

/// Keys on a map, or on its buttons. Arrows scroll the page as long as the whole map is shown.
fn press(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || closest(event, ":has(> .zoom)").is_none() {
        return;
    }
    let what = match event.key().as_str() {
        "+" | "=" => "in",
        "-" => "out",
        "0" => "whole",
        "ArrowLeft" => "left",
        "ArrowUp" => "up",
        "ArrowDown" => "down",
        "ArrowRight" => "right",
        _ => return,
    };
    if act(what) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// One step; says whether there was one to take.
fn act(what: &str) -> bool {
    let Some(window) = document().query_selector(PICTURES).ok().flatten().and_then(|picture| seen(&picture)) else {
        return false;
    };
    let (across, down) = (window.width / 4.0, window.height / 4.0);
    let then = match what {
        "in" => window.zoomed(STEP, window.middle()),
        "out" => window.zoomed(1.0 / STEP, window.middle()),
        "left" => window.moved((-across, 0.0)),
        "right" => window.moved((across, 0.0)),
        "up" => window.moved((0.0, -down)),
        "down" => window.moved((0.0, down)),
        _ => window.whole(),
    };
    if window.is_part() && !then.is_part() {
        keep_focus();
    }
    show(then);
    then != window
}

/// The buttons for a part are gone once the whole map is shown: who stood on one stands on the first.
fn keep_focus() {
    let stood = document().active_element().and_then(|element| element.closest(".zoom").ok().flatten());
    if let Some(first) = stood.and_then(|zoom| zoom.first_element_child()) {
        let _ = first.unchecked_ref::<HtmlElement>().focus();
    }
}

/// An area that gets the focus by keyboard comes into view.
fn follow_focus(event: &Event) {
    let Some(sight) = Sight::of(event).filter(|sight| sight.window.is_part()) else { return };
    let Some(shape) = closest(event, "a") else { return };
    if shape.matches(":focus-visible").unwrap_or(false) {
        let frame = shape.get_bounding_client_rect();
        let middle = (frame.left() + frame.width() / 2.0, frame.top() + frame.height() / 2.0);
        show(sight.window.showing(sight.spot(middle)));
    }
}
