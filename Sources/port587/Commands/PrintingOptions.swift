import ArgumentParser
import Foundation
import MailModel

/// What every command that prints a result has in common.
struct PrintingOptions: ParsableArguments {
  @Flag(help: "Print the result as JSON on standard output, and nothing else.")
  var json = false
  @Option(help: "Language of what people read: en, pt-BR, es (default: the locale's).")
  var language: LanguageArgument?
  @Flag(help: "No summary on standard output.")
  var quiet = false
  @Flag(help: "No colour.")
  var noColor = false

  /// The language that was asked for, else that of the locale, else English.
  var spoken: Language {
    let environment = ProcessInfo.processInfo.environment
    return language?.language ?? Terminal.localeTag(environment).flatMap { Language(tag: $0) } ?? .english
  }

  /// Whether standard output shows colour.
  var colour: Bool {
    Terminal.wantsColour(.standardOutput, ProcessInfo.processInfo.environment, forbidden: noColor)
  }
}
