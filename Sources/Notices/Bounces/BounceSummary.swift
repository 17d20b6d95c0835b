public import MailModel

/// What reading bounces has brought (schema `port587-notify-bounces/1`).
public struct BounceSummary: Codable, Sendable, Equatable {
  /// A notice whose record a notification was about.
  public struct Notice: Codable, Sendable, Equatable {
    /// The mailbox.
    public var to: String
    /// The series it belongs to.
    public var campaign: String
    /// Which notice of the series.
    public var round: Int
    /// What the notification means for it.
    public var verdict: BounceVerdict
    /// Status and words of the server.
    public var detail: String
  }

  /// Always `port587-notify-bounces/1`.
  public var schema = "port587-notify-bounces/1"
  /// When it was read.
  public var generatedAt: Timestamp
  /// Files that were read.
  public var files = 0
  /// Files that could not be read.
  public var unreadable = 0
  /// Messages in them.
  public var messages = 0
  /// By verdict: messages that are no notification, and of the others each recipient.
  public var counts: [String: Int]
  /// The notices that were met, in the order of reading; those that the ledger knew already are not listed.
  public var notices: [Notice] = []

  /// Nothing was read yet.
  public init(generatedAt: Timestamp) {
    self.generatedAt = generatedAt
    counts = Dictionary(uniqueKeysWithValues: BounceVerdict.allCases.map { ($0.rawValue, 0) })
  }

  /// Reads the messages of a file against the ledger.
  public mutating func read(_ file: [UInt8], _ book: inout BounceBook) {
    files += 1
    for range in MailboxMessages.ranges(file.span) {
      messages += 1
      guard let reports = DeliveryReportReader.read(file[range]) else {
        count(.noNotification)
        continue
      }
      for report in reports {
        let (verdict, record) = book.take(report, at: generatedAt)
        count(verdict)
        guard let record, verdict != .known else { continue }
        notices.append(
          Notice(
            to: record.recipient, campaign: record.campaign, round: record.round, verdict: verdict,
            detail: report.summary))
      }
    }
  }

  private mutating func count(_ verdict: BounceVerdict) { counts[verdict.rawValue, default: 0] += 1 }
}
