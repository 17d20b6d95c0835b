#!/usr/bin/env bash
# Feeds the parsers with broken input for a bounded time, and fails when one of them crashes, hangs or contradicts itself.
#
#   SECONDS_EACH=60 scripts/fuzz.sh [FuzzIceWarp FuzzState …]
#   scripts/fuzz.sh --seeds FuzzState FOLDER LOG…      writes inputs to begin with (also FuzzConnections)
#
# Seeds lie in fixtures/fuzz/; what the fuzzer finds beside them is kept under .build-fuzz/corpus between runs. An input
# that breaks something is written to .build-fuzz/found/.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${SECONDS_EACH:-60}
declare -A seeds=(
  [FuzzIceWarp]=icewarp [FuzzPostfix]=postfix [FuzzDetection]=detection [FuzzConnections]=connections
  [FuzzSettings]=settings [FuzzBypass]=bypass [FuzzTranscripts]=transcripts [FuzzState]=state
)
known() {
  [[ -n ${seeds[$1]:-} ]] || { echo "fuzz: there is no $1; there are ${!seeds[*]}" >&2; exit 64; }
}
build() {
  PORT587_FUZZ=1 swift build -c release --scratch-path .build-fuzz --product fuzz -Xswiftc -sanitize=fuzzer,address
}

if [[ ${1:-} == --seeds ]]; then
  [[ $# -ge 3 ]] || { echo 'fuzz: --seeds needs a target and a folder' >&2; exit 64; }
  known "$2"
  build
  FUZZ_TARGET=$2 exec .build-fuzz/release/fuzz --seeds "${@:3}"
fi

targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then
  targets=(FuzzIceWarp FuzzPostfix FuzzDetection FuzzConnections FuzzSettings FuzzBypass FuzzTranscripts FuzzState)
fi
for target in "${targets[@]}"; do known "$target"; done
build
failed=0
mkdir -p .build-fuzz/found
for target in "${targets[@]}"; do
  corpus=.build-fuzz/corpus/$target
  mkdir -p "$corpus"
  echo "fuzz: $target for $seconds s"
  # A leak report of the Swift runtime says nothing of the parsers, and its crash handler hangs under the sanitizer.
  FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 timeout "$((seconds + 120))" \
    .build-fuzz/release/fuzz -max_total_time="$seconds" -max_len=8192 -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix=.build-fuzz/found/ \
    "$corpus" "fixtures/fuzz/${seeds[$target]}" || failed=1
done
exit $failed
