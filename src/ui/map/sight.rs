//! What part of a map is seen, where on the screen, and what is chosen of it. The part stands in the picture's own `viewBox`.

use js_sys::Number;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, SvgRect, SvgsvgElement};

use leptos::prelude::document;

use super::{closest, each};
use crate::presentation::map_window::Window;

/// The pictures that can be moved.
pub const PICTURES: &str = ":has(> .zoom) > svg";

/// The picture that an event is about.
pub fn picture(event: &Event) -> Option<Element> {
    closest(event, PICTURES)
}

/// A picture and what part of it stands where on the screen.
pub struct Sight {
    /// The picture.
    pub picture: Element,
    /// What part of it is seen.
    pub window: Window,
    /// Units per pixel, and where on the screen the window begins.
    unit: f64,
    left: f64,
    top: f64,
}

impl Sight {
    /// The picture that an event is about.
    pub fn of(event: &Event) -> Option<Self> {
        Self::in_picture(picture(event)?)
    }

    fn in_picture(picture: Element) -> Option<Self> {
        let (window, frame) = (seen(&picture)?, picture.get_bounding_client_rect());
        // The picture keeps its shape: what room is left over lies on both sides.
        let unit = (window.width / frame.width()).max(window.height / frame.height());
        let left = frame.left() + (frame.width() - window.width / unit) / 2.0;
        let top = frame.top() + (frame.height() - window.height / unit) / 2.0;
        Some(Self { picture, window, unit, left, top })
    }

    /// What stands at a spot of the screen once this part is seen.
    pub fn spot_in(&self, window: Window, (x, y): (f64, f64)) -> (f64, f64) {
        (window.x + (x - self.left) * self.unit, window.y + (y - self.top) * self.unit)
    }

    /// What stands at a spot of the screen.
    pub fn spot(&self, at: (f64, f64)) -> (f64, f64) {
        self.spot_in(self.window, at)
    }

    /// The way between two spots of the screen.
    pub fn way(&self, from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
        ((to.0 - from.0) * self.unit, (to.1 - from.1) * self.unit)
    }
}

/// Through the picture's own numbers: to read and write them as text would cost the program 25 kB.
fn view_box(picture: &Element) -> Option<SvgRect> {
    picture.dyn_ref::<SvgsvgElement>()?.view_box().base_val()
}

/// What part is seen of a picture.
pub fn seen(picture: &Element) -> Option<Window> {
    let [x, y, width, height] = {
        let place = view_box(picture)?;
        [place.x(), place.y(), place.width(), place.height()].map(f64::from)
    };
    (width > 0.0 && height > 0.0).then_some(Window { x, y, width, height })
}

/// Shows this part on every map.
pub fn show(window: Window) {
    each(PICTURES, |picture| {
        let (Some(map), Some(place)) = (seen(picture), view_box(picture)) else { return };
        let here = window.of_another(map);
        place.set_x(here.x as f32);
        place.set_y(here.y as f32);
        place.set_width(here.width as f32);
        place.set_height(here.height as f32);
        // An SVG element has a style of its own, as one of HTML has.
        let style = picture.unchecked_ref::<HtmlElement>().style();
        if let Ok(zoom) = Number::from(here.zoom()).to_string_with_radix(10) {
            let _ = style.set_property("--z", &String::from(zoom));
        }
        if let Some(figure) = picture.parent_element() {
            let _ = figure.toggle_attribute_with_force("data-z", here.is_part());
        }
    });
    for (name, ends) in [("in", window.is_closest()), ("out", !window.is_part())] {
        each(&format!("[data-zoom={name}]"), |button| {
            let _ = button.set_attribute("aria-disabled", if ends { "true" } else { "false" });
        });
    }
}

/// What someone has chosen on a map: the part that is shown, the layer, what of it. It outlives a map that is drawn anew.
pub struct Choice {
    window: Option<Window>,
    fields: Vec<([String; 2], bool)>,
}

impl Choice {
    /// As it is now.
    pub fn now() -> Self {
        let picture = document().query_selector(PICTURES).ok().flatten();
        let mut fields = Vec::new();
        each_field(|field| fields.push((named(field), field.checked())));
        Self { window: picture.and_then(|picture| seen(&picture)).filter(|window| window.is_part()), fields }
    }

    /// Chosen again.
    pub fn restore(self) {
        each_field(|field| {
            if let Some((_, set)) = self.fields.iter().find(|(name, _)| *name == named(field)) {
                field.set_checked(*set);
            }
        });
        if let Some(window) = self.window {
            show(window);
        }
    }
}

/// Two layers may have the same line in their legends.
fn named(field: &HtmlInputElement) -> [String; 2] {
    [field.name(), field.value()]
}

fn each_field(mut act: impl FnMut(&HtmlInputElement)) {
    each(".maps input", |field| act(field.unchecked_ref()));
}
