import ArgumentParser

/// `GLOB=PORT`, as in `--port-of-path '**/submission/*=587'`.
struct PatternPort: ExpressibleByArgument, Sendable, Equatable {
  let pattern: String
  let port: UInt16

  init(pattern: String, port: UInt16) {
    self.pattern = pattern
    self.port = port
  }

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "="), let port = UInt16(argument[argument.index(after: equals)...]),
      port > 0,
      equals > argument.startIndex
    else { return nil }
    pattern = String(argument[..<equals])
    self.port = port
  }
}
