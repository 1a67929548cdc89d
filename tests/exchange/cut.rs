//! Files that were cut off or damaged: no panic, and no row that the whole file does not hold.

use faserstand_lib::exchange::{
    geojson::features,
    readings::{FileErrors, ReadingRow, read},
};

use super::readings::FIXTURES;

fn rows(bytes: &[u8]) -> (Vec<ReadingRow>, bool) {
    match read(bytes) {
        Ok(file) => (file.rows, true),
        Err(FileErrors::Rows { others, .. }) => (others.rows, false),
        Err(FileErrors::File(_)) => (Vec::new(), false),
    }
}

#[test]
fn no_beginning_of_a_file_gives_a_row_that_the_file_does_not_hold() {
    for (name, bytes) in FIXTURES {
        let (whole, taken) = rows(bytes);
        assert!(taken && !whole.is_empty(), "{name}");
        for end in 0..bytes.len() {
            let (part, taken) = rows(&bytes[..end]);
            assert_eq!(part, whole[..part.len()], "{name} cut at {end}");
            // Taken without an error only where a row ends, or where nothing but blank rows is missing.
            let wide = name == "excel_unicode_text";
            let text: Vec<u8> = bytes[..end - if wide { end % 2 } else { 0 }].to_vec();
            let ends_a_row = [&b"\n"[..], b"\r", b"\n\0", b"\r\0"].iter().any(|ending| text.ends_with(ending));
            let blank_rest = bytes[end..].iter().all(|byte| matches!(byte, b';' | b'\r' | b'\n'));
            assert!(!taken || ends_a_row || blank_rest, "{name} cut at {end}");
        }
    }
}

#[test]
fn a_number_cut_in_the_middle_is_not_read() {
    let text = "Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n";
    for end in 0..text.len() {
        assert!(rows(&text.as_bytes()[..end]).0.is_empty(), "{end}");
    }
}

#[test]
fn damaged_bytes_never_panic() {
    // A small generator with a fixed start: the same damage every time.
    let mut state = 20_231_110_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    for (_, bytes) in FIXTURES {
        for _ in 0..2_000 {
            let mut damaged = bytes.to_vec();
            for _ in 0..=next(4) {
                let at = next(damaged.len());
                damaged[at] = [b'"', b';', b'\n', b'\r', b',', 0xFC, 0xC3, b'-', b'.', b'9', 0, b'%'][next(12)];
            }
            let _ = read(&damaged);
        }
    }
}

#[test]
fn no_beginning_of_a_shape_file_is_read() {
    let text = include_bytes!("../fixtures/shapes/two_districts.geojson");
    assert_eq!(features(text).unwrap().len(), 2);
    let end = text.iter().rposition(|byte| *byte == b'}').unwrap();
    for end in 0..end {
        assert!(features(&text[..end]).is_err(), "{end}");
    }
}
