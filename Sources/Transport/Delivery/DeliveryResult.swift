/// What came of handing in one message.
public enum DeliveryResult: Sendable, Equatable {
  /// The server took it; its words.
  case accepted(reply: String)
  /// The server refused; nothing was delivered.
  case refused(stage: DeliveryStage, code: Int, reply: String)
  /// No connection, or it broke before the message was complete; nothing was delivered.
  case unreachable(String)
  /// No encryption, or a certificate that cannot be trusted; no password and no message was sent.
  case notSecure(String)
  /// User or password is wrong; nothing was delivered.
  case loginRefused(String)
  /// The message was handed over whole and the answer never came: it may have been delivered.
  case uncertain(String)
}
