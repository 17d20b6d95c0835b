import ArgumentParser

/// A command, or a group of options, that prints a result: `command.json` stands for `command.printing.json`.
@dynamicMemberLookup
protocol PrintingCommand {
  /// How the result is printed.
  var printing: PrintingOptions { get set }
}

extension PrintingCommand {
  subscript<Value>(dynamicMember member: WritableKeyPath<PrintingOptions, Value>) -> Value {
    get { printing[keyPath: member] }
    set { printing[keyPath: member] = newValue }
  }

  subscript<Value>(dynamicMember member: KeyPath<PrintingOptions, Value>) -> Value { printing[keyPath: member] }
}
