extension NoticeRecord {
  /// Which of two records of one notice stays when ledgers are merged.
  ///
  /// The one that keeps somebody from being told twice: an address that takes no mail, then what was sent, then what may have
  /// been. What an administrator has taken back stays taken back. The order is total, so that merging in another order, or again, leads to the same ledger.
  public func merged(with other: NoticeRecord) -> NoticeRecord { NoticeRecord.precedes(self, other) ? other : self }

  private static func precedes(_ a: NoticeRecord, _ b: NoticeRecord) -> Bool {
    let numbers: [(Int64, Int64)] = [
      (a.weight, b.weight), (a.intentAt.milliseconds, b.intentAt.milliseconds),
      (a.outcomeAt?.milliseconds ?? .min, b.outcomeAt?.milliseconds ?? .min), (Int64(a.repeats), Int64(b.repeats)),
    ]
    for (one, other) in numbers where one != other { return one < other }
    let texts = [
      (a.recipient, b.recipient), (a.messageID, b.messageID), (a.readiness.rawValue, b.readiness.rawValue),
      (a.detail.map { "+" + $0 } ?? "", b.detail.map { "+" + $0 } ?? ""),
    ]
    for (one, other) in texts where one != other {
      return one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
    }
    return false
  }

  private var weight: Int64 {
    if isTakenBack { return 5 }
    return switch outcome {
    case .undeliverable: 4
    case .sent: 3
    case nil: 2
    case .failed: 1
    case .postponed: 0
    }
  }
}
