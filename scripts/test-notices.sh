#!/usr/bin/env bash
# Sends notices through a real Postfix (STARTTLS and AUTH, delivery into Maildirs) and counts what arrived.
#
#   scripts/test-notices.sh [PROGRAM]      PROGRAM defaults to .build/debug/port587
#
# Runs a Postfix of its own (configuration, queue and log in a temporary folder) in network and mount namespaces of its own; nothing
# leaves them. Needs root. Missing packages are installed through apt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=${1:-.build/debug/port587}
[ -x "$program" ] || { echo "test-notices: $program cannot be run; build it first (swift build)" >&2; exit 66; }
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
if [ "$(id -u)" -ne 0 ]; then
  echo "test-notices: must run as root (network namespace, Postfix's own users)" >&2
  exit 69
fi

missing=
for tool in postfix saslpasswd2 openssl ip unshare python3; do
  command -v "$tool" >/dev/null || missing="$missing $tool"
done
# Debian keeps the SASL mechanisms apart from the library.
ls /usr/lib/*/sasl2/libplain.so >/dev/null 2>&1 || missing="$missing libsasl2-modules"
if [ -n "$missing" ]; then
  echo "test-notices: installing what is missing:$missing" >&2
  export DEBIAN_FRONTEND=noninteractive
  if ! command -v postfix >/dev/null; then
    echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
  fi
  apt-get -q update >/dev/null
  apt-get -q install -y --no-install-recommends postfix sasl2-bin libsasl2-modules libsasl2-modules-db openssl iproute2 \
    util-linux python3 >/dev/null
fi
[ -e /etc/sasldb2 ] || { : >/etc/sasldb2; chmod 640 /etc/sasldb2; }

if [ "${NOTICES_INSIDE:-}" != 1 ]; then
  export NOTICES_INSIDE=1
  exec unshare --net --uts --mount bash "scripts/$(basename "$0")" "$program"
fi
hostname mail
ip link set lo up

work=$(mktemp -d)
chmod 755 "$work"
etc=$work/etc
stop() {
  postfix -c "$etc" stop >/dev/null 2>&1 || true
  umount /etc/sasldb2 /etc/hosts 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

# ---- the server ------------------------------------------------------------------------------------------------------
mkdir -p "$etc" "$work/queue" "$work/data" "$work/log" "$work/sasl" "$work/mail"
chown postfix "$work/data"
chown nobody "$work/mail"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mail.example.org \
  -addext subjectAltName=DNS:mail.example.org -keyout "$etc/key.pem" -out "$etc/cert.pem" 2>/dev/null
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=other.example.org -keyout "$etc/other.key" \
  -out "$etc/other.pem" 2>/dev/null
printf '%s' notices-secret | saslpasswd2 -p -c -f "$work/sasl/sasldb2" -u example.org notices
chown -R postfix "$work/sasl"
mount --bind "$work/sasl/sasldb2" /etc/sasldb2
printf '127.0.0.1 localhost mail.example.org mail\n' >"$work/hosts"
mount --bind "$work/hosts" /etc/hosts
for n in $(seq 30); do echo "user$n@example.com example.com/user$n/"; done >"$etc/mailboxes"
echo "admin@example.com example.com/admin/" >>"$etc/mailboxes"
echo "bounces@example.com example.com/bounces/" >>"$etc/mailboxes"
echo "user27@example.com retry:4.4.1 the mailbox server does not answer" >"$etc/transport"
cat >"$etc/main.cf" <<EOF
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
maillog_file = $work/log/mail.log
maillog_file_prefixes = $work
myhostname = mail.example.org
mydestination =
mynetworks =
inet_protocols = ipv4
virtual_mailbox_domains = example.com
virtual_mailbox_base = $work/mail
virtual_mailbox_maps = texthash:$etc/mailboxes
transport_maps = texthash:$etc/transport
delay_warning_time = 1s
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_minimum_uid = 1
default_transport = error
smtpd_peername_lookup = no
disable_dns_lookups = yes
smtpd_tls_cert_file = $etc/cert.pem
smtpd_tls_key_file = $etc/key.pem
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_delay_reject = no
EOF
cat >"$etc/master.cf" <<'EOF'
587 inet n - n - - smtpd
465 inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
588 inet n - n - - smtpd
  -o { smtpd_end_of_data_restrictions = sleep 1 }
589 inet n - n - - smtpd
  -o { smtpd_recipient_restrictions = defer }
590 inet n - n - - smtpd
  -o smtpd_tls_security_level=none
  -o smtpd_tls_auth_only=no
592 inet n - n - - smtpd
  -o smtpd_reject_unlisted_recipient=no
593 inet n - n - - smtpd
  -o smtpd_delay_reject=yes
  -o smtpd_sender_login_maps=static:somebody@example.org
  -o smtpd_sender_restrictions=reject_sender_login_mismatch
postlog    unix-dgram n - n - 1 postlogd
pickup     unix n - n 60 1 pickup
cleanup    unix n - n - 0 cleanup
qmgr       unix n - n 300 1 qmgr
tlsmgr     unix - - n 1000? 1 tlsmgr
rewrite    unix - - n - - trivial-rewrite
bounce     unix - - n - 0 bounce
defer      unix - - n - 0 bounce
trace      unix - - n - 0 bounce
virtual    unix - n n - - virtual
error      unix - - n - - error
retry      unix - - n - - error
anvil      unix - - n - 1 anvil
proxymap   unix - - n - - proxymap
EOF
postfix -c "$etc" start >/dev/null 2>&1
for _ in $(seq 50); do
  (exec 3<>/dev/tcp/127.0.0.1/590) 2>/dev/null && break
  sleep 0.2
done

# ---- what is asked of it ---------------------------------------------------------------------------------------------
report() { # FILE COUNT: a report with that many users who have not moved; the last one has no mailbox
  python3 - "$1" "$2" <<'PY'
import json, sys
path, count = sys.argv[1], int(sys.argv[2])
def user(name):
    return {"identity": name, "kind": "authenticated", "readiness": "notReady", "refusals": {}, "failedLogins": 0,
            "plaintextLogins": 0, "evidence": [],
            "ports": {"25": {"sessions": 3, "messages": 3, "firstAt": "2026-11-16T08:00:00Z", "lastAt": "2026-11-20T08:00:00Z"}},
            "clients": [{"address": "198.51.100.7", "helo": "PC-Ümlaut\r\nBcc: x@example.net", "guess": "windows-desktop",
                         "confidence": "medium", "ports": {"25": 3}, "lastAt": "2026-11-20T08:00:00Z"}]}
users = [user(f"user{n}@example.com") for n in range(1, count + 1)] + [user("gone@example.com")]
hostile = ["eva\r\nbcc: all@example.com", "a,b@example.com", '"q"@example.com', "josé@example.com", "x@example.net",
           "a@example.com>, <b@example.com", "@example.com", "a b@example.com"]
users += [user(name) for name in hostile]
json.dump({"schema": "port587-report/1", "generator": {"name": "port587", "version": "0.1.0"},
           "generatedAt": "2026-11-23T17:00:00Z", "window": {"from": "2026-11-16T00:00:00Z", "to": "2026-11-23T00:00:00Z"},
           "policy": {"legacyPorts": [25], "submissionPorts": [587], "submissionsPorts": [465]}, "sources": [], "skipped": [],
           "totals": {"sessions": 0, "authenticatedSessions": 0, "messages": 0, "users": len(users), "addresses": 0,
                      "failedLogins": 0, "refusals": 0, "plaintextLogins": 0, "unauthenticatedRelays": 0, "byPort": {},
                      "byPortEvidence": {}, "readiness": {}},
           "users": users, "addresses": [], "refusals": [], "daily": [], "portAdvice": [], "warnings": []},
          open(path, "w"))
PY
}
report "$work/report.json" 25
printf 'notices@example.org\nnotices-secret\n' >"$work/login"
printf 'notices@example.org\nwrong-secret\n' >"$work/wrong"
cp "$work/login" "$work/open"
chmod 600 "$work/login" "$work/wrong"
chmod 644 "$work/open"

failures=0
check() { # WHAT EXPECTED FOUND
  if [ "$2" = "$3" ]; then
    echo "ok    $1"
  else
    echo "FAIL  $1: expected $2, found $3"
    failures=$((failures + 1))
  fi
}
notify() { # STATE OPTIONS…
  local state=$1
  shift
  status=0
  "$program" notify --state "$state" --report "$work/report.json" --notify-domain example.com --server mail.example.org \
    --cutover 2099-12-01 --from '"Équipe, IT" <notices@example.org>' --unprobed --utc-offset +00:00 --rate 1000/s --json \
    --ca-file "$etc/cert.pem" "$@" >"$work/plan.json" 2>"$work/notes" || status=$?
}
send() { # STATE PORT OPTIONS…
  local state=$1 port=$2
  shift 2
  local scheme=smtp
  [ "$port" = 465 ] && scheme=smtps
  notify "$state" --send --smtp "$scheme://mail.example.org:$port" --credentials "$work/login" "$@"
}
count() { # STATUS
  python3 -c 'import json, sys; print(sum(r["status"] == sys.argv[2] for r in json.load(open(sys.argv[1]))["recipients"]))' \
    "$work/plan.json" "$1" 2>/dev/null || echo none
}
delivered() {
  # What was taken is on its way; it has arrived when the queue is empty.
  for _ in $(seq 100); do
    [ -z "$(find "$work"/queue/{incoming,active,maildrop} -type f 2>/dev/null)" ] && break
    sleep 0.1
  done
  find "$work/mail" -type f -path '*/new/*' | wc -l
}

notify "$work/state" --output "$work/previews"
check "previews: exit status" 0 "$status"
check "previews: users with a mailbox and the one without" 26 "$(count preview)"
check "previews: hostile and foreign names are left out" 8 "$(count skipped)"
check "previews: one file each" 26 "$(find "$work/previews" -name '*.eml' | wc -l)"
check "previews: nothing is delivered" 0 "$(delivered)"

notify "$work/state" --send --smtp smtp://mail.example.org:587 --credentials "$work/open"
check "credentials that others can read: exit status" 78 "$status"
notify "$work/state" --send --smtp smtp://mail.example.org:587 --credentials "$work/wrong"
check "wrong password: exit status" 78 "$status"
check "wrong password: everybody waits" 26 "$(count deferred)"
send "$work/state" 587 --ca-file "$etc/other.pem"
check "certificate that is not trusted: exit status" 78 "$status"
send "$work/state" 590
check "server without TLS: exit status" 78 "$status"
check "server without TLS: no AUTH was tried" 0 "$(grep -c '590.*AUTH' "$work/log/mail.log" || true)"
send "$work/state" 591
check "nobody listens: exit status" 69 "$status"
send "$work/state" 589
check "burst of 4xx: exit status" 3 "$status"
check "burst of 4xx: everybody waits" 26 "$(count deferred)"
# Postfix's own default keeps refusals back until RCPT: the sender is wrong, and no recipient is.
send "$work/state" 593
check "sender of another login: exit status" 78 "$status"
check "sender of another login: everybody waits" 26 "$(count deferred)"
check "up to here nothing is delivered" 0 "$(delivered)"

send "$work/state" 587
check "first wave: exit status" 0 "$status"
check "first wave: ten are sent" 10 "$(count sent)"
check "first wave: the others wait" 16 "$(count deferred)"
check "first wave: ten are delivered" 10 "$(delivered)"
send "$work/state" 465 --limit 5 --admin admin@example.com
check "second wave over 465: five are sent" 5 "$(count sent)"
check "second wave: fifteen and the digest are delivered" 16 "$(delivered)"
send "$work/state" 587 --limit none --daily-cap 18
check "daily cap: three are sent" 3 "$(count sent)"
send "$work/state" 587 --limit none
check "the rest: exit status, one address is unknown" 3 "$status"
check "the rest: sent" 7 "$(count sent)"
check "the rest: undeliverable" 1 "$(count undeliverable)"
check "the rest: twenty-five and the digest are delivered" 26 "$(delivered)"
send "$work/state" 587 --limit none --admin admin@example.com
check "once more: exit status" 0 "$status"
check "once more: nobody is told twice" 0 "$(count sent)"
arrived=$(delivered)
check "once more: a digest, since something changed" 27 "$arrived"
send "$work/state" 587 --limit none --admin admin@example.com
check "and again: no digest, since nothing changed" 27 "$(delivered)"

python3 - "$work/mail" "$work/previews" <<'PY' && check "messages parsed by Python's email package" 0 0 || check "messages parsed by Python's email package" 0 1
import email, email.policy, glob, sys
seen = set()
for path in glob.glob(sys.argv[1] + "/example.com/user*/new/*") + glob.glob(sys.argv[2] + "/*.eml"):
    raw = open(path, "rb").read()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert not message.defects and all(not part.defects for part in message.walk()), path
    assert message["From"].addresses[0].addr_spec == "notices@example.org", message["From"]
    assert message["From"].addresses[0].display_name == "Équipe, IT", message["From"]
    assert len(message["To"].addresses) == 1 and message["To"].addresses[0].domain == "example.com"
    assert message["Bcc"] is None and message["Cc"] is None
    assert message["Auto-Submitted"] == "auto-generated" and message["Content-Language"] == "en"
    assert message["Date"].datetime is not None and message["Message-ID"].startswith("<")
    plain, html = message.get_body(("plain",)).get_content(), message.get_body(("html",)).get_content()
    assert "mail.example.org" in plain and "587" in plain and "mail.example.org" in html
    assert "PC-Ümlaut··Bcc: x@example.net" in plain and "PC-Ümlaut··Bcc: x@example.net" in html
    assert all(len(line) <= 78 for line in raw.decode("ascii").replace("\r\n", "\n").split("\n") if not line.startswith("Received"))
    if path.startswith(sys.argv[1]):
        assert message["Return-Path"] == "<notices@example.org>", message["Return-Path"]
        seen.add(message["Message-ID"])
assert len(seen) == 25, len(seen)
PY

# ---- killed between intent and outcome -------------------------------------------------------------------------------
# Port 588 takes a second between the end of the message and its answer: most kills fall into it. Postfix logs the login with the
# first recipient of a message, so that a kill waits for that and not for a time that suits one machine.
logins() { grep -c 'sasl_username=' "$work/log/mail.log" || true; }
kill_in_gap() { # PROCESS NUMBER: each kill a little later than the one before
  local seen
  seen=$(logins)
  for _ in $(seq 200); do
    [ "$(logins)" -gt "$seen" ] && break
    kill -0 "$1" 2>/dev/null || break
    sleep 0.1
  done
  sleep "$(awk -v n="$2" 'BEGIN { print n * 0.18 }')"
  kill -9 "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}
rm -rf "$work/mail/example.com"
report "$work/report.json" 6
rounds=0 said=0
while :; do
  rounds=$((rounds + 1))
  [ "$rounds" -le 40 ] || break
  status=0
  "$program" notify --state "$work/killed" --report "$work/report.json" --notify-domain example.com --server mail.example.org \
    --cutover 2099-12-01 --from notices@example.org --unprobed --rate 1000/s --limit none --json --ca-file "$etc/cert.pem" \
    --send --smtp smtp://mail.example.org:588 --credentials "$work/login" >"$work/plan.json" 2>"$work/notes" &
  running=$!
  if [ "$rounds" -le 5 ]; then
    kill_in_gap "$running" "$rounds"
  else
    wait "$running" || status=$?
    said=$((said + $(sed -n 's/^port587: \([0-9]*\) notices* w[a-z]* sent again.*/\1/p' "$work/notes" | head -n 1 | grep . || echo 0)))
    break
  fi
