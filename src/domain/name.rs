//! Matching names as people type them: case, umlauts as ae/oe/ue, ß as ss, accents or none, hyphen or space.

/// The words of a name in plain lower-case letters: "Zell-Weierbach" gives `["zell", "weierbach"]`.
pub fn words(name: &str) -> Vec<String> {
    let plain: String = name.chars().flat_map(char::to_lowercase).flat_map(plain_letters).collect();
    plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
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
