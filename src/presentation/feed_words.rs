//! The words of the feeds.

use super::lang::Lang;

/// What a feed is called; `name` is empty where there is no town yet.
pub fn title(name: &str, lang: Lang) -> String {
    if name.is_empty() {
        return lang.pick("Glasfaser: Neues", "Fibre: news", "La fibre\u{a0}: actualités").to_owned();
    }
    match lang {
        Lang::De => format!("Glasfaser in {name}: Neues"),
        Lang::En => format!("Fibre in {name}: news"),
        Lang::Fr => format!("La fibre à {name}\u{a0}: actualités"),
    }
}

/// An area is certainly half way.
pub fn half(area: &str, figure: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("{area} ist auf halbem Weg zum Ziel: {figure}."),
        Lang::En => format!("{area} is half way to the target: {figure}."),
        Lang::Fr => format!("{area} est à mi-chemin de l’objectif\u{a0}: {figure}."),
    }
}

/// An area has certainly reached its target.
pub fn whole(area: &str, figure: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("{area} hat das Ziel erreicht: {figure}. Das ist noch keine Ausbauzusage."),
        Lang::En => format!("{area} has reached the target: {figure}. This is no commitment to build yet."),
        Lang::Fr => {
            format!("{area} a atteint l’objectif\u{a0}: {figure}. Ce n’est pas encore un engagement à construire.")
        }
    }
}

/// When, about which areas, and who says so.
pub fn detail(when: &str, areas: &str, source: &str, lang: Lang) -> String {
    let about = if areas.is_empty() { String::new() } else { format!("{areas}. ") };
    let source = source.trim_end_matches('.');
    match lang {
        Lang::De => format!("{when}. {about}Quelle: {source}."),
        Lang::En => format!("{when}. {about}Source: {source}."),
        Lang::Fr => format!("{when}. {about}Source\u{a0}: {source}."),
    }
}
