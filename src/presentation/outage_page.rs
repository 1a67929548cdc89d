//! What a proxy shows for everything that needs the program while the program is down.

use super::{
    markup::{element, text},
    strand::ReadPage,
};

/// The page. Nobody knows how long it takes: it names no time.
pub fn page() -> ReadPage {
    let title = element("h1", &[("id", "satz")], [text("Das geht im Moment nicht.")]);
    let paragraph = |class, words| element("p", &[("class", class)], [text(words)]);
    let what = "Der Arbeitsbereich der Stadt und das Formular für Hinweise sind im Moment nicht erreichbar. Die öffentlichen \
                Seiten zeigen weiter den letzten Stand.";
    let rest = "Haben Sie gerade etwas abgeschickt, ist es nicht gespeichert. Versuchen Sie es in einigen Minuten noch einmal.";
    let back = element("p", &[], [element("a", &[("class", "act"), ("href", "/")], [text("Zur Übersicht")])]);
    let inside = [title, paragraph("lead", what), paragraph("sub", rest), back];
    let hero = element("section", &[("class", "hero"), ("aria-labelledby", "satz")], inside);
    ReadPage {
        title: "Im Moment nicht erreichbar. Faserstand".to_owned(),
        description: "Der Arbeitsbereich und das Formular sind im Moment nicht erreichbar.".to_owned(),
        sample: false,
        main: element("main", &[("id", "inhalt"), ("class", "wrap")], [hero]),
    }
}
