import MailModel

/// The plain fields of a running session as bytes.
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
      nullSender, relaysNext, summaryAwaitsReply,
    ] { out.flag(flag) }
    out.number(continuingCode)
    out.number(command.rawValue)
    out.number(deliveries)
    out.number(begunMessages)
    out.flag(sawTLSLine)
    out.flag(isFromOutside)
    out.word(clientMark.words.0)
    out.word(clientMark.words.1)
    out.flag(mayBeLoggedIn)
  }

  /// - Parameter version: of the open sessions; version 1 had neither client port nor senders of logins, version 2 no code of a
  ///   reply that goes on, and nothing of what stands last, version 3 not whether it may be logged in.
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
    if version > 2 { continuingCode = try reader.number(as: UInt16.self) } else { _ = try reader.flag() }
    guard let command = PendingCommand(rawValue: try reader.byte()) else { throw EncodingFault("no such command") }
    self.command = command
    deliveries = try reader.integer()
    begunMessages = try reader.integer()
    guard version > 2 else {
      // What the counters say of TLS comes with the end of a session.
      sawTLSLine = usesTLS && !usedStarttls
      return
    }
    sawTLSLine = try reader.flag()
    isFromOutside = try reader.flag()
    clientMark = ClientMark(words: (try reader.word(), try reader.word()))
    if version > 3 { mayBeLoggedIn = try reader.flag() }
  }
}
