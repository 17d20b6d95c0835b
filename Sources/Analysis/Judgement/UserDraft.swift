import MailModel

/// An identity while its facts are gathered; numbers are those of the tally, so that nothing is compared as text.
struct UserDraft {
  struct ClientKey: Hashable {
    var address: UInt32
    var helo: UInt32
  }

  struct Client {
    /// Logins by port, `unknownPort` where it is not known.
    var ports: [Int: Int] = [:]
    var messages = 0
    var lastAt: Timestamp?
  }

  static let unknownPort = -1

  var identity: String
  var kind: IdentityKind
  var ports: [Int: PortUse] = [:]
  var readiness = ReadinessRule()
  var refusals: [RefusalClass: Int] = [:]
  var failedLogins = 0
  var plaintextLogins = 0
  var clients: [ClientKey: Client] = [:]
  var marks: [EvidenceDraft] = []

  init(identity: String, kind: IdentityKind) {
    self.identity = identity
    self.kind = kind
  }

  /// Takes in logins on a port.
  mutating func logIn(_ port: Int, _ fact: LoginFact) {
    let span = fact.span
    var use = ports[port] ?? PortUse(firstAt: span.firstAt, lastAt: span.lastAt)
    use.sessions += fact.sessions
    use.messages += fact.messages
    use.firstAt = min(use.firstAt, span.firstAt)
    use.lastAt = max(use.lastAt, span.lastAt)
    ports[port] = use
  }

  /// Takes in logins of one program or device.
  mutating func use(_ key: ClientKey, _ port: Int, _ fact: LoginFact) {
    clients[key, default: Client()].ports[port, default: 0] += fact.sessions
    clients[key, default: Client()].messages += fact.messages
    let last = fact.span.lastAt
    clients[key, default: Client()].lastAt = max(clients[key]?.lastAt ?? last, last)
  }

  /// Keeps the first and the last line of each kind and port.
  mutating func note(_ draft: EvidenceDraft) {
    var first: Int?
    var last: Int?
    for i in marks.indices where marks[i].what == draft.what && marks[i].port == draft.port {
      if marks[i].mark == draft.mark { return }
      if first == nil { first = i } else { last = i }
    }
    guard let first, let last else {
      marks.append(draft)
      return
    }
    // Of three, the one in the middle falls.
    let (low, high) = marks[first].precedes(marks[last]) ? (first, last) : (last, first)
    if draft.precedes(marks[low]) {
      marks[low] = draft
    } else if marks[high].precedes(draft) {
      marks[high] = draft
    }
  }

  /// The lines to show: legacy ports first, then refusals, the latest first.
  func chosenEvidence(_ policy: PortPolicy) -> [EvidenceDraft] {
    func rank(_ draft: EvidenceDraft) -> Int {
      if draft.what != .login { return 1 }
      guard let port = draft.port.flatMap({ Int($0) }) else { return 2 }
      return policy.isSubmission(port) ? 3 : 0
    }
    let sorted = marks.sorted { a, b in rank(a) != rank(b) ? rank(a) < rank(b) : b.precedes(a) }
    return Array(sorted.prefix(8))
  }
}
