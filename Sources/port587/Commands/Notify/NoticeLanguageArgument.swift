import ArgumentParser
import Notices

/// `en`, `pt-BR` or `es`.
struct NoticeLanguageArgument: ExpressibleByArgument, Sendable {
  let language: NoticeLanguage

  init?(argument: String) {
    guard let language = NoticeLanguage(tag: argument) else { return nil }
    self.language = language
  }

  static var allValueStrings: [String] { NoticeLanguage.allCases.map { $0.tag } }
}
