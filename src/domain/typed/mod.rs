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

/// The longest name.
pub const LONGEST_NAME: usize = 120;

/// Whether all of a text can be seen: no control characters, none that turn the direction of writing or have no width, and
/// line breaks only where there may be lines.
pub fn printable(text: &str, one_line: bool) -> bool {
    let breaks = |letter: char| matches!(letter, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}');
    let unseen = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    !text.chars().any(|letter| if breaks(letter) { one_line } else { unseen(letter) })
}

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
