public import MailModel

/// `conntrack -E -o timestamp`: the kernel's table of connections, as it changes.
///
/// `[1795453201.250000]	    [NEW] tcp      6 120 SYN_SENT src=198.51.100.7 dst=192.0.2.1 sport=40000 dport=587 [UNREPLIED] src=192.0.2.1 …`
public struct ConntrackFormat: ConnectionFormat {
  /// `conntrack`.
  public static let identifier = "conntrack"

  private let fresh = BytePattern("[NEW]"), tcp = BytePattern(" tcp ")
  private let source = BytePattern(" src="), sourcePort = BytePattern(" sport="), port = BytePattern(" dport=")
  private let change = BytePattern("[UPDATE]"), end = BytePattern("[DESTROY]")

  /// A parser; nothing has to be completed.
  public init(context: FormatContext) {}

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    guard line.count > 20, line[0] == UInt8(ascii: "["), line[1] &- 48 < 10 else { return .unrecognised }
    var close = 1
    while close < line.count, line[close] != UInt8(ascii: "]") { close &+= 1 }
    guard let kind = fresh.first(in: line, from: close) else {
      let isKnown = change.first(in: line, from: close) != nil || end.first(in: line, from: close) != nil
      return isKnown ? .ignored : .unrecognised
    }
    guard tcp.first(in: line, from: kind) != nil else { return .ignored }
    // The first address and ports are those of the client's own packet; what follows is the answer's.
    guard let time = FieldBytes.epoch(line, 1..<close), let from = source.first(in: line, from: kind),
      let client = FieldBytes.address(line, FieldBytes.value(line, from, source)),
      let s = sourcePort.first(in: line, from: from), let p = port.first(in: line, from: from),
      let server = FieldBytes.port(line, FieldBytes.value(line, p, port))
    else { return .malformed }
    record.client = client
    record.clientPort = FieldBytes.port(line, FieldBytes.value(line, s, sourcePort)) ?? 0
    record.serverPort = server
    record.time = time
    return .event
  }

  /// A new connection, a change of one, and another protocol.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    [
      (
        "[1795453201.250000]\t    [NEW] tcp      6 120 SYN_SENT src=198.51.100.7 dst=192.0.2.1 sport=40000 dport=587 [UNREPLIED] src=192.0.2.1 dst=198.51.100.7 sport=587 dport=40000",
        IPAddress("198.51.100.7").map {
          ConnectionRecord(
            client: $0, clientPort: 40000, serverPort: 587, time: LogTime(local: 1_795_453_201_250, offset: 0))
        }
      ),
      (
        "[1795453201.260000]\t [UPDATE] tcp      6 60 SYN_RECV src=198.51.100.7 dst=192.0.2.1 sport=40000 dport=587",
        nil
      ),
      ("[1795453201.250000]\t    [NEW] udp      17 30 src=198.51.100.7 dst=192.0.2.1 sport=40000 dport=53", nil),
    ]
  }
}
