import MailModel

extension Language {
  /// What notices say in this language.
  var wording: any NoticeWording {
    switch self {
    case .english: EnglishNotices()
    case .brazilianPortuguese: BrazilianPortugueseNotices()
    case .spanish: SpanishNotices()
    }
  }
}
