#!/usr/bin/env bash
# Measures how fast logs are read, in rounds that run every program once, so that each ratio compares neighbours in time.
# See docs/performance.md.
# shellcheck disable=SC2016 # backquotes are those of Markdown
set -euo pipefail
export LC_ALL=C

usage() {
  cat <<'TEXT'
usage: scripts/bench.sh [--rounds N] [--check] [--write] [--program PATH] [--size S] [--postfix-size S]

  --rounds N        rounds to measure (default 7)
  --check           leave with status 1 when a goal is missed or a total is wrong
  --write           put the figures into docs/performance.md
  --program PATH    measure this port587 instead of building one
  --size S          size of the IceWarp log (default 1GB)
  --postfix-size S  size of the Postfix log (default 300MB)

STATIC=0 in the environment links the Swift libraries of this machine, as for `make`.
TEXT
}

fail() {
  echo "bench: $*" >&2
  exit 2
}

cd "$(dirname "$0")/.."
rounds=7 check=no write=no program='' size=1GB postfix_size=300MB
while [ $# -gt 0 ]; do
  case $1 in
    --rounds | --program | --size | --postfix-size)
      [ $# -ge 2 ] || fail "$1 needs a value"
      case $1 in
        --rounds) rounds=$2 ;;
        --program) program=$2 ;;
        --size) size=$2 ;;
        --postfix-size) postfix_size=$2 ;;
      esac
      shift 2
      ;;
    --check) check=yes && shift ;;
    --write) write=yes && shift ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && exit 64 ;;
  esac
done
[[ $rounds =~ ^[1-9][0-9]*$ ]] || fail "--rounds: a number from 1 on"

# ---- what is measured ----

# Both as `make build` builds: a change of this option would compile everything anew.
build=(swift build -c release)
case ${STATIC-1} in '' | 0) ;; *) build+=(--static-swift-stdlib) ;; esac

echo 'bench: building' >&2
"${build[@]}" --product loggen >&2 || fail 'loggen does not build'
if [ -z "$program" ]; then
  "${build[@]}" --product port587 >&2 || fail 'port587 does not build'
  program=$("${build[@]}" --show-bin-path)/port587
fi
[ -x "$program" ] || fail "$program cannot be run"
loggen=$("${build[@]}" --show-bin-path)/loggen

folder=.build/bench
mkdir -p "$folder"
generator=$(find Sources/loggen -name '*.swift' -print0 | sort -z | xargs -0 cat | cksum)

# make_log NAME SIZE OPTIONS…: makes a log unless the same generator made it before with the same options.
make_log() {
  local name=$1 bytes=$2 want
  shift 2
  want="$generator $* $bytes seed 7"
  if [ -f "$folder/$name.log" ] && [ "$(cat "$folder/$name.made" 2>/dev/null)" = "$want" ]; then return; fi
  echo "bench: making $name.log ($bytes)" >&2
  rm -f "$folder/$name.made" "$folder/$name.log.gz"
  "$loggen" "$@" --bytes "$bytes" --seed 7 --out "$folder/$name.log" --truth "$folder/$name.json" >&2
  echo "$want" >"$folder/$name.made"
}

# Named as IceWarp names it: the day in the name is what lets two threads read one file of time-only stamps.
make_log s20260316-00 "$size" icewarp --date 2026-03-16
make_log postfix "$postfix_size" postfix
if [ ! -f "$folder/s20260316-00.log.gz" ]; then
  echo 'bench: compressing' >&2
  gzip -c "$folder/s20260316-00.log" >"$folder/s20260316-00.log.gz.part"
  mv "$folder/s20260316-00.log.gz.part" "$folder/s20260316-00.log.gz"
fi
icewarp=$folder/s20260316-00.log postfix=$folder/postfix.log

# ---- how it is measured ----

samples=$(mktemp -d)
trap 'rm -rf "$samples"' EXIT

# Peak memory comes from GNU time; without it that column stays empty.
gnu_time=''
if command -v /usr/bin/time >/dev/null && /usr/bin/time -f %M -o "$samples/peak" true 2>/dev/null; then
  gnu_time=/usr/bin/time
