/// A sentence in every language that reports speak.
public struct PreflightText: Sendable, Equatable {
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
  public func followed(by others: PreflightText?...) -> PreflightText {
    others.reduce(self) { text, other in
      guard let other else { return text }
      return PreflightText(
        PreflightText.joined(text.english, other.english),
        pt: PreflightText.joined(text.brazilianPortuguese, other.brazilianPortuguese),
        es: PreflightText.joined(text.spanish, other.spanish))
    }
  }

  private static func joined(_ left: String, _ right: String) -> String {
    left.isEmpty || right.isEmpty ? left + right : "\(left) \(right)"
  }
}
