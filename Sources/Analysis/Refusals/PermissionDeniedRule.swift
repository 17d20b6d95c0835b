/// IceWarp's `501 5.7.1 Permission denied`, and the older `You are not allowed to send`.
///
/// The submission switch says it, a sender that differs from the login, and a client without reverse DNS.
public enum PermissionDeniedRule: RefusalRule {
  /// `permissionDenied`.
  public static let meaning = TextualMeaning.permissionDenied
  private static let phrases = ["permission denied", "you are not allowed to send"]

  /// When these words come first; `501 5.7.1 Message is too long` has the same codes.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    guard code / 100 == 5, enhancedCode == nil || enhancedCode?.hasPrefix("5.7.") == true else { return false }
    let words = RefusalRules.behindAddress(text)
    return phrases.contains { phrase in
      words.hasPrefix(phrase) && words.dropFirst(phrase.count).first?.isLetter != true
    }
  }

  /// IceWarp's replies with the same codes, and the same words about something else.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (501, "5.7.1", "permission denied", true),
    (501, "5.7.1", "<…>... permission denied", true),
    (501, nil, "permission denied.", true),
    (501, "5.7.1", "you are not allowed to send", true),
    (501, "5.7.1", "message is too long", false),
    (501, "5.7.0", "authentication failed", false),
    (501, "5.5.2", "domain name required", false),
    (451, "4.3.0", "permission denied", false),
    (554, "5.3.0", "cannot open the mailbox: permission denied", false),
    (554, "5.7.1", "<…>: sender address rejected: permission denied by policy", false),
  ]
}
