//! The page that Trunk built, cut once at start; every public page is its pieces with the content between. One that is
//! only read is the same page without its program.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::assets;
use crate::presentation::lang::Lang;

/// The program was built without its browser parts.
#[derive(Debug, Error)]
pub enum ShellError {
    /// A file is missing.
    #[error("this program was built without {0}; build it with `make build`")]
    Missing(&'static str),
    /// The page lost one of its places.
    #[error("the built page has no {0}")]
    NoPlace(&'static str),
}

const PLACES: [&str; 9] = [
    "{{lang}}",
    "{{title}}",
    "{{style}}",
    "{{description}}",
    "{{links}}",
    "{{header}}",
    "{{app}}",
    "{{footer}}",
    "{{boot}}",
];

/// Which pages a browser may fetch as soon as somebody's finger or mouse is on their link
/// ([019](../../docs/decisions/019-next-page-ahead.md)). Nothing that is written into, and nothing of the workspace.
const AHEAD: &str = r#"{"prefetch":[{"where":{"href_matches":"/:l(en|fr)?/:p(|gebiet/[^.]+|einrichtungen|foerderung|karte|verlauf)"},"eagerness":"moderate"}]}"#;

/// The pieces of the page, with its program and without, and the style sheets.
#[derive(Debug, Default)]
pub struct Shell {
    pieces: Vec<String>,
    plain_pieces: Vec<String>,
    start_style: String,
    area_style: String,
    map_style: String,
    plain_style: String,
    workspace: String,
    build: String,
    public_url: Option<String>,
}

/// What fills the places of one page.
#[derive(Debug)]
pub struct Filling {
    /// The language it speaks.
    pub lang: Lang,
    /// Where it is, without the prefix of its language; `None` where it stands at any address.
    pub address: Option<String>,
    /// The title, as text.
    pub title: String,
    /// The description, as text.
    pub description: String,
    /// Which style sheet.
    pub style: Style,
    /// The page's head, as HTML.
    pub header: String,
    /// The page itself, as HTML: exactly what is hydrated.
    pub app: String,
    /// The page's foot, as HTML.
    pub footer: String,
    /// The data block, as HTML.
    pub boot: String,
    /// What stands in the head for programs, as HTML.
    pub head: String,
}

/// Which pages share a style sheet.
#[derive(Clone, Copy, Debug)]
pub enum Style {
    /// The start page.
    Start,
    /// An area's page, and the page that is not there.
    Area,
    /// The large map.
    Map,
    /// A page without a program.
    Plain,
}

impl Shell {
    /// Reads and cuts the built page.
    ///
    /// # Errors
    /// When the program was built without its pages.
    pub fn load() -> Result<Self, ShellError> {
        let text = |path| assets::text(path).ok_or(ShellError::Missing(path));
        let page = text("pages/index.html")?;
        let workspace = text("pages/workspace.html")?;
        Ok(Self {
            plain_pieces: pieces(&without_program(&page))?,
            pieces: pieces(&page)?,
            plain_style: text("pages/plain.css")?,
            start_style: text("pages/start.css")?,
            area_style: text("pages/area.css")?,
            map_style: text("pages/large-map.css")?,
            build: named_program(&workspace).unwrap_or_default().to_owned(),
            workspace,
            public_url: None,
        })
    }

    /// The same for pages that are published at this address: scheme and host, without a slash at the end.
    pub fn published_at(self, public_url: Option<String>) -> Self {
        Self { public_url, ..self }
    }

    /// Where the pages are published, if the program was told: scheme and host, without a slash at the end.
    pub fn public_url(&self) -> Option<&str> {
        self.public_url.as_deref()
    }

    /// One whole page.
    pub fn page(&self, filling: &Filling) -> Vec<u8> {
        let Filling { lang, title, description, header, app, footer, boot, .. } = filling;
        let (title, description) = (escaped(title), escaped(description));
        let (style, links) = (self.style(filling.style), self.links(filling) + &filling.head);
        let plain = matches!(filling.style, Style::Plain);
        let ahead = if plain { String::new() } else { format!("<script type=\"speculationrules\">{AHEAD}</script>") };
        let (pieces, boot) = (if plain { &self.plain_pieces } else { &self.pieces }, boot.clone() + &ahead);
        let filled = [lang.tag(), &title, style, &description, &links, header, app, footer, &boot, ""];
        let mut page = String::new();
        for (piece, filling) in pieces.iter().zip(filled) {
            page.push_str(piece);
            page.push_str(filling);
        }
        page.into_bytes()
    }

    /// Which address is this page's own and where it is in the other languages. Search engines take whole addresses alone,
    /// so there are none as long as nobody told the program where it is published.
    fn links(&self, Filling { lang, address, .. }: &Filling) -> String {
        let (Some(public_url), Some(address)) = (&self.public_url, address) else { return String::new() };
        let whole = |lang: Lang| escaped(&format!("{public_url}{}", lang.address(address)));
        let link =
            |tag: &str, lang: Lang| format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">", whole(lang));
        let canonical = format!("<link rel=\"canonical\" href=\"{}\">", whole(*lang));
        let others = Lang::ALL.map(|lang| link(lang.tag(), lang)).concat();
        // Who speaks none of them gets the language of the records.
        format!("{canonical}{others}{}", link("x-default", Lang::De))
    }

    /// The empty page of the workspace.
    pub fn workspace(&self) -> &str {
        &self.workspace
    }

    /// The workspace's program, by the name that its content gives it: a page with another one is of another build.
    pub fn build(&self) -> &str {
        &self.build
    }

    /// The content security policy: the inline style sheets and the rules for the next page by their hash, nothing else inline,
    /// no other host.
    pub fn content_security_policy(&self) -> String {
        let hash = |style: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)));
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {} {} {} {}; img-src 'self' data:; media-src 'self'; \
             connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            hash(AHEAD),
            hash(&self.start_style),
            hash(&self.area_style),
            hash(&self.map_style),
            hash(&self.plain_style)
        )
    }

    fn style(&self, style: Style) -> &str {
        match style {
            Style::Start => &self.start_style,
            Style::Area => &self.area_style,
            Style::Map => &self.map_style,
            Style::Plain => &self.plain_style,
        }
    }
}

/// A page cut at its places.
fn pieces(page: &str) -> Result<Vec<String>, ShellError> {
    let (mut pieces, mut rest) = (Vec::with_capacity(PLACES.len() + 1), page);
    for place in PLACES {
        let (before, after) = rest.split_once(place).ok_or(ShellError::NoPlace(place))?;
        pieces.push(before.to_owned());
        rest = after;
    }
    pieces.push(rest.to_owned());
    Ok(pieces)
}

/// The page without the names of its program and without the script that starts it.
fn without_program(page: &str) -> String {
    let mut plain = page.to_owned();
    for (begins, ends) in [("<meta name=\"wasm-", ">"), ("<script", "</script>")] {
        while let Some(start) = plain.find(begins) {
            let Some(length) = plain[start..].find(ends) else { break };
            plain.replace_range(start..start + length + ends.len(), "");
        }
    }
    plain
}

/// A JSON block that cannot end the script element it stands in.
pub fn boot_block(json: &str, address: &str, etag: &str) -> String {
    format!(
        "<script type=\"application/json\" id=\"boot-data\" data-live=\"{}\" data-etag=\"{}\">{}</script>",
        escaped(address),
        escaped(etag),
        json.replace('<', "\\u003c")
    )
}

/// The address of the program that a page names, as boot.js finds it.
fn named_program(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("<meta name=\"wasm-bin\" content=\"")?;
    rest.split_once('"').map(|(address, _)| address)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
