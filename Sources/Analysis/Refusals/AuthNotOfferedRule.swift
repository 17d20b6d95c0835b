/// AUTH is not to be had on this port.
public enum AuthNotOfferedRule: RefusalRule {
  /// `authNotOffered`.
  public static let meaning = TextualMeaning.authNotOffered

  /// By text.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(
      text,
      anyOf: [
        "authentication not enabled", "auth not allowed", "auth command used when not advertised",
        "authentication only allowed on submission", "authentication mechanism not supported",
      ])
  }

  /// Postfix, Stalwart, Exim, and a failed login.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (503, "5.5.1", "error: authentication not enabled", true),
    (503, "5.5.1", "auth not allowed.", true),
    (503, nil, "auth command used when not advertised", true),
    (535, "5.7.8", "authentication failed", false),
  ]
}
