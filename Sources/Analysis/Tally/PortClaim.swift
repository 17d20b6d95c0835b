import MailModel

/// A port with the way it is known, as far as one session can tell.
struct PortClaim: Hashable, Sendable {
  /// The port, or 0 when the session alone does not tell it.
  var port: UInt16
  var evidence: PortEvidence
  /// Number in `Tally.servers` of the server that logged the session.
  var server: UInt32
  /// Index of the log format in the list of formats, for the advice on unknown ports.
  var format: UInt8
  /// A plain service of a kind that can be told apart once it is known whether the server labels its other services.
  var isPlainService: Bool
  /// What the session shows that may bear on a port which nothing tells; nothing where the port is known.
  var hints: PortHints = []
  /// Whether the server read its configuration behind the session and before its first label: then its services may not have had labels yet.
  var isBeforeReload = false
  /// Whether the session began before the server was seen to log TLS.
  var isBeforeTLSLog = false
  /// A line of the stretch between two readings of the configuration in which the session lies, until it is known whether that one has a label.
  var epoch: LineMark?
  /// The line that began the session, while connection records may still tell its port.
  var waiting: LineMark?

  /// The same without what has nothing to do with the port; `server` is the server's number in another table.
  func bare(server: UInt32) -> PortClaim {
    PortClaim(
      port: port, evidence: evidence, server: server, format: 0, isPlainService: isPlainService,
      isBeforeReload: isBeforeReload)
  }
}
