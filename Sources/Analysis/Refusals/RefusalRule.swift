/// One meaning with the texts and codes it owns: a file in this folder, and a line in `RefusalRules`.
public protocol RefusalRule: Sendable {
  /// What a reply that matches means.
  static var meaning: TextualMeaning { get }

  /// Whether a reply is of this kind; `text` is in lower case, without the codes and without what stood in brackets.
  static func matches(code: Int, enhancedCode: String?, text: String) -> Bool

  /// Replies as servers write them, and whether they are of this kind.
  static var examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] { get }
}
