#!/usr/bin/env bash
# Records a genuine Postfix log, together with what the clients themselves saw (truth.tsv).
#
#   scripts/record-postfix.sh [--unlabelled | --devices | --filter] [--install] OUTDIR
#
# Runs a Postfix of its own (configuration, queue and log in a temporary folder; the machine's /etc/postfix is not
# touched) in a network namespace of its own, where the documentation addresses live. --unlabelled leaves
# `-o syslog_name=` out, so that nothing in the log names the service. --devices records clients that need no login, and
# what becomes of their messages, --filter the same behind a content filter. Needs root. --install fetches missing packages.
set -euo pipefail

labelled=1
install=0
devices=
out=
for argument in "$@"; do
  case $argument in
    --unlabelled) labelled=0 ;;
    --devices | --filter) devices=${argument#--} ;;
    --install) install=1 ;;
    -*) echo "unknown option $argument" >&2; exit 64 ;;
    *) out=$argument ;;
  esac
done
if [ -z "$out" ]; then
  sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "record-postfix: must run as root (network namespace, Postfix's own users)" >&2
  exit 69
fi

packages="postfix swaks sasl2-bin libsasl2-modules libsasl2-modules-db libnet-ssleay-perl
  libio-socket-inet6-perl openssl iproute2"
missing=
[ -e /etc/sasldb2 ] || missing=" /etc/sasldb2"
for tool in postfix swaks saslpasswd2 openssl ip unshare hostname; do
  command -v "$tool" >/dev/null || missing="$missing $tool"
done
if [ -n "$missing" ]; then
  if [ "$install" -eq 0 ]; then
    echo "record-postfix: missing:$missing" >&2
    echo "apt-get install --no-install-recommends $packages   (or give --install)" >&2
    exit 69
  fi
  export DEBIAN_FRONTEND=noninteractive
  echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
  apt-get update
  # shellcheck disable=SC2086
  apt-get install -y --no-install-recommends $packages
fi

# The second start is inside namespaces that end with it: host name `mail`, loopback with every address that plays a part.
if [ "${RECORD_INSIDE:-}" != 1 ]; then
  mkdir -p "$out"
  out=$(cd "$out" && pwd)
  options=()
  [ "$labelled" -eq 1 ] || options+=(--unlabelled)
  [ -z "$devices" ] || options+=("--$devices")
  export RECORD_INSIDE=1
  exec unshare --net --uts --mount bash "$0" ${options[@]+"${options[@]}"} "$out"
fi
hostname mail
ip link set lo up
for address in 192.0.2.1 192.0.2.{11..19} 192.168.1.{50..53} 198.51.100.25 203.0.113.{9,66}; do
  ip addr add "$address/32" dev lo
done
for address in 2001:db8::1 2001:db8::11; do
  ip addr add "$address/128" dev lo nodad 2>/dev/null || echo "no IPv6 here, left out" >&2
done

