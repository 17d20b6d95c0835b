#!/usr/bin/env bash
# Makes the picture of the README from the committed sample report, with Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

report=${1:-reports/sample/report.html}
picture=${2:-docs/images/report.png}

if [[ ! -f $report ]]; then
  echo "screenshots: there is no $report" >&2
  exit 1
fi
browser=
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    browser=$name
    break
  fi
done
if [[ -z $browser ]]; then
  echo "screenshots: install Chromium (apt-get install chromium) and try again" >&2
  exit 1
fi

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
options=(--headless --disable-gpu --hide-scrollbars --force-device-scale-factor=2 "--window-size=1280,1400"
  --user-data-dir="$profile" --screenshot="$PWD/$picture")
# Chromium refuses its sandbox to root; the page is our own, without scripts and without outside resources.
[[ $(id -u) != 0 ]] || options+=(--no-sandbox)

mkdir -p "$(dirname "$picture")"
rm -f "$picture"
timeout 120 "$browser" "${options[@]}" "file://$PWD/$report" >"$profile/log" 2>&1 || true
if [[ ! -s $picture ]]; then
  echo "screenshots: $browser made no picture; it said:" >&2
  tail -n 5 "$profile/log" >&2
  exit 1
fi
echo "$picture"
