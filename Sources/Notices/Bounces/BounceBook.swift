public import MailModel

/// Holds notifications against the ledger.
///
/// A notification counts where its Message-ID and its recipient are those of one notice: nothing else in it is believed.
public struct BounceBook: Sendable {
  private var records: [String: NoticeRecord]
  private var changedIDs: [String] = []
  private var isChanged: Set<String> = []

  /// Takes every record of the ledger.
  public init(_ records: [NoticeRecord]) {
    self.records = Dictionary(records.map { ($0.messageID, $0) }, uniquingKeysWith: { $0.merged(with: $1) })
  }

  /// The records that say something else now, in the order of their change.
  public var changed: [NoticeRecord] { changedIDs.compactMap { records[$0] } }

  /// Takes what a notification says of one recipient, and what became of it in the ledger.
  public mutating func take(_ report: DeliveryReport, at now: Timestamp) -> (BounceVerdict, NoticeRecord?) {
    guard let id = report.messageID, var record = records[id] else { return (.notOurs, nil) }
    // An administrator has looked at it and knows better; the next notice has another Message-ID.
    if record.isTakenBack { return (.known, record) }
    let recipient = record.recipient.lowercased()
    guard [report.finalRecipient, report.originalRecipient].contains(where: { $0?.lowercased() == recipient }) else {
      return (.otherRecipient, record)
    }
    let verdict: BounceVerdict
    let detail: String
    switch report.action {
    case .delivered, .relayed, .expanded: return (.delivered, record)
    case .delayed:
      (verdict, detail) = (.delayed, "delayed: \(report.summary)")
      // A report of delay changes nothing about a notice that has come to an end.
      if record.outcome != .sent && record.outcome != nil { return (.known, record) }
    case .failed:
      let text = RefusalText(report.diagnostic ?? "", status: report.status)
      verdict = report.isPermanent && text.saysNoMailbox ? .undeliverable : .failed
      detail = "bounced: \(report.summary)"
      if record.outcome == .undeliverable || (record.outcome == .failed && verdict == .failed) {
        return (.known, record)
      }
      record.outcome = verdict == .undeliverable ? .undeliverable : .failed
      record.outcomeAt = now
    }
    if record.detail == detail, records[id]?.outcome == record.outcome { return (.known, record) }
    record.detail = detail
    records[id] = record
    if isChanged.insert(id).inserted { changedIDs.append(id) }
    return (verdict, record)
  }
}
