/// MAIL FROM is not one of the login's own addresses (RFC 6409 section 6.1).
public enum NotOwnedBySenderRule: RefusalRule {
  /// `notOwnedBySender`.
  public static let meaning = TextualMeaning.notOwnedBySender
  private static let phrases = [
    "sender address rejected: not owned by user", "sender address rejected: not logged in",
    "permissions to send as this sender", "sendasdenied",
  ]

  /// Postfix `reject_sender_login_mismatch`, Exchange's send-as check.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(text, anyOf: phrases)
  }

  /// The login's name was taken out of the text; other refusals of a sender.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (553, "5.7.1", "<…>: sender address rejected: not owned by user …", true),
    (550, "5.7.60", "smtp; client does not have permissions to send as this sender", true),
    (554, "5.2.252", "sendasdenied; … not allowed to send as …", true),
    (553, "5.7.1", "<…>: sender address rejected: not logged in", true),
    (450, "4.1.8", "<…>: sender address rejected: domain not found", false),
    (554, "5.7.1", "<…>: sender address rejected: access denied", false),
    (501, "5.7.1", "permission denied", false),
  ]
}
