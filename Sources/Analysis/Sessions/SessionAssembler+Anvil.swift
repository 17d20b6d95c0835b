import MailModel

/// Evidence that comes after the session: anvil names the service of a client's peak some minutes later.
extension SessionAssembler {
  /// Takes a line of anvil to the session that it counts.
  ///
  /// `statistics: max connection rate 1/60s for (submission:192.0.2.11) at Nov 23 16:25:26`
  ///
  /// The connection of that client to that host at that second went to that service. Two sessions in that second leave it
  /// open which, whatever became of the other: the peak is by its nature the busiest client, an office behind one address.
  mutating func settleAnvil(_ event: LogEvent, _ line: borrowing Span<UInt8>) {
    guard let client = IPAddress(line.extracting(event.second.indices)),
      let at = SessionAssembler.anvilMoment(line, event.third, lineTime: event.time)
    else { return }
    let service = String(decoding: bytes(line, event.first), as: UTF8.self)
    noteGate(event, line, service: service, at: at)
    // Of what is older not everything is known any more.
    guard let port = AnvilPort.port(ofService: service, of: client, context.ports.services, context.ports.policy),
      at - 1000 >= event.time.local - SessionAssembler.anvilPatience,
      recents.count(host: event.key.high, client: client, near: at) <= 1
    else { return }
    let host = event.key.high
    func fits(_ session: SessionState) -> Bool {
      !session.isHeadless && session.key.high == host && session.client == client
        && abs(session.begin.local - at) <= 1000
    }
    let waiting = held.all.indices.filter { fits(table.sessions[held.all[$0].slot]) }
    let running = table.usedSlots.filter { fits(table.sessions[$0]) }
    guard waiting.count + running.count == 1 else { return }
    if let index = waiting.first {
      let found = held.remove(at: index)
      table.sessions[found.slot].anvilPort = port
      conclude(found)
    } else if let slot = running.first {
      table.sessions[slot].anvilPort = port
    }
  }

  /// Concludes held sessions that began before a local time; one that ended behind a later one waits with it.
  mutating func releaseHeld(before limit: Int64) {
    let limit = held.count > 20_000 ? Int64.max : limit
    while let session = held.takeFirst(before: limit) { conclude(session) }
  }

  /// `Nov 23 16:25:26` in the year of the line, or the year before.
  private static func anvilMoment(_ line: borrowing Span<UInt8>, _ range: ByteRange, lineTime: LogTime) -> Int64? {
    var text: [UInt8] = []
    for i in range.indices { text.append(line[i]) }
    let parts = text.split(separator: 0x20)
    guard parts.count == 3, let month = months.firstIndex(of: Array(parts[0])), let day = number(parts[1], most: 31)
    else { return nil }
    let clock = parts[2].split(separator: 0x3a, omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], most: 23), let minute = number(clock[1], most: 59),
      let second = number(clock[2], most: 60)
    else { return nil }
    let year = CivilDate(daysSinceEpoch: Int(lineTime.local / 86_400_000)).year
    for candidate in [year, year - 1] {
      guard let date = CivilDate(year: candidate, month: month + 1, day: day) else { continue }
      let moment = Int64(date.daysSinceEpoch) * 86_400_000 + Int64((hour * 60 + minute) * 60 + second) * 1000
      if moment <= lineTime.local + 1000 { return moment }
    }
    return nil
  }

  /// A number of one or two decimal digits.
  private static func number(_ text: ArraySlice<UInt8>, most: Int) -> Int? {
    guard (1...2).contains(text.count), text.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    let value = text.reduce(0) { $0 * 10 + Int($1 &- 48) }
    return value <= most ? value : nil
  }

  private static let months: [[UInt8]] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map { Array($0.utf8) }
}