work=$(mktemp -d)
chmod 755 "$work"
etc=$work/etc
stop() {
  [ ${#sinks[@]} -eq 0 ] || kill "${sinks[@]}" 2>/dev/null || true
  postfix -c "$etc" stop >/dev/null 2>&1 || true
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$work/queue/pid/master.pid" ] || break
    kill -0 "$(tr -d ' ' <"$work/queue/pid/master.pid")" 2>/dev/null || break
    sleep 0.3
  done
  umount /etc/sasldb2 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
# Ended from outside it stops what it started as well.
trap 'exit 143' TERM
sinks=()

# ---- the server ----------------------------------------------------------------------------------------------------
mkdir -p "$etc" "$work/queue" "$work/data" "$work/log" "$work/sasl"
chown postfix "$work/data"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mail.example.org \
  -addext subjectAltName=DNS:mail.example.org -keyout "$etc/key.pem" -out "$etc/cert.pem" 2>/dev/null
for account in alice:alice-secret bob:bob-secret scanner:scanner-secret carol:carol-secret; do
  printf '%s' "${account#*:}" | saslpasswd2 -p -c -f "$work/sasl/sasldb2" -u example.org "${account%%:*}"
done
chown -R postfix "$work/sasl"
# Cyrus SASL looks for its accounts in one place only; in this mount namespace that place is our file.
mount --bind "$work/sasl/sasldb2" /etc/sasldb2
for user in alice bob scanner carol; do echo "$user@example.org $user@example.org"; done >"$etc/accounts"
cat >"$etc/main.cf" <<EOF
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
maillog_file = $work/log/mail.log
maillog_file_prefixes = $work
myhostname = mail.example.org
mydestination =
local_recipient_maps =
mynetworks = 127.0.0.0/8
inet_protocols = all
smtp_address_preference = ipv4
disable_dns_lookups = yes
smtpd_peername_lookup = no
virtual_mailbox_domains = example.org
virtual_mailbox_maps = texthash:$etc/accounts
virtual_transport = discard
default_transport = discard
smtpd_tls_cert_file = $etc/cert.pem
smtpd_tls_key_file = $etc/key.pem
smtpd_tls_security_level = may
smtpd_tls_loglevel = 1
smtpd_tls_auth_only = no
smtpd_sasl_auth_enable = yes
smtpd_sender_login_maps = texthash:$etc/accounts
smtpd_sender_restrictions = reject_authenticated_sender_login_mismatch
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
EOF
label587="-o syslog_name=postfix/submission"
label465="-o syslog_name=postfix/smtps"
[ "$labelled" -eq 1 ] || label587="" label465=""
cat >"$etc/master.cf" <<EOF
smtp       inet n - n - - smtpd
submission inet n - n - - smtpd $label587
  -o smtpd_tls_security_level=encrypt
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
465        inet n - n - - smtpd $label465
  -o smtpd_tls_wrappermode=yes
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
postlog    unix-dgram n - n - 1 postlogd
pickup     unix n - n 60 1 pickup
cleanup    unix n - n - 0 cleanup
qmgr       unix n - n 300 1 qmgr
tlsmgr     unix - - n 1000? 1 tlsmgr
rewrite    unix - - n - - trivial-rewrite
bounce     unix - - n - 0 bounce
defer      unix - - n - 0 bounce
trace      unix - - n - 0 bounce
discard    unix - - n - - discard
error      unix - - n - - error
retry      unix - - n - - error
anvil      unix - - n - 1 anvil
proxymap   unix - - n - - proxymap
scache     unix - - n - 1 scache
EOF
if [ -n "$devices" ]; then
  # Another server takes everything that is not for people here; theirs goes to a mailbox server by LMTP.
  smtp-sink -u postfix 203.0.113.9:25 20 &
  sinks+=($!)
  smtp-sink -u postfix -L 127.0.0.1:2400 20 &
  sinks+=($!)
  postconf -c "$etc" -e 'inet_interfaces = 192.0.2.1, 127.0.0.1' \
    'mynetworks = 127.0.0.0/8 192.168.1.0/24' 'relayhost = [203.0.113.9]' 'default_transport = smtp' \
    'smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination' \
    'virtual_transport = lmtp:[127.0.0.1]:2400' 'virtual_alias_maps = inline:{away@example.org=customer@example.net}'
  cat >>"$etc/master.cf" <<EOF
smtp       unix - - n - - smtp
lmtp       unix - - n - - lmtp
filter     unix - - n - - smtp
  -o smtp_send_xforward_command=yes
127.0.0.1:10024 inet n - n - - smtpd
  -o content_filter=
  -o smtpd_authorized_xforward_hosts=127.0.0.0/8
EOF
  [ "$devices" != filter ] || postconf -c "$etc" -e 'content_filter = filter:[127.0.0.1]:10024'
fi
postfix -c "$etc" start >/dev/null
for _ in $(seq 50); do
  (exec 3<>/dev/tcp/192.0.2.1/465) 2>/dev/null && break
  sleep 0.2
done
sleep 1
# The look whether the server is there has left lines of its own; the record begins behind them.
skip=$(wc -l <"$work/log/mail.log")

# ---- the clients ---------------------------------------------------------------------------------------------------
truth=$work/truth.tsv
printf 'session\tclient\tport\tuser\tlogin\tmessages\trefused\tstory\n' >"$truth"
number=0
transcript=$work/transcript

# What the client saw decides: 235, 535, "queued as", and the first 4xx or 5xx that is not about the login.
note() { # ADDRESS PORT USER STORY
  local login=none user=- messages refused
  if grep -qE '235 2\.7\.0' "$transcript"; then login=ok user=$3
  elif grep -qE '535 5\.7\.8' "$transcript"; then login=failed user=$3; fi
  messages=$(grep -c '250 2\.0\.0 Ok: queued as' "$transcript" || true)
  refused=$(tr -d '\r' <"$transcript" | grep -E '(^|<\*\* +|<~\* +)[45][0-9][0-9] ' | grep -v '535 5\.7\.8' | head -n 1 |
    sed -E 's/^[^0-9]*//' || true)
  number=$((number + 1))
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$number" "$1" "$2" "$user" "$login" "$messages" "${refused:--}" "$4" >>"$truth"
  sleep 0.3
}

server() { case $1 in *:*) echo 2001:db8::1 ;; *) echo 192.0.2.1 ;; esac; }

# One session by swaks: story, address, port, user, then swaks' options.
talk() {
  local story=$1 address=$2 port=$3 user=$4
  shift 4
  swaks --server "$(server "$address")" --port "$port" --local-interface "$address" --timeout 10 \
    --helo "pc-${address##*[.:]}.example.org" "$@" >"$transcript" 2>&1 || true
  note "$address" "$port" "$user" "$story"
}

# Several messages in one session: lines for openssl s_client, one at a time.
converse() {
  local story=$1 address=$2 port=$3 user=$4 start=$5
  local options=(-quiet -crlf -connect "192.0.2.1:$port" -bind "$address")
  [ "$start" = implicit ] || options+=(-starttls smtp -name "pc-${address##*.}.example.org")
  while IFS= read -r command; do
    printf '%s\n' "$command"
    sleep 0.25
  done | openssl s_client "${options[@]}" >"$transcript" 2>/dev/null || true
  note "$address" "$port" "$user" "$story"
}

message() { # FROM TO
  printf 'MAIL FROM:<%s>\nRCPT TO:<%s>\nDATA\nSubject: one of several\n\ntext\n.\n' "$1" "$2"
}

plain() { printf '\0%s\0%s' "$1" "$2" | base64 -w0; }

login() { printf -- '--auth\n%s\n--auth-user\n%s\n--auth-password\n%s\n' "$1" "$2" "$3"; }

mapfile -t alice < <(login PLAIN alice@example.org alice-secret)
mapfile -t bob < <(login LOGIN bob@example.org bob-secret)
mapfile -t scanner < <(login LOGIN scanner@example.org scanner-secret)
mapfile -t carol < <(login PLAIN carol@example.org carol-secret)
mapfile -t wrong < <(login LOGIN alice@example.org guess)
mapfile -t wrongplain < <(login PLAIN root guess)

if [ -n "$devices" ]; then
  talk "scanner writes to somebody outside" 192.168.1.50 25 - --from scanner@example.org --to customer@example.net
  talk "scanner writes to somebody here" 192.168.1.50 25 - --from scanner@example.org --to bob@example.org
  talk "door bell writes to somebody here" 192.168.1.51 25 - --from bell@example.org --to alice@example.org
  talk "door bell writes to an alias that leads outside" 192.168.1.51 25 - --from bell@example.org --to away@example.org
  talk "web form writes outside and here at once" 192.168.1.52 25 - --from web@example.org \
    --to customer@example.net,alice@example.org
  talk "web form with a login" 192.168.1.52 25 alice@example.org "${alice[@]}" \
    --from alice@example.org --to customer@example.net
  talk "program writes outside, null sender" 192.168.1.53 25 - --from '<>' --to partner@example.com
  talk "mail program on 587" 192.0.2.12 587 bob@example.org -tls "${bob[@]}" --from bob@example.org --to customer@example.net
  talk "stranger wants to relay" 203.0.113.66 25 - --from alice@example.org --to victim@example.net
  talk "delivery by another server" 198.51.100.25 25 - --from partner@example.com --to alice@example.org --helo mx.example.com
  talk "delivery to an alias that leads outside" 198.51.100.25 25 - --from partner@example.com --to away@example.org \
    --helo mx.example.com
else
  talk "mail program on 25 with STARTTLS" 192.0.2.11 25 alice@example.org -tls "${alice[@]}" \
    --from alice@example.org --to customer@example.net
  talk "printer on 25 without TLS" 192.0.2.14 25 scanner@example.org "${scanner[@]}" \
    --from scanner@example.org --to bob@example.org
  talk "same user on 587" 192.0.2.11 587 alice@example.org -tls "${alice[@]}" \
    --from alice@example.org --to customer@example.net
  talk "moved user on 587" 192.0.2.12 587 bob@example.org -tls "${bob[@]}" --from bob@example.org --to customer@example.net
  talk "moved user on 465" 192.0.2.13 465 carol@example.org -tlsc "${carol[@]}" \
    --from carol@example.org --to customer@example.net
  talk "login on 587 and no message" 192.0.2.12 587 bob@example.org -tls "${bob[@]}" --quit-after AUTH
  talk "login on 25 and no message" 192.0.2.12 25 bob@example.org "${bob[@]}" --quit-after AUTH
  talk "password guessed, LOGIN on 25" 203.0.113.66 25 alice@example.org "${wrong[@]}" --quit-after AUTH
  talk "password guessed, PLAIN on 25" 203.0.113.66 25 root "${wrongplain[@]}" --quit-after AUTH
  talk "password guessed, LOGIN on 587" 203.0.113.66 587 alice@example.org -tls "${wrong[@]}" --quit-after AUTH
  talk "sender of another on 25" 192.0.2.12 25 bob@example.org "${bob[@]}" --from boss@example.org --to customer@example.net
  talk "sender of another on 587" 192.0.2.12 587 bob@example.org -tls "${bob[@]}" \
    --from alice@example.org --to customer@example.net
  talk "stranger wants to relay" 203.0.113.66 25 - --from alice@example.org --to victim@example.net
  talk "forgotten login on 25, local sender" 192.0.2.15 25 - --from carol@example.org --to customer@example.net
  talk "forgotten login on 587" 192.0.2.15 587 - -tls --from alice@example.org --to customer@example.net
  talk "forgotten STARTTLS on 587" 192.0.2.15 587 - --from alice@example.org --to customer@example.net
  talk "forgotten login on 465" 192.0.2.15 465 - -tlsc --from alice@example.org --to customer@example.net
  talk "delivery by another server" 198.51.100.25 25 - --from partner@example.com --to alice@example.org --helo mx.example.com
  talk "delivery with STARTTLS" 198.51.100.25 25 - -tls --from partner@example.com --to bob@example.org --helo mx.example.com
  talk "delivery to nobody" 198.51.100.25 25 - --from partner@example.com --to nobody@example.org --helo mx.example.com
  converse "three messages in one session on 587" 192.0.2.16 587 carol@example.org starttls < <(
    echo "AUTH PLAIN $(plain carol@example.org carol-secret)"
    message carol@example.org customer@example.net
    message carol@example.org partner@example.com
    message carol@example.org bob@example.org
    echo QUIT
  )
  converse "two messages and a foreign sender on 465" 192.0.2.17 465 alice@example.org implicit < <(
    echo "EHLO pc-17.example.org"
    echo "AUTH PLAIN $(plain alice@example.org alice-secret)"
    message alice@example.org customer@example.net
    printf 'MAIL FROM:<bob@example.org>\nRCPT TO:<customer@example.net>\nRSET\n'
    message alice@example.org partner@example.com
    echo QUIT
  )
fi
if [ -z "$devices" ] && ip -6 addr show dev lo | grep -q 2001:db8::11; then
  talk "IPv6 on 25" 2001:db8::11 25 alice@example.org -tls "${alice[@]}" --from alice@example.org --to customer@example.net
  talk "IPv6 on 587" 2001:db8::11 587 alice@example.org -tls "${alice[@]}" --from alice@example.org --to customer@example.net
fi
sleep 2
postfix -c "$etc" stop >/dev/null 2>&1 || true
sleep 1
tail -n +"$((skip + 1))" "$work/log/mail.log" >"$out/mail.log"
cp "$truth" "$out/truth.tsv"
postconf -c "$etc" -M >"$out/services.txt"
echo "$(wc -l <"$out/mail.log") lines, $number sessions in $out"
