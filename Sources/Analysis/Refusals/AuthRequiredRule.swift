/// The server wants AUTH first (RFC 4954 section 6).
public enum AuthRequiredRule: RefusalRule {
  /// `authRequired`.
  public static let meaning = TextualMeaning.authRequired
  private static let phrases = [
    "authentication required", "authentication is required", "requires authentication", "smtp auth is required",
    "client was not authenticated", "client not authenticated", "must issue an auth command", "must authenticate",
    "without authentication", "smtp authentication in your mail client",
  ]

  /// By text, or 530 with any text that is not about TLS.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    enhancedCode == "5.7.57" || RefusalRules.contains(text, anyOf: phrases) || (code == 530 && enhancedCode == "5.7.0")
  }

  /// Postfix, Exchange, OpenSMTPD, and IceWarp's ambiguous text.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (530, "5.7.0", "authentication required", true),
    (530, "5.7.57", "client not authenticated to send mail", true),
    (530, "5.5.1", "invalid command: must issue an auth command first", true),
    (550, nil, "smtp auth is required for message submission on port 587", true),
    (501, "5.7.1", "permission denied", false),
  ]
}
