#!/usr/bin/env bash
# Proves that connection records tell the ports of a Postfix whose log does not.
#
#   scripts/prove-connections.sh PORT587 [SESSIONS [SECONDS]]
#
# Starts a Postfix without service labels in network namespaces of its own (server, NAT box, clients), lets nftables
# report new connections to 25, 587 and 465, drives sessions from 20 addresses, four of them behind one NAT address, and
# compares what `PORT587 audit --connections` says with what the clients know. No wrong port, and at least 99 % known;
# fewer by right where a busy machine wrote Postfix's lines late, as the clients' own clock tells (docs/connections.md).
#
# nftables' LOG lines of a namespace reach the kernel log only with a switch of the whole machine
# (net.netfilter.nf_log_all_netns), which is left alone here: the rule reports to an nflog group instead, tcpdump writes
# its packets as text, and `conntrack -E` writes the same connections a second time. Needs root; installs what is missing.
# Nothing leaves the namespaces.
set -euo pipefail

program=$(readlink -f "${1:?usage: prove-connections.sh PORT587 [SESSIONS [SECONDS]]}")
sessions=${2:-500}
seconds=${3:-80}
here=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" -ne 0 ]; then
  echo "prove-connections: must run as root (network namespaces, Postfix's own users)" >&2
  exit 69
fi
missing=
for tool in postfix saslpasswd2 openssl ip unshare nft tcpdump conntrack python3; do
  command -v "$tool" >/dev/null || missing="$missing $tool"
done
if [ -n "$missing" ]; then
  echo "prove-connections: installing for:$missing" >&2
  export DEBIAN_FRONTEND=noninteractive
  {
    apt-get -q update
    command -v debconf-set-selections >/dev/null &&
      echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
    apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends postfix sasl2-bin libsasl2-modules \
      libsasl2-modules-db openssl iproute2 nftables tcpdump conntrack python3
  } >&2
fi

# The second start has mounts and a network of its own, which end with it.
if [ "${PROVE_INSIDE:-}" != 1 ]; then
  export PROVE_INSIDE=1
  exec unshare --net --uts --mount bash "$0" "$program" "$sessions" "$seconds"
fi

work=$(mktemp -d)
chmod 755 "$work"
etc=$work/etc
children=()
stop() {
  set +e
  postfix -c "$etc" stop >/dev/null 2>&1
  for child in "${children[@]}"; do kill "$child" 2>/dev/null; done
  wait 2>/dev/null
  umount /etc/sasldb2 2>/dev/null
  umount -R -l /dev 2>/dev/null
  for name in null zero random urandom; do umount -l "$work/dev/$name" 2>/dev/null; done
  ip netns pids "$nat" 2>/dev/null | xargs -r kill 2>/dev/null
  ip netns del "$nat" 2>/dev/null
  ip netns del "$clients" 2>/dev/null
  rm -rf "$work"
}
nat=port587-nat-$$
clients=port587-clients-$$
trap stop EXIT
hostname mail

# ---- the network: clients - NAT box - server (this namespace) ---------------------------------------------------------
ip link set lo up
ip netns add "$nat"
ip netns add "$clients"
ip link add server type veth peer name outside netns "$nat"
ip -n "$nat" link add inside type veth peer name office netns "$clients"
ip addr add 192.0.2.1/24 dev server
ip link set server up
ip route add 198.51.100.0/24 via 192.0.2.254
ip -n "$nat" link set lo up
ip -n "$nat" addr add 192.0.2.254/24 dev outside
ip -n "$nat" addr add 10.0.0.1/24 dev inside
ip -n "$nat" link set outside up
ip -n "$nat" link set inside up
ip -n "$nat" route add 198.51.100.0/24 dev inside
ip -n "$clients" link set lo up
for k in 11 12 13 14; do ip -n "$clients" addr add "10.0.0.$k/24" dev office; done
for k in $(seq 101 116); do ip -n "$clients" addr add "198.51.100.$k/32" dev office; done
ip -n "$clients" link set office up
ip -n "$clients" route add 192.0.2.0/24 via 10.0.0.1
ip netns exec "$nat" sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
ip netns exec "$nat" nft -f - <<'RULES'
table ip port587 {
  chain office { type nat hook postrouting priority 100; ip saddr 10.0.0.0/24 ip daddr 192.0.2.1 snat to 198.51.100.9; }
}
RULES
nft -f - <<'RULES'
table inet port587 {
  chain news { type filter hook input priority 0; tcp dport { 25, 465, 587 } ct state new log group 587 queue-threshold 1; }
}
RULES

