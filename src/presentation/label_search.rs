//! Which place each label takes, so that no two meet and all together stand as well as possible. Nothing is left to
//! chance: the same map is lettered the same way every time.

use super::{crossings::cross, ground::Frame};

/// A place that a label could take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How bad it is.
    pub cost: i32,
    /// Its room.
    pub frame: Frame,
    /// The line to its area.
    pub leader: Option<[(i32, i32); 2]>,
}

/// What it costs to leave a label out.
const LEFT_OUT: i32 = 4_000;
/// So often all labels are looked at again.
const ROUNDS: usize = 6;
/// Labels that stand this much worse than they could are worth a try that moves others.
const WORTH_IT: i32 = 40;

/// The index of the chosen place for each label; `None` where it is left out.
pub fn choose(labels: &[Vec<Choice>]) -> Vec<Option<usize>> {
    let mut search = Search { labels, chosen: vec![None; labels.len()] };
    let mut order: Vec<usize> = (0..labels.len()).collect();
    // Who has the fewest good places chooses first.
    order.sort_by_key(|label| {
        let of = &labels[*label];
        let best = of.first().map_or(0, |choice| choice.cost);
        of.iter().take_while(|choice| choice.cost < best + 150).count()
    });
    for label in &order {
        search.chosen[*label] = search.best_free(*label);
    }
    for _ in 0..ROUNDS {
        let improved = order.iter().filter(|label| search.push_in(**label)).count();
        if improved == 0 {
            break;
        }
    }
    search.chosen
}

struct Search<'a> {
    labels: &'a [Vec<Choice>],
    chosen: Vec<Option<usize>>,
}

impl Search<'_> {
    fn at(&self, label: usize) -> Option<&Choice> {
        self.labels.get(label)?.get(self.chosen[label]?)
    }

    fn cost(&self, label: usize) -> i32 {
        self.at(label).map_or(LEFT_OUT, |choice| choice.cost)
    }

    /// The labels whose places a choice of another one meets.
    fn in_the_way<'a>(&'a self, label: usize, choice: &'a Choice) -> impl Iterator<Item = usize> + 'a {
        let others = (0..self.labels.len()).filter(move |other| *other != label);
        others.filter(|other| self.at(*other).is_some_and(|taken| meet(taken, choice)))
    }

    /// The best place that meets no other; choices are sorted by what they cost.
    fn best_free(&self, label: usize) -> Option<usize> {
        let free = |choice: &Choice| choice.cost < LEFT_OUT && self.in_the_way(label, choice).next().is_none();
        self.labels[label].iter().position(free)
    }

    fn total(&self) -> i32 {
        (0..self.labels.len()).map(|label| self.cost(label)).sum()
    }

    /// Tries better places for a label and lets those in the way choose anew; whether all together stand better then.
    fn push_in(&mut self, label: usize) -> bool {
        let now = self.total();
        let own = self.cost(label);
        let mut best = (now, None);
        for (index, choice) in
            self.labels[label].iter().enumerate().take_while(|(_, choice)| choice.cost + WORTH_IT <= own)
        {
            let pushed: Vec<usize> = self.in_the_way(label, choice).collect();
            let before = self.chosen.clone();
            self.chosen[label] = Some(index);
            for other in &pushed {
                self.chosen[*other] = None;
            }
            for other in &pushed {
                self.chosen[*other] = self.best_free(*other);
            }
            let total = self.total();
            let after = std::mem::replace(&mut self.chosen, before);
            if total < best.0 {
                best = (total, Some(after));
            }
        }
        let better = best.1.is_some();
        self.chosen = best.1.unwrap_or_else(|| std::mem::take(&mut self.chosen));
        better
    }
}

/// Whether two labels with their lines get into each other's way.
fn meet(one: &Choice, other: &Choice) -> bool {
    let crosses = match (one.leader, other.leader) {
        (Some(one), Some(other)) => cross(one, other),
        _ => false,
    };
    let covers = |leader: Option<[(i32, i32); 2]>, frame: Frame| leader.is_some_and(|line| touches(line, frame));
    one.frame.meets(other.frame) || crosses || covers(one.leader, other.frame) || covers(other.leader, one.frame)
}

/// Whether a line touches a frame.
pub fn touches(line: [(i32, i32); 2], frame: Frame) -> bool {
    let corners =
        [(frame.left, frame.top), (frame.right, frame.top), (frame.right, frame.bottom), (frame.left, frame.bottom)];
    let inside = line.iter().any(|end| frame.nearest(*end) == *end);
    let diagonals = [[corners[0], corners[2]], [corners[1], corners[3]]];
    inside || diagonals.into_iter().any(|diagonal| cross(line, diagonal))
}
