import MailModel

/// The lists of a running session as bytes, behind those of its plain fields.
///
/// Numbers of texts are only kept where they mean that there is none (`nobody`, `overflow`); the texts themselves stand
/// in `OpenSessions.Portable`.
extension SessionDetails {
  func encode(into out: inout ByteWriter) {
    out.flag(isInAuth)
    if isInAuth { dialogue.encode(into: &out) }
    out.number(UInt64(logins.count))
    for login in logins {
      out.reference(SessionDetails.special(login.name))
      out.number(login.messages)
      out.number(login.plaintext)
      out.mark(login.mark)
      out.word(login.sketch.bits)
      out.number(UInt64(login.senders.count))
      for sender in login.senders {
        out.reference(SessionDetails.special(sender.sender))
        out.number(sender.messages)
      }
    }
    out.number(UInt64(refusals.count))
    for refusal in refusals {
      out.reference(SessionDetails.special(refusal.login))
      out.reference(SessionDetails.special(refusal.sender))
      out.flag(refusal.isLoggedIn)
      out.flag(refusal.answersAuth)
      out.number(refusal.count)
      out.mark(refusal.mark)
      out.flag(refusal.isFollowed)
    }
    out.number(UInt64(failures.count))
    for failure in failures {
      out.reference(SessionDetails.special(failure.name))
      out.number(failure.count)
      out.mark(failure.mark)
    }
    out.number(UInt64(relays.count))
    for relay in relays {
      out.reference(SessionDetails.special(relay.sender))
      out.number(relay.messages)
      out.mark(relay.mark)
    }
    out.number(UInt64(messages.count))
    for message in messages {
      out.word(message.id)
      out.mark(message.mark)
      out.flag(message.idBefore != nil)
      if let id = message.idBefore { out.word(id) }
      out.optional(message.sender)
      out.number(message.signs.rawValue)
    }
  }

  /// - Parameter version: of the open sessions; version 1 had no senders of logins, up to version 3 no refusal said whether a message followed it,
  ///   and version 4 had no lines of failed logins, up to version 6 no messages were followed.
  init(_ reader: inout ByteReader, version: UInt8) throws(EncodingFault) {
    isInAuth = try reader.flag()
    if isInAuth { dialogue = try LoginDialogue(&reader) }
    for _ in 0..<(try reader.count()) {
      var login = PendingLogin(
        name: try reader.reference(), messages: try reader.integer(), plaintext: try reader.integer(),
        mark: try reader.mark())
      if version > 1 { login.sketch = SenderSketch(bits: try reader.word()) }
      for _ in 0..<(try reader.count()) { login.senders.append((try reader.reference(), try reader.integer())) }
      logins.append(login)
    }
    for _ in 0..<(try reader.count()) {
      var refusal = PendingRefusal(
        login: try reader.reference(), sender: try reader.reference(), reply: 0, isLoggedIn: try reader.flag(),
        answersAuth: try reader.flag(), count: try reader.integer(), mark: try reader.mark())
      if version > 3 { refusal.isFollowed = try reader.flag() }
      refusals.append(refusal)
    }
    for _ in 0..<(try reader.count()) {
      failures.append(
        PendingFailure(
          name: try reader.reference(), count: try reader.integer(), mark: version > 4 ? try reader.mark() : .none))
    }
    for _ in 0..<(try reader.count()) {
      relays.append((try reader.reference(), try reader.integer(), try reader.mark()))
    }
    guard version > 6 else { return }
    for _ in 0..<(try reader.count()) {
      var message = PendingMessage(id: try reader.word(), mark: try reader.mark())
      if try reader.flag() { message.idBefore = try reader.word() }
      message.sender = try reader.optional()
      message.signs = MessageSigns(rawValue: try reader.byte())
      messages.append(message)
    }
  }

  mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    for i in logins.indices { logins[i].mark = map(logins[i].mark) }
    for i in refusals.indices { refusals[i].mark = map(refusals[i].mark) }
    for i in failures.indices { failures[i].mark = map(failures[i].mark) }
    for i in relays.indices { relays[i].mark = map(relays[i].mark) }
    for i in messages.indices { messages[i].mark = map(messages[i].mark) }
  }

  /// A number that means no text as it is, any other as 0: it is given anew when the session is restored.
  private static func special(_ number: UInt32) -> UInt32 { number >= LoginKey.nobody ? number : 0 }
}
