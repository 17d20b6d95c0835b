#!/usr/bin/env bash
# Feeds the parsers with broken input for a bounded time, and fails when one of them crashes, hangs or contradicts itself.
#
#   SECONDS_EACH=60 scripts/fuzz.sh [FuzzIceWarp FuzzState …]
#
# Seeds lie in fixtures/fuzz/; what the fuzzer finds beside them is kept under .build-fuzz/corpus between runs. An input
# that breaks something is written to .build-fuzz/found/.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${SECONDS_EACH:-60}
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then
  targets=(FuzzIceWarp FuzzPostfix FuzzDetection FuzzConnections FuzzSettings FuzzBypass FuzzState)
fi

declare -A seeds=(
  [FuzzIceWarp]=icewarp [FuzzPostfix]=postfix [FuzzDetection]=detection [FuzzConnections]=connections
  [FuzzSettings]=settings [FuzzBypass]=bypass [FuzzState]=state
)
failed=0
mkdir -p .build-fuzz/found
for target in "${targets[@]}"; do
  if [[ -z ${seeds[$target]:-} ]]; then
    echo "fuzz: there is no $target; there are ${!seeds[*]}" >&2
    exit 64
  fi
  PORT587_FUZZ=1 swift build -c release --scratch-path .build-fuzz --product "$target" \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
  corpus=.build-fuzz/corpus/$target
  mkdir -p "$corpus"
  echo "fuzz: $target for $seconds s"
  # A leak report of the Swift runtime says nothing of the parsers, and its crash handler hangs under the sanitizer.
  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 timeout "$((seconds + 120))" ".build-fuzz/release/$target" -max_total_time="$seconds" -max_len=8192 -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix=.build-fuzz/found/ \
    "$corpus" "fixtures/fuzz/${seeds[$target]}" || failed=1
done
exit $failed
