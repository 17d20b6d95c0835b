/// A sentence in every language that reports speak.
public struct TranslatedText: Sendable, Equatable {
  private let english: String
  private let brazilianPortuguese: String
  private let spanish: String

  /// Takes the sentence three times.
  public init(_ english: String, pt brazilianPortuguese: String, es spanish: String) {
    self.english = english
    self.brazilianPortuguese = brazilianPortuguese
    self.spanish = spanish
  }

  /// Takes what is the same in every language: names of settings, values.
  public init(verbatim text: String) { self.init(text, pt: text, es: text) }

  /// The sentence in one of them.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .brazilianPortuguese: brazilianPortuguese
    case .spanish: spanish
    }
  }

  /// The sentence with further ones behind it; nothing, and an empty one, add nothing.
  public func followed(by others: TranslatedText?...) -> TranslatedText {
    others.reduce(self) { text, other in
      guard let other else { return text }
      return TranslatedText(
        TranslatedText.joined(text.english, other.english),
        pt: TranslatedText.joined(text.brazilianPortuguese, other.brazilianPortuguese),
        es: TranslatedText.joined(text.spanish, other.spanish))
    }
  }

  /// The sentence with its end, which brings its own sign or space.
  public func completed(_ end: TranslatedText) -> TranslatedText {
    TranslatedText(
      english + end.english, pt: brazilianPortuguese + end.brazilianPortuguese, es: spanish + end.spanish)
  }

  private static func joined(_ left: String, _ right: String) -> String {
    left.isEmpty || right.isEmpty ? left + right : "\(left) \(right)"
  }
}
