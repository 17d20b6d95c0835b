public import MailModel

/// AWS VPC flow log records, version 2 in the default order or any later version with a heading.
///
/// `2 123456789012 eni-0a1b 198.51.100.7 192.0.2.1 40000 587 6 20 4249 1795453201 1795453260 ACCEPT OK`
public struct VPCFlowFormat: ConnectionFormat {
  /// `aws-vpc-flow`.
  public static let identifier = "aws-vpc-flow"

  private var fields: [Range<Int>] = []
  private var source = 3, sourcePort = 5, port = 6, transport = 7, start = 10, action = 12
  private var flags: Int?
  private var minimum = 14
  private var hasHeading = false
  private let accept = BytePattern("ACCEPT"), reject = BytePattern("REJECT"), nothing = BytePattern("-")

  /// A parser with the default order until a heading says otherwise.
  public init(context: FormatContext) {}

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    FieldBytes.split(line, at: 32, into: &fields)
    guard fields.count >= 6 else { return .unrecognised }
    let names = (line[0] | 0x20) &- 97 < 26 ? FieldBytes.names(line, fields) : []
    if FieldBytes.place(names, "srcaddr") != nil || FieldBytes.place(names, "action") != nil {
      return takeHeading(names)
    }
    guard fields.count == minimum else { return .unrecognised }
    if !hasHeading, FieldBytes.number(line, fields[0]) != 2 { return .unrecognised }
    if FieldBytes.equals(line, fields[action], reject) || FieldBytes.equals(line, fields[action], nothing) {
      return .ignored
    }
    guard FieldBytes.equals(line, fields[action], accept) else { return .unrecognised }
    guard FieldBytes.number(line, fields[transport]) == 6 else { return .ignored }
    // A record without SYN (2), or with the server's SYN and ACK (18), is no begin by the client.
    if let flags {
      guard let bits = FieldBytes.number(line, fields[flags]), bits & 2 != 0, bits & 16 == 0 else { return .ignored }
    }
    guard let time = FieldBytes.epoch(line, fields[start]), let client = FieldBytes.address(line, fields[source]),
      let server = FieldBytes.port(line, fields[port])
    else { return .malformed }
    record.client = client
    record.clientPort = FieldBytes.port(line, fields[sourcePort]) ?? 0
    record.serverPort = server
    record.time = time
    return .event
  }

  private mutating func takeHeading(_ names: [[UInt8]]) -> LineOutcome {
    guard let source = FieldBytes.place(names, "srcaddr"), let port = FieldBytes.place(names, "dstport"),
      let sourcePort = FieldBytes.place(names, "srcport"), let transport = FieldBytes.place(names, "protocol"),
      let start = FieldBytes.place(names, "start"), let action = FieldBytes.place(names, "action")
    else { return .malformed }
    (self.source, self.port, self.sourcePort) = (source, port, sourcePort)
    (self.transport, self.start, self.action) = (transport, start, action)
    flags = FieldBytes.place(names, "tcp-flags")
    minimum = names.count
    hasHeading = true
    return .ignored
  }

  /// Accepted, rejected, another protocol, and an interval without data.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    [
      (
        "2 123456789012 eni-0a1b2c3d 198.51.100.7 192.0.2.1 40000 587 6 20 4249 1795453201 1795453260 ACCEPT OK",
        IPAddress("198.51.100.7").map {
          ConnectionRecord(
            client: $0, clientPort: 40000, serverPort: 587, time: LogTime(local: 1_795_453_201_000, offset: 0))
        }
      ),
      ("2 123456789012 eni-0a1b2c3d 198.51.100.7 192.0.2.1 40000 25 6 1 40 1795453201 1795453260 REJECT OK", nil),
      ("2 123456789012 eni-0a1b2c3d 198.51.100.7 192.0.2.1 40000 53 17 1 40 1795453201 1795453260 ACCEPT OK", nil),
      ("2 123456789012 eni-0a1b2c3d - - - - - - - 1795453201 1795453260 - NODATA", nil),
    ]
  }
}
