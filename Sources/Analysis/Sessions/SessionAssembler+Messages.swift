public import MailModel

/// Where messages go that were taken without a login.
///
/// smtpd does not say whether a message is for somebody here or is to be brought elsewhere; the lines of its queue id do. Of
/// clients of the own network and trusted ones that is the difference between a scanner that writes to people here and one
/// that uses the server to send, which a closed port would cut off. Mail from strangers is not followed: what they bring is
/// for people here, as Postfix sees to.
extension SessionAssembler {
  /// For how long the lines of a message are waited for, in milliseconds; most come within seconds, some after hours.
  static let followPatience: Int64 = 24 * 3600 * 1000
  /// Of a session with more messages the others are not followed.
  private static let messagesOfSession = 1000

  /// Follows no earlier message under the queue id of one that begins: queue ids are used again.
  mutating func endEarlierMessage(_ event: inout LogEvent, _ line: borrowing Span<UInt8>) {
    guard !followed.isEmpty, !event.fourth.isEmpty else { return }
    let id = QueueID.number(line, event.fourth.indices)
    if let earlier = followed.slot(host: event.key.high, id: id) { letGo(of: id, of: earlier) }
  }

  /// Begins to follow a message, or goes on with one that comes back from a content filter under another queue id.
  mutating func followMessage(
    _ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int
  ) {
    guard traits.keysNameServer, !event.fourth.isEmpty else { return }
    let (host, id) = (event.key.high, QueueID.number(line, event.fourth.indices))
    if !event.fifth.isEmpty {
      follow(QueueID.number(line, event.fifth.indices), as: id, on: host)
      return
    }
    guard !followed.isFull, table.details[slot].messages.count < SessionAssembler.messagesOfSession,
      isOfOwnNetwork(table.sessions[slot])
    else { return }
    table.details[slot].messages.append(PendingMessage(id: id, mark: mark))
    table.sessions[slot].awaitsDelivery = true
    hold(host: host, id: id, slot: slot)
  }

  /// Takes what a line says of a message.
  public mutating func follow(_ event: LogEvent, _ line: borrowing Span<UInt8>) {
    let id = QueueID.number(line, event.fourth.indices)
    guard let slot = followed.slot(host: event.key.high, id: id),
      let place = table.details[slot].messages.firstIndex(where: { $0.has(id) })
    else { return }
    if event.time.local &- table.sessions[slot].lastLocal > SessionAssembler.followPatience {
      letGo(of: id, of: slot)
      return
    }
    switch event.kind {
    case .messageQueued:
      name.set(line, event.first.indices, limit: SessionDetails.textLimit, lowercased: true)
      table.details[slot].messages[place].sender = name.bytes
      return
    case .messageHandedOver:
      let server = IPAddress(line.extracting(event.first.indices))
      let isElsewhere = server.map { !$0.isPrivate && !$0.isLoopback } ?? false
      table.details[slot].messages[place].take(isElsewhere ? .outside : .unclear, of: id)
    case .messageDelivered: table.details[slot].messages[place].take(.delivered, of: id)
    case .messageRemoved: table.details[slot].messages[place].take(.gone, of: id)
    default: return
    }
    settle(table.details[slot].messages[place], slot)
  }

  /// Counts a message of which it is known where it went.
  private mutating func settle(_ message: PendingMessage, _ slot: Int) {
    guard let way = message.way else { return }
    if way == .relayed {
      let sender = message.sender.flatMap { $0.isEmpty ? nil : tally.senders.intern($0) } ?? LoginKey.nobody
      takeRelay(from: sender, at: message.mark, slot)
    }
    if way != .unknown { table.sessions[slot].deliveries = max(0, table.sessions[slot].deliveries - 1) }
    letGo(of: message.id, of: slot)
  }

  /// Follows a message no more; the session is counted if it waited for nothing else.
  private mutating func letGo(of id: UInt64, of slot: Int) {
    for message in table.details[slot].messages where message.has(id) { forget(message, of: slot) }
    table.details[slot].messages.removeAll { $0.has(id) }
    guard table.details[slot].messages.isEmpty else { return }
    table.sessions[slot].awaitsDelivery = false
    if followed.leave(slot) { conclude(slot) }
  }

  private mutating func forget(_ message: PendingMessage, of slot: Int) {
    for id in [message.id, message.idBefore].compactMap({ $0 }) {
      drop(host: table.sessions[slot].key.high, id: id)
    }
  }

  /// Goes on with a message under its second queue id.
  private mutating func follow(_ old: UInt64, as id: UInt64, on host: UInt64) {
    guard let slot = followed.slot(host: host, id: old),
      let place = table.details[slot].messages.firstIndex(where: { $0.id == old })
    else { return }
    hold(host: host, id: id, slot: slot)
    table.details[slot].messages[place].id = id
    if table.details[slot].messages[place].idBefore == nil {
      table.details[slot].messages[place].idBefore = old
    } else {
      drop(host: host, id: old)
    }
  }

  /// Follows none of a session's messages any more.
  mutating func letGoOfMessages(_ slot: Int) {
    for message in table.details[slot].messages { forget(message, of: slot) }
    table.details[slot].messages.removeAll()
    table.sessions[slot].awaitsDelivery = false
  }

  /// Counts sessions that have waited since before a local time.
  mutating func releaseWaiting(before limit: Int64) {
    for slot in followed.waiting where table.sessions[slot].lastLocal < limit {
      letGoOfMessages(slot)
      if followed.leave(slot) { conclude(slot) }
    }
  }

  /// Takes up the messages of a session that was carried along.
  mutating func restoreMessages(_ slot: Int) {
    for message in table.details[slot].messages {
      for id in [message.id, message.idBefore].compactMap({ $0 }) {
        hold(host: table.sessions[slot].key.high, id: id, slot: slot)
      }
    }
  }

  private mutating func hold(host: UInt64, id: UInt64, slot: Int) {
    if followed.insert(host: host, id: id, slot: slot) { followedIDs.insert(id) }
  }

  private mutating func drop(host: UInt64, id: UInt64) {
    if followed.remove(host: host, id: id) { followedIDs.remove(id) }
  }

  /// Whether a client of a service for clients is of the own network or a trusted one, and not this machine.
  private func isOfOwnNetwork(_ session: SessionState) -> Bool {
    guard session.label != SessionState.noLabel, let client = session.client, !client.isLoopback else { return false }
    let label = labelTraits[Int(session.label)]
    return (label.isPlain || label.namesSubmission) && (client.isPrivate || context.isTrusted?(client) ?? false)
  }
}
