#!/usr/bin/env bash
# Thirty days of a mail server: every day its log grows, is rotated as logrotate does it, and runs from cron read it, some of
# which are killed. At the end the state must hold what one audit of all logs finds, and what the generator says is true.
#
#   scripts/simulate-month.sh [PROGRAM [LOGGEN [SEED]]]
#
# REPORT names an existing folder into which the report of the month is copied, to be looked at.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "${1:-.build/debug/port587}")
loggen=$(realpath "${2:-.build/debug/loggen}")
RANDOM=${3:-587}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/days" "$work/logs"

"$loggen" icewarp --bytes 6MB --days 30 --users 60 --addresses 200 --sessions 3 --stamp rfc822 --with-port --moving \
  --seed 30 --out-dir "$work/days" --truth "$work/truth.json" >/dev/null
audit=("$program" audit "$work/logs" --state "$work/state.sqlite" --server-name mail --quiet --commit-every 100000)
run() { "${audit[@]}" "$@"; }
runs=0
killed=0

# Starts a run and kills it after a moment; where it is by then is left to chance.
run_killed() {
  "${audit[@]}" &
  local pid=$!
  sleep "0.0$((RANDOM % 8))"
  if kill -KILL "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$pid" 2>/dev/null || true
}

# mail.log becomes mail.log.1, that mail.log.2.gz, and so on; every second time by copying and truncating.
rotate() {
  local number
  for ((number = 40; number >= 2; number--)); do
    [[ ! -e $work/logs/mail.log.$number.gz ]] || mv "$work/logs/mail.log.$number.gz" "$work/logs/mail.log.$((number + 1)).gz"
  done
  if [[ -e $work/logs/mail.log.1 ]]; then
    gzip "$work/logs/mail.log.1"
    mv "$work/logs/mail.log.1.gz" "$work/logs/mail.log.2.gz"
  fi
  if (($1 % 2)); then
    mv "$work/logs/mail.log" "$work/logs/mail.log.1"
  else
    cp -p "$work/logs/mail.log" "$work/logs/mail.log.1"
    : >"$work/logs/mail.log"
  fi
}

day=0
for file in "$work"/days/*.log; do
  day=$((day + 1))
  # The day comes in three parts that end anywhere, also within a line.
  size=$(stat -c %s "$file")
  first=$((RANDOM * size / 65536))
  second=$((first + RANDOM * (size - first) / 65536))
  head -c "$first" "$file" >>"$work/logs/mail.log"
  run_killed
  head -c "$second" "$file" | tail -c +$((first + 1)) >>"$work/logs/mail.log"
  run
  runs=$((runs + 1))
  tail -c +$((second + 1)) "$file" >>"$work/logs/mail.log"
  run_killed
  # Some nights cron does not run before the rotation, some nights twice.
  if ((RANDOM % 3)); then
    run
    runs=$((runs + 1))
  fi
  rotate "$day"
  run_killed
done
run --json >"$work/state.json"
runs=$((runs + 1))
"$program" audit "$work/days" --json --quiet >"$work/whole.json"
"$loggen" compare "$work/truth.json" "$work/state.json"
"$program" state check --state "$work/state.sqlite"
totals() { sed -n '/^  "totals"/,/^  }/p; /"totals":/,/}}/p' "$1"; }
if ! cmp -s <(totals "$work/state.json") <(totals "$work/whole.json"); then
  diff <(totals "$work/state.json") <(totals "$work/whole.json") | head -40 >&2
  echo "simulate-month: the totals are not those of one audit of all logs" >&2
  exit 1
fi
"$program" report --state "$work/state.sqlite" --json --quiet >"$work/again.json"
cmp -s <(totals "$work/again.json") <(totals "$work/state.json") || { echo "simulate-month: the report differs" >&2; exit 1; }
# Users moved over the month, and the trend must have seen it: fewer are left at its end, and the line says when nobody is.
"$program" report --state "$work/state.sqlite" --output "$work/report" --compare-to previous --cutover 2011-07-01 --quiet
left() { sed -n '/"burnDown"/,/"forecast"/s/.*"users" : \([0-9]*\).*/\1/p' "$work/report/report.json" | "$@" -n 1; }
if (($(left tail) * 2 >= $(left head))) || ! grep -q '"outcome" : "day"' "$work/report/report.json"; then
  echo "simulate-month: the trend shows $(left head) users on port 25 at first, $(left tail) in the end, and no forecast" >&2
  exit 1
fi
for file in waves.csv movement.csv; do
  [[ -s $work/report/$file ]] || { echo "simulate-month: there is no $file" >&2; exit 1; }
done
[[ -z ${REPORT:-} ]] || cp -r "$work/report/." "$REPORT"
echo "simulate-month: users on port 25 in seven days: $(left head) at first, $(left tail) in the end"
echo "simulate-month: $day days, $runs runs, $killed killed: the totals are those of one audit of all logs"
