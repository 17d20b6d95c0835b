import MailModel

/// Finished sessions that wait, in the order in which they ended.
///
/// They leave from the front. Each stays in its slot of the table meanwhile, so that nothing of it is moved.
struct HeldSessions: Sendable {
  private var sessions: ContiguousArray<HeldSession> = []
  /// Index of the first one that waits; those before it have left.
  private var first = 0

  /// How many wait.
  var count: Int { sessions.count - first }

  /// Those that wait.
  var all: ContiguousArray<HeldSession>.SubSequence { sessions[first...] }

  /// Takes one more.
  mutating func append(_ session: HeldSession) { sessions.append(session) }

  /// Takes out the one at an index of `all`.
  mutating func remove(at index: Int) -> HeldSession { sessions.remove(at: index) }

  /// Takes out the first one if it began before a local time.
  mutating func takeFirst(before limit: Int64) -> HeldSession? {
    guard first < sessions.count, sessions[first].begin < limit else { return nil }
    let taken = sessions[first]
    first += 1
    if first == sessions.count || first > 1000, first > count {
      sessions.removeSubrange(0..<first)
      first = 0
    }
    return taken
  }
}
