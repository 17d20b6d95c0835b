#!/usr/bin/env bash
# Kills runs at their writing system calls, lets such calls fail, and cuts the power between them (what was not synced may be
# lost or torn): after each the next run must end with the totals of one audit.
#
#   scripts/crash-state.sh [PROGRAM [LOGGEN [SAMPLES [SEED]]]]    SAMPLES of each kind (default 20; 0: at every call)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "${1:-.build/debug/port587}")
loggen=$(realpath "${2:-.build/debug/loggen}")
for tool in strace python3; do
  command -v "$tool" >/dev/null && continue
  if [[ $(id -u) != 0 ]]; then
    echo "crash-state: $tool is missing. On Debian: apt-get install $tool" >&2
    exit 1
  fi
  echo "crash-state: installing $tool through apt" >&2
  apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$tool" >&2 ||
    { apt-get -q update >&2 && apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$tool" >&2; }
done
if ! strace -o /dev/null true 2>/dev/null; then
  echo 'crash-state: this machine lets no process trace another (a container?), so no run was killed at its writes' >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 scripts/crash/crash.py "$program" "$loggen" "$work" "${4:-587}" "${3:-20}"
