/// The command that a submission server refused.
public enum DeliveryStage: String, Sendable, Hashable {
  /// MAIL FROM.
  case sender
  /// RCPT TO.
  case recipient
  /// DATA, before the message.
  case data
  /// The message itself.
  case content
  /// Something before the message: greeting, EHLO.
  case greeting
}
