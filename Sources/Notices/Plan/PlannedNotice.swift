public import MailModel

/// A notice that is due.
public struct PlannedNotice: Sendable, Equatable {
  /// Whom it goes to.
  public var recipient: Recipient
  /// What it is for.
  public var kind: NoticeKind
  /// Which notice of the series, from 1.
  public var round: Int
  /// 1 when an earlier attempt has no known end.
  public var repeats: Int
  /// Whether no earlier one has reached the recipient, whatever the round: it is no reminder then.
  public var isFirst = true
}
