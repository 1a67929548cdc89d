//! The words of the workspace's frame and of what its screens share. The workspace is German.

pub use super::title_words::PROGRAM;

/// A section: its address, the key after G, the first letter of its word (underlined), the rest of the word.
pub const SECTIONS: [(&str, &str, &str, &str); 8] = [
    ("/arbeit", "h", "H", "eute"),
    ("/arbeit/zahlen", "z", "Z", "ahlen"),
    ("/arbeit/gebiete", "g", "G", "ebiete"),
    ("/arbeit/karte", "k", "K", "arte"),
    ("/arbeit/einrichtungen", "e", "E", "inrichtungen"),
    ("/arbeit/foerderung", "f", "F", "örderung"),
    ("/arbeit/vereinbarungen", "v", "V", "ereinbarungen"),
    ("/arbeit/protokoll", "p", "P", "rotokoll"),
];

/// The keys and what they do.
pub const KEYS: [(&str, &str); 20] = [
    ("/", "Gebiet, Partner, Beschluss suchen"),
    ("G, dann Buchstabe", "zur Seite, deren Name mit ihm beginnt"),
    ("?", "diese Liste"),
    ("N", "Wochenzahlen erfassen"),
    ("L", "Lagesatz kopieren"),
    ("J · K", "nächstes, voriges Gebiet"),
    ("B · E · F", "Zahl berichtigen, Ergebnis festlegen, Frist ändern (Gebiet)"),
    ("A", "Maßnahme notieren (Gebiet)"),
    ("Tab · Umschalt+Tab", "nächste, vorige Zelle"),
    ("↵ · Umschalt+↵, ↑ ↓", "dieselbe Spalte, nächste oder vorige Zeile"),
    ("F2", "Zelle ändern"),
    ("Esc", "Änderung der Zelle verwerfen"),
    ("-", "nicht gemeldet"),
    ("Strg+V", "Spalte oder Tabelle aus Excel einfügen"),
    ("Strg+D", "Wert der Zeile darüber"),
    ("Strg+.", "heute"),
    ("Strg+S", "speichern"),
    ("Strg+↵", "Dialog bestätigen"),
    ("Strg+Z", "rückgängig, auch ein ganzes Einfügen"),
    ("↑ ↓ · ↵", "Zeile wählen und öffnen (Heute)"),
];

