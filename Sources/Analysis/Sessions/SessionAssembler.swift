public import MailModel

/// Joins events to sessions and counts what the sessions say.
///
/// A piece of a file is read in one of two ways. *Continuing*: the sessions that are open where the piece begins are known.
/// *Apart*: they are not, because the piece before is still being read elsewhere; then a line of a session that did not
/// begin in this piece is a stray line and is put aside, and `settle` does what continuing would have done. Both ways lead
/// to the same tally; a test holds that.
public struct SessionAssembler: Sendable {
  let context: AnalysisContext
  var tally: Tally
  var table = SessionTable()
  var gate = GateWatch()
  var watch = ServerWatch()
  var traits = SourceTraits(source: 0, piece: 0, format: 0, rsetEndsLogin: false)
  var labels: [[UInt8]] = []
  /// What each of `labels` says.
  var labelTraits: [LabelTraits] = []
  private var strays = StrayLines()
  private var begun: KeySet?
  /// The last claim by the flags of its session, which differ from one session to the next where little else does.
  var lastClaims = [(key: ClaimMemoKey, claim: UInt32)?](repeating: nil, count: ClaimMemoKey.places)
  var memos: [ClaimMemoKey: UInt32] = [:]
  /// Whether the administrator named the services, so that it matters whence a client came.
  let hasServices: Bool
  private var applied = 0
  /// Servers with their numbers in the tally: the word of a key, and the instance that logged.
  private var knownServers: [(word: UInt64, instance: UInt32, number: UInt32)] = []
  /// Short labels with their numbers in `labels`.
  private var shortLabels: [(words: (UInt64, UInt64, UInt64), count: Int, number: UInt32)] = []
  /// The server's address in the last connection that showed one, and its text: most show the same.
  private var lastListener: IPAddress?
  private var lastListenerMark = ClientMark()
  private var lastListenerLength = 0
  /// The servers last noted as logging TLS and as labelling a submission service.
  var lastTLSLogger: UInt32?
  var lastLabeller: UInt32?
  /// The time of the last event of the piece.
  var lastTime = LogTime.undated
  /// Finished sessions that wait for anvil to name their service.
  var held = HeldSessions()
  /// Messages of which it is not known yet where they go.
  var followed = FollowedMessages() {
    didSet { isFollowing = !followed.isEmpty }
  }
  /// Whether there are such messages.
  ///
  /// It is asked for every line, and stored: asking a computed one from another module would copy the whole assembler.
  public private(set) var isFollowing = false
  /// Tells messages that are none of them.
  public internal(set) var followedIDs = MessageFilter()
  /// Finished sessions that wait for others to be counted with.
  var ended = EndedSessions()
  /// When connections began, for anvil.
  var recents = RecentConnections()

  /// Replies as they stand in the log, with their numbers in the tally's table; most servers say the same few.
  var knownReplies: StringTable
  var replyNumbers: [UInt32] = []
  var reply = PackedText()
  /// The name of the login at hand, in lower case; used again and again.
  var name = PackedText()

  /// How long a session may be silent, in milliseconds.
  ///
  /// A line that comes later belongs to another session whose begin is missing: thread and process numbers are used
  /// again. SMTP servers give up after 5 to 10 minutes (RFC 5321 section 4.5.3.2); the rest is room for a change of
  /// summer time.
  static let idleLimit: Int64 = 2 * 3600 * 1000

  /// The same where the line names the client of the session: a program that keeps its connection open with NOOP is silent
  /// in the log for as long as it likes.
  static let idleLimitOfClient: Int64 = 24 * 3600 * 1000

  /// Anvil reports a client's peak when it has been idle or every ten minutes (`anvil_status_update_time`).
  static let anvilPatience: Int64 = 20 * 60 * 1000

  /// An assembler without sessions, which goes on counting from a tally if there is one.
  public init(context: AnalysisContext, tally: Tally? = nil) {
    self.context = context
    hasServices = !context.ports.services.isEmpty
    knownReplies = StringTable(limit: 1000, seed: context.seed)
    self.tally = tally ?? Tally(limits: context.limits, seed: context.seed)
  }

