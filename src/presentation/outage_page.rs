//! What a proxy shows for everything that needs the program while the program is down.

use super::{
    lang::Lang,
    markup::{element, text},
    strand::ReadPage,
};

/// Where the page lies, without the prefix of its language.
pub const ADDRESS: &str = "/ausser-betrieb.html";

/// The page. Nobody knows how long it takes: it names no time.
pub fn page(lang: Lang) -> ReadPage {
    let title = element("h1", &[("id", "satz")], [text(title(lang))]);
    let paragraph = |class, words| element("p", &[("class", class)], [text(words)]);
    let home = lang.address("/");
    let back = element("p", &[], [element("a", &[("class", "act"), ("href", &home)], [text(back(lang))])]);
    let inside = [title, paragraph("lead", what(lang)), paragraph("sub", next(lang)), back];
    let hero = element("section", &[("class", "hero"), ("aria-labelledby", "satz")], inside);
    ReadPage {
        title: format!("{} Faserstand", self::title(lang)),
        description: what(lang).to_owned(),
        sample: false,
        main: element("main", &[("id", "inhalt"), ("class", "wrap")], [hero]),
    }
}

fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Das geht im Moment nicht.",
        Lang::En => "This does not work at the moment.",
        Lang::Fr => "Cela ne fonctionne pas pour le moment.",
    }
}

fn what(lang: Lang) -> &'static str {
    match lang {
        Lang::De => {
            "Der Arbeitsbereich der Stadt und das Formular für Hinweise sind im Moment nicht erreichbar. Die öffentlichen \
             Seiten zeigen weiter den letzten Stand."
        }
        Lang::En => {
            "The town’s workspace and the form for remarks cannot be reached at the moment. The public pages go on showing \
             the latest figures."
        }
        Lang::Fr => {
            "L’espace de travail de la ville et le formulaire de remarques sont indisponibles pour le moment. Les pages \
             publiques montrent toujours les derniers chiffres."
        }
    }
}

fn next(lang: Lang) -> &'static str {
    match lang {
        Lang::De => {
            "Haben Sie gerade etwas abgeschickt, ist es nicht gespeichert. Versuchen Sie es in einigen Minuten noch einmal."
        }
        Lang::En => "If you have just sent something, it has not been stored. Please try again in a few minutes.",
        Lang::Fr => {
            "Si vous venez d’envoyer quelque chose, ce n’est pas enregistré. Veuillez réessayer dans quelques minutes."
        }
    }
}

fn back(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Zur Übersicht",
        Lang::En => "To the overview",
        Lang::Fr => "Vers la vue d’ensemble",
    }
}