done
sleep 2
arrived=$(delivered)
ids=$(grep -hi '^message-id:' -r "$work/mail/example.com" | sort | uniq -c | awk '{ print $1 }' | sort -n | tail -n 1)
distinct=$(grep -hi '^message-id:' -r "$work/mail/example.com" | sort -u | wc -l)
check "killed: everybody got it" 6 "$distinct"
check "killed: nobody got it more than twice" yes "$([ "$ids" -le 2 ] && echo yes || echo "$ids times")"
check "killed: a repeat happened, so the kills met the gap" yes "$([ "$arrived" -gt 6 ] && echo yes || echo "no ($arrived)")"
echo "      $rounds runs, $arrived deliveries for 6 people; the last run said that it repeated $said"

# ---- bounces -----------------------------------------------------------------------------------------------------------
# Port 592 takes a message for an address without a mailbox and finds that out later, as many servers do.
report "$work/report.json" 2
sed -i 's/user2@/user27@/g' "$work/report.json"
send "$work/bounced" 592 --limit none --envelope-from bounces@example.com
check "bounces: all three are taken" 3 "$(count sent)"
box=$work/mail/example.com/bounces
for _ in $(seq 150); do
  [ "$(find "$box/new" -type f 2>/dev/null | wc -l)" -ge 2 ] && break
  sleep 0.2
