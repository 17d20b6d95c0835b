import Foundation

/// What must come out of a story: the `expect.json` beside its logs.
///
/// Only `totals` and `users` are required. `totals` is a part of the report's totals; `users` are all users, with their
/// readiness.
struct StoryExpectation: Decodable {
  /// Begin of the report's window.
  struct Window: Decodable {
    var from: String
  }

  /// Options of the audit; one that names a file of the folder becomes its path.
  var options: [String]?
  var totals: ExpectedNumbers
  var users: [String: String]
  /// Kind by identity.
  var kinds: [String: String]?
  /// Programs that each identity is said to use.
  var guesses: [String: [String]]?
  /// Failed logins by identity.
  var failedLogins: [String: Int]?
  /// Kind by address.
  var addresses: [String: String]?
  /// Messages relayed without a login, by address.
  var relays: [String: Int]?
  /// Refusals by class, all of them.
  var refusals: [String: Int]?
  /// Warnings that must be there; an empty list means none.
  var warnings: [String]?
  /// Names of files that must be skipped.
  var skipped: [String]?
  /// Lines of all sources.
  var lines: Int?
  /// Authenticated sessions by day, all days.
  var daily: [String: Int]?
  var window: Window?
}
