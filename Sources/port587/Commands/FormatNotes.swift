import LogFormats
import MailModel

/// What `port587 formats` says of a format, and how its unknown ports can be learned.
struct FormatNotes: Sendable {
  var server: String
  var port: String
  var remedy: String
  var remedies: [PortRemedy]

  static func of(_ identifier: String) -> FormatNotes {
    switch identifier {
    case "icewarp":
      FormatNotes(
        server: "IceWarp and Merak Mail Server, SMTP log at level Debug or Extended",
        port: "as far as known, not in the log; read if \"Connected, local IP=\" carries one",
        remedy:
          "bind 587 to an additional local address and give --port-of-address IP=587; for the time before, give a firewall's log with --connections",
        remedies: [.listenerAddress, .connectionLog, .portOfPath])
    case "postfix":
      FormatNotes(
        server: "Postfix by syslog, journal or maillog_file, also in Zimbra, mailcow, iRedMail, Plesk",
        port:
          "by the service label, postscreen, anvil, TLS from the first byte; plain smtpd beside labelled services is 25",
        remedy:
          "set -o syslog_name=postfix/submission and postfix/smtps in master.cf, or give --postfix-services, or a firewall's log with --connections",
        remedies: [.postfixSyslogName, .postfixServices, .postfixTLSLogLevel, .connectionLog, .portOfPath])
    default:
      FormatNotes(
        server: identifier, port: "see the log", remedy: "--port-of-path GLOB=PORT",
        remedies: [.connectionLog, .portOfPath])
    }
  }
}
