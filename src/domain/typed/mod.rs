//! Days, numbers and amounts as people type them and as spreadsheet programs write them. A file's cell,
//! a field of a form and a pasted column are read by the same rules.

pub mod amount;
pub mod date;
pub mod degrees;
pub mod money;
pub mod number;
pub mod speed;
pub mod when;

/// The longest text that is stored: a note, a reason, a source.
pub const LONGEST_TEXT: usize = 2_000;

/// A text as it is shown in a message: on one line, cut after 60 characters.
pub fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(SHOWN) {
        line.truncate(cut);
        line.push('…');
    }
    line
}
