#!/usr/bin/env bash
# Everything that must hold before a change is handed in; stops at the first step that fails, and tells what took how long.
set -euo pipefail
cd "$(dirname "$0")/.."

# Two compilers at a time: enough on the small machines that run this, and it leaves memory for the linkers.
export CARGO_BUILD_JOBS=${CARGO_BUILD_JOBS:-2}

steps=9 number=0 current='' began=0 times=()

close_step() { [ -z "$current" ] || times+=("$(printf '%5d s  %s%s' $((SECONDS - began)) "$current" "${1:-}")"); }

step() {
  close_step
  current=$1 began=$SECONDS number=$((number + 1))
  printf '\n[%d/%d] %s\n' "$number" "$steps" "$current"
}

summary() {
  local code=$?
  close_step "$([ $code -eq 0 ] || echo '  <- failed here')"
  printf '\n'
  printf '%s\n' "${times[@]}"
  printf '%5d s  altogether\n' "$SECONDS"
}
trap summary EXIT

# A folder without tests fails: a moved file must not turn the suite green.
node_tests() {
  local files
  mapfile -t files < <(find "$1" -name '*.test.mjs' | sort)
  [ ${#files[@]} -gt 0 ] || { echo "no *.test.mjs in $1" >&2; return 1; }
  node --test --test-reporter=spec --test-concurrency=1 "${files[@]}"
}

step 'Tools'
scripts/tools.sh prerequisites
scripts/tools.sh builders
scripts/tools.sh packages

step 'Formatting'
cargo fmt --check

step 'Lints, server'
cargo clippy --all-targets -- -D warnings

step 'Lints, browser programs'
for program in hydrate:public csr:workspace; do
  cargo clippy --target wasm32-unknown-unknown --no-default-features --features "${program%:*}" --lib --bin "${program#*:}" -- -D warnings
done

step 'Browser programs as released'
scripts/web.sh

step 'Rust tests'
cargo test

step 'Server and Chromium for the journeys'
# A debug server reads dist/embed from disk: the journeys walk through the browser programs as released.
cargo build --bin faserstand
CHROMIUM=$(scripts/chromium.sh)
export CHROMIUM
echo "  $CHROMIUM"

step 'Byte gates, and what the benchmark makes of its samples'
if [ -d tests/gates ]; then node_tests tests/gates; else echo '  none'; fi
node_tests tests/bench

step 'Journeys in a browser'
node_tests tests/browser
