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
  /// A moment by which the stretch between two readings of the configuration is known in which the session lies, until it is judged what held in
  /// that; nothing for the stretch in which its day begins, and `PortClaim.endOfDay` for the one in which it ends.
  var since: Int64?
  /// Whether the server read its configuration behind the session and before its first label: then its services may not have had labels yet.
  var isBeforeReload = false
  /// Whether the plain service may have been another port than 25 then, whatever others had labels.
  var servesOthers = false
  /// Whether the port that anvil named had a label then, so that its count was of another session.
  var isAnothers = false
  /// Whether the session began before the server was seen to log TLS.
  var isBeforeTLSLog = false
  /// The line that began the session, while connection records may still tell its port.
  var waiting: LineMark?

  /// The same without what has nothing to do with the port; `server` is the server's number in another table.
  func bare(server: UInt32) -> PortClaim {
    PortClaim(
      port: port, evidence: evidence, server: server, format: 0, isPlainService: isPlainService,
      isBeforeReload: isBeforeReload, servesOthers: servesOthers, isAnothers: isAnothers)
  }

  /// In counts of an earlier version, which side of the day's last reading a session lies on is all that is known.
  static let endOfDay = Int64.max
}
