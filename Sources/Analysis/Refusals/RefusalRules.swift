/// The registry: one line for each rule, the most specific first.
public enum RefusalRules {
  /// Every rule, in the order in which they are asked.
  public static let all: [any RefusalRule.Type] = [
    TLSRequiredRule.self,
    NotOwnedBySenderRule.self,
    RelayDeniedRule.self,
    AuthRequiredRule.self,
    AuthNotOfferedRule.self,
    ClientHostRejectedRule.self,
    PermissionDeniedRule.self,
  ]

  /// The meaning of a reply by its codes and text (lower case, without codes).
  public static func meaning(code: Int, enhancedCode: String?, text: String) -> TextualMeaning {
    all.first { $0.matches(code: code, enhancedCode: enhancedCode, text: text) }?.meaning ?? .other
  }

  static func contains(_ text: String, anyOf phrases: [String]) -> Bool { phrases.contains { text.contains($0) } }
}
