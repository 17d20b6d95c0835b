public import MailModel

/// Who gets what: `plan.json`, and what `--json` prints.
public struct NoticePlan: Codable, Sendable, Equatable {
  /// The schema that this program writes.
  public static let currentSchema = "port587-notify/1"

  /// Always `port587-notify/1`.
  public var schema = NoticePlan.currentSchema
  /// When it was made.
  public var generatedAt: Timestamp
  /// The series.
  public var campaign: String
  /// Everybody in the report.
  public var recipients: [PlanEntry]

  /// Takes every part.
  public init(generatedAt: Timestamp, campaign: String, recipients: [PlanEntry]) {
    self.generatedAt = generatedAt
    self.campaign = campaign
    self.recipients = recipients
  }

  /// How many have a status.
  public func count(_ status: PlanStatus) -> Int { recipients.count { $0.status == status } }
}
