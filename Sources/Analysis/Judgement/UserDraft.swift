import MailModel

/// An identity while its facts are gathered; numbers are those of the tally, so that nothing is compared as text.
struct UserDraft {
  static let unknownPort = -1

  /// Number of its identity.
  var identity: Int32
  var kind: IdentityKind
  /// Use by port, `unknownPort` where it is not known; there are a few.
  var ports: [(port: Int, use: PortUse)] = []
  var readiness = ReadinessRule()
  /// Refusals by class; there are a few.
  var refusals: [(refusalClass: RefusalClass, count: Int)] = []
  var failedLogins = 0
  var plaintextLogins = 0
  var senders = SenderSketch()
  var lastRelayed: Timestamp?
  /// Whether something besides a MAIL FROM says that it is a user of this server.
  var isBelieved = false
  /// Refusals with `submissionRequired` in logins on unknown ports, and the begin of the last session with one.
  var toldOff: (count: Int, lastAt: Timestamp?) = (0, nil)
  var marks: [EvidenceDraft] = []

  init(identity: Int32, kind: IdentityKind) {
    self.identity = identity
    self.kind = kind
  }

  /// Takes in logins on a port.
  mutating func logIn(_ port: Int, _ fact: LoginFact) {
    let span = fact.span
    senders.formUnion(fact.senders)
    guard let i = ports.firstIndex(where: { $0.port == port }) else {
      ports.append(
        (
          port,
          PortUse(sessions: fact.sessions, messages: fact.messages, firstAt: span.firstAt, lastAt: span.lastAt)
        ))
      return
    }
    ports[i].use.sessions += fact.sessions
    ports[i].use.messages += fact.messages
    ports[i].use.firstAt = min(ports[i].use.firstAt, span.firstAt)
    ports[i].use.lastAt = max(ports[i].use.lastAt, span.lastAt)
  }

  /// Takes in refusals with `submissionRequired` in its own logins on unknown ports.
  mutating func tellOff(_ fact: RefusalFact) {
    toldOff.count += fact.count
    toldOff.lastAt = max(toldOff.lastAt ?? fact.span.lastAt, fact.span.lastAt)
  }

  /// How far it has moved, from all that was gathered.
  var settledReadiness: ReadinessRule {
    var rule = readiness
    // Whoever sends again, from an address that is trusted by now, is not refused any more.
    if let refused = rule.lastRefused, let relayed = lastRelayed, relayed >= refused { rule.lastRefused = nil }
    if ports.isEmpty, lastRelayed != nil { rule.lastClaimed = nil }
    if let unknown = ports.first(where: { $0.port == UserDraft.unknownPort })?.use {
      rule.settleUnknown(
        sessions: unknown.sessions, messages: unknown.messages, toldOff: toldOff.count, lastToldOff: toldOff.lastAt)
    }
    return rule
  }

  /// Takes in refusals.
  mutating func refuse(_ refusalClass: RefusalClass, _ count: Int) {
    guard let i = refusals.firstIndex(where: { $0.refusalClass == refusalClass }) else {
      refusals.append((refusalClass, count))
      return
    }
    refusals[i].count += count
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

  /// Lets go of the lists, once they are in its report.
  mutating func dropLists() {
    ports = []
    refusals = []
    marks = []
  }

  /// The lines to show: legacy ports first, then refusals, the latest first.
  func chosenEvidence(_ policy: PortPolicy) -> [EvidenceDraft] {
    func rank(_ draft: EvidenceDraft) -> Int {
      if draft.what != .login { return 1 }
      if draft.port == UserDraft.unknownPort { return 2 }
      return policy.isSubmission(draft.port) ? 3 : 0
    }
    if marks.count < 2 { return marks }
    let sorted = marks.sorted { a, b in rank(a) != rank(b) ? rank(a) < rank(b) : b.precedes(a) }
    return sorted.count > 8 ? Array(sorted.prefix(8)) : sorted
  }
}
