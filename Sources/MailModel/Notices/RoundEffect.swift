/// What one round of notices has brought.
///
/// `sent` = `movedSince` + `toldAgain` + `stillThere` + `notSeen`: each person counts in the last round that reached them, so
/// that the rounds of a campaign can be added up.
public struct RoundEffect: Codable, Sendable, Equatable {
  /// From 1.
  public var round: Int
  /// Taken by the server.
  public var sent: Int
  /// Refused for good, for another reason than that there is no such mailbox, or put off and not sent since.
  public var failed: Int
  /// Addresses that take no mail.
  public var undeliverable: Int
  /// Begun, and the server's answer is not known.
  public var open: Int
  /// Of those sent: ready now, or with nothing but submission ports since (`UserReport.isMoved`).
  public var movedSince: Int
  /// Of those sent: a later round was sent as well, so this one has not brought it.
  public var toldAgain: Int
  /// Of those sent: seen in the last 14 days of the report, and not ready.
  public var stillThere: Int
  /// Of those sent: not seen on these days.
  public var notSeen: Int

  /// The effect of every round, in order.
  ///
  /// - Parameters:
  ///   - policy: which ports are for submission.
  ///   - end: until when the logs of the report go; without it only those are taken for moved who are ready.
  public static func all(
    _ records: [NoticeRecord], in users: [UserReport], policy: PortPolicy = PortPolicy(), until end: Timestamp? = nil
  ) -> [RoundEffect] {
    let notices = records.filter { $0.kind == .notice }
    var known: [String: UserReport] = [:]
    for user in users { known[user.identity] = user }
    var last: [String: Int] = [:]
    for record in notices where record.outcome == .sent {
      last[record.identity] = max(last[record.identity] ?? 0, record.round)
    }
    let rounds = Dictionary(grouping: notices) { $0.round }
    return rounds.keys.sorted().map { round in
      let records = rounds[round] ?? []
      let sent = records.filter { $0.outcome == .sent }
      let lastHere = sent.filter { last[$0.identity] == round }
      // Whether each has moved; nothing for those who were not seen.
      let moved = lastHere.map { record -> Bool? in
        guard let user = known[record.identity] else { return nil }
        guard let end else { return user.readiness == .ready }
        return user.isMoved(since: record.intentAt, policy, until: end)
      }
      return RoundEffect(
        round: round, sent: sent.count, failed: records.count { $0.outcome == .failed || $0.outcome == .postponed },
        undeliverable: records.count { $0.outcome == .undeliverable }, open: records.count { $0.outcome == nil },
        movedSince: moved.count { $0 == true }, toldAgain: sent.count - lastHere.count,
        stillThere: moved.count { $0 == false }, notSeen: moved.count { $0 == nil })
    }
  }
}
