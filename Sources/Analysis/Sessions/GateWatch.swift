import MailModel

/// Remembers which clients postscreen has just handed to smtpd.
///
/// ```
/// postfix/postscreen[9]: CONNECT from [198.51.100.7]:40000 to [192.0.2.1]:25
/// postfix/postscreen[9]: PASS OLD [198.51.100.7]:40000
/// postfix/smtpd[12]: connect from mx.example.org[198.51.100.7]
/// ```
struct GateWatch: Sendable {
  private struct Entry: Sendable {
    var port: UInt16
    var at: Int64
  }

  private var connected: [IPAddress: Entry] = [:]
  private var passed: [IPAddress: [Entry]] = [:]

  /// From PASS to the connect line of smtpd there are moments; more is another connection.
  private static let patience: Int64 = 10_000
  private static let memory: Int64 = 600_000

  mutating func note(_ event: LogEvent, _ line: borrowing Span<UInt8>) {
    guard let client = GateWatch.client(line, event.first) else { return }
    let at = event.time.local
    if event.kind == .postscreenConnected {
      connected[client] = Entry(port: event.code, at: at)
    } else if let entry = connected.removeValue(forKey: client), at - entry.at < GateWatch.memory {
      passed[client, default: []].append(Entry(port: entry.port, at: at))
    }
    if connected.count + passed.count > 10_000 {
      connected = connected.filter { at - $0.value.at < GateWatch.memory }
      passed = passed.filter { at - ($0.value.last?.at ?? 0) < GateWatch.patience }
      if connected.count > 50_000 { connected = [:] }
    }
  }

  /// The port by which a client that smtpd sees now came through postscreen, or 0.
  mutating func port(for client: IPAddress?, at time: LogTime) -> UInt16 {
    guard let client, var entries = passed[client] else { return 0 }
    entries.removeAll { time.local - $0.at > GateWatch.patience }
    let port = entries.isEmpty ? 0 : entries.removeFirst().port
    passed[client] = entries.isEmpty ? nil : entries
    return port
  }

  mutating func merge(_ other: GateWatch) {
    connected.merge(other.connected) { $0.at > $1.at ? $0 : $1 }
    passed.merge(other.passed) { $0 + $1 }
  }

  func encode(into out: inout ByteWriter) {
    out.number(UInt64(connected.count))
    for (client, entry) in connected.sorted(by: { $0.key.bits < $1.key.bits }) {
      out.address(client)
      out.number(entry.port)
      out.signed(entry.at)
    }
    out.number(UInt64(passed.count))
    for (client, entries) in passed.sorted(by: { $0.key.bits < $1.key.bits }) {
      out.address(client)
      out.number(UInt64(entries.count))
      for entry in entries {
        out.number(entry.port)
        out.signed(entry.at)
      }
    }
  }

  /// Nothing was seen yet.
  init() {}

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    for _ in 0..<(try reader.count()) {
      let client = try reader.address()
      connected[client] = Entry(port: try reader.number(as: UInt16.self), at: try reader.signed())
    }
    for _ in 0..<(try reader.count()) {
      let client = try reader.address()
      var entries: [Entry] = []
      for _ in 0..<(try reader.count()) {
        entries.append(Entry(port: try reader.number(as: UInt16.self), at: try reader.signed()))
      }
      passed[client] = entries
    }
  }

  /// The address in `[198.51.100.7]:40000`.
  private static func client(_ line: borrowing Span<UInt8>, _ range: ByteRange) -> IPAddress? {
    var start = Int(range.start)
    var end = Int(range.end)
    if start < end, line[start] == 0x5b {
      start += 1
      var i = start
      while i < end, line[i] != 0x5d { i += 1 }
      end = i
    }
    return IPAddress(line.extracting(start..<end))
  }
}
