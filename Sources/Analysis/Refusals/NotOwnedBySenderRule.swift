/// MAIL FROM is not one of the login's own addresses (RFC 6409 section 6.1).
public enum NotOwnedBySenderRule: RefusalRule {
  /// `notOwnedBySender`.
  public static let meaning = TextualMeaning.notOwnedBySender

  /// Postfix `reject_sender_login_mismatch`, Exchange's send-as check.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(
      text,
      anyOf: ["not owned by user", "permissions to send as this sender", "sender address rejected: not logged in"])
  }

  /// The login's name was taken out of the text.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (553, "5.7.1", "<…>: sender address rejected: not owned by user …", true),
    (550, "5.7.1", "client does not have permissions to send as this sender", true),
    (553, "5.7.1", "<…>: sender address rejected: not logged in", true),
    (550, "5.1.8", "<…>: sender address rejected: domain not found", false),
  ]
}
