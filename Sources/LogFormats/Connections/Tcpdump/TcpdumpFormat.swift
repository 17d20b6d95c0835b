public import MailModel

/// Text of `tcpdump -tt -n`: packets with SYN and without ACK are new connections.
///
/// `1795453201.250000 IP 198.51.100.7.40000 > 192.0.2.1.587: Flags [S], seq 1, win 64240, options […], length 0`, or as
/// OpenBSD's own prints it, `1795453201.250000 198.51.100.7.40000 > 192.0.2.1.587: S 1:1(0) win 16384 <mss 1460> (DF)`.
public struct TcpdumpFormat: ConnectionFormat {
  /// `tcpdump`.
  public static let identifier = "tcpdump"

  private let four = BytePattern(" IP "), six = BytePattern(" IP6 "), arrow = BytePattern(" > ")
  private let flags = BytePattern(": Flags ["), syn = BytePattern(": S "), ack = BytePattern(" ack ")

  /// A parser; nothing has to be completed.
  public init(context: FormatContext) {}

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    var stampEnd = 0
    while stampEnd < line.count, line[stampEnd] &- 48 < 10 || line[stampEnd] == 46 { stampEnd &+= 1 }
    guard stampEnd > 8, stampEnd < line.count, line[stampEnd] == 32 else { return .unrecognised }
    // With -i any the name of the interface stands between: "… eth0  In  IP 198.51.100.7.40000 > …".
    let start: Int
    if let at = four.first(in: line, from: stampEnd) {
      start = at + four.count
    } else if let at = six.first(in: line, from: stampEnd) {
      start = at + six.count
    } else {
      start = stampEnd + 1
    }
    guard let middle = arrow.first(in: line, from: start) else {
      return start == stampEnd + 1 ? .unrecognised : .ignored
    }
    let end: Int
    if let at = flags.first(in: line, from: middle) {
      end = at
      let flag = end + flags.count
      guard flag < line.count, line[flag] == UInt8(ascii: "S") else { return .ignored }
      var i = flag
      while i < line.count, line[i] != UInt8(ascii: "]") {
        if line[i] == 46 { return .ignored }
        i &+= 1
      }
    } else if let at = syn.first(in: line, from: middle), ack.first(in: line, from: at) == nil {
      end = at
    } else {
      return .ignored
    }
    guard let time = FieldBytes.epoch(line, 0..<stampEnd), let (client, clientPort) = endpoint(line, start..<middle),
      let (_, server) = endpoint(line, middle + arrow.count..<end)
    else { return .malformed }
    record.client = client
    record.clientPort = clientPort
    record.serverPort = server
    record.time = time
    return .event
  }

  /// Reads `198.51.100.7.40000`.
  @inline(__always)
  private func endpoint(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> (IPAddress, UInt16)? {
    var dot = range.upperBound &- 1
    while dot > range.lowerBound, line[dot] != 46 { dot &-= 1 }
    guard dot > range.lowerBound, let address = FieldBytes.address(line, range.lowerBound..<dot),
      let port = FieldBytes.port(line, dot &+ 1..<range.upperBound)
    else { return nil }
    return (address, port)
  }

  /// Both families, an interface named, an answer and a later packet.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    let time = LogTime(local: 1_795_453_201_250, offset: 0)
    return [
      (
        "1795453201.250000 IP 198.51.100.7.40000 > 192.0.2.1.587: Flags [S], seq 1, win 64240, length 0",
        IPAddress("198.51.100.7").map { ConnectionRecord(client: $0, clientPort: 40000, serverPort: 587, time: time) }
      ),
      (
        "1795453201.250000 eth0  In  IP6 2001:db8::11.40001 > 2001:db8::1.465: Flags [SEW], seq 1, win 64800, length 0",
        IPAddress("2001:db8::11").map { ConnectionRecord(client: $0, clientPort: 40001, serverPort: 465, time: time) }
      ),
      (
        "1795453201.250000 198.51.100.7.40000 > 192.0.2.1.587: S 811:811(0) win 16384 <mss 1460,nop,nop,sackOK> (DF)",
        IPAddress("198.51.100.7").map { ConnectionRecord(client: $0, clientPort: 40000, serverPort: 587, time: time) }
      ),
      ("1795453201.250100 192.0.2.1.587 > 198.51.100.7.40000: S 7:7(0) ack 812 win 16384 <mss 1460> (DF)", nil),
      ("1795453201.250100 IP 192.0.2.1.587 > 198.51.100.7.40000: Flags [S.], seq 2, ack 2, win 65160, length 0", nil),
      ("1795453201.250200 IP 198.51.100.7.40000 > 192.0.2.1.587: Flags [.], ack 1, win 502, length 0", nil),
    ]
  }
}
