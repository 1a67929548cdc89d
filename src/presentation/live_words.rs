//! The words of what runs in the browser on a public page: headings and names around the list, the map and the curve.

use super::lang::Lang;

/// The accessible name of the list.
pub const fn ranking(lang: Lang) -> &'static str {
    lang.pick("Rangliste nach Quote", "Ranking by rate", "Classement selon le taux")
}

/// The heading above the curve.
pub const fn course(lang: Lang) -> &'static str {
    lang.pick("Verlauf", "Over time", "Évolution")
}

/// What a dot is; `hollow` where some are only reported.
pub const fn dots(hollow: bool, lang: Lang) -> &'static str {
    match hollow {
        true => lang.pick(
            "Jeder Punkt ist eine Meldung. Hohle Punkte sind nur gemeldet, nicht geprüft.",
            "Each dot is a report. Hollow dots are only reported, not checked.",
            "Chaque point est une déclaration. Les points creux sont seulement déclarés, non vérifiés.",
        ),
        false => lang.pick(
            "Jeder Punkt ist eine geprüfte Meldung.",
            "Each dot is a checked report.",
            "Chaque point est une déclaration vérifiée.",
        ),
    }
}

/// The name of the facts beside the curve.
pub const fn at_a_glance(lang: Lang) -> &'static str {
    lang.pick("Auf einen Blick", "At a glance", "En un coup d’œil")
}

/// The label of the slider that reads the curve.
pub const fn read_off(lang: Lang) -> &'static str {
    lang.pick("Stand ablesen", "Read a figure", "Lire un chiffre")
}
