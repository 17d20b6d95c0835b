/// Failed logins under one name in a running session.
struct PendingFailure: Sendable {
  /// Number in `Tally.failedNames`, or `LoginKey.nobody` without a name.
  var name: UInt32
  var count: Int
  /// The line of the last one.
  var mark: LineMark
}
