public import MailModel

/// HAProxy's TCP log, where the name of the frontend tells the port.
///
/// `Nov 23 17:00:05 lb haproxy[7]: 198.51.100.7:40000 [23/Nov/2026:17:00:01.250] smtp-587 mail/mail1 0/0/5007 212 -- 1/1/1/0/0 0/0`
public struct HAProxyFormat: ConnectionFormat {
  /// `haproxy`.
  public static let identifier = "haproxy"

  private var fields: [Range<Int>] = []
  private var names: [(name: [UInt8], port: UInt16)] = []
  private let tag = BytePattern("haproxy")
  private let months: [BytePattern] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map { BytePattern($0) }

  /// A parser; nothing has to be completed.
  public init(context: FormatContext) {}

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    guard let header = SyslogHeader.find(in: line) else { return .unrecognised }
    guard tag.matches(line, at: header.tagStart) else { return .ignored }
    var start = header.tagEnd
    while start < line.count, line[start] != 32 { start += 1 }
    FieldBytes.split(line, at: 32, from: start, into: &fields)
    guard fields.count >= 4, line[fields[1].lowerBound] == UInt8(ascii: "[") else { return .ignored }
    guard let server = port(ofFrontend: line, fields[2]) else { return .ignored }
    var colon = fields[0].upperBound - 1
    while colon > fields[0].lowerBound, line[colon] != 58 { colon -= 1 }
    guard let client = FieldBytes.address(line, fields[0].lowerBound..<colon), let time = time(line, fields[1]) else {
      return .malformed
    }
    record.client = client
    record.clientPort = FieldBytes.port(line, colon + 1..<fields[0].upperBound) ?? 0
    record.serverPort = server
    record.time = time
    return .event
  }

  /// `[23/Nov/2026:17:00:01.250]`, local time: when the connection was accepted.
  private func time(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> LogTime? {
    let s = range.lowerBound + 1
    guard range.count >= 22, let day = FieldBytes.number(line, s..<s + 2),
      let month = months.firstIndex(where: { $0.matches(line, at: s + 3) }),
      let year = FieldBytes.number(line, s + 7..<s + 11), let clock = FieldBytes.clock(line, s + 12),
      let date = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    return LogTime(
      local: Int64(date.daysSinceEpoch) * 86_400_000 + clock + FieldBytes.fraction(line, s + 20, range.upperBound))
  }

  /// A frontend's port by its name; there are a handful, and each is thought about once.
  private mutating func port(ofFrontend line: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt16? {
    search: for known in names where known.name.count == range.count {
      for (k, byte) in known.name.enumerated() where line[range.lowerBound + k] != byte { continue search }
      return known.port == 0 ? nil : known.port
    }
    var name: [UInt8] = []
    for i in range { name.append(line[i]) }
    let port = HAProxyFormat.port(named: name)
    if names.count < 1000 { names.append((name, port ?? 0)) }
    return port
  }

  /// `smtp-587`, `ft_submission`, `smtps~` (the tilde says that HAProxy itself ends TLS).
  static func port(named name: [UInt8]) -> UInt16? {
    let lower = name.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    let words = lower.split { !($0 &- 97 < 26 || $0 &- 48 < 10) }
    for word in words {
      let digits = word.drop { $0 &- 48 >= 10 }
      guard !digits.isEmpty, digits.count < 6, digits.allSatisfy({ $0 &- 48 < 10 }) else { continue }
      let number = digits.reduce(0) { $0 * 10 + Int($1 &- 48) }
      if number >= 25, let port = UInt16(exactly: number) { return port }
    }
    func has(_ service: StaticString) -> Bool { words.contains { $0.elementsEqual("\(service)".utf8) } }
    if has("submissions") || has("smtps") { return 465 }
    if has("submission") || has("msa") { return 587 }
    return has("smtp") || has("mx") ? 25 : nil
  }

  /// Frontends named by number and by service, another program, and a line about a server.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    let time = LogTime(local: 1_795_453_201_250)
    return [
      (
        "Nov 23 17:00:05 lb haproxy[7]: 198.51.100.7:40000 [23/Nov/2026:17:00:01.250] smtp-587 mail/mail1 0/0/5007 212 -- 1/1/1/0/0 0/0",
        IPAddress("198.51.100.7").map { ConnectionRecord(client: $0, clientPort: 40000, serverPort: 587, time: time) }
      ),
      (
        "Nov 23 17:00:05 lb haproxy[7]: 2001:db8::11:40001 [23/Nov/2026:17:00:01.250] smtps~ mail/mail1 0/0/5007 212 -- 1/1/1/0/0 0/0",
        IPAddress("2001:db8::11").map { ConnectionRecord(client: $0, clientPort: 40001, serverPort: 465, time: time) }
      ),
      ("Nov 23 17:00:05 lb sshd[9]: Accepted publickey for root from 198.51.100.7 port 40000 ssh2", nil),
      ("Nov 23 17:00:05 lb haproxy[7]: Server mail/mail1 is UP, reason: Layer4 check passed", nil),
    ]
  }
}
