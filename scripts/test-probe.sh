#!/usr/bin/env bash
# Probes real servers (Postfix, Exim, OpenSMTPD) with certificates of every fault, and a scripted server with every fault of a
# dialogue; compares what the probe says with openssl s_client and swaks on the same ports.
#
#   scripts/test-probe.sh [PROGRAM]      PROGRAM defaults to .build/debug/port587
#
# Everything runs in network and mount namespaces of its own, on loopback addresses; nothing leaves them. Needs root. Missing
# packages are installed through apt; Exim and OpenSMTPD, which Debian does not let stand beside Postfix, are only unpacked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=${1:-.build/debug/port587}
[ -x "$program" ] || { echo "test-probe: $program cannot be run; build it first (swift build)" >&2; exit 66; }
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
if [ "$(id -u)" -ne 0 ]; then
  echo "test-probe: must run as root (network namespace, the servers' own users)" >&2
  exit 69
fi

if [ "${PROBE_INSIDE:-}" != 1 ]; then
  missing=
  for tool in postfix saslpasswd2 openssl ip unshare python3 swaks; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  ls /usr/lib/*/sasl2/libplain.so >/dev/null 2>&1 || missing="$missing libsasl2-modules"
  # Without it swaks speaks no TLS.
  perl -MNet::SSLeay -e 1 2>/dev/null || missing="$missing libnet-ssleay-perl"
  export DEBIAN_FRONTEND=noninteractive
  apt() { apt-get -q -o DPkg::Lock::Timeout=300 "$@" >/dev/null; }
  # What the two unpacked servers are linked with.
  libraries=(libidn12 libgnutls-dane0 libpcre2-8-0 libnsl2 libdb5.3 libevent-2.1-7 libpam0g)
  for library in "${libraries[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$library" 2>/dev/null | grep -qx installed || missing="$missing $library"
  done
  if [ -n "$missing" ]; then
    echo "test-probe: installing what is missing:$missing" >&2
    if ! command -v postfix >/dev/null; then
      echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
    fi
    apt update
    apt install -y --no-install-recommends postfix sasl2-bin libsasl2-modules libsasl2-modules-db openssl iproute2 util-linux \
      python3 swaks libnet-ssleay-perl "${libraries[@]}"
  fi
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  chmod 755 "$work"
  mkdir "$work/packages" "$work/root"
  chown _apt "$work/packages" 2>/dev/null || true
  (cd "$work/packages" && { apt download exim4-daemon-light opensmtpd || { apt update && apt download exim4-daemon-light opensmtpd; }; })
  for package in "$work"/packages/*.deb; do dpkg -x "$package" "$work/root"; done
  [ -e /etc/sasldb2 ] || { : >/etc/sasldb2; chmod 640 /etc/sasldb2; }
  PROBE_INSIDE=1 PROBE_WORK=$work unshare --net --uts --mount bash "scripts/$(basename "$0")" "$program"
  exit
fi

work=$PROBE_WORK
etc=$work/etc
hostname probe
ip link set lo up
ip address add 2001:db8::25/128 dev lo

children=()
stop() {
  postfix -c "$etc" stop >/dev/null 2>&1 || true
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  if [ -s "$work/exim.pid" ]; then
    exim=$(cat "$work/exim.pid")
    kill "$exim" 2>/dev/null || true
    for _ in $(seq 50); do kill -0 "$exim" 2>/dev/null || break; sleep 0.1; done
  fi
}
trap stop EXIT

# ---- certificates ----------------------------------------------------------------------------------------------------
mkdir -p "$etc" "$work/queue" "$work/data" "$work/log" "$work/sasl" "$work/exim" "$work/smtpd"
cd "$etc"
authority() { # NAME SUBJECT [ISSUER]
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -subj "/CN=$2" -out "$1.csr" 2>/dev/null
  printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n' >"$1.ext"
  if [ $# -eq 3 ]; then
    openssl x509 -req -in "$1.csr" -CA "$3.pem" -CAkey "$3.key" -CAcreateserial -days 30 -extfile "$1.ext" -out "$1.pem" 2>/dev/null
  else
    openssl x509 -req -in "$1.csr" -signkey "$1.key" -days 30 -extfile "$1.ext" -out "$1.pem" 2>/dev/null
  fi
}
server() { # NAME ISSUER HOST FROM TO [KIND OF KEY [FURTHER NAMES]]: dates as openssl ca wants them
  local kind=(-newkey ec -pkeyopt ec_paramgen_curve:P-256)
  [ -z "${6:-}" ] || kind=(-newkey "$6")
  openssl req -new "${kind[@]}" -nodes -keyout "$1.key" -subj "/CN=$3" -out "$1.csr" 2>/dev/null
  printf 'subjectAltName=DNS:%s%s\n' "$3" "${7:-}" >"$1.ext"
  : >"$1.index"
  printf '[a]\ndefault_ca=b\n[b]\ndatabase=%s.index\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=c\n[c]\ncommonName=supplied\n' "$1" >"$1.cnf"
  openssl ca -batch -notext -name b -config "$1.cnf" -cert "$2.pem" -keyfile "$2.key" -startdate "$4" -enddate "$5" \
    -extfile "$1.ext" -in "$1.csr" -out "$1.pem" 2>/dev/null
}
at() { date -u -d "$1" +%Y%m%d%H%M%SZ; }
authority root 'Example Root'
authority middle 'Example Intermediate' root
authority stranger 'Stranger Root'
server good middle mail.example.org "$(at '-1 day')" "$(at '+28 days')" rsa:2048
server expired middle mail.example.org "$(at '-30 days')" "$(at '-2 days')"
server early middle mail.example.org "$(at '+2 days')" "$(at '+28 days')"
server soon middle mail.example.org "$(at '-1 day')" "$(at '+5 days')"
server other middle other.example.org "$(at '-1 day')" "$(at '+28 days')"
server wild middle '*.example.org' "$(at '-1 day')" "$(at '+28 days')"
server service middle mail.example.org "$(at '-1 day')" "$(at '+28 days')" '' ',otherName:1.3.6.1.5.5.7.8.7;IA5STRING:_submission.example.org'
server web middle example.org "$(at '-1 day')" "$(at '+28 days')" '' ',DNS:autoconfig.example.org,DNS:autodiscover.example.org'
server unknown stranger mail.example.org "$(at '-1 day')" "$(at '+28 days')"
openssl req -x509 -newkey rsa:2048 -nodes -days 20 -subj /CN=mail.example.org -addext subjectAltName=DNS:mail.example.org \
  -keyout self.key -out self.pem 2>/dev/null
openssl req -new -x509 -newkey rsa:2048 -nodes -days 20 -subj /CN=mail.example.org -keyout nameless.key -out nameless.pem 2>/dev/null
for name in good expired early soon other wild service web; do cat "$name.key" "$name.pem" middle.pem >"$name.chain"; done
cat good.key good.pem >incomplete.chain
cat unknown.key unknown.pem stranger.pem >unknown.chain
# Postfix wants the key first.
cat good.pem good.key >reversed.chain
for name in self nameless; do cat "$name.key" "$name.pem" >"$name.chain"; done
chmod 600 ./*.key ./*.chain
cd - >/dev/null

# ---- Postfix: one address for each certificate -------------------------------------------------------------------------
chown postfix "$work/data"
printf '%s' probe-secret | saslpasswd2 -p -c -f "$work/sasl/sasldb2" -u example.org ana
chown -R postfix "$work/sasl"
mount --bind "$work/sasl/sasldb2" /etc/sasldb2
{
  echo '127.0.0.1 localhost'
  echo '127.0.1.1 mail.example.org'
  # One name with a good IPv4 and a dead IPv6 address.
  echo '127.0.1.1 both.example.org'
  echo '2001:db8::25 both.example.org'
  echo '::1 six.example.org'
  echo '127.0.0.1 example.org autoconfig.example.org autodiscover.example.org'
} >"$work/hosts"
mount --bind "$work/hosts" /etc/hosts
cat >"$etc/main.cf" <<END
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
maillog_file = $work/log/mail.log
maillog_file_prefixes = $work
myhostname = mail.example.org
mydestination = example.org
local_recipient_maps = inline:{ ana=1, ben=1, postmaster=1 }
alias_maps =
mynetworks =
inet_protocols = all
default_transport = discard
smtpd_peername_lookup = no
smtpd_error_sleep_time = 0
disable_dns_lookups = yes
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = no
smtpd_tls_chain_files = $etc/good.chain
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
END
{
  echo '127.0.1.1:25 inet n - n - - smtpd'
  submission='-o smtpd_tls_security_level=encrypt -o smtpd_sasl_auth_enable=yes -o smtpd_client_restrictions=permit_sasl_authenticated,reject -o smtpd_tls_protocols=>=TLSv1.2 -o smtpd_tls_mandatory_protocols=>=TLSv1.2'
  echo "127.0.1.1:587 inet n - n - - smtpd $submission"
  echo "127.0.1.1:465 inet n - n - - smtpd $submission -o smtpd_tls_wrappermode=yes"
  echo "[::1]:587 inet n - n - - smtpd $submission"
  # judge.py counts them in the same order.
  faulty=(expired early soon other wild incomplete unknown self nameless service)
  number=2
  for name in "${faulty[@]}"; do
    echo "127.0.1.$number:587 inet n - n - - smtpd $submission -o smtpd_tls_chain_files=$etc/$name.chain"
    echo "127.0.1.$number:465 inet n - n - - smtpd $submission -o smtpd_tls_wrappermode=yes -o smtpd_tls_chain_files=$etc/$name.chain"
    number=$((number + 1))
  done
  # Old TLS, AUTH in clear, an open relay, the switch turned on 25 (login demanded of local senders), and 25 with AUTH.
  echo "127.0.1.20:587 inet n - n - - smtpd $submission -o smtpd_tls_protocols=>=TLSv1 -o smtpd_tls_mandatory_protocols=>=TLSv1 -o tls_high_cipherlist=ALL:@SECLEVEL=0 -o smtpd_tls_mandatory_ciphers=high"
  echo "127.0.1.21:587 inet n - n - - smtpd $submission -o smtpd_tls_auth_only=no -o smtpd_tls_security_level=may"
  echo "127.0.1.22:25 inet n - n - - smtpd -o mynetworks=127.0.0.0/8"
  echo "127.0.1.22:587 inet n - n - - smtpd -o mynetworks=127.0.0.0/8 -o smtpd_sasl_auth_enable=yes -o smtpd_tls_security_level=encrypt"
  echo "127.0.1.23:25 inet n - n - - smtpd -o smtpd_sasl_auth_enable=yes"
  # Words that no log reader knows, to a local sender, logged in or not.
  echo "127.0.1.24:25 inet n - n - - smtpd -o smtpd_sasl_auth_enable=yes -o { smtpd_sender_restrictions = check_sender_access inline:{ { example.org = 550 5.7.1 Come in by the side door } } }"
  # Debian's own relay restrictions, and a service whose certificate cannot be loaded.
  echo "127.0.1.25:25 inet n - n - - smtpd -o { smtpd_relay_restrictions = permit_mynetworks permit_sasl_authenticated defer_unauth_destination }"
  echo "127.0.1.26:587 inet n - n - - smtpd $submission -o smtpd_tls_chain_files=$etc/reversed.chain"
  # The same three services, told apart in the log by the label of each but the first.
  echo '127.0.1.30:25 inet n - n - - smtpd'
  echo "127.0.1.30:587 inet n - n - - smtpd $submission -o syslog_name=postfix/submission"
  echo "127.0.1.30:465 inet n - n - - smtpd $submission -o smtpd_tls_wrappermode=yes -o syslog_name=mailout"
  echo 'postlog    unix-dgram n - n - 1 postlogd'
  echo 'pickup     unix n - n 60 1 pickup'
  echo 'cleanup    unix n - n - 0 cleanup'
  echo 'qmgr       unix n - n 300 1 qmgr'
  echo 'tlsmgr     unix - - n 1000? 1 tlsmgr'
  echo 'rewrite    unix - - n - - trivial-rewrite'
  echo 'bounce     unix - - n - 0 bounce'
  echo 'defer      unix - - n - 0 bounce'
  echo 'trace      unix - - n - 0 bounce'
  echo 'error      unix - - n - - error'
  echo 'discard    unix - - n - - discard'
  echo 'retry      unix - - n - - error'
  echo 'local      unix - n n - - local'
  echo 'anvil      unix - - n - 1 anvil'
  echo 'proxymap   unix - - n - - proxymap'
} >"$etc/master.cf"
postfix -c "$etc" start >/dev/null 2>&1

# ---- Exim and OpenSMTPD, with users that exist in here alone -----------------------------------------------------------
cp /etc/passwd "$work/passwd"
cp /etc/group "$work/group"
for user in Debian-exim:990 opensmtpd:991 opensmtpq:992; do
  grep -q "^${user%:*}:" "$work/passwd" || echo "${user%:*}:x:${user#*:}:${user#*:}::/var/empty:/usr/sbin/nologin" >>"$work/passwd"
  grep -q "^${user%:*}:" "$work/group" || echo "${user%:*}:x:${user#*:}:" >>"$work/group"
done
mount --bind "$work/passwd" /etc/passwd
mount --bind "$work/group" /etc/group
chown -R Debian-exim "$work/exim"
cp "$etc/good.key" "$work/exim/key.pem"
cat "$etc/good.pem" "$etc/middle.pem" >"$work/exim/cert.pem"
# Exim and OpenSMTPD have the same certificates at the same last number of an address: 127.0.2.2 is as 127.0.1.2.
part_of() { # NAME KIND: the certificates that the server sends, its own first, or its key
  sed -n "/BEGIN .*$2/,/END .*$2/p" "$etc/$1.chain"
}
number=1
for name in good expired early soon other wild incomplete unknown self nameless service; do
  part_of "$name" CERTIFICATE >"$work/exim/127.0.2.$number.pem"
  part_of "$name" KEY >"$work/exim/127.0.2.$number.key"
  part_of "$name" CERTIFICATE >"$work/smtpd/$name.pem"
  part_of "$name" KEY >"$work/smtpd/$name.key"
  number=$((number + 1))
done
cp "$work/exim/127.0.2.1.pem" "$work/exim/127.0.2.20.pem"
cp "$work/exim/127.0.2.1.key" "$work/exim/127.0.2.20.key"
chown Debian-exim "$work/exim"/*.key
chmod 600 "$work/smtpd"/*.key
chown Debian-exim "$work/exim"/*.pem
cat >"$work/exim.conf" <<END
primary_hostname = mail.example.org
spool_directory = $work/exim
log_file_path = $work/exim/%slog
keep_environment =
pid_file_path = $work/exim.pid
domainlist local_domains = example.org
acl_smtp_rcpt = rcpt
acl_smtp_mail = accept
tls_advertise_hosts = *
tls_certificate = $work/exim/\$received_ip_address.pem
tls_privatekey = $work/exim/\$received_ip_address.key
# Debian's Exim has GnuTLS; one address goes on taking what others gave up years ago.
tls_require_ciphers = \${if eq{\$received_ip_address}{127.0.2.20}{NORMAL:+VERS-TLS1.1:+VERS-TLS1.0}{NORMAL:-VERS-TLS1.1:-VERS-TLS1.0}}
daemon_smtp_ports = 25 : 587 : 465
tls_on_connect_ports = 465
local_interfaces = 127.0.2.1 : 127.0.2.2 : 127.0.2.3 : 127.0.2.4 : 127.0.2.5 : 127.0.2.6 : 127.0.2.7 : 127.0.2.8 : 127.0.2.9 : 127.0.2.10 : 127.0.2.11 : 127.0.2.20
host_lookup =
rfc1413_query_timeout = 0s
begin acl
rcpt:
  deny message = authentication required
       condition = \${if !eq{\$received_port}{25}}
       !authenticated = *
  accept authenticated = *
  accept domains = +local_domains
  deny message = relay not permitted
begin routers
all:
  driver = accept
  transport = none
begin transports
none:
  driver = appendfile
  file = /dev/null
  user = Debian-exim
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{\$auth2}{ana@example.org}}{eq{\$auth3}{probe-secret}}}}
  server_set_id = \$auth2
  server_advertise_condition = \${if def:tls_in_cipher}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = User : Password
  server_condition = \${if and{{eq{\$auth1}{ana@example.org}}{eq{\$auth2}{probe-secret}}}}
  server_set_id = \$auth1
  server_advertise_condition = \${if def:tls_in_cipher}
END
"$work/root/usr/sbin/exim4" -C "$work/exim.conf" -bd
# The paths that OpenSMTPD was built with, in here alone.
mkdir -p "$work/spool/smtpd" "$work/lib/opensmtpd/empty" "$work/run"
chmod 711 "$work/spool/smtpd"
mount --bind "$work/spool" /var/spool
mount --bind "$work/lib" /var/lib
mount --bind "$work/run" /run
[ -d /usr/libexec ] || mkdir /usr/libexec
mount --bind "$work/root/usr/libexec" /usr/libexec
cp "$etc/good.key" "$work/smtpd/key.pem"
cp "$work/exim/cert.pem" "$work/smtpd/cert.pem"
chmod 600 "$work/smtpd/key.pem"
printf 'ana@example.org\t%s\n' "$(openssl passwd -6 probe-secret)" >"$work/smtpd/secrets"
cat >"$work/smtpd.conf" <<END
pki mail.example.org cert "$work/smtpd/cert.pem"
pki mail.example.org key "$work/smtpd/key.pem"
table secrets file:$work/smtpd/secrets
listen on 127.0.3.1 port 25 tls pki mail.example.org hostname mail.example.org
listen on 127.0.3.1 port 587 tls-require pki mail.example.org auth <secrets> hostname mail.example.org
listen on 127.0.3.1 port 465 smtps pki mail.example.org auth <secrets> hostname mail.example.org
table people { "ana@example.org" = "root", "ben@example.org" = "root", "postmaster@example.org" = "root" }
action "local" maildir "$work/smtpd/mail" virtual <people>
match from any for domain "example.org" action "local"
END
number=2
for name in expired early soon other wild incomplete unknown self nameless service; do
  {
    echo "pki $name cert \"$work/smtpd/$name.pem\""
    echo "pki $name key \"$work/smtpd/$name.key\""
    echo "listen on 127.0.3.$number port 587 tls-require pki $name auth <secrets> hostname mail.example.org"
    echo "listen on 127.0.3.$number port 465 smtps pki $name auth <secrets> hostname mail.example.org"
  } >>"$work/smtpd.conf"
  number=$((number + 1))
done
"$work/root/usr/sbin/smtpd" -d -v -f "$work/smtpd.conf" >"$work/log/smtpd.log" 2>&1 &
children+=($!)

# ---- the scripted server: 587, 465 or 25 of one address for each fault ---------------------------------------------------
faults=()
number=1
for fault in silent trickle close 421 450 454 554 multi-line ehlo-refused names-refused no-starttls starttls-twice starttls-454 \
  starttls-garbage starttls-close starttls-silent injection tls auth-in-clear old-style-auth no-auth http late hostile drop sound; do
  faults+=("127.0.4.$number:587=$fault")
  echo "$fault 127.0.4.$number" >>"$work/faults"
  number=$((number + 1))
done
faults+=(127.0.5.1:465=plain 127.0.5.2:465=silent 127.0.5.3:465=close 127.0.5.4:465=tls-421 127.0.5.5:465=421
  127.0.6.1:25=drop 127.0.6.1:587=sound 127.0.6.1:465=tls 127.0.6.2:25=421 127.0.6.2:587=sound)
python3 scripts/probe/scripted-server.py "$work/exim/cert.pem" "$etc/good.key" "$work/said" "${faults[@]}" &
children+=($!)

# What example.org publishes, on the real ports.
mkdir -p "$work/published/autoconfig.example.org/mail"
"$program" client-config example.org --server mail.example.org --output "$work/made" 2>/dev/null
cp "$work/made/config-v1.1.xml" "$work/published/autoconfig.example.org/mail/"
printf '%s' '{"_submissions._tcp.example.org": [[0, 1, 465, "mail.example.org"]], "_submission._tcp.example.org": [[10, 1, 587, "mail.example.org"]]}' >"$work/published/srv.json"
printf '%s' '{"lost.example.org": null, "alias.example.org": {"alias": "mail.example.org", "caa": []}, "mail.example.org": {"caa": [["issue", "ca.example.net"]]}}' >"$work/published/names.json"
python3 scripts/client-config/stage.py "$work/published" "$etc/web.chain" "$etc/web.key" 443 53 >"$work/published.ports" &
children+=($!)

for place in 127.0.0.1/443 127.0.1.1/465 127.0.2.1/465 127.0.3.1/465 127.0.6.2/587; do
  for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/$place") 2>/dev/null && continue 2
    sleep 0.1
  done
  echo "test-probe: nobody listens on $place" >&2
  tail -n 20 "$work"/log/* >&2
  exit 1
done
python3 scripts/probe/judge.py "$program" "$work"
