import MailModel

/// The logins of a running session, in their order.
///
/// Nearly all sessions log in once. The first login stands here itself, and in the next session of the same slot its room
/// is used again, so that a login costs neither an allocation nor a reference.
struct LoginList: Sendable, RandomAccessCollection, MutableCollection {
  private var first = PendingLogin(name: LoginKey.nobody, mark: LineMark(source: 0, piece: 0, line: 0))
  private var others: [PendingLogin] = []
  private var hasFirst = false

  init() {}

  // What is asked of a list in its slot is compiled into the caller, which then copies nothing.
  var startIndex: Int { @inline(__always) get { 0 } }
  var endIndex: Int { @inline(__always) get { hasFirst ? 1 &+ others.count : 0 } }
  var isEmpty: Bool { @inline(__always) get { !hasFirst } }
  /// The number of the name of the last login.
  var lastName: UInt32? { @inline(__always) get { hasFirst ? others.last?.name ?? first.name : nil } }
  /// The number of the name of the first login; without meaning in an empty list.
  var firstName: UInt32 { @inline(__always) get { first.name } }
  /// Whether there is more than one login.
  var hasSeveral: Bool { @inline(__always) get { !others.isEmpty } }

  /// What is counted of the first login of a session that began at this moment; without meaning in an empty list.
  @inline(__always)
  func firstFact(at moment: Timestamp) -> LoginFact {
    LoginFact(
      sessions: 1, messages: first.messages, withoutVisibleTLS: first.plaintext, senders: first.sketch,
      span: SessionSpan(at: moment, mark: first.mark))
  }

  /// Gives the first login its number.
  @inline(__always)
  mutating func nameFirst(_ number: UInt32) { first.name = number }

  /// Takes a message into the last login; its sender may be none.
  @inline(__always)
  mutating func takeMessage(from sender: borrowing PackedText, hasSender: Bool) {
    if others.isEmpty {
      first.messages &+= 1
      if hasSender { first.sketch.insert(sender) }
    } else {
      others[others.count &- 1].messages &+= 1
      if hasSender { others[others.count &- 1].sketch.insert(sender) }
    }
  }

  /// Takes a message that begins in the last login; `isClear` says that its line shows the password to have gone in clear.
  @inline(__always)
  mutating func beginMessage(isClear: Bool) {
    if others.isEmpty {
      first.messages &+= 1
      if isClear { first.plaintext = 1 }
    } else {
      others[others.count &- 1].messages &+= 1
      if isClear { others[others.count &- 1].plaintext = 1 }
    }
  }

  /// Takes it that no password went in clear.
  @inline(__always)
  mutating func forgetPlaintext() {
    first.plaintext = 0
    for i in others.indices { others[i].plaintext = 0 }
  }

  subscript(position: Int) -> PendingLogin {
    @inline(__always) _read {
      precondition(position >= 0 && position < endIndex)
      if position == 0 { yield first } else { yield others[position &- 1] }
    }
    @inline(__always) _modify {
      precondition(position >= 0 && position < endIndex)
      if position == 0 { yield &first } else { yield &others[position &- 1] }
    }
  }

  mutating func append(_ login: PendingLogin) {
    if hasFirst {
      others.append(login)
    } else {
      first = login
      hasFirst = true
    }
  }

  /// Appends a login in which nothing was accepted yet.
  @inline(__always)
  mutating func append(name: UInt32, plaintext: Int, mark: LineMark) {
    if hasFirst {
      others.append(PendingLogin(name: name, plaintext: plaintext, mark: mark))
      return
    }
    hasFirst = true
    first.name = name
    first.messages = 0
    first.plaintext = plaintext
    first.mark = mark
    first.sketch = SenderSketch()
    if !first.senders.isEmpty { first.senders = [] }
  }

  /// Forgets all of them.
  @inline(__always)
  mutating func clear() {
    hasFirst = false
    if !others.isEmpty { others.removeAll() }
  }
}
