import ArgumentParser

/// A pace: `2/s`, `30/m`, `100/h`.
struct RateArgument: ExpressibleByArgument, Sendable {
  /// Between two messages.
  let intervalMilliseconds: Int64

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int64(parts[0]), count > 0, count <= 1000,
      let span: Int64 = ["s": 1000, "m": 60_000, "h": 3_600_000][String(parts[1])]
    else { return nil }
    intervalMilliseconds = span / count
  }
}
