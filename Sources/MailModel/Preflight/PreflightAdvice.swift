/// How a setting is put right, before a language is chosen.
public struct PreflightAdvice: Sendable, Equatable {
  /// What to do, in words.
  public var text: TranslatedText
  /// Where in the console.
  public var console: PreflightConsole?
  /// What to type.
  public var commands: [String]

  /// Takes every part.
  public init(_ text: TranslatedText, console: PreflightConsole? = nil, commands: [String] = []) {
    self.text = text
    self.console = console
    self.commands = commands
  }

  /// The remedy in a language.
  public func remedy(in language: Language) -> PreflightRemedy {
    PreflightRemedy(
      advice: text.text(in: language), console: console,
      command: commands.isEmpty ? nil : commands.joined(separator: "\n"))
  }
}
