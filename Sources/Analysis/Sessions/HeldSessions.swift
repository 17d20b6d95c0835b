import MailModel

/// Finished sessions that wait, in the order in which they ended.
///
/// They leave from the front, and each is moved, not copied: it has lists of its own.
struct HeldSessions: Sendable {
  private var sessions: ContiguousArray<HeldSession> = []
  /// Index of the first one that waits; those before it have left.
  private var first = 0

  /// How many wait.
  var count: Int { sessions.count - first }

  /// Those that wait.
  var all: ContiguousArray<HeldSession>.SubSequence { sessions[first...] }

  /// Looks up the names of logins, where that was put off.
  mutating func settleNames(in names: inout StringTable) {
    for i in sessions.indices[first...] { sessions[i].details.settleName(in: &names) }
  }

  /// Takes one more.
  mutating func append(_ session: HeldSession) { sessions.append(session) }

  /// Takes out the one at an index of `all`.
  mutating func remove(at index: Int) -> HeldSession { sessions.remove(at: index) }

  /// Takes out the first one if it began before a local time.
  mutating func takeFirst(before limit: Int64) -> HeldSession? {
    guard first < sessions.count, sessions[first].session.begin.local < limit else { return nil }
    var taken = HeldSession(session: sessions[first].session, details: SessionDetails())
    swap(&taken.details, &sessions[first].details)
    first += 1
    if first == sessions.count || first > 1000, first > count {
      sessions.removeSubrange(0..<first)
      first = 0
    }
    return taken
  }
}
