//! How wide a text will be, without its font: as wide as in the widest of the usual system fonts (the DejaVu and Verdana
//! families), so that what is placed by it has room in the others too.

/// The width in thousandths of the font's size. Bold letters are wider.
pub fn thousandths(text: &str, bold: bool) -> u32 {
    let plain: u32 = text.chars().map(letter).sum();
    if bold { plain * 111 / 100 } else { plain }
}

/// The width in the unit that the size is given in, rounded up.
pub fn width(text: &str, size: u32, bold: bool) -> u32 {
    (thousandths(text, bold) * size).div_ceil(1_000)
}

fn letter(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '|' | 'I' | 'J' => 300,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | ';' | '-' | '!' => 370,
        'f' | 't' | 'r' | '(' | ')' | '/' => 420,
        'm' | 'M' | 'w' | 'W' | '%' | '…' | '—' | '@' | 'Œ' | 'Æ' => 1_000,
        'c' | 's' | 'z' | '–' => 560,
        'A'..='Z' | 'À'..='Þ' | '≈' | '≥' | '≤' | '<' | '>' | '=' | '+' | '−' => 800,
        'a'..='z' | 'ß'..='ÿ' | '0'..='9' => 645,
        _ => 1_000,
    }
}
