/// A way to make the port of a session known.
public enum PortRemedy: String, Codable, Sendable, CaseIterable, Hashable {
  /// Postfix: `-o syslog_name=postfix/submission` and `postfix/smtps` in master.cf.
  case postfixSyslogName
  /// Postfix: give the output of `postconf -M` with `--postfix-services`.
  case postfixServices
  /// Postfix: `smtpd_tls_loglevel = 1` shows TLS from the first byte, and so port 465.
  case postfixTLSLogLevel
  /// IceWarp: bind 587 to an additional local address and say so with `--port-of-address`.
  case listenerAddress
  /// Any server: let the firewall log new connections to 25, 587 and 465, and give that log with `--connections`.
  case connectionLog
  /// IceWarp: web mail and ActiveSync come from the server itself, by the port that stands in the web client's settings.
  case localPrograms
  /// The logs of the ports lie in different folders or files: say so with `--port-of-path`.
  case portOfPath
}
