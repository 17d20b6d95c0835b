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

  /// Whether it was put off for want of a login, or because it is a relay, and not for the time being:
  /// `454 4.7.1 <eva@example.net>: Relay access denied`.
  public var isPutOffForLogin: Bool {
    guard let reply = deciding?.reply, [450, 451, 454].contains(reply.code) else { return false }
    let words = reply.words.lowercased()
    return ["relay", "authentic", "log in", "login", "access denied"].contains { words.contains($0) }
      && !["grey", "gray"].contains { words.contains($0) }
  }

  /// How a refusal is told where it is what is hoped for.
  public var refusalText: String {
    isPutOffForLogin ? "\(text) (put off instead of refused: a sender tries for days before somebody is told)" : text
  }

  /// In words: `RCPT: 554 5.7.1 Relay access denied`.
  public var text: String {
    if let deciding { return "\(deciding.command): \(deciding.reply.text)" }
    return "\(recipient == nil ? "MAIL" : "RCPT"): \((recipient ?? mail).text)"
  }
}
