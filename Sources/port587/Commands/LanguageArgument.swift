import ArgumentParser
import MailModel
import Reporting

/// `en`, `pt-BR` or `es`.
struct LanguageArgument: ExpressibleByArgument, Sendable, Equatable {
  let language: Language

  init?(argument: String) {
    guard let language = Language(tag: argument) else { return nil }
    self.language = language
  }

  static var allValueStrings: [String] { Language.allCases.map { $0.tag } }
}
