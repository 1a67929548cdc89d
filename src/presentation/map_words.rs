//! The words around the large map: its layers, its legend, its buttons.

use super::lang::Lang;

/// The map's name.
pub const fn name(lang: Lang) -> &'static str {
    lang.pick("Karte", "Map", "Carte")
}

/// What stands above it.
pub const fn heading(lang: Lang) -> &'static str {
    lang.pick(
        "Der Glasfaserausbau auf der Karte",
        "The fibre rollout on the map",
        "Le déploiement de la fibre sur la carte",
    )
}

/// The description for search engines.
pub const fn description(lang: Lang) -> &'static str {
    lang.pick(
        "Karte des Glasfaserausbaus: Ortsteile, Gewerbegebiete, Schulen und Gebäude mit ihrem Stand.",
        "Map of the fibre rollout: districts, commercial areas, schools and buildings with their state.",
        "Carte du déploiement de la fibre\u{a0}: quartiers, zones d’activité, écoles et bâtiments avec leur situation.",
    )
}

/// The link to it from the start page's map.
pub const fn link(lang: Lang) -> &'static str {
    lang.pick("Große Karte mit allen Ebenen", "Large map with all layers", "Grande carte avec toutes les couches")
}

/// The link to it from the page of the facilities.
pub const fn link_of_all(lang: Lang) -> &'static str {
    lang.pick("Große Karte aller Vorhaben", "Large map of all projects", "Grande carte de tous les projets")
}

/// What the layers are called together.
pub const fn layers(lang: Lang) -> &'static str {
    lang.pick("Die Karte zeigt", "The map shows", "La carte montre")
}

/// The layers: districts, commercial areas, schools and buildings.
pub const fn layer_names(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        ["Ortsteile", "Gewerbegebiete", "Schulen und Gebäude"],
        ["Districts", "Commercial areas", "Schools and buildings"],
        ["Quartiers", "Zones d’activité", "Écoles et bâtiments"],
    )
}

/// The legend, by which is chosen what is shown.
pub const fn legend(lang: Lang) -> &'static str {
    lang.pick("Legende und Auswahl", "Key and selection", "Légende et sélection")
}

/// That no commercial area has a shape.
pub const fn no_shapes(lang: Lang) -> &'static str {
    lang.pick(
        "Wo die Gewerbegebiete liegen, ist nicht veröffentlicht. Die Liste nennt sie alle.",
        "Where the commercial areas lie has not been published. The list names them all.",
        "L’emplacement des zones d’activité n’est pas publié. La liste les nomme toutes.",
    )
}

/// That some facilities have no position.
pub fn unplaced(facilities: usize, lang: Lang) -> String {
    match (lang, facilities) {
        (Lang::De, 1) => "1 Einrichtung ohne bekannte Lage steht nur in der Liste. ".to_owned(),
        (Lang::De, many) => format!("{many} Einrichtungen ohne bekannte Lage stehen nur in der Liste. "),
        (Lang::En, 1) => "1 facility without a known position is in the list only. ".to_owned(),
        (Lang::En, many) => format!("{many} facilities without a known position are in the list only. "),
        (Lang::Fr, 1) => "1 équipement sans emplacement connu figure seulement dans la liste. ".to_owned(),
        (Lang::Fr, many) => {
            format!("{many} équipements sans emplacement connu figurent seulement dans la liste. ")
        }
    }
}

/// How the map is moved by hand.
pub const fn hint(lang: Lang) -> &'static str {
    lang.pick(
        "Vergrößern: zwei Finger, Strg und Mausrad, oder + und −. Verschieben: ziehen, oder Pfeiltasten.",
        "To zoom: two fingers, Ctrl and mouse wheel, or + and −. To move: drag, or arrow keys.",
        "Zoomer\u{a0}: deux doigts, Ctrl et molette, ou + et −. Déplacer\u{a0}: glisser, ou touches fléchées.",
    )
}

/// What the buttons on the map are called together.
pub const fn part(lang: Lang) -> &'static str {
    lang.pick("Kartenausschnitt", "Part of the map", "Partie de la carte")
}

/// The buttons: what they do, the sign on them, their name.
pub const fn buttons(lang: Lang) -> [(&'static str, &'static str, &'static str); 7] {
    let [closer, farther, whole, left, up, down, right] = lang.pick(
        ["Vergrößern", "Verkleinern", "Ganze Karte", "Nach links", "Nach oben", "Nach unten", "Nach rechts"],
        ["Zoom in", "Zoom out", "Whole map", "To the left", "Up", "Down", "To the right"],
        ["Agrandir", "Réduire", "Carte entière", "Vers la gauche", "Vers le haut", "Vers le bas", "Vers la droite"],
    );
    [
        ("in", "+", closer),
        ("out", "−", farther),
        ("whole", "⤢", whole),
        ("left", "←", left),
        ("up", "↑", up),
        ("down", "↓", down),
        ("right", "→", right),
    ]
}
