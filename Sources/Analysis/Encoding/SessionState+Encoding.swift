import MailModel

/// A running session as bytes.
///
/// Numbers of texts are only kept where they mean that there is none (`nobody`, `overflow`); the texts themselves stand
/// in `OpenSessions.Portable`.
extension SessionState {
  func encode(into out: inout ByteWriter) {
    out.word(key.high)
    out.word(key.low)
    out.word(key.lane)
    out.signed(begin.local)
    out.signed(Int64(begin.offset))
    out.signed(lastLocal)
    out.mark(mark)
    out.number(format)
    for address in [client, listener] {
      out.flag(address != nil)
      if let address { out.address(address) }
    }
    for port in [loggedPort, pathPort, gatePort, anvilPort, clientPort] { out.number(port) }
    for flag in [
      isHeadless, isOutgoing, isDialogue, sawTransaction, isLoggedIn, sawLogin, usesTLS, usedStarttls, hasCounters,
      nullSender, relaysNext, summaryAwaitsReply, lastReplyContinues,
    ] { out.flag(flag) }
    out.number(command.rawValue)
    out.number(deliveries)
    out.number(begunMessages)
    out.flag(dialogue != nil)
    if let dialogue { dialogue.encode(into: &out) }
    out.number(UInt64(logins.count))
    for login in logins {
      out.reference(SessionState.special(login.name))
      out.number(login.messages)
      out.number(login.plaintext)
      out.mark(login.mark)
      out.word(login.sketch.bits)
      out.number(UInt64(login.senders.count))
      for sender in login.senders {
        out.reference(SessionState.special(sender.sender))
        out.number(sender.messages)
      }
    }
    out.number(UInt64(refusals.count))
    for refusal in refusals {
      out.reference(SessionState.special(refusal.login))
      out.reference(SessionState.special(refusal.sender))
      out.flag(refusal.isLoggedIn)
      out.flag(refusal.answersAuth)
      out.number(refusal.count)
      out.mark(refusal.mark)
    }
    out.number(UInt64(failures.count))
    for failure in failures {
      out.reference(SessionState.special(failure.name))
      out.number(failure.count)
    }
    out.number(UInt64(relays.count))
    for relay in relays {
      out.reference(SessionState.special(relay.sender))
      out.number(relay.messages)
      out.mark(relay.mark)
    }
  }

  /// - Parameter version: of the open sessions; version 1 had neither client port nor senders of logins.
  init(_ reader: inout ByteReader, version: UInt8) throws(EncodingFault) {
    let key = SessionKey(high: try reader.word(), low: try reader.word(), lane: try reader.word())
    let begin = LogTime(local: try reader.signed(), offset: try reader.int32())
    let lastLocal = try reader.signed()
    let mark = try reader.mark()
    self.init(key: key, time: begin, mark: mark, format: try reader.byte())
    self.lastLocal = lastLocal
    if try reader.flag() { client = try reader.address() }
    if try reader.flag() { listener = try reader.address() }
    loggedPort = try reader.number(as: UInt16.self)
    pathPort = try reader.number(as: UInt16.self)
    gatePort = try reader.number(as: UInt16.self)
    anvilPort = try reader.number(as: UInt16.self)
    if version > 1 { clientPort = try reader.number(as: UInt16.self) }
    isHeadless = try reader.flag()
    isOutgoing = try reader.flag()
    isDialogue = try reader.flag()
    sawTransaction = try reader.flag()
    isLoggedIn = try reader.flag()
    sawLogin = try reader.flag()
    usesTLS = try reader.flag()
    usedStarttls = try reader.flag()
    hasCounters = try reader.flag()
    nullSender = try reader.flag()
    relaysNext = try reader.flag()
    summaryAwaitsReply = try reader.flag()
    lastReplyContinues = try reader.flag()
    guard let command = PendingCommand(rawValue: try reader.byte()) else { throw EncodingFault("no such command") }
    self.command = command
    deliveries = try reader.integer()
    begunMessages = try reader.integer()
    if try reader.flag() { dialogue = try LoginDialogue(&reader) }
    try readLists(&reader, version: version)
  }

  private mutating func readLists(_ reader: inout ByteReader, version: UInt8) throws(EncodingFault) {
    for _ in 0..<(try reader.count()) {
      var login = PendingLogin(
        name: try reader.reference(), messages: try reader.integer(), plaintext: try reader.integer(),
        mark: try reader.mark())
      if version > 1 { login.sketch = SenderSketch(bits: try reader.word()) }
      for _ in 0..<(try reader.count()) { login.senders.append((try reader.reference(), try reader.integer())) }
      logins.append(login)
    }
    for _ in 0..<(try reader.count()) {
      refusals.append(
        PendingRefusal(
          login: try reader.reference(), sender: try reader.reference(), reply: 0, isLoggedIn: try reader.flag(),
          answersAuth: try reader.flag(), count: try reader.integer(), mark: try reader.mark()))
    }
    for _ in 0..<(try reader.count()) { failures.append((try reader.reference(), try reader.integer())) }
    for _ in 0..<(try reader.count()) {
      relays.append((try reader.reference(), try reader.integer(), try reader.mark()))
    }
  }

  mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    mark = map(mark)
    for i in logins.indices { logins[i].mark = map(logins[i].mark) }
    for i in refusals.indices { refusals[i].mark = map(refusals[i].mark) }
    for i in relays.indices { relays[i].mark = map(relays[i].mark) }
  }

  /// A number that means no text as it is, any other as 0: it is given anew when the session is restored.
  private static func special(_ number: UInt32) -> UInt32 { number >= LoginKey.nobody ? number : 0 }
}
