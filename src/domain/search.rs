//! The search of the workspace: what is found by a few typed letters, the best first.

use super::name::found_by;

/// Something that can be found. Its texts are made where words are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findable {
    /// What it is called.
    pub name: String,
    /// What else it is looked for by: a number, a partner, a place.
    pub also: Vec<String>,
    /// What kind of thing it is, in a word or two.
    pub kind: String,
    /// What there is to say of it, in finished sentences.
    pub sentence: String,
    /// Where it is in the workspace.
    pub address: String,
}

/// So many hits are shown.
pub const SHOWN: usize = 8;

/// The hits, the best first, at most [`SHOWN`]: names that begin with the text, names of which a word does, names that hold
/// it, then what is known by another text. Hits that are as good stay in the order in which they came. Nothing typed
/// finds nothing.
///
/// "weier" finds Weier before Rammersweier, and "66/23" the decision with that number.
pub fn search<'a>(all: &'a [Findable], typed: &str) -> Vec<&'a Findable> {
    if super::name::key(typed).is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<(u8, &Findable)> = all.iter().filter_map(|one| Some((rank(one, typed)?, one))).collect();
    hits.sort_by_key(|(rank, _)| *rank);
    hits.into_iter().take(SHOWN).map(|(_, one)| one).collect()
}

/// How well one is found; smaller is better.
fn rank(one: &Findable, typed: &str) -> Option<u8> {
    /// What is found by its name goes before what is found by something else.
    const BY_OTHER: u8 = 3;
    let by_other = || one.also.iter().filter_map(|other| found_by(other, typed)).min().map(|rank| rank + BY_OTHER);
    found_by(&one.name, typed).or_else(by_other)
}
