/// What only some lines of a session touch: its texts, its AUTH exchange, and what will be counted of it.
///
/// It stands apart from `SessionState`, so that most lines find their session in plain fields. The next session in the
/// same slot takes it over empty but with its room, so that a connection costs no allocation.
struct SessionDetails: Sendable {
  /// The name after HELO or EHLO as said, and MAIL FROM in lower case; at most `SessionDetails.textLimit` bytes.
  var helo = PackedText()
  var sender = PackedText()
  /// The AUTH exchange; of meaning while `isInAuth` says so.
  var dialogue = LoginDialogue()
  var isInAuth = false
  var logins = LoginList()
  /// The name of the first login, while its number is `LoginKey.unsettled`.
  var loginName = PackedText()
  var refusals: [PendingRefusal] = []
  var failures: [PendingFailure] = []
  var relays: [(sender: UInt32, messages: Int, mark: LineMark)] = []
  var messages: [PendingMessage] = []

  /// Bytes kept of a HELO name and of MAIL FROM; a path may have 256 (RFC 5321 section 4.5.3.1.3).
  static let textLimit = 256

  /// Whether there is nothing to count but at most one login, whose name is readable.
  @inline(__always)
  func isPlain(sawLogin: Bool) -> Bool {
    !logins.hasSeveral && refusals.isEmpty && failures.isEmpty && relays.isEmpty
      && (!sawLogin || !logins.isEmpty && logins.firstName != LoginKey.nobody)
  }

  /// Takes an accepted message into the last login, with MAIL FROM of its transaction.
  @inline(__always)
  mutating func takeMessage(hasSender: Bool) { logins.takeMessage(from: sender, hasSender: hasSender) }

  /// Notes that a message was taken behind the refusals of the login in force.
  mutating func followRefusals() {
    for i in refusals.indices where refusals[i].isLoggedIn { refusals[i].isFollowed = true }
  }

  /// Looks up the name of the first login, if that was put off.
  mutating func settleName(in names: inout StringTable) {
    guard !logins.isEmpty, logins.firstName == LoginKey.unsettled else { return }
    logins.nameFirst(names.intern(loginName))
  }

  /// Empties everything and keeps the room.
  mutating func clear() {
    helo.count = 0
    sender.count = 0
    isInAuth = false
    logins.clear()
    if !refusals.isEmpty { refusals.removeAll(keepingCapacity: true) }
    if !failures.isEmpty { failures.removeAll(keepingCapacity: true) }
    if !relays.isEmpty { relays.removeAll(keepingCapacity: true) }
    if !messages.isEmpty { messages.removeAll(keepingCapacity: true) }
  }
}
