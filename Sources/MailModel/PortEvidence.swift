/// How the server port of a session is known.
///
/// The raw values are those of `report.json`.
public enum PortEvidence: String, Codable, Sendable, CaseIterable, Hashable {
  /// The log line names the server's own port.
  case logged
  /// The syslog name of the service says it, for instance `postfix/submission/smtpd`.
  case serviceLabel
  /// Postfix's postscreen logged the server's address and port before it handed the client over.
  case postscreen
  /// Postfix's anvil counted this connection under the name of its master.cf service.
  case anvil
  /// TLS from the first byte: only a submissions port (465) does that (RFC 8314 section 3.3).
  case implicitTLS
  /// The administrator told which local address serves which port (`--port-of-address`).
  case listenerAddress
  /// The administrator told which port this file belongs to (`--port-of-path`).
  case path
  /// The output of `postconf -M` leaves one port for this service (`--postfix-services`).
  case services
  /// A calibration (`probe --calibrate`) has seen that this local address or label stands for the port.
  case calibrated
  /// Plain `postfix/smtpd` on a server that labels its submission services: that is port 25.
  case besideLabelled
  /// A connection record (`--connections`) of the same client at the same moment names the port.
  case connectionLog
  /// Nothing tells the port.
  case none
}