done
check "bounces: Postfix has written two notifications" 2 "$(find "$box/new" -type f | wc -l)"
printf 'Subject: out of office\n\nBack on Monday.\n' >"$box/new/absence"
bounces() { # PATH: verdicts and their numbers
  "$program" notify bounces "$1" --state "$work/bounced" --json >"$work/bounces.json" && python3 -c '
import json, sys
print(" ".join(f"{k}={v}" for k, v in sorted(json.load(open(sys.argv[1]))["counts"].items()) if v))' "$work/bounces.json"
}
check "bounces: noted" "delayed=1 noNotification=1 undeliverable=1" "$(bounces "$box")"
check "bounces: read again" "known=2 noNotification=1" "$(bounces "$box")"
for file in "$box"/new/*; do
  printf 'From MAILER-DAEMON Mon Nov 23 17:00:00 2026\n'
  sed "s/^From />From /" "$file"
  echo
done >"$work/bounces.mbox"
check "bounces: the same as an mbox" "known=2 noNotification=1" "$(bounces "$work/bounces.mbox")"
"$program" notify status --state "$work/bounced" --report "$work/report.json" --cutover 2099-12-01 >"$work/status"
check "bounces: status" "round 1: 2 sent, 0 failed, 1 undeliverable" "$(grep -o '^round 1: 2 sent, 0 failed, 1 undeliverable' "$work/status")"
notify "$work/bounced" --cutover 2099-12-31
# The others were told a minute ago: that the day was put off is no reason to tell them again so soon.
check "bounces: the address is not written to when the day is put off" "1 0" "$(count undeliverable) $(count preview)"

"$program" notify retry gone@example.com --state "$work/bounced" >"$work/retry"
check "bounces: taken back" "1 taken back" "$(tail -n 1 "$work/retry")"
check "bounces: taken back stays so when they are read again" "known=2 noNotification=1" "$(bounces "$box")"
notify "$work/bounced" --cutover 2099-12-31
check "bounces: taken back, the address is written to" "0 1" "$(count undeliverable) $(count preview)"

# ---- by a configuration ------------------------------------------------------------------------------------------------
# "run --config" does all of it in one go: reads the log, probes, reads bounces, tells people, writes report and metrics.
rm -rf "$work/mail/example.com"
mkdir -p "$work/nightly/logs" "$work/credentials" "$box/new"
chown -R nobody "$work/mail/example.com"
install -m 400 "$work/login" "$work/credentials/submission"
login64() { printf '%s' "$1" | base64; }
submission() { # USER THREAD: a session on port 25 with a login and a message
  local at="198.51.100.7    [$2] 10:00:00"
  cat <<EOF
$at Connected, local IP=192.0.2.10:25
$at >>> 220 mail.example.org ESMTP IceWarp 11.4.6.0; $(LC_ALL=C date -u '+%a, %d %b %Y') 10:00:00 +0000
$at <<< EHLO PC-$2
$at >>> 250-mail.example.org Hello [198.51.100.7], pleased to meet you.
$at >>> 250-AUTH LOGIN PLAIN
$at >>> 250 HELP
$at <<< AUTH LOGIN
$at >>> 334 VXNlcm5hbWU6
$at <<< $(login64 "$1")
$at >>> 334 UGFzc3dvcmQ6
$at <<< eA==
$at >>> 235 2.0.0 Authentication successful
$at <<< MAIL FROM:<$1>
$at >>> 250 2.1.0 <$1>... Sender ok
$at <<< RCPT TO:<customer@example.net>
$at >>> 250 2.1.5 <customer@example.net>... Recipient ok
$at <<< DATA
$at >>> 354 Enter mail, end with "." on a line by itself
$at >>> 250 2.6.0 10 bytes received; Message id AB12345 accepted for delivery
$at <<< QUIT
$at >>> 221 2.0.0 mail.example.org closing connection
$at Disconnected
EOF
}
{
  submission user1@example.com 0001
  submission user2@example.com 0002
  submission nobody@example.com 0003
  submission elsewhere@example.net 0004
} | sed 's/$/\r/' >"$work/nightly/logs/s$(date -u +%Y%m%d)-00.log"
configure() { # PORT LINES…: the configuration, which sends through this port, and lines at its end
  local port=$1
  shift
  cat >"$work/nightly/port587.yaml" <<EOF
state: state.sqlite
server-name: mail.example.org
sources: [{paths: [logs], utc-offset: "+00:00"}]
reports: [{folder: report, language: en}]
metrics: port587.prom
cutover: 2099-12-01
probes:
  hosts: [mail.example.org]
  ports: [587, 465]
  ca-file: $etc/cert.pem
notices:
  send: true
  domains: [example.com]
  server: mail.example.org
  from: '"Équipe, IT" <notices@example.org>'
  envelope-from: bounces@example.com
  admin: admin@example.com
  smtp: smtp://mail.example.org:$port
  credentials: credential:submission
  ca-file: $etc/cert.pem
  rate: 1000/s
  previews: previews
  bounces: [$box]
EOF
  if [ $# -gt 0 ]; then printf '%s\n' "$@" >>"$work/nightly/port587.yaml"; fi
}
nightly() {
  status=0
  CREDENTIALS_DIRECTORY=$work/credentials "$program" run --config "$work/nightly/port587.yaml" \
    >"$work/run.out" 2>"$work/notes" || status=$?
}
said() { wc -l <"$work/notes"; }
says() { grep -q "$1" "$work/notes" && echo yes || cat "$work/notes"; }
metric() { sed -n "s/^port587_$1 //p" "$work/nightly/port587.prom"; }
people() { find "$work/mail/example.com" -type f -path '*/user*/new/*' | wc -l; }
digests() { find "$work/mail/example.com" -type f -path '*/admin/new/*' | wc -l; }

configure 592
check "run: the configuration is sound" 0 \
  "$("$program" config check "$work/nightly/port587.yaml" >/dev/null 2>&1; echo $?)"
configure 592 '  submission-port: 590'
nightly
check "run: a port that was not probed is named: exit status" 78 "$status"
check "run: one line says it" "1 yes" "$(said) $(says 'has not looked at mail.example.org:590')"
check "run: nobody is told by it" 0 "$(people)"
check "run: the report is written all the same" yes "$([ -s "$work/nightly/report/report.json" ] && echo yes)"
configure 592
install -m 400 "$work/wrong" "$work/credentials/submission"
nightly
check "run: wrong password: exit status" 78 "$status"
check "run: one line says it, and nobody is told" "1 0" "$(said) $(people)"
install -m 400 "$work/login" "$work/credentials/submission"
nightly
delivered >/dev/null
check "run: the first one: exit status" 0 "$status"
check "run: it says nothing" 0 "$(cat "$work/run.out" "$work/notes" | wc -l)"
check "run: both users have their notice" 2 "$(people)"
check "run: the administrator has the digest" 1 "$(digests)"
check "run: metrics: sent" 3 "$(metric 'run_notices{status="sent"}')"
check "run: metrics: left out" 1 "$(metric 'run_notices_excluded{reason="foreignDomain"}')"
check "run: metrics: the server is ready" 1 "$(metric server_ready)"
probed=$(metric server_probe_timestamp_seconds)
for _ in $(seq 150); do
  [ "$(find "$box/new" -type f 2>/dev/null | wc -l)" -ge 1 ] && break
  sleep 0.2
done
check "run: Postfix has written a notification" 1 "$(find "$box/new" -type f | wc -l)"
sleep 1
nightly
delivered >/dev/null
check "run: the second one: exit status" 0 "$status"
check "run: it says nothing and tells nobody twice" "0 2" "$(cat "$work/run.out" "$work/notes" | wc -l) $(people)"
check "run: the bounce was read" 1 "$(metric 'notices{outcome="undeliverable"}')"
check "run: which is a reason for another digest" 2 "$(digests)"
check "run: the probe is young enough and is not made again" "$probed" "$(metric server_probe_timestamp_seconds)"
nightly
delivered >/dev/null
check "run: the third one: nothing has changed, so there is no digest" "0 0 2 2" "$status $(said) $(people) $(digests)"
check "run: the report shows the round" "2 1 2" "$(python3 -c '
import json, sys
round = json.load(open(sys.argv[1]))["notices"]["campaigns"][0]["rounds"][0]
print(round["sent"], round["undeliverable"], round["stillThere"])' "$work/nightly/report/report.json")"
sed -i 's/^  ports: .*/&\n  max-age: 0s/' "$work/nightly/port587.yaml"
nightly
check "run: a probe that is too old is made again" yes \
  "$([ "$(metric server_probe_timestamp_seconds)" -gt "$probed" ] && echo yes)"
