//! Lets Cargo notice that files changed which a macro reads into the server.
//!
//! The release server embeds `dist/embed/`. A file with a new name is seen only when the macro is expanded again, which a
//! change inside the folder now causes. In debug builds the folder is read at run time, and the browser programs, from
//! which the folder is made, must not depend on it.

use std::{env, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SSR").is_none() {
        return Ok(());
    }
    // sqlx sees a change in a migration by itself, but not a new one.
    println!("cargo::rerun-if-changed=src/storage/migrations");
    let embedded = Path::new("dist/embed");
    // The macro refuses a missing folder: a plain `cargo test` works before the first web build.
    std::fs::create_dir_all(embedded)?;
    if env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed={}", embedded.display());
    }
    Ok(())
}
