import MailModel

/// Sessions that stand in line for the connection records.
extension SessionAssembler {
  /// Notes a finished session for the join; returns a claim of its own when its port is unknown so far.
  ///
  /// A session whose begin is missing has no moment of connection and is left out.
  mutating func standInLine(_ session: SessionState, at moment: Timestamp) -> UInt32? {
    guard let client = session.client, !session.isHeadless else { return nil }
    let claim = tally.claims[Int(claim(of: session))]
    let waits = claim.evidence == .none && session.isOfInterest
    tally.sightings.append(
      SessionSighting(
        client: client, at: moment.milliseconds, mark: session.mark, clientPort: session.clientPort,
        knownPort: claim.evidence == .none ? (waits ? 0 : SessionSighting.uninteresting) : claim.port))
    guard waits else { return nil }
    var own = claim
    own.waiting = session.mark
    return tally.number(of: own)
  }

  /// The client's port behind its address: `connect from unknown[192.0.2.237]:55729` (`smtpd_client_port_logging`).
  static func clientPort(_ line: borrowing Span<UInt8>, behind address: ByteRange) -> UInt16 {
    var i = Int(address.end)
    guard !address.isEmpty, i + 2 < line.count, line[i] == UInt8(ascii: "]"), line[i + 1] == UInt8(ascii: ":") else {
      return 0
    }
    i += 2
    var port = 0
    while i < line.count, line[i] &- 48 < 10, port < 65536 {
      port = port * 10 + Int(line[i] &- 48)
      i += 1
    }
    return UInt16(exactly: port) ?? 0
  }
}
