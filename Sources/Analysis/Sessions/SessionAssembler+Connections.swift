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
        client: client, at: moment.milliseconds, mark: session.mark,
        knownPort: claim.evidence == .none ? (waits ? 0 : SessionSighting.uninteresting) : claim.port))
    guard waits else { return nil }
    var own = claim
    own.waiting = session.mark
    return tally.number(of: own)
  }
}
