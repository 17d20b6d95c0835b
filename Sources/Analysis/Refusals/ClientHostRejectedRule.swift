/// Postfix's bare `reject` at the end of a restriction list.
///
/// On a submission service (`permit_sasl_authenticated,reject`) it means that AUTH is missing; which words come before
/// "Access denied" depends on the list it ends. On plain smtpd an access map says the same.
public enum ClientHostRejectedRule: RefusalRule {
  /// `clientHostRejected`.
  public static let meaning = TextualMeaning.clientHostRejected
  private static let phrases = [
    "client host rejected: access denied", "recipient address rejected: access denied",
    "sender address rejected: access denied",
  ]

  /// By text, for instance `<unknown[192.0.2.15]>: Client host rejected: Access denied`.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(text, anyOf: phrases)
  }

  /// The texts of submission services, and refusals with a reason of their own.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (554, "5.7.1", "<…>: client host rejected: access denied", true),
    (554, "5.7.1", "<…>: recipient address rejected: access denied", true),
    (554, "5.7.1", "<…>: sender address rejected: access denied", true),
    (450, "4.7.25", "client host rejected: cannot find your hostname, […]", false),
    (554, "5.7.1", "<…>: helo command rejected: access denied", false),
    (550, "5.1.1", "<…>: recipient address rejected: user unknown in local recipient table", false),
    (554, "5.7.1", "<…>: relay access denied", false),
  ]
}
