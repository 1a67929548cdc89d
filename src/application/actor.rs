//! Who does something.

/// Who does something. The change log keeps the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Someone at the server's own command line, who may do everything.
    Console,
    /// The program itself, when it loads the built-in data set.
    Program,
}

impl Actor {
    /// The name in the change log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Console => "Kommandozeile",
            Self::Program => "Faserstand",
        }
    }
}
