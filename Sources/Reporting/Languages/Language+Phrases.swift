public import MailModel

extension Language {
  /// What HTML and summary say in this language.
  var phrases: any PhraseBook {
    switch self {
    case .english: EnglishPhrases()
    case .brazilianPortuguese: BrazilianPortuguesePhrases()
    case .spanish: SpanishPhrases()
    }
  }

  /// What a client seems to be, in this language.
  public func name(of guess: ClientGuess) -> String { phrases.name(guess) }
}
