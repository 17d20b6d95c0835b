import MailModel

/// The lines to type for a remedy; they are the same in every language.
enum RemedyCommands {
  /// What to type, one entry per line.
  static func lines(for remedy: PortRemedy) -> [String] {
    switch remedy {
    case .postfixSyslogName:
      [
        "postconf -P 'submission/inet/syslog_name=postfix/submission'",
        "postconf -P 'smtps/inet/syslog_name=postfix/smtps'",
        "postconf -P 'submissions/inet/syslog_name=postfix/submissions'",
        "postfix reload",
      ]
    case .postfixServices:
      [
        "postconf -M > postfix-services.txt",
        "port587 audit --postfix-services postfix-services.txt LOGS",
      ]
    case .postfixTLSLogLevel:
      [
        "postconf -e smtpd_tls_loglevel=1",
        "postfix reload",
      ]
    case .listenerAddress:
      [
        "port587 audit --port-of-address 192.0.2.26=587 \\",
        "  --port-of-address 192.0.2.25=25 LOGS",
      ]
    case .connectionLog:
      [
        "# Linux, nftables: log new connections to these ports, nothing else",
        "nft add table inet port587",
        "nft add chain inet port587 news \\",
        "  '{ type filter hook input priority 0; }'",
        "nft add rule inet port587 news tcp dport '{ 25, 465, 587 }' \\",
        "  ct state new log prefix '\"port587 \"'",
        "journalctl -k -o short-iso-precise --grep port587 > connections.log",
        "nft delete table inet port587    # ends it",
        "# Windows, as administrator: log accepted connections",
        "netsh advfirewall set allprofiles logging ^",
        "  allowedconnections enable",
        "netsh advfirewall set allprofiles logging ^",
        "  allowedconnections disable",
        "REM the second one ends it; pfirewall.log lies in",
        "REM %windir%\\system32\\LogFiles\\Firewall",
        "# BSD, pf: a line of pf.conf, then pfctl -f /etc/pf.conf",
        "pass in log proto tcp to port { 25 465 587 } flags S/SA",
        "tcpdump -tt -n -r /var/log/pflog > connections.log",
        "# taking the line out again ends it; then, with any of them:",
        "port587 audit --connections connections.log LOGS",
      ]
    case .portOfPath:
      [
        "port587 audit --port-of-path '*/smtp-587/*=587' \\",
        "  --port-of-path '*/smtp-25/*=25' LOGS",
      ]
    }
  }

  /// The lines as they stand in the server's configuration afterwards; empty when there is nothing to see there.
  static func configuration(for remedy: PortRemedy) -> [String] {
    switch remedy {
    case .postfixSyslogName:
      [
        "submission inet n - y - - smtpd",
        "  -o syslog_name=postfix/submission",
        "smtps inet n - y - - smtpd",
        "  -o syslog_name=postfix/smtps",
      ]
    case .postfixTLSLogLevel: ["smtpd_tls_loglevel = 1"]
    case .postfixServices, .listenerAddress, .portOfPath, .connectionLog: []
    }
  }
}
