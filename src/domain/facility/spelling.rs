//! Names that a directory has damaged: umlauts turned into others or lost, hyphens lost. A suspicion is told and never
//! acted on: only who knows the house knows how it is written.

/// What seems to have happened to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Damage {
    /// An umlaut became another letter.
    Umlaut,
    /// A hyphen became a space.
    Hyphen,
    /// Both.
    Both,
}

/// A suspicion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspicion {
    /// How the name is probably written.
    pub meant: String,
    /// What seems to have happened.
    pub damage: Damage,
}

/// How a name was probably written before a program damaged it; nothing where it looks sound.
///
/// ```
/// use faserstand_lib::domain::facility::spelling::suspicion;
/// assert_eq!(suspicion("Oken Gymnasium").unwrap().meant, "Oken-Gymnasium");
/// assert_eq!(suspicion("Grundschule am Rämerbad").unwrap().meant, "Grundschule am Römerbad");
/// assert_eq!(suspicion("Freie Waldorfschule"), None);
/// ```
pub fn suspicion(name: &str) -> Option<Suspicion> {
    let umlauts = with_umlauts(name);
    let meant = with_hyphens(&umlauts);
    let damage = match (umlauts != name, meant != umlauts) {
        (false, false) => return None,
        (true, false) => Damage::Umlaut,
        (false, true) => Damage::Hyphen,
        (true, true) => Damage::Both,
    };
    Some(Suspicion { meant, damage })
}

/// Parts of words in names of schools and other houses that have an ö or ü. In their place "ä" is wrong for certain.
const UMLAUT_PARTS: [&str; 14] = [
    "förder", "körper", "römer", "diözese", "höhe", "schön", "könig", "hölder", "mörike", "möwe", "grün", "brücke",
    "mühl", "süd",
];

/// UTF-8 that was read as Windows-1252.
const MISREAD: [(&str, &str); 7] =
    [("Ã¤", "ä"), ("Ã¶", "ö"), ("Ã¼", "ü"), ("ÃŸ", "ß"), ("Ã„", "Ä"), ("Ã–", "Ö"), ("Ãœ", "Ü")];

fn with_umlauts(name: &str) -> String {
    let read = MISREAD.iter().fold(name.to_owned(), |name, (misread, meant)| name.replace(misread, meant));
    UMLAUT_PARTS.iter().fold(read, |name, part| repaired(&name, part))
}

/// The name with this part wherever it stands with another letter in the place of its umlaut.
fn repaired(name: &str, part: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let wanted: Vec<char> = part.chars().collect();
    let mut repaired = letters.clone();
    for (start, window) in letters.windows(wanted.len()).enumerate() {
        let pairs = || window.iter().zip(&wanted);
        let fits = pairs().all(|(letter, wanted)| same(*letter, *wanted) || lost(*letter, *wanted));
        let damaged = pairs().any(|(letter, wanted)| lost(*letter, *wanted));
        if !(fits && damaged) {
            continue;
        }
        for (offset, (letter, wanted)) in pairs().enumerate() {
            if let (true, Some(place)) = (lost(*letter, *wanted), repaired.get_mut(start + offset)) {
                *place = *wanted;
            }
        }
    }
    repaired.into_iter().collect()
}

fn same(letter: char, wanted: char) -> bool {
    letter == wanted || letter.to_lowercase().eq([wanted])
}

/// Whether this letter stands where an umlaut was.
fn lost(letter: char, wanted: char) -> bool {
    matches!(wanted, 'ö' | 'ü') && matches!(letter, 'ä' | '?' | '\u{fffd}')
}

/// Words before "und" that share the word behind it: "Grund- und Werkrealschule".
const SHARING: [&str; 6] = ["Grund", "Haupt", "Real", "Berufs", "Bildungs", "Beratungs"];

/// Words that make a name of the names before them: "Georg-Monsch-Schule".
const HEADS: [&str; 8] = [
    "Schule",
    "Gymnasium",
    "Realschule",
    "Grundschule",
    "Hauptschule",
    "Werkrealschule",
    "Gemeinschaftsschule",
    "Gesamtschule",
];

/// Words that describe a school and are no part of its name.
const DESCRIBING: [&str; 14] = [
    "Freie",
    "Freies",
    "Private",
    "Privates",
    "Neue",
    "Neues",
    "Alte",
    "Altes",
    "Erste",
    "Zweite",
    "Deutsche",
    "Berliner",
    "Kooperative",
    "Integrierte",
];

fn with_hyphens(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let mut meant = String::with_capacity(name.len());
    let head = words.iter().position(|word| HEADS.contains(word)).filter(|head| names_before(&words, *head));
    for (place, word) in words.iter().enumerate() {
        meant.push_str(word);
        let shares = SHARING.contains(word) && words.get(place + 1) == Some(&"und");
        match place + 1 == words.len() {
            true => {}
            false if head.is_some_and(|head| place < head) => meant.push('-'),
            false => meant.push_str(if shares { "- " } else { " " }),
        }
    }
    meant
}

/// Whether the one to three words before a head are a name: capital letters, no hyphen yet, nothing that describes.
fn names_before(words: &[&str], head: usize) -> bool {
    let name = |word: &&str| {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let letters = word.chars().all(char::is_alphabetic);
        let describes = DESCRIBING.contains(word)
            || ["sche", "sches", "liche", "liches", "endes"].iter().any(|end| word.ends_with(end));
        capital && letters && !describes && !HEADS.contains(word)
    };
    (1..=3).contains(&head) && words.iter().take(head).all(name)
}