else
  echo 'bench: no GNU time, so peak memory is not measured (apt-get install time)' >&2
fi

# measure NAME COMMAND…: runs it once and adds "wall cpu peak-MiB" to the samples of NAME; ":" as peak means unknown.
measure() {
  local name=$1 peak=: times
  shift
  local -a wrapped=("$@")
  [ -n "$gnu_time" ] && wrapped=("$gnu_time" -f %M -o "$samples/peak" "$@")
  TIMEFORMAT='%R %U %S'
  if ! times=$({ time "${wrapped[@]}" >/dev/null 2>"$samples/stderr"; } 2>&1); then
    cat "$samples/stderr" >&2
    fail "failed: $*"
  fi
  [ -n "$gnu_time" ] && peak=$(awk 'END { printf "%.1f", $1 / 1024 }' "$samples/peak")
  echo "$times $peak" | awk '{ printf "%s %.3f %s\n", $1, $2 + $3, $4 }' >>"$samples/$name"
}

has() { command -v "$1" >/dev/null; }
audit() { measure "$1" "$program" audit "$2" --threads "$3" --json --no-progress; }

# --help is over before the wrapper that measures memory has started, so its time is taken without it.
measure_help() {
  local wrapper=$gnu_time
  gnu_time=''
  measure help "$program" --help
  gnu_time=$wrapper
}

# A wrong answer is no measurement: the totals of both reports are held against what the generator counted.
right=yes
answers=''
for name in s20260316-00 postfix; do
  "$program" audit "$folder/$name.log" --json --no-progress >"$samples/report.json" 2>"$samples/stderr" ||
    fail "the audit of $name.log failed: $(cat "$samples/stderr")"
  if "$loggen" compare "$folder/$name.json" "$samples/report.json" >&2; then
    answers="$answers $name.log right;"
  else
    answers="$answers $name.log WRONG;"
    right=no
  fi
done

cat "$icewarp" "$icewarp.gz" "$postfix" "$program" >/dev/null
measure warm "$program" --help
rm -f "$samples/warm"
for ((round = 1; round <= rounds; round++)); do
  echo "bench: round $round of $rounds" >&2
  measure wc wc -l "$icewarp"
  audit audit1 "$icewarp" 1
  audit audit2 "$icewarp" 2
  measure wc-postfix wc -l "$postfix"
  audit audit-postfix "$postfix" 1
  measure zcat zcat "$icewarp.gz"
  audit audit-gz "$icewarp.gz" 1
  for _ in 1 2 3; do measure_help; done
  if has rg; then measure rg rg -c '(>>> [45][0-9][0-9] |<<< AUTH|<<< MAIL FROM)' "$icewarp"; fi
  if has mawk; then measure mawk mawk -f scripts/bench.awk "$icewarp"; fi
  if has pflogsumm && [ "$round" = 1 ]; then measure pflogsumm pflogsumm "$postfix"; fi
done

# ---- what came out ----

# summary FILE COLUMN: the median and the largest of a column.
summary() {
  awk -v c="$2" '$c != ":" { print $c }' "$1" | sort -n |
    awk '{ v[NR] = $1 } END { if (NR) printf "%.3f %.3f", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, v[NR] }'
}

# ratios NAME REFERENCE COLUMN: the median and the largest of the ratios, each within one round.
ratios() {
  paste -d ' ' "$samples/$1" "$samples/$2" |
    awk -v c="$3" '{ print $c / ($(c + 3) > 0 ? $(c + 3) : 0.001) }' >"$samples/ratios"
  summary "$samples/ratios" 1
}

row() {
  local name=$1 title=$2 wall cpu peak
  [ -f "$samples/$name" ] || return 0
  read -r wall _ <<<"$(summary "$samples/$name" 1)"
  read -r cpu _ <<<"$(summary "$samples/$name" 2)"
  read -r peak _ <<<"$(summary "$samples/$name" 3)"
  printf '| %s | %.3f | %.3f | %s |\n' "$title" "$wall" "$cpu" "${peak:+$(printf '%.1f' "$peak")}"
}

