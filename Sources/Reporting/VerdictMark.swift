import MailModel

/// What a check came to, as the first word of its line on a terminal; in one width within a language.
enum VerdictMark {
  case pass, fail, warn, unknown, notAsked, wait

  /// The word.
  func text(in language: Language) -> String {
    let text =
      switch self {
      case .pass: TranslatedText("ok  ", pt: "ok   ", es: "ok   ")
      case .fail: TranslatedText("FAIL", pt: "ERRO ", es: "ERROR")
      case .warn: TranslatedText("warn", pt: "aviso", es: "aviso")
      case .unknown: TranslatedText("?   ", pt: "?    ", es: "?    ")
      case .notAsked: TranslatedText("–   ", pt: "–    ", es: "–    ")
      case .wait: TranslatedText("wait", pt: "pausa", es: "pausa")
      }
    return text.text(in: language)
  }
}
