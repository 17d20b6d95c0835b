import ArgumentParser

/// A number from 1 on, or `none`.
struct LimitArgument: ExpressibleByArgument, Sendable {
  /// Nothing for `none`.
  let number: Int?

  init?(argument: String) {
    if argument == "none" {
      number = nil
      return
    }
    guard let number = Int(argument), number > 0 else { return nil }
    self.number = number
  }
}