missed=0
# goal TITLE MEDIAN WORST LIMIT: one line of the table of goals; the median decides.
goal() {
  local verdict=over
  if awk -v v="$2" -v l="$4" 'BEGIN { exit !(v <= l) }'; then verdict=under; else missed=$((missed + 1)); fi
  printf '| %s | %.2f | %.2f | %s | %s |\n' "$1" "$2" "$3" "$4" "$verdict" >>"$samples/goals"
}

goal_ratio() {
  local median worst
  read -r median worst <<<"$(ratios "$2" "$3" "$4")"
  goal "$1" "$median" "$worst" "$5"
}

cores=$(nproc)
goal_ratio 'IceWarp, 1 thread: CPU to that of `wc -l`' audit1 wc 2 3.0
if [ "$cores" -ge 2 ]; then
  goal_ratio 'IceWarp, 2 threads: wall time to that of 1 thread' audit2 audit1 1 0.65
fi
goal_ratio 'Postfix, 1 thread: CPU to that of `wc -l`' audit-postfix wc-postfix 2 6
goal_ratio 'IceWarp in gzip: wall time to that of `zcat`' audit-gz zcat 1 0.7
read -r help_median help_worst <<<"$(summary "$samples/help" 1)"
goal '`--help`, milliseconds' "$(awk "BEGIN { print $help_median * 1000 }")" \
  "$(awk "BEGIN { print $help_worst * 1000 }")" 25
if [ -n "$gnu_time" ]; then
  cat "$samples"/audit* >"$samples/peaks"
  read -r _ peak_worst <<<"$(summary "$samples/peaks" 3)"
  peak_median=0
  for name in audit1 audit2 audit-postfix audit-gz; do
    read -r one _ <<<"$(summary "$samples/$name" 3)"
    peak_median=$(awk -v a="$one" -v b="$peak_median" 'BEGIN { print (a > b ? a : b) }')
  done
  goal 'Largest peak memory of an audit, MiB' "$peak_median" "$peak_worst" 48
fi

kernel=$(uname -r)
model=$(awk -F ': *' '/^model name/ { print $2; exit }' /proc/cpuinfo 2>/dev/null || true)
{
  echo "Measured on $(date -u +%Y-%m-%d): $cores cores, ${model:-unknown processor}, $(uname -s) ${kernel%%-*}."
  echo "Command: \`scripts/bench.sh --rounds $rounds --size $size --postfix-size $postfix_size\`."
  echo "Logs: IceWarp $(stat -c %s "$icewarp") bytes ($(stat -c %s "$icewarp.gz") in gzip), Postfix $(stat -c %s "$postfix") bytes."
  echo "Totals found, compared with what the logs hold:${answers%;}."
  echo
  echo '| Goal | median | worst | at most | verdict |'
  echo '|---|---:|---:|---:|---|'
  cat "$samples/goals"
  echo
  echo '| Program | wall s | CPU s | peak MiB |'
  echo '|---|---:|---:|---:|'
  row wc '`wc -l`, IceWarp'
  row audit1 'audit, IceWarp, 1 thread'
  row audit2 'audit, IceWarp, 2 threads'
  row rg '`rg -c` of a three-way alternation, IceWarp'
  row mawk 'the like aggregation in `mawk`, IceWarp'
  row zcat '`zcat`, IceWarp in gzip'
  row audit-gz 'audit, IceWarp in gzip'
  row wc-postfix '`wc -l`, Postfix'
  row audit-postfix 'audit, Postfix, 1 thread'
  row pflogsumm '`pflogsumm`, Postfix (one run)'
  row help '`--help`'
} >"$samples/figures"
cat "$samples/figures"

if [ "$write" = yes ]; then
  awk -v figures="$samples/figures" '
    /<!-- figures: end -->/ { inside = 0 }
    !inside { print }
    /<!-- figures: begin -->/ {
      inside = 1
      print ""
      while ((getline line < figures) > 0) print line
      print ""
    }' docs/performance.md >"$samples/page"
  cat "$samples/page" >docs/performance.md
  echo 'bench: wrote docs/performance.md' >&2
fi

if [ "$missed" -gt 0 ]; then
  echo "bench: $missed of the goals missed" >&2
  [ "$check" = no ] || exit 1
fi
[ "$check" = no ] || [ "$right" = yes ] || exit 1
