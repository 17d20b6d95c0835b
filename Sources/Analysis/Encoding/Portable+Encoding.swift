import MailModel

extension OpenSessions.Portable {
  func encode(into out: inout ByteWriter) {
    state.encode(into: &out)
    details.encode(into: &out)
    out.text(helo)
    out.text(sender)
    out.optional(label)
    out.optional(server)
    for login in logins {
      out.optional(login.name)
      for sender in login.senders { out.optional(sender) }
    }
    for refusal in refusals {
      out.optional(refusal.login)
      out.optional(refusal.sender)
      out.text(refusal.reply)
    }
    for failure in failures { out.optional(failure) }
    for relay in relays { out.optional(relay) }
  }

  init(_ reader: inout ByteReader, version: UInt8) throws(EncodingFault) {
    var state = try SessionState(&reader, version: version)
    let details = try SessionDetails(&reader, version: version)
    state.hasRefusals = !details.refusals.isEmpty
    state.isRefusedWithoutLogin = details.refusals.contains { !$0.isLoggedIn && !$0.answersAuth }
    state.hasRelays = !details.relays.isEmpty
    state.awaitsDelivery = !details.messages.isEmpty
    let helo = try reader.text()
    let sender = try reader.text()
    let label = try reader.optional()
    let server = try reader.optional()
    var logins: [(name: [UInt8]?, senders: [[UInt8]?])] = []
    for login in details.logins {
      let name = try Self.text(&reader, of: login.name)
      var senders: [[UInt8]?] = []
      for sender in login.senders { senders.append(try Self.text(&reader, of: sender.sender)) }
      logins.append((name, senders))
    }
    var refusals: [(login: [UInt8]?, sender: [UInt8]?, reply: [UInt8])] = []
    for refusal in details.refusals {
      let login = try Self.text(&reader, of: refusal.login)
      let sender = try Self.text(&reader, of: refusal.sender)
      refusals.append((login, sender, try reader.text()))
    }
    var failures: [[UInt8]?] = []
    for failure in details.failures { failures.append(try Self.text(&reader, of: failure.name)) }
    var relays: [[UInt8]?] = []
    for relay in details.relays { relays.append(try Self.text(&reader, of: relay.sender)) }
    self.init(
      state: state, details: details, helo: helo, sender: sender, label: label, server: server, logins: logins,
      refusals: refusals, failures: failures, relays: relays)
  }

  /// The text behind a number; only one that means that there is none goes without.
  private static func text(_ reader: inout ByteReader, of number: UInt32) throws(EncodingFault) -> [UInt8]? {
    let text = try reader.optional()
    guard text != nil || number >= LoginKey.nobody else {
      throw EncodingFault("an open session names a text that is not there")
    }
    return text
  }

  /// Changes every line mark.
  mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    state.mark = map(state.mark)
    details.mapMarks(map)
  }
}
