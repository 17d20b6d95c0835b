public import Transport

/// Hands messages to a server.
public protocol MessageCarrier {
  /// Hands in one message; both addresses are bare.
  func deliver(_ message: [UInt8], from sender: String, to recipient: String) -> DeliveryResult
}

extension MailSubmission: MessageCarrier {}
