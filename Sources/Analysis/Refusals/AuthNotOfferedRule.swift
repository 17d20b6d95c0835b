/// AUTH, or the mechanism asked for, is not to be had on this port.
public enum AuthNotOfferedRule: RefusalRule {
  /// `authNotOffered`.
  public static let meaning = TextualMeaning.authNotOffered
  private static let phrases = [
    "authentication not enabled", "authentication is not enabled", "authentication not available",
    "authentication not allowed", "authentication not supported", "authentication is not supported on this port",
    "authentication only allowed on submission", "authentication mechanism not supported",
    "unrecognized authentication type", "auth command used when not advertised", "auth command is not supported",
    "auth not allowed", "auth not available", "auth not enabled", "auth not supported", "auth is not supported",
  ]

  /// By text.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(text, anyOf: phrases)
  }

  /// Postfix, Stalwart, Exim, Exchange, and other replies with the same codes.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (503, "5.5.1", "error: authentication not enabled", true),
    (503, "5.5.1", "auth not allowed.", true),
    (503, nil, "auth command used when not advertised", true),
    (503, "5.5.1", "authentication only allowed on submission ports", true),
    (504, nil, "authentication mechanism not supported", true),
    (504, "5.7.4", "unrecognized authentication type", true),
    (535, "5.7.8", "authentication failed", false),
    (503, "5.5.1", "error: need mail command", false),
    (503, "5.5.1", "you must authenticate first.", false),
    (504, "5.5.2", "<…>: helo command rejected: need fully-qualified hostname", false),
    (504, "5.5.4", "encryption required for requested authentication mechanism", false),
    (500, "5.5.1", "command unrecognized", false),
    (534, "5.7.9", "authentication mechanism is too weak", false),
    (550, "5.7.30", "basic authentication is not supported for client submission.", false),
  ]
}
