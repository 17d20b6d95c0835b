#!/usr/bin/env bash
# Holds the documents of client-config against their formats, and its check against a web server and a DNS responder on loopback.
#
#   scripts/test-client-config.sh [PROGRAM]      PROGRAM defaults to .build/debug/port587
#
# Nothing leaves loopback. Needs python3 and openssl; xmllint is used where it is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "${1:-.build/debug/port587}")
work=$(mktemp -d)
stage=
stop() {
  [ -z "$stage" ] || kill "$stage" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

"$program" client-config example.com --server mail.example.com --address ana@example.com --output "$work/made" 2>"$work/notes"
scripts/client-config/judge.py "$work/made" example.com
if command -v xmllint >/dev/null; then
  xmllint --noout "$work/made/config-v1.1.xml" "$work/made/autodiscover.xml"
  xmllint --noout --nonet "$work/made/example.com.mobileconfig"
fi
status=0
"$program" client-config example.com --server mail.example.com --address ana@example.com --output "$work/made" 2>/dev/null || status=$?
[ "$status" -eq 73 ] || { echo "client-config: files that are there were overwritten (status $status)" >&2; exit 1; }

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=stage -keyout "$work/key.pem" -out "$work/cert.pem" \
  -addext 'subjectAltName=DNS:example.com,DNS:autoconfig.example.com,DNS:autodiscover.example.com' 2>/dev/null

failures=0
# scene NAME STATUS CODES FOLDER [OPTION…]: what is published by FOLDER leads to this status and these findings.
scene() {
  local name=$1 wanted=$2 codes=$3 folder=$4 found status=0
  shift 4
  rm -f "$work/ports"
  scripts/client-config/stage.py "$folder" "$work/cert.pem" "$work/key.pem" >"$work/ports" &
  stage=$!
  for _ in $(seq 100); do [ ! -s "$work/ports" ] || break; sleep 0.05; done
  read -r web dns <"$work/ports"
  "$program" client-config example.com --check --json --ca-file "$work/cert.pem" --dns-server "127.0.0.1:$dns" --timeout 4 \
    --connect-to ":443:127.0.0.1:$web" "$@" >"$work/report.json" 2>"$work/notes" || status=$?
  kill "$stage"
  wait "$stage" 2>/dev/null || true
  stage=
  found=$(python3 -c 'import json,sys; print(" ".join(sorted({f["code"] for f in json.load(open(sys.argv[1]))["findings"]})))' "$work/report.json")
  if [ "$status" -eq "$wanted" ] && [ "$found" = "$codes" ]; then
    echo "ok    $name"
  else
    echo "FAIL  $name: status $status (wanted $wanted), findings '$found' (wanted '$codes')"
    cat "$work/notes" "$work/report.json"
    failures=$((failures + 1))
  fi
}

# What the program makes, published as it says.
own=$work/own
mkdir -p "$own/autoconfig.example.com/mail" "$own/autodiscover.example.com/autodiscover"
cp "$work/made/config-v1.1.xml" "$own/autoconfig.example.com/mail/"
cp "$work/made/autodiscover.xml" "$own/autodiscover.example.com/autodiscover/"
python3 - "$work/made/example.com.zone" "$own/srv.json" <<'SRV'
import json, sys
records = {}
for line in open(sys.argv[1]):
    owner, _, _, _, priority, weight, port, target = line.split()
    records.setdefault(owner.rstrip("."), []).append([int(priority), int(weight), int(port), target.rstrip(".")])
json.dump(records, open(sys.argv[2], "w"))
SRV
scene 'what it writes agrees with itself' 0 '' "$own"
scene 'and with the description' 0 '' "$own" --server mail.example.com
scene 'another description is seen' 1 'unlikeDescription' "$own" --server smtp.example.com
scene 'Stalwart: STARTTLS is said of 465' 1 'contradiction encryptionOfPort' fixtures/client-config/stalwart-starttls-on-465
scene 'NethServer: two answers' 1 'contradiction' fixtures/client-config/nethserver-two-answers
scene 'new accounts get port 25' 1 'legacyPort' fixtures/client-config/legacy-port-25
mkdir "$work/silent"
python3 -c 'import json; print(json.dumps({f"_{s}._tcp.example.com": None for s in ["submissions", "submission", "imaps", "imap", "pop3s", "pop3", "autodiscover"]}))' >"$work/silent/srv.json"
scene 'a name server that says nothing' 3 'nothingPublished' "$work/silent"
[ "$failures" -eq 0 ] || { echo "client-config: $failures scenes failed" >&2; exit 1; }
