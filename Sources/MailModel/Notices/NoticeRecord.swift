/// One line of the ledger: a notice that somebody was to get, and what became of it.
///
/// A record is written twice: before the message leaves (`outcome` is nil) and after the server has answered. One that stays without
/// an outcome belongs to a run that ended in between; the message may or may not have been delivered.
public struct NoticeRecord: Sendable, Equatable, Codable {
  /// The series it belongs to, for instance `2026-12-01`.
  public var campaign: String
  /// What it is for.
  public var kind: NoticeKind
  /// Whom it is about, as in the report.
  public var identity: String
  /// The mailbox it goes to.
  public var recipient: String
  /// Which notice of the series, from 1.
  public var round: Int
  /// With angle brackets; the same for every attempt of one round.
  public var messageID: String
  /// How far the identity had moved.
  public var readiness: Readiness
  /// When it was about to leave.
  public var intentAt: Timestamp
  /// How often it was begun again after an attempt whose end is not known: 0 or 1.
  public var repeats: Int
  /// Nothing while the server's answer is not known.
  public var outcome: NoticeOutcome?
  /// When the outcome was known.
  public var outcomeAt: Timestamp?
  /// The server's answer, or why it could not be asked.
  public var detail: String?

  /// Takes every part.
  public init(
    campaign: String, kind: NoticeKind, identity: String, recipient: String, round: Int, messageID: String,
    readiness: Readiness, intentAt: Timestamp, repeats: Int = 0, outcome: NoticeOutcome? = nil,
    outcomeAt: Timestamp? = nil, detail: String? = nil
  ) {
    self.campaign = campaign
    self.kind = kind
    self.identity = identity
    self.recipient = recipient
    self.round = round
    self.messageID = messageID
    self.readiness = readiness
    self.intentAt = intentAt
    self.repeats = repeats
    self.outcome = outcome
    self.outcomeAt = outcomeAt
    self.detail = detail
  }
}
