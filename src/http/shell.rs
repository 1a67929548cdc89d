//! The page that Trunk built, cut once at start; every public page is its pieces with the content between.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::assets;

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

const PLACES: [&str; 7] =
    ["{{title}}", "{{style}}", "{{description}}", "{{header}}", "{{app}}", "{{footer}}", "{{boot}}"];

/// The pieces of the page and the two style sheets.
#[derive(Debug)]
pub struct Shell {
    pieces: Vec<String>,
    start_style: String,
    area_style: String,
    workspace: String,
}

/// What fills the places of one page.
#[derive(Debug)]
pub struct Filling {
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
}

/// Which pages share a style sheet.
#[derive(Clone, Copy, Debug)]
pub enum Style {
    /// The start page.
    Start,
    /// An area's page, and the page that is not there.
    Area,
}

impl Shell {
    /// Reads and cuts the built page.
    ///
    /// # Errors
    /// When the program was built without its pages.
    pub fn load() -> Result<Self, ShellError> {
        let text = |path| assets::text(path).ok_or(ShellError::Missing(path));
        let mut rest = text("pages/index.html")?;
        let mut pieces = Vec::with_capacity(PLACES.len() + 1);
        for place in PLACES {
            let (before, after) = rest.split_once(place).ok_or(ShellError::NoPlace(place))?;
            pieces.push(before.to_owned());
            rest = after.to_owned();
        }
        pieces.push(rest);
        Ok(Self {
            pieces,
            start_style: text("pages/start.css")?,
            area_style: text("pages/area.css")?,
            workspace: text("pages/workspace.html")?,
        })
    }

    /// One whole page.
    pub fn page(&self, filling: &Filling) -> Vec<u8> {
        self.fill(filling, str::to_owned)
    }

    /// One whole page that needs no program: nothing of it is named there.
    pub fn plain_page(&self, filling: &Filling) -> Vec<u8> {
        self.fill(filling, without_program)
    }

    fn fill(&self, filling: &Filling, around: impl Fn(&str) -> String) -> Vec<u8> {
        let (title, description) = (escaped(&filling.title), escaped(&filling.description));
        let style = self.style(filling.style);
        let filled = [&title, style, &description, &filling.header, &filling.app, &filling.footer, &filling.boot, ""];
        let mut page = String::new();
        for (piece, filling) in self.pieces.iter().zip(filled) {
            page.push_str(&around(piece));
            page.push_str(filling);
        }
        page.into_bytes()
    }

    /// The empty page of the workspace.
    pub fn workspace(&self) -> &str {
        &self.workspace
    }

    /// The content security policy: the inline style sheets by their hash, nothing else inline, no
    /// other host.
    pub fn content_security_policy(&self) -> String {
        let hash = |style: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)));
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {} {}; img-src 'self' data:; \
             connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            hash(&self.start_style),
            hash(&self.area_style)
        )
    }

    fn style(&self, style: Style) -> &str {
        match style {
            Style::Start => &self.start_style,
            Style::Area => &self.area_style,
        }
    }
}

/// A piece of the built page without the lines that name the program.
fn without_program(piece: &str) -> String {
    let names_program = |line: &&str| line.contains("name=\"wasm-") || line.contains("<script ");
    piece.split_inclusive('\n').filter(|line| !names_program(line)).collect()
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
