/// A language that notices can speak.
public enum NoticeLanguage: String, Sendable, CaseIterable, Hashable, Codable {
  /// English.
  case english = "en"
  /// Portuguese as it is written in Brazil.
  case brazilianPortuguese = "pt-BR"
  /// Spanish.
  case spanish = "es"

  /// The tag for `--language`, Content-Language and the `lang` attribute.
  public var tag: String { rawValue }

  /// Reads a language tag: `pt`, `pt-BR`, `pt_BR`, `es-MX`, `en`.
  public init?(tag: String) {
    let language = tag.lowercased().prefix { $0.isASCII && $0.isLetter }
    let rest = tag.dropFirst(language.count).first
    guard rest == nil || "-_.@".contains(rest ?? " ") else { return nil }
    switch language {
    case "en", "c", "posix": self = .english
    case "pt": self = .brazilianPortuguese
    case "es": self = .spanish
    default: return nil
    }
  }

  /// What this language says.
  var wording: any NoticeWording {
    switch self {
    case .english: EnglishNotices()
    case .brazilianPortuguese: BrazilianPortugueseNotices()
    case .spanish: SpanishNotices()
    }
  }
}
