/// The server does not relay for this client.
public enum RelayDeniedRule: RefusalRule {
  /// `relayDenied`.
  public static let meaning = TextualMeaning.relayDenied
  private static let phrases = [
    "relay access denied", "relay not permitted", "relaying denied", "relay not allowed", "unable to relay",
    "relay attempt", "delivery is not allowed to this address", "cannot deliver mail for", "we do not relay",
  ]

  /// By text; the code may be 454 (`smtpd_relay_restrictions` defers) as well as 5xx.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(text, anyOf: phrases)
  }

  /// Postfix, IceWarp, Exchange, and an unknown recipient.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (554, "5.7.1", "<…>: relay access denied", true),
    (454, "4.7.1", "<…>: relay access denied", true),
    (550, "5.7.1", "<…>... we do not relay", true),
    (550, "5.7.54", "smtp; unable to relay recipient in non-accepted domain", true),
    (550, "5.1.1", "<…>: recipient address rejected: user unknown", false),
  ]
}
