import MailModel

/// Counts what is put into a log, so that an audit of it can be compared with what it must find.
struct TruthTally {
  private var seenAddresses: [Bool]
  private var loggedIn: [Bool]
  private var claimed: [Bool]
  private var domainHasLogin = [false, false, false]
  private var refusedSenders = [0, 0, 0]
  private(set) var refusals: [RefusalClass: Int] = [:]
  private(set) var byPort: [Int: PortCount] = [:]
  private(set) var shownByPort: [String: PortCount] = [:]
  private(set) var byEvidence: [PortEvidence: Int] = [:]

  /// Connections from clients.
  private(set) var sessions = 0
  /// Messages taken for elsewhere without a login.
  private(set) var unauthenticatedRelays = 0
  /// Answers to AUTH that said no.
  var failedLogins = 0
  /// Sessions in which this server was the client.
  var outgoingSessions = 0
  /// Logins with PLAIN or LOGIN without TLS.
  var plaintextLogins = 0

  init(population: Population) {
    seenAddresses = Array(repeating: false, count: population.addresses.count)
    loggedIn = Array(repeating: false, count: population.logins.count)
    claimed = loggedIn
  }

  /// A client connected.
  mutating func session(from address: Int) {
    sessions += 1
    seenAddresses[address] = true
  }

  /// A session ended in which a login succeeded; `shown` is the port as the log tells it, or nothing.
  mutating func authenticated(port: Int, shown: Int?, evidence: PortEvidence, messages: Int) {
    byPort[port, default: PortCount()].sessions += 1
    byPort[port, default: PortCount()].messages += messages
    let name = shown.map(String.init) ?? "unknown"
    shownByPort[name, default: PortCount()].sessions += 1
    shownByPort[name, default: PortCount()].messages += messages
    byEvidence[shown == nil ? PortEvidence.none : evidence, default: 0] += 1
  }

  /// The log names this user beside a login that succeeded.
  mutating func login(user: Int) {
    loggedIn[user] = true
    domainHasLogin[Population.domain(ofUser: user)] = true
  }

  /// A local sender without login was told to use the submission port.
  mutating func refusedSender(user: Int) {
    claimed[user] = true
    refusedSenders[Population.domain(ofUser: user)] += 1
  }

  /// A message of a local sender was taken for elsewhere without a login, because the address is trusted.
  mutating func relayed(user: Int) {
    claimed[user] = true
    unauthenticatedRelays += 1
  }

  /// Something was refused for a reason that needs no knowledge of local domains.
  mutating func refusal(_ reason: RefusalClass) { refusals[reason, default: 0] += 1 }

  /// Addresses from which somebody connected.
  var addresses: Int { seenAddresses.count { $0 } }

  /// Sessions in which a login succeeded.
  var authenticatedSessions: Int { byPort.values.reduce(0) { $0 + $1.sessions } }

  /// Messages taken while logged in.
  var messages: Int { byPort.values.reduce(0) { $0 + $1.messages } }

  /// Users whose login succeeded.
  var authenticatedUsers: Int { loggedIn.count { $0 } }

  /// Users known by MAIL FROM alone; a domain is local when some login was of that domain.
  var senderUsers: Int {
    claimed.indices.count { claimed[$0] && !loggedIn[$0] && domainHasLogin[Population.domain(ofUser: $0)] }
  }

  /// Refusals by class; a sender whose domain no login shows to be local is a stranger, refused for other reasons.
  var refusalsByClass: [RefusalClass: Int] {
    var all = refusals
    for (domain, count) in refusedSenders.enumerated() where count > 0 {
      all[domainHasLogin[domain] ? .submissionRequired : .other, default: 0] += count
    }
    return all
  }
}
