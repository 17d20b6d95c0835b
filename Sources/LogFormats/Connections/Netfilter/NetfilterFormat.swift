public import MailModel

/// Lines of the LOG target of nftables or iptables, in a syslog file or from `journalctl -k`.
///
/// `Nov 23 17:00:01 mail kernel: [12.3] port587: IN=eth0 OUT= MAC=… SRC=198.51.100.7 DST=192.0.2.1 LEN=60 … PROTO=TCP SPT=40000 DPT=587 … SYN URGP=0`
public struct NetfilterFormat: ConnectionFormat {
  /// `netfilter`.
  public static let identifier = "netfilter"

  private var clock: SyslogClock
  private let into = BytePattern(" IN="), source = BytePattern(" SRC="), transport = BytePattern(" PROTO=TCP ")
  private let anyTransport = BytePattern(" PROTO=")
  private let sourcePort = BytePattern(" SPT="), port = BytePattern(" DPT="), ack = BytePattern(" ACK ")
  private let syn = BytePattern(" SYN "), window = BytePattern(" WINDOW=")

  /// A parser that completes stamps from the context.
  public init(context: FormatContext) { clock = SyslogClock(context: context) }

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    guard let header = SyslogHeader.find(in: line) else { return .unrecognised }
    // The same file holds what other programs log; it is none of ours.
    guard let incoming = into.first(in: line, from: header.tagEnd),
      let from = source.first(in: line, from: incoming), anyTransport.first(in: line, from: from) != nil
    else { return .ignored }
    guard transport.first(in: line, from: from) != nil else { return .ignored }
    // "IN= OUT=eth0": this server is the client.
    if line[incoming + into.count] == 32 { return .ignored }
    if window.first(in: line, from: from) != nil {
      guard syn.first(in: line, from: from) != nil, ack.first(in: line, from: from) == nil else { return .ignored }
    }
    guard let time = clock.time(of: line, header: header),
      let client = FieldBytes.address(line, FieldBytes.value(line, from, source)),
      let p = port.first(in: line, from: from), let server = FieldBytes.port(line, FieldBytes.value(line, p, port)),
      let s = sourcePort.first(in: line, from: from)
    else { return .malformed }
    record.client = client
    record.clientPort = FieldBytes.port(line, FieldBytes.value(line, s, sourcePort)) ?? 0
    record.serverPort = server
    record.time = time
    return .event
  }

  /// Both stamps, both families, a line of another program, an outgoing packet and an answer.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    [
      (
        "2026-11-23T17:00:01.250000+00:00 mail kernel: port587 IN=eth0 OUT= MAC=00 SRC=198.51.100.7 DST=192.0.2.1 LEN=60 TOS=0x00 TTL=64 ID=1 DF PROTO=TCP SPT=40000 DPT=587 WINDOW=64240 RES=0x00 SYN URGP=0 ",
        IPAddress("198.51.100.7").map {
          ConnectionRecord(
            client: $0, clientPort: 40000, serverPort: 587, time: LogTime(local: 1_795_453_201_250, offset: 0))
        }
      ),
      (
        "Nov 23 17:00:01 mail kernel: [12.345678] port587 IN=eth0 OUT= MAC=00 SRC=2001:0db8:0000:0000:0000:0000:0000:0011 DST=2001:0db8:0000:0000:0000:0000:0000:0001 LEN=80 TC=0 HOPLIMIT=64 FLOWLBL=0 PROTO=TCP SPT=40001 DPT=25 WINDOW=64800 RES=0x00 SYN URGP=0 ",
        IPAddress("2001:db8::11").map {
          ConnectionRecord(client: $0, clientPort: 40001, serverPort: 25, time: LogTime(local: 1_795_453_201_000))
        }
      ),
      ("Nov 23 17:00:01 mail postfix/smtpd[12]: connect from unknown[198.51.100.7]", nil),
      (
        "Nov 23 17:00:01 mail kernel: port587 IN= OUT=eth0 SRC=192.0.2.1 DST=203.0.113.25 LEN=60 PROTO=TCP SPT=50000 DPT=25 WINDOW=64240 RES=0x00 SYN URGP=0 ",
        nil
      ),
      (
        "Nov 23 17:00:01 mail kernel: port587 IN=eth0 OUT= SRC=198.51.100.7 DST=192.0.2.1 LEN=60 PROTO=TCP SPT=40000 DPT=587 WINDOW=64240 RES=0x00 ACK SYN URGP=0 ",
        nil
      ),
    ]
  }
}
