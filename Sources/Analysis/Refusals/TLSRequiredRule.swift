/// The server wants TLS first (RFC 3207 section 4, RFC 4954 section 6).
public enum TLSRequiredRule: RefusalRule {
  /// `tlsRequired`.
  public static let meaning = TextualMeaning.tlsRequired
  private static let phrases = [
    "issue a starttls", "issue starttls", "starttls first", "starttls is required", "starttls required",
    "requires starttls", "must use tls", "ssl/tls-connection is required", "tls is required", "tls required",
    "requires tls", "encryption required", "encryption is required", "encryption needed", "requires encryption",
    "encrypted connection required", "encrypted connection is required", "secure connection required",
  ]

  /// By text, or by the codes that mean nothing else.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    code == 538 || enhancedCode == "5.7.11" || enhancedCode == "5.7.10" || RefusalRules.contains(text, anyOf: phrases)
  }

  /// Postfix, hMailServer, OpenSMTPD, and replies that mention TLS without asking for it.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (530, "5.7.0", "must issue a starttls command first", true),
    (530, "5.5.1", "invalid command: must issue a starttls command first", true),
    (530, nil, "must issue starttls first", true),
    (530, nil, "a ssl/tls-connection is required for authentication.", true),
    (504, "5.5.4", "encryption required for requested authentication mechanism", true),
    (538, "5.7.11", "no", true),
    (523, "5.7.10", "no", true),
    (554, "5.7.1", "<…>: helo command rejected: tls required", true),
    (454, "4.7.0", "tls not available due to local problem", false),
    (530, "5.7.0", "authentication required", false),
    (554, "5.5.1", "error: tls already active", false),
    (502, "5.5.1", "error: command not implemented", false),
  ]
}
