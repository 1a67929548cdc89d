//! Real files that others have published. They are no part of the project: their tests say loudly that they were skipped.

use std::{
    io::{Write, stderr},
    path::PathBuf,
};

/// A file of the folder that `FASERSTAND_PUBLIC_FILES` names, or of `../shared/data` beside the project.
pub fn public_file(name: &str) -> Option<Vec<u8>> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
    let folder = std::env::var_os("FASERSTAND_PUBLIC_FILES").map_or_else(beside, PathBuf::from);
    let found = std::fs::read(folder.join(name)).ok();
    if found.is_none() {
        // Not `eprintln!`: the test runner would keep it to itself.
        let said = writeln!(
            stderr(),
            "SKIPPED: {name} is not there. Set FASERSTAND_PUBLIC_FILES to the folder that holds it."
        );
        assert!(said.is_ok());
    }
    found
}
