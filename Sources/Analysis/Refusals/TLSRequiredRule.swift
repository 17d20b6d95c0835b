/// The server wants TLS first (RFC 3207 section 4, RFC 4954 section 6).
public enum TLSRequiredRule: RefusalRule {
  /// `tlsRequired`.
  public static let meaning = TextualMeaning.tlsRequired
  private static let phrases = [
    "must issue a starttls", "must issue starttls", "ssl/tls-connection is required", "encryption required",
    "tls required", "starttls is required", "must use tls",
  ]

  /// By text, or by the codes that mean nothing else.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    code == 538 || enhancedCode == "5.7.11" || enhancedCode == "5.7.10" || RefusalRules.contains(text, anyOf: phrases)
  }

  /// Postfix, hMailServer, and a reply about AUTH.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (530, "5.7.0", "must issue a starttls command first", true),
    (530, nil, "a ssl/tls-connection is required for authentication.", true),
    (538, "5.7.11", "no", true),
    (530, "5.7.0", "authentication required", false),
  ]
}
