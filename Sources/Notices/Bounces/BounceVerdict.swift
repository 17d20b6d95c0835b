/// What a notification, or a message that is none, means for the ledger.
public enum BounceVerdict: String, Codable, Sendable, CaseIterable {
  /// The address does not take mail; it is never written to again.
  case undeliverable
  /// The message was given up for another reason than that there is no such mailbox; the next round may reach it.
  case failed
  /// The server goes on trying.
  case delayed
  /// The ledger says so already.
  case known
  /// The report says that the message has arrived.
  case delivered
  /// It is about a notice, and about another address than the notice went to: somebody forwards mail.
  case otherRecipient
  /// It is about no message of the ledger.
  case notOurs
  /// The message is no delivery status notification.
  case noNotification
}
