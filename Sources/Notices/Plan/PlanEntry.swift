public import MailModel

/// One identity in `plan.json`.
public struct PlanEntry: Codable, Sendable, Equatable {
  /// As in the report.
  public var identity: String
  /// The mailbox, when the identity is an address.
  public var to: String?
  /// The language of the notice.
  public var language: String?
  /// Whose instructions it gives.
  public var client: String?
  /// Which notice of the series, from 1; 0 for those who get none.
  public var round: Int
  /// What it is for.
  public var kind: NoticeKind
  /// What became of it.
  public var status: PlanStatus
  /// Why; always for failed, undeliverable, skipped and deferred.
  public var reason: String?
  /// With angle brackets.
  public var messageID: String?
  /// The preview's file name.
  public var file: String?

  /// Takes every part.
  public init(
    identity: String, to: String? = nil, language: String? = nil, client: String? = nil, round: Int = 0,
    kind: NoticeKind = .notice, status: PlanStatus, reason: String? = nil, messageID: String? = nil, file: String? = nil
  ) {
    self.identity = identity
    self.to = to
    self.language = language
    self.client = client
    self.round = round
    self.kind = kind
    self.status = status
    self.reason = reason
    self.messageID = messageID
    self.file = file
  }

  /// Writes every name, also those without a value, as `docs/contract.md` shows it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(identity, forKey: .identity)
    try container.encode(to, forKey: .to)
    try container.encode(language, forKey: .language)
    try container.encode(client, forKey: .client)
    try container.encode(round, forKey: .round)
    try container.encode(kind, forKey: .kind)
    try container.encode(status, forKey: .status)
    try container.encode(reason, forKey: .reason)
    try container.encode(messageID, forKey: .messageID)
    try container.encode(file, forKey: .file)
  }
}
