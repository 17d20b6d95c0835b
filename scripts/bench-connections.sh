#!/bin/sh
# Measures the join with connection records: time and memory of an audit of a Postfix log that tells no port, alone and
# with a firewall log of the same connections.
#
#   scripts/bench-connections.sh PORT587 [SESSIONS]
#
# PORT587 is a release build. Ten million sessions, the default, take 3 GB under .build/bench/ and are made once.
set -eu

program=${1:?usage: bench-connections.sh PORT587 [SESSIONS]}
sessions=${2:-10000000}
here=$(cd "$(dirname "$0")" && pwd)
folder=${BENCH:-$here/../.build/bench}/connections-$sessions
mkdir -p "$folder"
awk=$(command -v mawk || command -v awk)
if [ ! -e "$folder/made" ]; then
  "$awk" -v "sessions=$sessions" -v "mail=$folder/mail.log" -v "wall=$folder/pfirewall.log" \
    -f "$here/connections/million.awk"
  : >"$folder/made"
fi
ls -l "$folder" | awk 'NR > 1 { print $5, "bytes", $NF }'
measure() { # NAME, then options
  name=$1
  shift
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f "$name: %e s wall, %U + %S s CPU, %M KiB" \
      "$program" audit "$folder/mail.log" --year 2026 --utc-offset +00:00 --json --no-progress "$@" >/dev/null
  else
    echo "$name:" && time "$program" audit "$folder/mail.log" --year 2026 --utc-offset +00:00 --json --no-progress "$@" >/dev/null
  fi
}
measure "log alone"
measure "with the firewall's log" --connections "$folder/pfirewall.log"
