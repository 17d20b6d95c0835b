/// The registry: one line for each rule, the most specific first.
public enum RefusalRules {
  /// Every rule, in the order in which they are asked; the more a reply demands the earlier its rule stands.
  ///
  /// "SSL/TLS is required for authentication" is about TLS, "Relaying denied. Proper authentication required" about AUTH.
  public static let all: [any RefusalRule.Type] = [
    TLSRequiredRule.self,
    NotOwnedBySenderRule.self,
    AuthNotOfferedRule.self,
    AuthRequiredRule.self,
    RelayDeniedRule.self,
    ClientHostRejectedRule.self,
    PermissionDeniedRule.self,
    UseSubmissionPortRule.self,
  ]

  /// The meaning of a reply by its codes and text (lower case, without codes).
  public static func meaning(code: Int, enhancedCode: String?, text: String) -> TextualMeaning {
    guard (400..<600).contains(code) else { return .other }
    return all.first { $0.matches(code: code, enhancedCode: enhancedCode, text: text) }?.meaning ?? .other
  }

  static func contains(_ text: String, anyOf phrases: [String]) -> Bool { phrases.contains { text.contains($0) } }

  /// The text behind the address that a server puts in front: `<…>... permission denied`, `<…>: relay access denied`.
  static func behindAddress(_ text: String) -> Substring {
    var rest = Substring(text)
    if rest.first == "<", let end = rest.firstIndex(of: ">") { rest = rest[rest.index(after: end)...] }
    return rest.drop { $0 == "." || $0 == ":" || $0 == " " }
  }
}
