//! Bytes to text: what Excel, LibreOffice and operators' portals write.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::domain::import::{Encoding, FileKind, FileProblem};

/// The largest file of readings in bytes: a town's readings of ten years are a tenth of it.
pub const MAX_BYTES: usize = 5_000_000;

/// The text of a file and how its characters were written.
///
/// UTF-8 with or without a byte order mark, UTF-16 with one ("Unicode-Text" in Excel), and
/// otherwise Windows-1252, in which every byte is some character. Umlauts written as letter +
/// combining diaeresis (macOS) come back as one letter.
///
/// A file cut within its last character loses that character alone and is still read in the
/// encoding of the rest; such a file has no line break at its end, which the table refuses.
///
/// # Errors
/// Too large, empty, no text, or UTF-8 with other bytes in between.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), FileProblem> {
    if bytes.len() > MAX_BYTES {
        return Err(FileProblem::TooLarge { bytes: bytes.len() as u64, limit: MAX_BYTES as u64 });
    }
    if let Some(kind) = kind_of(bytes) {
        return Err(FileProblem::NotText { looks_like: Some(kind) });
    }
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (utf8(rest, true)?, Encoding::Utf8),
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, UTF_16LE), Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, UTF_16BE), Encoding::Utf16),
        _ => match utf8(bytes, false) {
            Ok(text) => (text, Encoding::Utf8),
            Err(FileProblem::NotText { .. }) => {
                (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Encoding::Windows1252)
            }
            Err(problem) => return Err(problem),
        },
    };
    if text.chars().any(is_binary) {
        return Err(FileProblem::NotText { looks_like: None });
    }
    if text.trim().is_empty() {
        return Err(FileProblem::Empty);
    }
    Ok((composed(text), encoding))
}

/// Valid UTF-8, or `NotText` where nothing but ASCII goes before the first other byte.
fn utf8(bytes: &[u8], marked: bool) -> Result<String, FileProblem> {
    let error = match str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error,
    };
    let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
    if error.error_len().is_none() {
        // The file ends within a character.
        return Ok(String::from_utf8_lossy(good).into_owned());
    }
    if marked || !good.is_ascii() {
        let breaks = good.iter().filter(|byte| **byte == b'\n').count();
        return Err(FileProblem::MixedEncoding { line: breaks as u64 + 1 });
    }
    Err(FileProblem::NotText { looks_like: None })
}

fn utf16(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> String {
    let whole = bytes.len() - bytes.len() % 2;
    encoding.decode_without_bom_handling(bytes.get(..whole).unwrap_or_default()).0.into_owned()
}

/// Control characters that no table holds. Windows-1252 has five bytes without a meaning, which
/// come as U+0080 to U+009F.
fn is_binary(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{80}'..='\u{9f}')
}

fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    let begins: [(&[u8], FileKind); 6] = [
        (b"PK\x03\x04", FileKind::Workbook),
        (b"\xD0\xCF\x11\xE0", FileKind::Workbook),
        (b"%PDF", FileKind::Pdf),
        (b"\x89PNG", FileKind::Picture),
        (b"\xFF\xD8\xFF", FileKind::Picture),
        (b"GIF8", FileKind::Picture),
    ];
    begins.into_iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, kind)| kind)
}

fn composed(text: String) -> String {
    if !text.contains('\u{308}') {
        return text;
    }
    let pairs = [('a', 'ä'), ('o', 'ö'), ('u', 'ü'), ('A', 'Ä'), ('O', 'Ö'), ('U', 'Ü')];
    pairs.into_iter().fold(text, |text, (plain, umlaut)| text.replace(&format!("{plain}\u{308}"), &umlaut.to_string()))
}