# ---- the server: plain Postfix, no label anywhere ---------------------------------------------------------------------
mkdir -p "$etc" "$work/queue" "$work/data" "$work/sasl" "$work/dev"
chown postfix "$work/data"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mail.example.org \
  -keyout "$etc/key.pem" -out "$etc/cert.pem" 2>/dev/null
for ((k = 1; k <= sessions; k++)); do
  printf secret | saslpasswd2 -p -c -f "$work/sasl/sasldb2" -u example.org "u$k"
done
chown -R postfix "$work/sasl"
# Cyrus SASL and syslog(3) know one place each; in this mount namespace those places are ours.
[ -e /etc/sasldb2 ] || touch /etc/sasldb2
mount --bind "$work/sasl/sasldb2" /etc/sasldb2
for name in null zero random urandom; do
  touch "$work/dev/$name"
  mount --bind "/dev/$name" "$work/dev/$name"
done
mount --rbind "$work/dev" /dev
python3 "$here/connections/stamp-log.py" /dev/log "$work/fine.log" "$work/coarse.log" &
children+=($!)
cat >"$etc/main.cf" <<CONFIG
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
myhostname = mail.example.org
mydestination =
mynetworks = 127.0.0.0/8
inet_protocols = ipv4
smtpd_peername_lookup = no
disable_dns_lookups = yes
smtpd_tls_cert_file = $etc/cert.pem
smtpd_tls_key_file = $etc/key.pem
smtpd_tls_security_level = may
smtpd_sasl_auth_enable = yes
smtpd_client_connection_count_limit = 0
default_transport = discard
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
CONFIG
cat >"$etc/master.cf" <<CONFIG
smtp       inet n - n - - smtpd
submission inet n - n - - smtpd
465        inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
pickup     unix n - n 60 1 pickup
cleanup    unix n - n - 0 cleanup
qmgr       unix n - n 300 1 qmgr
tlsmgr     unix - - n 1000? 1 tlsmgr
rewrite    unix - - n - - trivial-rewrite
bounce     unix - - n - 0 bounce
defer      unix - - n - 0 bounce
discard    unix - - n - - discard
error      unix - - n - - error
anvil      unix - - n - 1 anvil
proxymap   unix - - n - - proxymap
CONFIG
postfix -c "$etc" start >/dev/null 2>&1
for _ in $(seq 50); do
  (exec 3<>/dev/tcp/192.0.2.1/465) 2>/dev/null && break
  sleep 0.2
done

# ---- the records ------------------------------------------------------------------------------------------------------
tcpdump -i nflog:587 -tt -n -l >"$work/tcpdump.txt" 2>/dev/null &
children+=($!)
conntrack -E -o timestamp -p tcp >"$work/conntrack.txt" 2>/dev/null &
children+=($!)
sleep 1

# ---- the clients ------------------------------------------------------------------------------------------------------
python3 "$here/connections/plan.py" "$sessions" "$seconds" 587 >"$work/plan"
ip netns exec "$clients" python3 "$here/connections/talk.py" "$work/plan" "$work/truth.tsv"
sleep 2
held=$(wc -l <"$work/truth.tsv")
if [ "$held" -lt $((sessions * 99 / 100)) ]; then
  echo "prove-connections: only $held of $sessions sessions came about" >&2
  exit 1
fi

# ---- the comparison ---------------------------------------------------------------------------------------------------
status=0
judge() { # NAME, LOG, RECORDS, LEAST SHARE KNOWN IN PER MILLE
  "$program" audit "$2" --utc-offset +00:00 --json --no-progress ${3:+--connections "$3"} >"$work/report.json"
  python3 "$here/connections/judge.py" "$1" "$work/report.json" "$work/truth.tsv" "$work/fine.log" "$4" || status=1
}
judge "log alone" "$work/fine.log" "" 0
judge "stamps of microseconds, nftables by tcpdump" "$work/fine.log" "$work/tcpdump.txt" 990
judge "stamps of microseconds, conntrack" "$work/fine.log" "$work/conntrack.txt" 990
# Whole seconds cannot tell two sessions of one second apart; what is said must be right all the same.
judge "stamps of whole seconds, nftables by tcpdump" "$work/coarse.log" "$work/tcpdump.txt" 400
if [ "$status" -ne 0 ] && [ -n "${PROVE_KEEP:-}" ]; then cp -r "$work" "$PROVE_KEEP"; fi
exit $status
