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

  /// Both sentences, one after the other.
  public static func + (left: PreflightText, right: PreflightText) -> PreflightText {
    PreflightText(
      joined(left.english, right.english), pt: joined(left.brazilianPortuguese, right.brazilianPortuguese),
      es: joined(left.spanish, right.spanish))
  }

  private static func joined(_ left: String, _ right: String) -> String {
    left.isEmpty || right.isEmpty ? left + right : "\(left) \(right)"
  }
}
