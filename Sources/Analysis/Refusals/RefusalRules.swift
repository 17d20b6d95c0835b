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

  static func contains(_ text: String, anyOf phrases: [String]) -> Bool {
    let bytes = text.utf8.span
    guard isPlain(bytes) else { return phrases.contains { text.contains($0) } }
    return phrases.contains { contains(bytes, $0.utf8.span) }
  }

  /// Whether a text has nothing but ASCII and ellipses: then characters are the same where bytes are, and bytes are compared
  /// ten times as fast.
  private static func isPlain(_ text: borrowing Span<UInt8>) -> Bool {
    var i = 0
    while i < text.count {
      if text[i] < 0x80 {
        i += 1
      } else {
        guard i + 2 < text.count, text[i] == 0xe2, text[i + 1] == 0x80, text[i + 2] == 0xa6 else { return false }
        i += 3
      }
    }
    return true
  }

  private static func contains(_ text: borrowing Span<UInt8>, _ phrase: borrowing Span<UInt8>) -> Bool {
    guard let first = phrase.indices.first.map({ phrase[$0] }) else { return true }
    var start = 0
    while start + phrase.count <= text.count {
      if text[start] == first {
        var k = 1
        while k < phrase.count, text[start + k] == phrase[k] { k += 1 }
        if k == phrase.count { return true }
      }
      start += 1
    }
    return false
  }

  /// The text behind the address that a server puts in front: `<…>... permission denied`, `<…>: relay access denied`.
  static func behindAddress(_ text: String) -> Substring {
    var rest = Substring(text)
    if rest.first == "<", let end = rest.firstIndex(of: ">") { rest = rest[rest.index(after: end)...] }
    return rest.drop { $0 == "." || $0 == ":" || $0 == " " }
  }
}
