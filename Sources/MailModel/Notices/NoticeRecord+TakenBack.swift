/// A mailbox that was written off, and wrongly.
extension NoticeRecord {
  private static let takenBackMark = "taken back: "

  /// Whether an administrator has taken back that the address takes no mail.
  public var isTakenBack: Bool { outcome == .failed && detail?.hasPrefix(NoticeRecord.takenBackMark) == true }

  /// The record as it stands once that is taken back: nobody was told by it, and it keeps nobody from being told.
  ///
  /// The words of the server stay behind the mark. The same bounce, read again, changes nothing.
  public func takenBack(at now: Timestamp) -> NoticeRecord {
    var record = self
    record.outcome = .failed
    record.outcomeAt = now
    record.detail = NoticeRecord.takenBackMark + (detail ?? "no reason given")
    return record
  }
}
