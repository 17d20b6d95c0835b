/// What a delivery status notification (RFC 3464) says of one recipient.
public struct DeliveryReport: Sendable, Equatable {
  /// What has happened to the message.
  public enum Action: String, Sendable, CaseIterable {
    /// Nobody will try again.
    case failed
    /// The server goes on trying.
    case delayed
    /// It was delivered, relayed or expanded.
    case delivered, relayed, expanded
  }

  /// The Message-ID of the message that it is about, with angle brackets.
  public var messageID: String?
  /// The recipient as the message was given to the reporting server, without `rfc822;`.
  public var originalRecipient: String?
  /// The recipient for whom it failed; another one when the message was forwarded.
  public var finalRecipient: String?
  /// What has happened.
  public var action: Action
  /// The enhanced status code (RFC 3463): `5.1.1`.
  public var status: String
  /// The words of the server that refused it, without `smtp;`.
  public var diagnostic: String?

  /// Whether a server has refused for good, and not only could not be asked.
  public var isPermanent: Bool { action == .failed && status.hasPrefix("5.") }

  /// What the ledger keeps of it: `5.1.1 550 5.1.1 User unknown`.
  public var summary: String { OneLine.make([status, diagnostic].compactMap { $0 }.joined(separator: " "), most: 300) }
}