configure 592 '  unprobed: true'
sed -i 's/^  ports: .*/  ports: [590]/; s/^  send: true/  send: false/' "$work/nightly/port587.yaml"
nightly
check "run: a server that is not ready: exit status" 1 "$status"
check "run: one line says it" "1 yes" "$(said) $(says 'users cannot be sent there yet')"

# ---- a run that is killed ----------------------------------------------------------------------------------------------
rm -rf "$work/mail/example.com" "$work"/nightly/state.sqlite*
configure 588
# There is no mailbox of bounces any more, which is said, and no reason to tell nobody.
for n in 1 2 3 4 5; do
  CREDENTIALS_DIRECTORY=$work/credentials "$program" run --config "$work/nightly/port587.yaml" >/dev/null 2>&1 &
  kill_in_gap $! "$n"
done
nightly
sleep 2
delivered >/dev/null
ids() { grep -hi '^message-id:' -r "$work"/mail/example.com/user*; }
check "run, killed: both have their notice" 2 "$(ids | sort -u | wc -l)"
most=$(ids | sort | uniq -c | awk '$1 > n { n = $1 } END { print n }')
check "run, killed: nobody got it more than twice" yes "$([ "$most" -le 2 ] && echo yes || echo "$most times")"
nightly
check "run, killed: no mailbox of bounces: exit status" 3 "$status"
check "run, killed: nothing is left to be told" "0 2" "$(metric 'run_notices{status="sent"}') $(ids | sort -u | wc -l)"

if [ "$failures" -gt 0 ]; then
  echo "test-notices: $failures checks failed" >&2
  cat "$work/notes" >&2
  exit 1
fi
