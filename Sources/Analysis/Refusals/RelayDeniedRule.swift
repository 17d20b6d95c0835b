/// The server does not relay for this client.
public enum RelayDeniedRule: RefusalRule {
  /// `relayDenied`.
  public static let meaning = TextualMeaning.relayDenied
  private static let phrases = [
    "we do not relay", "relay access denied", "relay denied", "relay not permitted", "relay not allowed",
    "relaying denied", "relaying temporarily denied", "relaying not permitted", "relaying not allowed",
    "relaying is not allowed", "relaying prohibited", "not permitted to relay", "not allowed to relay",
    "unable to relay", "relay attempt from", "delivery is not allowed to this address", "cannot deliver mail for",
  ]

  /// By text; the code may be 454 (`smtpd_relay_restrictions` defers) as well as 5xx.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(text, anyOf: phrases)
      && !AuthRequiredRule.matches(code: code, enhancedCode: enhancedCode, text: text)
  }

  /// Postfix, IceWarp, Exim, Sendmail, Exchange, Kerio, hMailServer, Haraka, and what is no relaying.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (550, "5.7.1", "<…>... we do not relay", true),
    (554, "5.7.1", "<…>: relay access denied", true),
    (454, "4.7.1", "<…>: relay access denied", true),
    (550, nil, "relay not permitted", true),
    (550, "5.7.1", "<…>... relaying denied. ip name lookup failed […]", true),
    (513, nil, "relaying denied.", true),
    (550, "5.7.54", "smtp; unable to relay recipient in non-accepted domain", true),
    (550, "5.7.1", "relay attempt from …", true),
    (550, nil, "delivery is not allowed to this address.", true),
    (550, nil, "i cannot deliver mail for <…>", true),
    (530, nil, "relaying not allowed", true),
    (550, "5.1.1", "<…>: recipient address rejected: user unknown", false),
    (550, nil, "… is not permitted to relay through this server without authentication.", false),
    (554, "5.7.1", "service unavailable; client host […] blocked using …", false),
  ]
}
