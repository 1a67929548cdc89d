#!/usr/bin/env bash
# Checks what the machine must bring along and installs the rest, project-locally. Does nothing where nothing is missing.
#   tools.sh prerequisites   the compiler, Node, the wasm target
#   tools.sh builders        trunk and wasm-bindgen, in the versions that the project names
#   tools.sh packages        node_modules from package-lock.json
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf '%s\n' "$1" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

prerequisites() {
  has cargo || fail "Rust is missing: install it with rustup from https://rustup.rs, then open a new shell."
  has cc || fail "A C compiler is missing: install one, on Debian or Ubuntu with 'apt-get install build-essential'."
  local node_major
  node_major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  [ "$node_major" -ge 20 ] || fail "Node.js 20 or newer is missing: install it from https://nodejs.org or your package manager."
  has npm || fail "npm is missing: install it together with Node.js, on Debian or Ubuntu with 'apt-get install npm'."
  local wanted current
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  current=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$wanted" "$current" | sort -V | head -1)" = "$wanted" ] ||
    fail "Rust $current is too old, $wanted or newer is needed: run 'rustup update stable'."
  # Asked of the compiler, not of rustup: a toolchain from a distribution has its targets elsewhere.
  if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
    has rustup || fail "This Rust cannot compile for browsers: install Rust with rustup from https://rustup.rs."
    rustup target add wasm32-unknown-unknown
  fi
  echo "  Rust $current, Node $(node -p process.versions.node), C compiler and wasm target are there"
}

# install NAME WANTED FLAGS…: into .tools, unless .tools/bin or the PATH (the Makefile puts them in this order) has it.
install() {
  local name=$1 crate=$2 wanted=$3
  shift 3
  if [ "$("$name" --version 2>/dev/null | cut -d' ' -f2)" = "$wanted" ]; then
    echo "  $name $wanted is there"
    return
  fi
  echo "  compiling $name $wanted (once; some minutes)"
  # A folder of its own for the intermediate files, thrown away afterwards: they would take most of a gigabyte.
  # The dev profile compiles trunk in a third of the time, and its speed does not matter: it mostly waits for cargo.
  local scratch=.tools/build
  CARGO_TARGET_DIR=$scratch CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_STRIP=true \
    cargo install "$crate" --version "=$wanted" --root .tools --profile dev --force "$@"
  rm -rf "$scratch"
}

builders() {
  mkdir -p .tools
  install trunk trunk "$(sed -n 's/^trunk-version = "=\(.*\)"/\1/p' Trunk.toml)" --locked
  # The command and the crate must be the same version to the digit, so Cargo.lock is asked. Without --locked: the lock
  # file that the command was published with names a version of a crate that was withdrawn.
  install wasm-bindgen wasm-bindgen-cli "$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"/\1/p}' Cargo.lock)"
}

packages() {
  # npm writes this file at the end of an installation: it is our stamp, also after an interrupted one.
  if [ node_modules/.package-lock.json -nt package-lock.json ] && [ node_modules/.package-lock.json -nt package.json ]; then
    echo "  npm packages are there"
    return
  fi
  npm ci
  touch node_modules/.package-lock.json
}

"${1:?prerequisites, builders or packages}"
