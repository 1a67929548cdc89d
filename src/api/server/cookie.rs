//! The cookie that holds a session's token: no script reads it, no other site sends it along with a form.

use crate::application::sessions::Token;

/// How the cookie is called and guarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionCookie {
    tls: bool,
}

impl SessionCookie {
    /// With `tls`, browsers send it over TLS alone and take it from this very host alone (`__Host-`).
    pub const fn new(tls: bool) -> Self {
        Self { tls }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        if self.tls { "__Host-faserstand" } else { "faserstand" }
    }

    /// The header that sets it. It ends with the browser, and on the server with the session.
    pub fn set(self, token: &Token) -> String {
        format!("{}={}; {}", self.name(), token.to_text(), self.attributes())
    }

    /// The header that takes it away.
    pub fn clear(self) -> String {
        format!("{}=; Max-Age=0; {}", self.name(), self.attributes())
    }

    /// Its text among the values of `Cookie` headers, whatever it is.
    pub fn find<'a>(self, headers: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        let pairs = headers.into_iter().flat_map(|header| header.split(';')).filter_map(|pair| pair.split_once('='));
        let mut texts = pairs.filter(|(name, _)| name.trim() == self.name()).map(|(_, text)| text.trim());
        texts.next()
    }

    const fn attributes(self) -> &'static str {
        if self.tls { "Path=/; Secure; HttpOnly; SameSite=Lax" } else { "Path=/; HttpOnly; SameSite=Lax" }
    }
}
