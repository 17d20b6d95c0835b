import ArgumentParser
import Reporting

/// `en`, `pt-BR` or `es`.
struct LanguageArgument: ExpressibleByArgument, Sendable, Equatable {
  let language: ReportLanguage

  init?(argument: String) {
    guard let language = ReportLanguage(tag: argument) else { return nil }
    self.language = language
  }

  static var allValueStrings: [String] { ReportLanguage.allCases.map { $0.tag } }
}
