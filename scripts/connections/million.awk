# Writes a Postfix log without labels and the Windows firewall's log of the same connections, for bench-connections.sh.
#
#   awk -v sessions=10000000 -v mail=mail.log -v wall=pfirewall.log -f million.awk
#
# One day, 100,000 clients, every fifth session with a login (and so waiting for its port), the firewall's clock 7 s
# behind, both in whole seconds. The same bytes every time.
function below(n) {
  # Numerical Recipes' generator of 32 bits, whose products a double holds exactly in two halves.
  seed = (1664525 * seed + 1013904223) % 4294967296
  return int(seed / 4294967296 * n)
}
function stamp(t) { return sprintf("%02d:%02d:%02d", t / 3600, t / 60 % 60, t % 60) }
BEGIN {
  seed = 587
  split("25 587 465", ports, " ")
  print "#Version: 1.5" > wall
  print "#Time Format: Local" > wall
  print "#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path" > wall
  made = 0
  open = 0
  for (t = 10; made < sessions || open > 0; t++) {
    now = "Mar 16 " stamp(t) " mail postfix/smtpd["
    early = "2026-03-16 " stamp(t - 7) " ALLOW TCP "
    for (k = 0; k < open; k++) print now pid[k] "]: disconnect from unknown[" client[k] "] ehlo=1" (auth[k] ? " auth=1" : "") " mail=1 rcpt=1 data=1 quit=1 commands=" 5 + auth[k] > mail
    open = 0
    due = int(sessions * (t - 9) / 86380)
    if (due > sessions || t >= 86389) due = sessions
    for (; made < due; made++) {
      n = below(100000)
      address = "10." int(n / 65536) "." int(n / 256) % 256 "." n % 256
      # Most people use one port.
      port = ports[(below(10) > 0 ? n : below(3)) % 3 + 1]
      process = 1000 + made % 30000
      print now process "]: connect from unknown[" address "]" > mail
      print early address " 192.0.2.1 " 20000 + made % 40000 " " port " 0 - 0 0 0 - - - RECEIVE" > wall
      auth[open] = made % 5 == 0
      if (auth[open]) print now process "]: " sprintf("%010X", made) ": client=unknown[" address "], sasl_method=PLAIN, sasl_username=u" n % 5000 "@example.com" > mail
      client[open] = address
      pid[open++] = process
    }
  }
}
