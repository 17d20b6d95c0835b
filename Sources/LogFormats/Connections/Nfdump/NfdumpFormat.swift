public import MailModel

/// `nfdump -o csv`, by the names in its heading.
///
/// ```
/// ts,te,td,sa,da,sp,dp,pr,flg,…
/// 2026-11-23 17:00:01,2026-11-23 17:00:05,4.1,198.51.100.7,192.0.2.1,40000,587,TCP,...AP.S.,…
/// ```
public struct NfdumpFormat: ConnectionFormat {
  /// `nfdump`.
  public static let identifier = "nfdump"

  private var fields: [Range<Int>] = []
  private var start = -1, source = -1, sourcePort = -1, port = -1, transport = -1
  private let tcp = BytePattern("TCP"), six = BytePattern("6")

  /// A parser that waits for the heading.
  public init(context: FormatContext) {}

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    guard line.count > 0 else { return .ignored }
    FieldBytes.split(line, at: UInt8(ascii: ","), into: &fields)
    if (line[0] | 0x20) &- 97 < 26 || line[0] == UInt8(ascii: "#") {
      // The summary at the end of the output has its own heading: "Summary", "flows,bytes,…".
      guard fields.count >= 7 || start >= 0 else { return .unrecognised }
      takeHeading(FieldBytes.names(line, fields))
      return start < 0 ? .unrecognised : .ignored
    }
    guard start >= 0 else { return .unrecognised }
    guard fields.count > max(start, source, sourcePort, port, transport) else { return .ignored }
    let protocolField = trimmed(line, fields[transport])
    guard FieldBytes.equals(line, protocolField, tcp) || FieldBytes.equals(line, protocolField, six) else {
      return .ignored
    }
    let stamp = trimmed(line, fields[start])
    guard let time = FieldBytes.stamp(line, stamp) ?? FieldBytes.epoch(line, stamp),
      let client = FieldBytes.address(line, trimmed(line, fields[source]))
    else { return .malformed }
    guard let server = FieldBytes.port(line, trimmed(line, fields[port])) else { return .ignored }
    record.client = client
    record.clientPort = FieldBytes.port(line, trimmed(line, fields[sourcePort])) ?? 0
    record.serverPort = server
    record.time = time
    return .event
  }

  private mutating func takeHeading(_ names: [[UInt8]]) {
    func place(_ known: StaticString...) -> Int? { known.lazy.compactMap { FieldBytes.place(names, $0) }.first }
    guard let start = place("ts", "firstseen", "first"), let source = place("sa", "srcaddr", "src4_addr"),
      let sourcePort = place("sp", "srcport"), let port = place("dp", "dstport"), let transport = place("pr", "proto")
    else { return }
    (self.start, self.source, self.sourcePort) = (start, source, sourcePort)
    (self.port, self.transport) = (port, transport)
  }

  private func trimmed(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (from, to) = (range.lowerBound, range.upperBound)
    while from < to, line[from] == 32 { from += 1 }
    while to > from, line[to - 1] == 32 { to -= 1 }
    return from..<to
  }

  /// The heading, a connection, and another protocol.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    [
      ("ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt", nil),
      (
        "2026-11-23 17:00:01,2026-11-23 17:00:05,4.100,198.51.100.7,192.0.2.1,40000,587,TCP,...AP.S.,0,0,12,1024",
        IPAddress("198.51.100.7").map {
          ConnectionRecord(client: $0, clientPort: 40000, serverPort: 587, time: LogTime(local: 1_795_453_201_000))
        }
      ),
      ("2026-11-23 17:00:01,2026-11-23 17:00:05,4.100,198.51.100.7,192.0.2.1,40000,53,UDP,........,0,0,1,64", nil),
    ]
  }
}
