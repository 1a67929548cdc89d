//! The workspace's maps as they were drawn last. To find a place for each label takes longer than all else of an answer, and after
//! a change everybody who is signed in asks for the same map.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::{domain::account::Scope, presentation::markup::Markup};

/// What a map depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The newest change that is in it.
    pub change: i64,
    /// The day judged by.
    pub today: Date,
    /// Which part of the town is on it.
    pub scope: Scope,
    /// Whether it is the large one.
    pub large: bool,
}

/// The maps of the newest change.
#[derive(Clone, Debug, Default)]
pub struct Pictures(Arc<Mutex<Vec<(Shown, Markup)>>>);

impl Pictures {
    /// A map as it was drawn, or drawn now. Who asks meanwhile waits: drawing it as well would take as long.
    pub fn of<E>(&self, shown: Shown, draw: impl FnOnce() -> Result<Markup, E>) -> Result<Markup, E> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, picture)) = kept.iter().find(|(held, _)| *held == shown) {
            return Ok(picture.clone());
        }
        let picture = draw()?;
        // A map of another state is not asked for again.
        kept.retain(|(held, _)| (held.change, held.today) == (shown.change, shown.today));
        kept.push((shown, picture.clone()));
        Ok(picture)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Pictures, Scope, Shown};
    use crate::{
        domain::ids::AreaId,
        presentation::markup::{Markup, text},
    };

    #[test]
    fn a_map_is_drawn_once_for_each_change_day_and_part_of_the_town_and_no_old_one_is_kept() {
        let (pictures, mut drawn) = (Pictures::default(), 0);
        let first = Shown { change: 7, today: date(2023, 11, 10), scope: Scope::Everything, large: false };
        let own = Shown { scope: Scope::Within(AreaId(3)), ..first };
        let later = Shown { change: 8, ..first };
        let tomorrow = Shown { today: date(2023, 11, 11), ..later };
        let asked = [first, first, Shown { large: true, ..first }, own, own, first, later, later, tomorrow, first];
        let numbers = asked.map(|shown| {
            let picture = pictures.of(shown, || {
                drawn += 1;
                Ok::<_, ()>(text(&drawn.to_string()))
            });
            picture.map_or_else(|()| String::new(), Markup::into_string)
        });
        assert_eq!(numbers, ["1", "1", "2", "3", "3", "1", "4", "4", "5", "6"]);
        // What could not be drawn is tried again.
        assert_eq!(pictures.of(own, || Err("not now")), Err("not now"));
        assert_eq!(pictures.of(own, || Ok::<_, ()>(text("now"))).map(Markup::into_string), Ok("now".to_owned()));
    }
}
