public import MailModel

/// What one round of notices has brought.
public struct RoundEffect: Codable, Sendable, Equatable {
  /// From 1.
  public var round: Int
  /// Taken by the server.
  public var sent: Int
  /// Refused for good, for another reason than the address, or put off and not sent since.
  public var failed: Int
  /// Addresses that take no mail.
  public var undeliverable: Int
  /// Begun, and the server's answer is not known.
  public var open: Int
  /// Of those sent: ready now.
  public var movedSince: Int
  /// Of those sent: seen in the report, and not ready.
  public var stillThere: Int
  /// Of those sent: not seen in the report's window.
  public var notSeen: Int

  /// The effect of every round, in order.
  public static func all(_ records: [NoticeRecord], in model: ReportModel?) -> [RoundEffect] {
    var readiness: [String: Readiness] = [:]
    for user in model?.users ?? [] { readiness[user.identity] = user.readiness }
    let notices = Dictionary(grouping: records.filter { $0.kind == .notice }) { $0.round }
    return notices.keys.sorted().map { round in
      let records = notices[round] ?? []
      let sent = records.filter { $0.outcome == .sent }
      let now = sent.map { readiness[$0.identity] }
      return RoundEffect(
        round: round, sent: sent.count, failed: records.count { $0.outcome == .failed || $0.outcome == .postponed },
        undeliverable: records.count { $0.outcome == .undeliverable }, open: records.count { $0.outcome == nil },
        movedSince: now.count { $0 == .ready }, stillThere: now.count { $0 != nil && $0 != .ready },
        notSeen: now.count { $0 == nil })
    }
  }
}
