//! Matching names as people type them: case, umlauts as ae/oe/ue, ß as ss, accents or none, hyphen or space.

/// The words of a name in plain lower-case letters: "Zell-Weierbach" gives `["zell", "weierbach"]`.
pub fn words(name: &str) -> Vec<String> {
    let plain: String = lower(name).chars().flat_map(plain_letters).collect();
    plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A text in lower-case letters.
pub fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// A key under which differently typed forms of one name meet.
///
/// "Zell-Weierbach", "zell weierbach" and "ZELL–WEIERBACH" share a key, and so do "Bühl" and "Buehl".
///
/// ```
/// use faserstand_lib::domain::name::key;
/// assert_eq!(key("Windschläg"), key(" WINDSCHLAEG "));
/// ```
pub fn key(name: &str) -> String {
    words(name).concat()
}

/// How well a name is found by what someone typed: 0 where it begins so, 1 where one of its words does, 2 where
/// the text stands anywhere in it. Umlauts may be typed with their e, without it, or as they are.
///
/// ```
/// use faserstand_lib::domain::name::found_by;
/// assert_eq!(found_by("Zell-Weierbach", "weierb"), Some(1));
/// assert_eq!(found_by("Bühl", "buh"), Some(0));
/// assert_eq!(found_by("Bühl", "weier"), None);
/// ```
pub fn found_by(name: &str, typed: &str) -> Option<u8> {
    let bare: String = lower(name).chars().map(without_dots).collect();
    [name, &bare].into_iter().filter_map(|name| found(&words(name), &key(typed))).min()
}

fn found(words: &[String], typed: &str) -> Option<u8> {
    let begins = |from: usize| words[from..].concat().starts_with(typed);
    match (0..words.len()).find(|from| begins(*from)) {
        Some(0) => Some(0),
        Some(_) => Some(1),
        None => words.concat().contains(typed).then_some(2),
    }
}

fn without_dots(letter: char) -> char {
    match letter {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        other => other,
    }
}

fn plain_letters(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'ä' | 'æ' => ['a', 'e'],
        'ö' | 'ø' => ['o', 'e'],
        'ü' => ['u', 'e'],
        'ß' => ['s', 's'],
        // An umlaut typed as letter + combining diaeresis (macOS does) becomes letter + e as well.
        '\u{308}' => ['e', '\0'],
        // Offenburg has a "Rée Carré": names from across the Rhine are typed with and without accents.
        'à' | 'á' | 'â' | 'ã' | 'å' => ['a', '\0'],
        'ç' => ['c', '\0'],
        'è' | 'é' | 'ê' => ['e', '\0'],
        'ì' | 'í' | 'î' => ['i', '\0'],
        'ñ' => ['n', '\0'],
        'ò' | 'ó' | 'ô' | 'õ' => ['o', '\0'],
        'ù' | 'ú' | 'û' => ['u', '\0'],
        '\u{300}'..='\u{36f}' => ['\0', '\0'],
        other if other.is_alphanumeric() => [other, '\0'],
        _ => [' ', '\0'],
    };
    plain.into_iter().filter(|letter| *letter != '\0')
}
