import ArgumentParser

/// A key of the configuration that stands for an option of a command, and what may stand behind it.
struct ConfigurationKey: Sendable {
  /// What a value has to be.
  enum Form: Sendable {
    /// A text.
    case text
    /// The path of a file or folder; with `isSecret` also a credential of the service manager.
    case path(isSecret: Bool)
    /// `true` or `false`.
    case flag
    /// A whole number.
    case number(ClosedRange<Int>)
    /// A number or text that the option's own type takes.
    case value(wanted: String, accepts: @Sendable (String) -> Bool)
    /// A list of them.
    case values(wanted: String, accepts: @Sendable (String) -> Bool)
  }

  let name: String
  let option: String
  let form: Form

  init(_ name: String, option: String? = nil, _ form: Form) {
    self.name = name
    self.option = option ?? "--" + name
    self.form = form
  }

  /// A key whose value the type of an option reads.
  init<Argument: ExpressibleByArgument>(_ name: String, as type: Argument.Type, _ wanted: String) {
    self.init(name, .value(wanted: wanted, accepts: { Argument(argument: $0) != nil }))
  }
}
