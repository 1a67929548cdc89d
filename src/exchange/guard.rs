//! Cells that a spreadsheet program would run as a formula.
//!
//! A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is a formula (or becomes
//! one) when Excel opens the file: it can call other programs or send what the table holds
//! elsewhere. An apostrophe before it makes it text. The same holds right behind a comma, a
//! semicolon, a tab or a line break, because a program set to another separator begins a new
//! cell there.

use std::borrow::Cow;

/// The text with an apostrophe wherever a program could begin to read a formula.
///
/// ```
/// use faserstand_lib::exchange::guard::guarded;
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("Weier,=HYPERLINK()"), "Weier,'=HYPERLINK()");
/// assert_eq!(guarded("3 + 4, -1"), "3 + 4, -1");
/// ```
pub fn guarded(text: &str) -> Cow<'_, str> {
    let mut safe = String::new();
    let mut copied = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        if begins_cell(before) && begins_formula(letter) {
            safe.push_str(text.get(copied..at).unwrap_or_default());
            safe.push('\'');
            copied = at;
        }
        before = Some(letter);
    }
    if safe.is_empty() {
        return Cow::Borrowed(text);
    }
    safe.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(safe)
}

/// The text without the apostrophes that [`guarded`] set.
pub fn unguarded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let set = letter == '\'' && begins_cell(before) && letters.peek().is_some_and(|next| begins_formula(*next));
        if !set {
            plain.push(letter);
        }
        before = Some(letter);
    }
    plain
}

fn begins_cell(before: Option<char>) -> bool {
    before.is_none_or(|letter| matches!(letter, ',' | ';' | '\t' | '\n' | '\r'))
}

fn begins_formula(letter: char) -> bool {
    // The wide forms are formulas in East Asian versions.
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}