  /// Begins a piece, with the sessions open where it begins, or apart from them.
  public mutating func begin(_ traits: SourceTraits, continuing carried: OpenSessions?) {
    self.traits = traits
    lastTime = .undated
    strays = StrayLines()
    if let carried {
      begun = nil
      restore(carried)
    } else {
      begun = KeySet()
    }
  }

  /// Takes the names of hosts, by the first word of the keys of their sessions.
  public mutating func nameHosts(_ hosts: [UInt64: [UInt8]]) {
    guard traits.keysNameServer else { return }
    let servers = tally.servers
    watch.name { server in
      guard server < LoginKey.nobody else { return nil }
      let text = servers[server]
      guard let host = hosts[text.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }] else { return nil }
      // Of several instances on one host each is a server.
      return text.count > 8 ? host + [0x20, 0x28] + text.dropFirst(8) + [0x29] : host
    }
  }

  /// Ends a piece.
  public mutating func end() -> PieceEnd {
    countEnded()
    defer {
      strays = StrayLines()
      begun = nil
    }
    return PieceEnd(open: takeOpen(), strays: strays, begun: begun, traits: traits)
  }

  /// Brings the stray lines of a piece to the sessions that were open before it; returns what is open after it.
  public mutating func settle(_ piece: PieceEnd, after carried: OpenSessions) -> OpenSessions {
    guard let begunThere = piece.begun else { return piece.open }
    traits = piece.traits
    begun = nil
    restore(carried)
    for stray in piece.strays.lines {
      let line = piece.strays.bytes.span.extracting(stray.bytes)
      var event = stray.event
      apply(&event, line, at: stray.mark)
    }
    // A session whose key began anew in the piece had ended by then.
    for slot in table.usedSlots where begunThere.contains(table.sessions[slot].key) { finish(slot) }
    restore(piece.open)
    return takeOpen()
  }

  /// Ends every session that is still open, as at the end of the last file.
  ///
  /// - Parameter servers: what all logs have shown; nothing where this one is all.
  public mutating func finishAll(_ open: OpenSessions, knowing servers: ServerHistories? = nil) {
    restore(open)
    let servers = servers ?? ServerHistories([open])
    let names = tally.servers
    watch.settle { $0 < LoginKey.nobody ? servers[names[$0]] : nil }
    for slot in table.usedSlots { finish(slot) }
    releaseHeld(before: Int64.max)
    releaseWaiting(before: Int64.max)
    gate = GateWatch()
    watch.clear()
  }

  /// The counted facts; the assembler is empty afterwards.
  public mutating func takeTally() -> Tally {
    countEnded()
    lastTLSLogger = nil
    lastLabeller = nil
    lastClaims = Array(repeating: nil, count: ClaimMemoKey.places)
    memos = [:]
    knownServers = []
    lastListener = nil
    knownReplies = StringTable(limit: 1000, seed: context.seed)
    replyNumbers = []
    var taken = Tally(limits: context.limits, seed: context.seed)
    swap(&taken, &tally)
    return taken
  }

  /// Takes the event of a line; `number` is the line's number in the piece, from 1.
  public mutating func apply(_ event: LogEvent, _ line: borrowing Span<UInt8>, number: Int) {
    var event = event
    apply(reading: &event, line, number: number)
  }

  /// The same for an event that stays where it is, and as it is: a hundred bytes that the parser has just written in small
  /// parts are read back in large ones when they are copied, and the processor waits for that.
  public mutating func apply(reading event: inout LogEvent, _ line: borrowing Span<UInt8>, number: Int) {
    let mark = LineMark(source: traits.source, piece: traits.piece, line: UInt32(truncatingIfNeeded: number))
    apply(&event, line, at: mark)
  }

  @inline(__always)
  private mutating func apply(_ event: inout LogEvent, _ line: borrowing Span<UInt8>, at mark: LineMark) {
    lastTime = event.time
    switch event.kind {
    case .postscreenConnected, .postscreenPassed:
      gate.note(event, line)
      noteGate(event, line)
      return
    case .anvilPeak:
      settleAnvil(event, line)
      return
    case .serverConfigured:
      if traits.keysNameServer, !event.time.isUndated {
        watch.noteConfigured(server(event.key, label(line, event.service)), at: event.time.local)
      }
      return
    case .tlsEstablished:
      if traits.keysNameServer, !event.time.isUndated {
        watch.noteTLS(server(event.key, label(line, event.service)), at: event.time.local)
      }
    default: break
    }
    applied &+= 1
    if applied & 0xfff == 0 { lookAfterSessions(event.time) }
    guard let slot = table.find(event.key) else {
      applyToNone(&event, line, mark)
      return
    }
    var idleLimit = SessionAssembler.idleLimit
    if traits.keysNameServer {
      switch meet(&event, line, slot) {
      case .unknown: break
      case .same: idleLimit = SessionAssembler.idleLimitOfClient
      case .another:
        finish(slot)
        applyToNone(&event, line, mark)
        return
      }
    }
    switch table.sessions[slot].note(&event, rsetEndsLogin: traits.rsetEndsLogin, idleLimit: idleLimit) {
    case .done: return
    case .more: take(&event, line, mark, slot)
    case .ended:
      finish(slot)
      applyToNone(&event, line, mark)
    }
  }

  /// Ends sessions whose time is over.
  private mutating func lookAfterSessions(_ time: LogTime) {
    // Few sessions of a busy log wait at a time; they stay in the processor's cache.
    releaseHeld(before: time.local &- SessionAssembler.anvilPatience)
    recents.forget(before: time.local &- SessionAssembler.anvilPatience)
    if applied & 0xffff == 0 {
      finishIdle(before: time)
      releaseWaiting(before: time.local &- SessionAssembler.followPatience)
    }
  }

  /// Takes an event whose session is not known.
  private mutating func applyToNone(_ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark) {
    if event.kind == .connected {
      begun?.insert(event.key)
      open(&event, line, mark, isHeadless: false)
      return
    }
    if let begun, !begun.contains(event.key) {
      strays.append(event, line, mark)
      return
    }
    switch event.kind {
    case .quit: return
    case .disconnected where event.counters.authAccepted == 0 && event.counters.mailTotal == 0: return
    default: break
    }
    let slot = open(&event, line, mark, isHeadless: true)
    table.sessions[slot].mayBeLoggedIn = !traits.keysNameServer
    let followUp = table.sessions[slot].note(
      &event, rsetEndsLogin: traits.rsetEndsLogin, idleLimit: SessionAssembler.idleLimit)
    if followUp == .more {
      take(&event, line, mark, slot)
    }
  }

  @discardableResult
  private mutating func open(
    _ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, isHeadless: Bool
  ) -> Int {
    var session = SessionState(key: event.key, time: event.time, mark: mark, format: traits.format)
    session.isHeadless = isHeadless
    session.pathPort = traits.pathPort
    let client = SessionAssembler.client(in: &event)
    session.client = IPAddress(line.extracting(client.indices))
    if traits.keysNameServer { session.clientMark = ClientMark(line, client) }
    if !event.service.isEmpty { session.label = label(line, event.service) }
    if event.kind == .connected {
      session.loggedPort = event.code
      if context.joinsConnections { session.clientPort = SessionAssembler.clientPort(line, behind: event.first) }
      if !event.second.isEmpty { session.listener = listener(line, event.second) }
      session.isFromOutside = session.client.map { !$0.isLoopback } ?? false
      if session.label != SessionState.noLabel, let client = session.client {
        recents.append(RecentConnections.Connection(host: event.key.high, client: client, at: event.time.local))
        if labelTraits[Int(session.label)].isPlain { passGate(&session, line, behind: event.first) }
      }
    }
    session.server = server(event.key, session.label)
    noteLabel(of: session)
    return table.insert(session)
  }

  /// The server's address in a connection.
  private mutating func listener(_ line: borrowing Span<UInt8>, _ range: ByteRange) -> IPAddress? {
    // Of a text of up to 16 bytes the mark holds all.
    let mark = ClientMark(line, range)
    if let lastListener, range.count == lastListenerLength, mark == lastListenerMark { return lastListener }
    guard let listener = IPAddress(line.extracting(range.indices)) else { return nil }
    if listener != lastListener {
      tally.ownAddresses.insert(listener)
      lastListener = listener
    }
    lastListenerMark = mark
    lastListenerLength = range.count <= 16 ? range.count : -1
    return listener
  }

  /// Notes when a service with a label begins to serve somebody.
  @inline(__always)
  private mutating func noteLabel(of session: SessionState) {
    guard session.label != SessionState.noLabel, labelTraits[Int(session.label)].port != 0,
      traits.keysNameServer, !session.begin.isUndated
    else { return }
    let label = labelTraits[Int(session.label)]
    watch.noteLabel(session.server, label.port, isSubmission: label.namesSubmission, at: session.begin.local)
    // "postfix-submission" stands beside "postfix", as "postfix/submission" does.
    if label.standsAlone, label.namesSubmission {
      let beside = server(session.key, SessionState.noLabel)
      watch.noteLabel(beside, label.port, isSubmission: true, at: session.begin.local)
    }
  }

  /// Sessions that no line will continue are ended now and then, so that a log without `Disconnected` does not fill memory.
  private mutating func finishIdle(before time: LogTime) {
    guard table.count > 256 else { return }
    for slot in table.usedSlots {
      let limit =
        table.sessions[slot].clientMark.isKnown ? SessionAssembler.idleLimitOfClient : SessionAssembler.idleLimit
      if time.local &- table.sessions[slot].lastLocal > limit { finish(slot) }
    }
  }

  /// The label's number in `labels`; there are a handful, and the short ones are known by three words of them.
  mutating func label(_ line: borrowing Span<UInt8>, _ range: ByteRange) -> UInt32 {
    let (start, end) = (Int(range.start), Int(range.end))
    let middle = min(start &+ 8, max(start, end &- 8))
    let words = (
      line.word(at: start, upTo: end), line.word(at: middle, upTo: end), line.word(at: max(start, end &- 8), upTo: end)
    )
    for known in shortLabels where known.count == range.count && known.words == words { return known.number }
    let number = number(ofLabel: bytes(line, range))
    // Of a longer one the three words do not tell everything: "postfix/submission" has 18 bytes.
    if range.count <= 24, shortLabels.count < 16 { shortLabels.append((words, range.count, number)) }
    return number
  }

  mutating func number(ofLabel text: [UInt8]) -> UInt32 {
    if let known = labels.firstIndex(of: text) { return UInt32(known) }
    // Labels come from the server's configuration; a thousand of them are no configuration.
    guard labels.count < 1000 else { return SessionState.noLabel }
    labels.append(text)
    labelTraits.append(LabelTraits(text, number: UInt32(labels.count), context.ports))
    return UInt32(labels.count - 1)
  }

  /// The server's number: where the log names the host, the first word of the key stands for it.
  ///
  /// Of several instances of Postfix on one host each is a server: `postfix-out/smtpd`, `postfix-out/submission/smtpd`.
  mutating func server(_ key: SessionKey, _ label: UInt32) -> UInt32 {
    guard traits.keysNameServer else { return LoginKey.nobody }
    let instance = label == SessionState.noLabel ? 0 : labelTraits[Int(label)].instance
    for known in knownServers where known.word == key.high && known.instance == instance { return known.number }
    var text = (0..<8).map { UInt8(truncatingIfNeeded: key.high >> (8 * UInt64($0))) }
    if instance > 0 { text += LabelTraits.instance(in: labels[Int(label)]) }
    let number = tally.servers.intern(text)
    if knownServers.count < 64 { knownServers.append((key.high, instance, number)) }
    return number
  }

  func bytes(_ line: borrowing Span<UInt8>, _ range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for i in range.indices { result.append(line[i]) }
    return result
  }
}
