#!/bin/sh
# Takes pictures of an HTML report with headless Chromium, at desktop and phone width, light and dark.
# Fails when a picture seems blank, or when the page reports a violation of its Content-Security-Policy.
#
#   scripts/screenshot-report.sh REPORT.html OUTDIR
set -eu

if [ $# -ne 2 ]; then
  echo "usage: $0 REPORT.html OUTDIR" >&2
  exit 64
fi
report=$1
out=$2
if [ ! -r "$report" ]; then
  echo "$0: cannot read $report" >&2
  exit 66
fi

browser=
for name in "${CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then
    browser=$name
    break
  fi
done
if [ -z "$browser" ]; then
  echo "$0: Chromium is missing. On Debian: apt-get install chromium (or set CHROMIUM=/path/to/it)." >&2
  exit 69
fi

mkdir -p "$out"
report=$(cd "$(dirname "$report")" && pwd)/$(basename "$report")
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT INT TERM

# Chromium refuses its sandbox to root; nobody else gives it up.
sandbox=
if [ "$(id -u)" -eq 0 ]; then
  sandbox=--no-sandbox
fi

failed=0
# A phone's viewport is asked for through a frame-less window; Chromium's headless window can be as narrow as 390.
for size in 1280x1800 390x1800; do
  for scheme in light dark; do
    picture=$out/report-${size%x*}-$scheme.png
    log=$profile/log
    dark=
    if [ "$scheme" = dark ]; then
      dark=--blink-settings=preferredColorScheme=0
    else
      dark=--blink-settings=preferredColorScheme=1
    fi
    rm -f "$picture"
    # shellcheck disable=SC2086 # empty options must vanish
    "$browser" --headless=new $sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-extensions \
      --disable-background-networking --user-data-dir="$profile/user" --enable-logging=stderr --v=0 $dark \
      --window-size="${size%x*},${size#*x}" --screenshot="$picture" "file://$report" 2>"$log" || {
      cat "$log" >&2
      echo "$0: $browser failed for $picture" >&2
      exit 70
    }
    if grep -E 'Content Security Policy|CONSOLE.*(Refused|Error|error)' "$log" >&2; then
      echo "$0: the page reported the above ($picture)" >&2
      failed=1
    fi
    # A page of one colour is a PNG of a few kilobytes; a report with text and charts is far above that.
    bytes=$(wc -c <"$picture" 2>/dev/null || echo 0)
    if [ "$bytes" -lt 20000 ]; then
      echo "$0: $picture has only $bytes bytes; it seems blank" >&2
      failed=1
    fi
    echo "$picture ($bytes bytes)"
  done
done
exit $failed
