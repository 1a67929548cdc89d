#!/usr/bin/env bash
# Builds everything that a browser gets, into dist/embed/: style sheets, both browser programs, icons; compressed.
#   web.sh         for release: smallest bytes; does nothing if nothing changed since the last time
#   web.sh --dev   for development: fast, neither optimised nor compressed
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=dist/.web-built
inputs=(src style public boot.js sprite.svg index.html workspace.html Trunk.toml Cargo.toml Cargo.lock build.rs package-lock.json
  scripts/web.sh scripts/styles.mjs scripts/compress.mjs scripts/lib)

# Folders count as well: their time changes when a file in them is added or removed.
unchanged() { [ -f "$stamp" ] && [ -z "$(find "${inputs[@]}" -newer "$stamp" -print -quit)" ]; }

# Programs name no folders of the machine that built them: fewer bytes, and the same ones everywhere.
flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$PWD=faserstand"

# bundle NAME PAGE FLAGS…: one browser program into dist/NAME.
bundle() {
  local name=$1 page=$2
  shift 2
  echo "  browser program: $name"
  # --offline, so that Trunk fetches no tools by itself; it takes wasm-bindgen from the PATH.
  # NO_COLOR=1, set on some machines, is a value that Trunk refuses to read.
  env -u NO_COLOR RUSTFLAGS="$flags${rustflags:+ $rustflags}" trunk --log warn build "$page" --dist "dist/$name" --offline --skip-version-check "$@"
}

# The features that Rust's wasm target uses by default are named: a stripped program no longer tells them itself.
optimise() {
  local source=$1 target=$2
  node node_modules/.bin/wasm-opt "$source" -o "$target.part" -Oz --strip-producers --strip-target-features \
    --enable-bulk-memory --enable-reference-types --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-multivalue
  mv "$target.part" "$target"
}

# Trunk's names carry a hash of the program as compiled: an optimised one is kept as long as its source, the version of
# wasm-opt and this script are the same.
optimise_all() {
  mkdir -p dist/optimised
  local source target
  for source in dist/public/*.wasm dist/workspace/*.wasm; do
    target=dist/optimised/$(basename "$source")
    if [ ! "$target" -nt package-lock.json ] || [ ! "$target" -nt scripts/web.sh ]; then
      echo "  wasm-opt: $(basename "$source")"
      optimise "$source" "$target"
    fi
  done
  # Only the current ones stay.
  for target in dist/optimised/*; do
    [ -f "dist/public/$(basename "$target")" ] || [ -f "dist/workspace/$(basename "$target")" ] || rm "$target"
  done
}

release() {
  if unchanged; then
    echo "  nothing changed"
    return
  fi
  mkdir -p dist
  # The time of the beginning counts: what is edited during the build is newer than the stamp.
  touch "$stamp.part"
  node scripts/styles.mjs
  # All platforms' crates, since Trunk asks Cargo for the whole graph. In CI the lock file must be up to date.
  cargo fetch --quiet ${CI:+--locked}
  bundle public index.html --release --cargo-profile web
  # Views without their nested types: 4 % fewer bytes there, more on the public pages.
  rustflags="--cfg erase_components" bundle workspace workspace.html --release --cargo-profile web
  optimise_all
  node scripts/compress.mjs
  mv "$stamp.part" "$stamp"
}

dev() {
  # What this leaves in dist/embed is not for release.
  rm -f "$stamp"
  node scripts/styles.mjs
  bundle public index.html
  bundle workspace workspace.html
  node scripts/compress.mjs --dev
}

case ${1:-} in
  '') release ;;
  --dev) dev ;;
  *) echo "unknown option $1" >&2; exit 2 ;;
esac
