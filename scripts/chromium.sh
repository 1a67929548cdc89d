#!/usr/bin/env bash
# Prints the path of the Chromium for the browser journeys, the one in $CHROMIUM or a system's own; installs Debian's if
# there is none. Always the system's package: npm packages of browsers fetch theirs from somewhere else.
set -euo pipefail

find_chromium() { command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }

find_chromium && exit

if [ "$(id -u)" -eq 0 ]; then as_root=(); else as_root=(sudo -n); fi
if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
  echo "Chromium is missing: install your system's package (Debian: 'sudo apt-get install chromium') or set CHROMIUM to its path." >&2
  exit 1
fi
echo "  installing Chromium from the system's packages" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq >&2
# With a font: without one the journeys would find texts of no width.
"${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >&2
find_chromium
