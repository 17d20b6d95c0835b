/// Ended sessions that are counted together.
///
/// To count a session is to look into tables that are larger than the processor's nearer caches: names, addresses, rows of
/// logins. One after the other, each look waits for memory. For some dozen sessions at once the looks that do not depend on
/// one another are made in a row, and the processor waits for all of them at the same time.
struct EndedSessions: Sendable {
  /// How many are counted together.
  static let room = 64
  /// A word for each of them.
  typealias Words = InlineArray<64, UInt64>

  var sessions: ContiguousArray<EndedSession> = []
  /// The texts of the sessions, one after the other.
  private(set) var words: [UInt64] = []

  init() { sessions.reserveCapacity(EndedSessions.room) }

  var isFull: Bool { sessions.count >= EndedSessions.room }

  /// Takes the only login of the last session, the text of its name if it has no number yet, and the HELO name.
  mutating func keep(
    _ login: LoginFact, _ name: UInt32, text: borrowing PackedText, helo: borrowing PackedText
  ) {
    let last = sessions.count &- 1
    sessions[last].login = login
    sessions[last].name = name
    if name == LoginKey.unsettled { sessions[last].nameText = keep(text) }
    sessions[last].heloText = keep(helo)
  }

  /// Keeps a text until its session is counted.
  private mutating func keep(_ text: borrowing PackedText) -> EndedSession.TextPlace {
    let place = EndedSession.TextPlace(start: words.count, count: text.count)
    for i in 0..<text.wordCount { words.append(text.words[i]) }
    return place
  }

  /// Forgets all of them and keeps the room.
  mutating func clear() {
    sessions.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }
}
