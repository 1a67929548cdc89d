//! The words of the public page of funding, in every language.

use super::{lang::Lang, number};

/// The page's name, also in the head of every page.
pub const fn name(lang: Lang) -> &'static str {
    lang.pick("Förderung", "Funding", "Subventions")
}

/// The window's title, which says how it stands: of so many applications so many with a grant.
pub fn title(counts: Counts, granted: u32, lang: Lang) -> String {
    let said = match (counts.applied, counts.rest) {
        (0, 0) => lang.pick("noch nichts veröffentlicht", "nothing published yet", "rien de publié").to_owned(),
        (0, _) => lang.pick("kein Antrag bekannt", "no application known", "aucune demande connue").to_owned(),
        (applied, _) => {
            let (one, many) =
                lang.pick(("Antrag", "Anträge"), ("application", "applications"), ("demande", "demandes"));
            let applied = number::counted(applied, one, many, lang);
            let granted = match granted {
                0 => lang.pick("keine Bewilligung", "no grant", "rien d’accordé").to_owned(),
                so => {
                    let (one, many) = lang.pick(
                        ("mit Bewilligung", "mit Bewilligung"),
                        ("granted", "granted"),
                        ("accordée", "accordées"),
                    );
                    number::counted(so, one, many, lang)
                }
            };
            format!("{applied}, {granted}")
        }
    };
    format!("{}{}{said}.", name(lang), lang.pick(": ", ": ", "\u{a0}: "))
}

/// What search engines show.
pub fn description(town: &str, lang: Lang) -> String {
    let town = within(town, lang);
    match lang {
        Lang::De => format!("Förderanträge zum Glasfaserausbau{town}: wie viele es gibt und wie sie stehen."),
        Lang::En => {
            format!("Applications for funding of the fibre rollout{town}: how many there are and where they stand.")
        }
        Lang::Fr => format!(
            "Demandes de subvention pour le déploiement de la fibre{town}\u{a0}: leur nombre et leur avancement."
        ),
    }
}

fn within(town: &str, lang: Lang) -> String {
    match town {
        "" => String::new(),
        town => format!("{}{town}", lang.pick(" in ", " in ", " à ")),
    }
}

/// The day that the page is about.
pub fn as_of(day: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Stand: {day}."),
        Lang::En => format!("As of {day}."),
        Lang::Fr => format!("Situation au {day}."),
    }
}

/// The heading above what was told day by day.
pub const fn told(lang: Lang) -> &'static str {
    lang.pick(
        "Was zur Förderung bekannt wurde",
        "What has become known about funding",
        "Ce que l’on sait des subventions",
    )
}

/// What the start page's counter counts: of so many applications so many with a grant.
pub const fn counted(applied: u32, lang: Lang) -> &'static str {
    match applied {
        0 => lang.pick("Kein Antrag bekannt", "No application known", "Aucune demande connue"),
        _ => lang.pick(
            "Anträge mit einer Bewilligung",
            "applications with a grant",
            "demandes avec une subvention accordée",
        ),
    }
}

/// The link to the page.
pub const fn all(lang: Lang) -> &'static str {
    lang.pick("Alle Anträge", "All applications", "Toutes les demandes")
}

/// The counts that the page begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Projects that are applied for.
    pub applied: u32,
    /// Projects without a known application.
    pub rest: u32,
    /// Projects with a federal grant.
    pub federal: u32,
    /// Projects with a grant of the state.
    pub state: u32,
}

/// "Für 2 Vorhaben ist Förderung beantragt. Der Bund hat bei einem bewilligt, das Land bei keinem."
pub fn counters(counts: Counts, lang: Lang) -> String {
    match (counts.applied, counts.rest) {
        (0, 0) => lang
            .pick(
                "Zur Förderung ist noch nichts veröffentlicht.",
                "Nothing has been published about funding yet.",
                "Rien n’a encore été publié au sujet des subventions.",
            )
            .to_owned(),
        (0, rest) => without_application(rest, false, lang),
        (_, 0) => applied_for(counts, lang),
        (_, rest) => format!("{} {}", applied_for(counts, lang), without_application(rest, true, lang)),
    }
}

fn applied_for(Counts { applied, federal, state, .. }: Counts, lang: Lang) -> String {
    let (one, many) = lang.pick(("ein Vorhaben", "Vorhaben"), ("one project", "projects"), ("un projet", "projets"));
    let projects = one_or(applied, one, many, lang);
    let granted = granted(federal, state, lang);
    match lang {
        Lang::De => format!("Für {projects} ist Förderung beantragt. {granted}"),
        Lang::En => format!("Funding has been requested for {projects}. {granted}"),
        Lang::Fr => format!("Une subvention est demandée pour {projects}. {granted}"),
    }
}

