/// A language that reports and notices can speak.
public enum Language: String, Sendable, CaseIterable, Hashable, Codable {
  /// English.
  case english = "en"
  /// Portuguese as it is written in Brazil.
  case brazilianPortuguese = "pt-BR"
  /// Spanish.
  case spanish = "es"

  /// The tag for `--language`, Content-Language and the `lang` attribute, for instance `pt-BR`.
  public var tag: String { rawValue }

  /// Reads a language tag or the name of a locale: `pt`, `pt-BR`, `pt_BR.UTF-8`, `es-MX`, `en_US@euro`, `C`.
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
}
