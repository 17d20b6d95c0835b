/// What the server said to a sender and a recipient.
public struct PolicyAnswer: Sendable, Equatable {
  /// Who to whom.
  public var question: PolicyQuestion
  /// The reply to MAIL FROM.
  public var mail: ReplyOutcome
  /// The reply to RCPT TO; nothing when MAIL FROM was refused.
  public var recipient: ReplyOutcome?

  /// Takes every part.
  public init(question: PolicyQuestion, mail: ReplyOutcome, recipient: ReplyOutcome?) {
    self.question = question
    self.mail = mail
    self.recipient = recipient
  }

  /// The reply that decided, and the command that it answers.
  public var deciding: (command: String, reply: SMTPReply)? {
    if let reply = recipient?.reply { return ("RCPT", reply) }
    return mail.reply.map { ("MAIL", $0) }
  }

  /// Whether both were taken; nothing when it did not come to an answer.
  public var isAccepted: Bool? {
    guard let deciding else { return nil }
    if deciding.command == "MAIL" { return deciding.reply.isPositive ? nil : false }
    return deciding.reply.isPositive
  }

  /// In words: `RCPT: 554 5.7.1 Relay access denied`.
  public var text: String {
    if let deciding { return "\(deciding.command): \(deciding.reply.text)" }
    return "\(recipient == nil ? "MAIL" : "RCPT"): \((recipient ?? mail).text)"
  }
}
