//! Accounts in words: what someone is there for, and why an account was not made or changed.

use crate::domain::account::{AccountProblem, LONGEST_NAME, LONGEST_PASSWORD, Role, SHORTEST_PASSWORD};

/// The role.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Admin => "Verwaltung",
        Role::Editor => "Bearbeitung",
        Role::DistrictHead => "Ortsvorsteherin oder Ortsvorsteher",
    }
}

/// What is wrong, and what would be right.
pub fn problem(problem: &AccountProblem) -> String {
    match problem {
        AccountProblem::Name => {
            format!("Das kann kein Name sein. Nehmen Sie 1 bis {LONGEST_NAME} Zeichen in einer Zeile.")
        }
        AccountProblem::Taken(name) => format!("Der Name „{name}“ ist vergeben. Nehmen Sie einen anderen."),
        AccountProblem::Unknown(name) => {
            format!("Ein Konto „{name}“ gibt es nicht. Alle Konten nennt `faserstand user list`.")
        }
        AccountProblem::Role(word) => format!(
            "Eine Rolle „{word}“ gibt es nicht. Möglich sind admin (Verwaltung), editor (Bearbeitung) und \
             district-head (Ortsvorsteherin oder Ortsvorsteher)."
        ),
        AccountProblem::AreaMissing => {
            "Für welches Gebiet? Nennen Sie es mit --area, zum Beispiel --area griesheim.".to_owned()
        }
        AccountProblem::AreaTooMany => {
            "Verwaltung und Bearbeitung sind für die ganze Stadt da. Lassen Sie --area weg.".to_owned()
        }
        AccountProblem::Area(text, known) if known.is_empty() => {
            format!("Ein Gebiet „{text}“ gibt es nicht: In diesem Datenordner ist noch keines.")
        }
        AccountProblem::Area(text, known) => {
            let known: Vec<&str> = known.iter().map(|slug| slug.as_str()).collect();
            format!("Ein Gebiet „{text}“ gibt es nicht. Es gibt: {}.", known.join(", "))
        }
        AccountProblem::PasswordTooShort => {
            format!("Das Passwort ist zu kurz. Nehmen Sie mindestens {SHORTEST_PASSWORD} Zeichen.")
        }
        AccountProblem::PasswordTooLong => {
            format!("Das Passwort ist zu lang. Nehmen Sie höchstens {LONGEST_PASSWORD} Zeichen.")
        }
    }
}
