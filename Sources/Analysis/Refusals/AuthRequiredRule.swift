/// The server wants AUTH first (RFC 4954 section 6).
public enum AuthRequiredRule: RefusalRule {
  /// `authRequired`.
  public static let meaning = TextualMeaning.authRequired
  private static let phrases = [
    "authentication required", "authentication is required", "authentication needed", "authentication is needed",
    "auth is required", "auth required", "client was not authenticated", "client not authenticated",
    "must issue an auth command", "must authenticate", "authenticate first", "requires authentication",
    "require basic authentication", "without authentication", "smtp authentication in your mail client",
  ]
  /// The other authentication, of messages (RFC 7372): no login of the client can mend it.
  private static let ofMessages = ["spf", "dkim", "dmarc"]

  /// By text, or 530 with any text that is not about TLS or relaying.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    if enhancedCode == "5.7.57" { return true }
    if RefusalRules.contains(text, anyOf: ofMessages) { return false }
    if RefusalRules.contains(text, anyOf: phrases) { return true }
    return code == 530 && !text.contains("relay")
      && !TLSRequiredRule.matches(code: code, enhancedCode: enhancedCode, text: text)
  }

  /// Postfix, Exchange, OpenSMTPD, Exim, Sendmail, Courier, and failed logins.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (530, "5.7.0", "authentication required", true),
    (530, "5.7.1", "client was not authenticated", true),
    (530, "5.7.57", "client not authenticated to send mail", true),
    (530, "5.5.1", "invalid command: must issue an auth command first", true),
    (530, "5.7.0", "autenticação necessária", true),
    (535, nil, "authentication required.", true),
    (503, "5.5.1", "you must authenticate first.", true),
    (503, nil, "this mail server requires authentication when attempting to send elsewhere", true),
    (550, nil, "smtp auth is required for message submission on port 587", true),
    (550, nil, "please turn on smtp authentication in your mail client.", true),
    (550, nil, "… is not permitted to relay through this server without authentication.", true),
    (550, "5.7.1", "<…>... relaying denied. proper authentication required.", true),
    (451, "5.7.3", "require basic authentication", true),
    (501, "5.7.1", "permission denied", false),
    (501, "5.7.0", "authentication failed", false),
    (501, "5.0.0", "authentication canceled", false),
    (535, "5.7.8", "error: authentication failed: authentication failure", false),
    (535, nil, "incorrect authentication data", false),
    (535, "5.7.3", "authentication unsuccessful", false),
    (454, "4.7.0", "temporary authentication failure: connection lost to authentication server", false),
    (530, "5.7.0", "must issue a starttls command first", false),
    (530, nil, "relaying not allowed", false),
    (550, "5.7.26", "dmarc: authentication required for mail from this domain", false),
  ]
}