/// For how many projects each has made a grant.
fn granted(federal: u32, state: u32, lang: Lang) -> String {
    if (federal, state) == (0, 0) {
        let none = lang.pick(
            "Bewilligt haben bisher weder Bund noch Land.",
            "Neither the federal government nor the state has granted it so far.",
            "Ni l’État fédéral ni le Land ne l’ont accordée à ce jour.",
        );
        return none.to_owned();
    }
    let (federal, state) = (of(federal, lang), of(state, lang));
    match lang {
        Lang::De => format!("Der Bund hat bei {federal} bewilligt, das Land bei {state}."),
        Lang::En => format!("The federal government has granted it for {federal}, the state for {state}."),
        Lang::Fr => format!("L’État fédéral l’a accordée pour {federal}, le Land pour {state}."),
    }
}

fn of(number: u32, lang: Lang) -> String {
    match number {
        0 => lang.pick("keinem", "none", "aucun").to_owned(),
        1 => lang.pick("einem", "one", "un").to_owned(),
        number => number::count(number, lang),
    }
}

/// "ein Vorhaben", "2 Vorhaben".
fn one_or(number: u32, one: &str, many: &str, lang: Lang) -> String {
    if number == 1 { one.to_owned() } else { format!("{} {many}", number::count(number, lang)) }
}

fn without_application(rest: u32, further: bool, lang: Lang) -> String {
    let (one, many) = match (lang, further) {
        (Lang::De, false) => ("ein Vorhaben", "Vorhaben"),
        (Lang::De, true) => ("ein weiteres Vorhaben", "weitere Vorhaben"),
        (Lang::En, false) => ("one project", "projects"),
        (Lang::En, true) => ("one more project", "more projects"),
        (Lang::Fr, false) => ("un projet", "projets"),
        (Lang::Fr, true) => ("un autre projet", "autres projets"),
    };
    let projects = one_or(rest, one, many, lang);
    match lang {
        Lang::De => format!("Für {projects} ist kein Antrag bekannt."),
        Lang::En => format!("No application is known for {projects}."),
        Lang::Fr => format!("Aucune demande n’est connue pour {projects}."),
    }
}

/// The amounts of an application: all, granted, what stays.
pub const fn amounts(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        ["Gesamtkosten", "Bewilligt von Bund und Land", "Eigenanteil nach heutigem Stand"],
        ["Total cost", "Granted by the federal government and the state", "Own contribution as things stand"],
        ["Coût total", "Accordé par l’État fédéral et le Land", "Autofinancement à ce jour"],
    )
}

/// What stands before who applies.
pub const fn applicant(lang: Lang) -> &'static str {
    lang.pick("Antragsteller: ", "Applicant: ", "Demandeur\u{a0}: ")
}

/// What stands before the areas that an application covers.
pub const fn covers(lang: Lang) -> &'static str {
    lang.pick("Betrifft: ", "Concerns: ", "Concerne\u{a0}: ")
}

/// What the words mean: a heading, and a paragraph each.
pub const fn explained(lang: Lang) -> (&'static str, [&'static str; 3]) {
    lang.pick(
        (
            "Wer zahlt was",
            [
                "Bund und Land entscheiden getrennt. Eine Bewilligung des Bundes bedeutet nicht, dass auch das Land bewilligt.",
                "Vorläufig bewilligt heißt: Die Höhe steht erst nach der Ausschreibung endgültig fest.",
                "Beträge stehen hier nur, wenn die Stadt sie veröffentlicht hat. Fehlt ein Betrag, ist er nicht bekannt oder nicht öffentlich, nicht null.",
            ],
        ),
        (
            "Who pays what",
            [
                "The federal government and the state decide separately. A federal grant does not mean that the state gives one as well.",
                "Provisional grant means that the final amount is only set after the tender.",
                "Amounts appear here only where the town has published them. A missing amount is unknown or not public; it is not zero.",
            ],
        ),
        (
            "Qui paie quoi",
            [
                "L’État fédéral et le Land décident séparément. Une subvention fédérale ne signifie pas que le Land en accorde une aussi.",
                "Subvention provisoire signifie que le montant définitif n’est fixé qu’après l’appel d’offres.",
                "Les montants ne figurent ici que si la ville les a publiés. Un montant absent est inconnu ou non public\u{202f}; il n’est pas nul.",
            ],
        ),
    )
}
