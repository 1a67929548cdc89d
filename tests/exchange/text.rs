//! Bytes to text.

use faserstand_lib::{
    domain::{
        import::{Encoding, FileKind, FileProblem},
        typed::shortened,
    },
    exchange::{
        guard::{guarded, unguarded},
        text::{MAX_BYTES, decode},
    },
};

#[test]
fn the_encodings_of_excel_are_recognised() {
    let expected = |encoding| Ok(("Bühl – Größe\n".to_owned(), encoding));
    assert_eq!(decode("Bühl – Größe\n".as_bytes()), expected(Encoding::Utf8));
    assert_eq!(decode("\u{feff}Bühl – Größe\n".as_bytes()), expected(Encoding::Utf8));
    assert_eq!(decode(b"B\xfchl \x96 Gr\xf6\xdfe\n"), expected(Encoding::Windows1252));
    let utf16: Vec<u16> = "\u{feff}Bühl – Größe\n".encode_utf16().collect();
    let little: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    assert_eq!(decode(&little), expected(Encoding::Utf16));
    assert_eq!(decode(&big), expected(Encoding::Utf16));
}

#[test]
fn an_umlaut_of_two_characters_becomes_one() {
    assert_eq!(decode("Bu\u{308}hl\n".as_bytes()).unwrap().0, "Bühl\n");
}

#[test]
fn a_cut_last_character_does_not_turn_the_file_into_another_encoding() {
    let text = "Bühl;Vertr\u{e4}";
    let bytes = &text.as_bytes()[..text.len() - 1];
    assert_eq!(decode(bytes), Ok(("Bühl;Vertr".to_owned(), Encoding::Utf8)));
}

#[test]
fn utf8_with_other_bytes_in_between_is_refused_with_its_line() {
    assert_eq!(decode(b"B\xc3\xbchl\nB\xfchl\n"), Err(FileProblem::MixedEncoding { line: 2 }));
    assert_eq!(decode(b"\xef\xbb\xbfa\nb\nB\xfchl\n"), Err(FileProblem::MixedEncoding { line: 3 }));
}

#[test]
fn what_is_no_text_is_named() {
    let like = |bytes: &[u8]| decode(bytes).unwrap_err();
    let kind = |kind| FileProblem::NotText { looks_like: Some(kind) };
    assert_eq!(like(b"PK\x03\x04\x14\x00"), kind(FileKind::Workbook));
    assert_eq!(like(b"\xD0\xCF\x11\xE0\xA1\xB1"), kind(FileKind::Workbook));
    assert_eq!(like(b"%PDF-1.7"), kind(FileKind::Pdf));
    assert_eq!(like(b"\x89PNG\r\n"), kind(FileKind::Picture));
    assert_eq!(like(b"a;b\n\0\0"), FileProblem::NotText { looks_like: None });
    assert_eq!(like(b"a\0;\0b\0"), FileProblem::NotText { looks_like: None });
}

#[test]
fn an_empty_or_a_huge_file_is_refused() {
    for empty in [&b""[..], b"\n\r\n", b"\xef\xbb\xbf", b"  \n", b"\xff\xfe"] {
        assert_eq!(decode(empty), Err(FileProblem::Empty), "{empty:?}");
    }
    let limit = MAX_BYTES as u64;
    assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(FileProblem::TooLarge { bytes: limit + 1, limit }));
    assert!(decode(&vec![b'a'; MAX_BYTES]).is_ok());
}

#[test]
fn a_long_text_is_shortened_at_a_whole_character() {
    assert_eq!(shortened(" a \n b "), "a b");
    assert_eq!(shortened(&"ä".repeat(61)), format!("{}…", "ä".repeat(60)));
    assert_eq!(shortened(&"ä".repeat(60)), "ä".repeat(60));
}

#[test]
fn no_cell_begins_a_formula() {
    for text in ["=1+1", "+49 781", "-1", "@SUM(A1)", "\t1", "\r1", "＝1"] {
        assert_eq!(guarded(text), format!("'{text}"));
    }
    assert_eq!(guarded("\t=1"), "'\t'=1");
    // A program set to another separator begins a cell behind it.
    assert_eq!(guarded("a,=b;@c\n-d\t+e"), "a,'=b;'@c\n'-d\t'+e");
    assert_eq!(guarded("3 + 4 = 7, -1; @x"), "3 + 4 = 7, -1; @x");
}

#[test]
fn a_guarded_text_comes_back_as_it_was() {
    for text in ["=1+1", "-", "a,=b;@c", "it's", "'quoted'", "", "Bühl", "\t\t=", "a\n=b"] {
        assert_eq!(unguarded(&guarded(text)), text, "{text:?}");
    }
}
