import MailModel

/// The lines to type for a remedy; without a comment in them they are the same in every language.
enum RemedyCommands {
  /// What to type, one entry per line.
  static func lines(for remedy: PortRemedy, _ language: Language = .english) -> [String] {
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
    case .localPrograms:
      [
        "port587 preflight \\",
        "  --webclient /opt/icewarp/config/_webmail/server.xml",
        "port587 audit --port-of-address 127.0.0.1=587 LOGS",
      ]
    case .connectionLog: RecordingCommands.platforms(PortPolicy(), language).flatMap { $0.lines }
    case .portOfPath:
      [
        "port587 audit --port-of-path '**/smtp-587/*=587' \\",
        "  --port-of-path '**/smtp-25/*=25' LOGS",
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
    case .postfixServices, .listenerAddress, .localPrograms, .portOfPath, .connectionLog: []
    }
  }
}