/// The first link of the workspace.
pub const TO_CONTENT: &str = "Zum Inhalt";
/// The name of the bar of sections.
pub const NAVIGATION: &str = "Hauptnavigation";
/// The button that changes the colours.
pub const LIGHT_OR_DARK: &str = "Hell/Dunkel";
/// The button that ends the session.
pub const SIGN_OUT: &str = "Abmelden";
/// While changes arrive.
pub const CONNECTED: &str = "Verbunden";
/// That numbers are invented.
pub const SAMPLE: &str = "Beispieldaten: die Zahlen sind erfunden";
/// The button that keeps the session.
pub const STAY: &str = "Angemeldet bleiben";
/// Before the twelfth hour ends.
pub const ENDS_FOR_GOOD: &str = "Nach zwölf Stunden endet Ihre Anmeldung gleich. Speichern Sie vorher. ";
/// Before an idle hour ends.
pub const ENDS_SOON: &str = "Ihre Anmeldung endet in wenigen Minuten. ";
/// What the slash does.
pub const HINT_SEARCH: &str = " Suchen · ";
/// What G does.
pub const HINT_GO: &str = " dann Buchstabe: Gehe zu · ";
/// What the question mark does.
pub const HINT_KEYS: &str = " Tastenkürzel";
/// The heading of the list of keys.
pub const KEY_LIST: &str = "Tastenkürzel";
/// The switch for single letters.
pub const SINGLE_LETTERS: &str = " Einzelne Buchstaben als Tasten verwenden";
/// Closes a dialog.
pub const CLOSE: &str = "Schließen";
/// A key.
pub const ESC: &str = "Esc";
/// A key.
pub const CTRL: &str = "Strg";
/// A key.
pub const TAB: &str = "Tab";
/// The heading and the button of the form.
pub const SIGN_IN: &str = "Anmelden";
/// The heading of the form over an open page.
pub const SESSION_OVER: &str = "Ihre Anmeldung ist abgelaufen";
/// What happens to what was typed.
pub const NOTHING_LOST: &str = "Ihre Eingaben sind erhalten. Nach dem Anmelden geht es an derselben Stelle weiter.";
/// A field.
pub const NAME: &str = "Name";
/// A field.
pub const PASSWORD: &str = "Passwort";
/// While a password is checked.
pub const CHECKING: &str = "Wird geprüft …";
/// The label of the search.
pub const SEARCH: &str = "Suchen";
/// What stands in its empty field.
pub const SEARCH_HERE: &str = "Suchen …";
/// The name of what it found.
pub const HITS: &str = "Treffer";
/// Where it found nothing.
pub const NO_HIT: &str = "Dazu ist nichts zu finden.";
/// What is copied of a hit.
pub const ANSWER: &str = "Antwort";
/// Copies.
pub const COPY: &str = "Kopieren";
/// Opens the page of a hit.
pub const OPEN: &str = "Öffnen";
/// The change log.
pub const LOG: &str = "Protokoll";
/// Its entries.
pub const CHANGES: &str = "Änderungen";
/// What the change log is.
pub const CHANGES_NOTE: &str = "unveränderlich; eine Rücknahme ist ein neuer Eintrag";
/// The name of its filters.
pub const KIND_OF_CHANGE: &str = "Art der Änderung";
/// Where it is empty.
pub const NO_CHANGE: &str = "Noch ist nichts geändert.";
/// The name of its table.
pub const CHANGES_TABLE: &str = "Änderungen, neueste zuerst";
/// Loads older entries.
pub const MORE_CHANGES: &str = "Weitere Einträge";
/// The heading where nothing could be loaded.
pub const WORKSPACE: &str = "Arbeitsfläche";
/// Asks once more.
pub const TRY_AGAIN: &str = "Erneut versuchen";
/// When the server was replaced while something is typed.
pub const RENEWED: &str = "Faserstand wurde erneuert. Speichern Sie, dann laden Sie die Seite neu.";
/// What is copied of Heute.
pub const SITUATION: &str = "Lagesatz";
/// What is loaded.
pub const AREAS: &str = "Gebiete";
/// What is loaded.
pub const FIGURES: &str = "Zahlen";
/// What is loaded.
pub const ENTRIES: &str = "Angaben";
/// A column of two versions.
pub const ENTRY: &str = "Angabe";
/// A column of two versions.
pub const STORED: &str = "Gespeichert";
/// A column of two versions.
pub const YOURS: &str = "Ihre Eingabe";
/// Chooses a version.
pub const SAVE_MINE: &str = "Meine Fassung speichern";
/// Chooses a version.
pub const KEEP_THEIRS: &str = "Gespeicherte behalten";
/// Chooses none.
pub const BACK_TO_ENTRY: &str = "Zurück zur Eingabe";
/// While something is saved.
pub const SAVING: &str = "Wird gespeichert …";
/// Saves.
pub const SAVE: &str = "Speichern";
/// Closes a form.
pub const CANCEL: &str = "Abbrechen";
/// Throws away what was typed.
pub const DISCARD: &str = "Verwerfen";
/// Keeps what was typed.
pub const GO_ON: &str = "Weiter bearbeiten";

/// The title of a screen's window.
pub fn title(screen: &str) -> String {
    format!("{screen} – {PROGRAM}")
}

/// That something was copied.
pub fn copied(what: &str) -> String {
    format!("Kopiert: {what}.")
}

/// Where the browser does not let it be copied.
pub fn marked(what: &str) -> String {
    format!("{what} ist markiert. Kopieren Sie mit Strg+C.")
}

/// While something is asked for.
pub fn loading(what: &str) -> String {
    format!("{what} werden geladen …")
}

/// Since when no change arrives.
pub fn cut_since(time: &str) -> String {
    format!("Keine Verbindung seit {time}.")
}

/// That a form was saved.
pub fn stored(form: &str) -> String {
    format!("Gespeichert: {form}.")
}

/// That a form was not saved, and why.
pub fn not_stored(form: &str, why: &str) -> String {
    format!("Nicht gespeichert: {form}. {why}")
}
