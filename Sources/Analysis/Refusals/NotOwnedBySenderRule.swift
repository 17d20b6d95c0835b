internal import MailModel

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

  private static let named = Array(": Sender address rejected: not owned by user ".utf8)

  /// Whether `login` finds a name in this text; nearly always not, and then nothing is copied.
  static func names(_ line: borrowing Span<UInt8>, _ text: ByteRange) -> Bool {
    var i = Int(text.end)
    while i > Int(text.start), line[i - 1] != 0x3e { i -= 1 }
    guard i > Int(text.start), Int(text.end) - i > named.count else { return false }
    for k in named.indices where line[i + k] != named[k] { return false }
    return true
  }

  /// The login that Postfix names: `553 5.7.1 <boss@example.org>: Sender address rejected: not owned by user bob@example.org`.
  ///
  /// A session whose every message is refused has no other line with its name. The sender in front is the client's own
  /// words and may imitate the rest; so the phrase has to follow the last `>` of the text.
  static func login(in text: [UInt8]) -> [UInt8]? {
    guard let close = text.lastIndex(of: 0x3e) else { return nil }
    let rest = text[(close + 1)...]
    guard rest.starts(with: named) else { return nil }
    return LoginDialogue.readable(rest.dropFirst(named.count))
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
