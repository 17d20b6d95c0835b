public import MailModel

/// `pfirewall.log` of the Windows Firewall: W3C extended, local time, successful connections logged.
///
/// ```
/// #Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path
/// 2026-11-23 17:00:01 ALLOW TCP 198.51.100.7 192.0.2.1 40000 587 0 - 0 0 0 - - - RECEIVE
/// ```
public struct WindowsFirewallFormat: ConnectionFormat {
  /// `windows-firewall`.
  public static let identifier = "windows-firewall"

  private var fields: [Range<Int>] = []
  private var columns: [String: Int] = [:]
  private var date = 0, time = 1, action = 2, transport = 3, source = 4, sourcePort = 6, port = 7
  private var path = 16
  private var isUTC = false
  private let heading = BytePattern("#Fields:"), timeHeading = BytePattern("#Time Format: GMT")
  private let allow = BytePattern("ALLOW"), open = BytePattern("OPEN"), inbound = BytePattern("OPEN-INBOUND")
  private let tcp = BytePattern("TCP"), send = BytePattern("SEND")
  private let drop = BytePattern("DROP"), close = BytePattern("CLOSE"), info = BytePattern("INFO-EVENTS-LOST")

  /// A parser with the usual order of columns until a heading says otherwise.
  public init(context: FormatContext) {}

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    guard line.count > 0 else { return .ignored }
    if line[0] == UInt8(ascii: "#") { return takeHeading(line) }
    guard line.count > 24, line[4] == 45, line[7] == 45, line[10] == 32 else { return .unrecognised }
    FieldBytes.split(line, at: 32, into: &fields)
    guard fields.count > max(date, time, action, transport, source, sourcePort, port), date < time else {
      return .unrecognised
    }
    let word = fields[action]
    let isOpen =
      FieldBytes.equals(line, word, allow) || FieldBytes.equals(line, word, open)
      || FieldBytes.equals(line, word, inbound)
    guard isOpen else {
      let isKnown =
        FieldBytes.equals(line, word, drop) || FieldBytes.equals(line, word, close)
        || FieldBytes.equals(line, word, info)
      return isKnown ? .ignored : .unrecognised
    }
    guard FieldBytes.equals(line, fields[transport], tcp) else { return .ignored }
    if path < fields.count, FieldBytes.equals(line, fields[path], send) { return .ignored }
    guard let at = FieldBytes.stamp(line, fields[date].lowerBound..<fields[time].upperBound),
      let client = FieldBytes.address(line, fields[source]), let server = FieldBytes.port(line, fields[port])
    else { return .malformed }
    record.client = client
    record.clientPort = FieldBytes.port(line, fields[sourcePort]) ?? 0
    record.serverPort = server
    record.time = LogTime(local: at.local, offset: isUTC ? 0 : LogTime.offsetUnknown)
    return .event
  }

  private mutating func takeHeading(_ line: borrowing Span<UInt8>) -> LineOutcome {
    if timeHeading.matches(line, at: 0) { isUTC = true }
    guard heading.matches(line, at: 0) else { return .ignored }
    FieldBytes.split(line, at: 32, from: heading.count, into: &fields)
    let names = FieldBytes.names(line, fields)
    func place(_ name: StaticString, _ usual: Int) -> Int { FieldBytes.place(names, name) ?? usual }
    date = place("date", date)
    time = place("time", time)
    action = place("action", action)
    transport = place("protocol", transport)
    source = place("src-ip", source)
    sourcePort = place("src-port", sourcePort)
    port = place("dst-port", port)
    path = place("path", path)
    return .ignored
  }

  /// A connection in, one out, one dropped, and the heading.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    let at = LogTime(local: 1_795_453_201_000)
    return [
      (
        "#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path",
        nil
      ),
      (
        "2026-11-23 17:00:01 ALLOW TCP 198.51.100.7 192.0.2.1 40000 587 0 - 0 0 0 - - - RECEIVE",
        IPAddress("198.51.100.7").map { ConnectionRecord(client: $0, clientPort: 40000, serverPort: 587, time: at) }
      ),
      (
        "2026-11-23 17:00:01 OPEN-INBOUND TCP 198.51.100.7 192.0.2.1 40000 25 - - - - - - - -",
        IPAddress("198.51.100.7").map { ConnectionRecord(client: $0, clientPort: 40000, serverPort: 25, time: at) }
      ),
      ("2026-11-23 17:00:01 ALLOW TCP 192.0.2.1 203.0.113.25 50000 25 0 - 0 0 0 - - - SEND", nil),
      ("2026-11-23 17:00:01 DROP TCP 198.51.100.7 192.0.2.1 40000 25 52 S 1 0 64240 - - - RECEIVE", nil),
    ]
  }
}
