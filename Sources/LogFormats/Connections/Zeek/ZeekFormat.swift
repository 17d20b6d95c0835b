public import MailModel

/// Zeek's `conn.log`, with tabs or as JSON.
///
/// ```
/// #fields	ts	uid	id.orig_h	id.orig_p	id.resp_h	id.resp_p	proto	service	duration	orig_bytes	resp_bytes	conn_state	…
/// 1795453201.250000	CHhAvVGS1DHFjwGM9	198.51.100.7	40000	192.0.2.1	587	tcp	smtp	4.1	512	1024	SF	…
/// {"ts":1795453201.25,"uid":"CHhA","id.orig_h":"198.51.100.7","id.orig_p":40000,"id.resp_h":"192.0.2.1","id.resp_p":587,"proto":"tcp","conn_state":"SF"}
/// ```
public struct ZeekFormat: ConnectionFormat {
  /// `zeek`.
  public static let identifier = "zeek"

  private var fields: [Range<Int>] = []
  private var stamp = 0, source = 2, sourcePort = 3, port = 5, transport = 6, state = 11
  private let heading = BytePattern("#fields\t")
  private let tcp = BytePattern("tcp"), silent = BytePattern("S0"), rejected = BytePattern("REJ")
  private let ts = BytePattern("\"ts\":"), orig = BytePattern("\"id.orig_h\":"),
    origPort = BytePattern("\"id.orig_p\":")
  private let respPort = BytePattern("\"id.resp_p\":"), proto = BytePattern("\"proto\":")
  private let connState = BytePattern("\"conn_state\":")

  /// A parser with the usual order of columns until a heading says otherwise.
  public init(context: FormatContext) {}

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome {
    guard line.count > 0 else { return .ignored }
    if line[0] == UInt8(ascii: "#") { return takeHeading(line) }
    fields.removeAll(keepingCapacity: true)
    let parts: (stamp: Range<Int>, source: Range<Int>, sourcePort: Range<Int>, port: Range<Int>)
    let transportField: Range<Int>
    let stateField: Range<Int>
    if line[0] == UInt8(ascii: "{") {
      guard let a = value(line, ts), let b = value(line, orig), let c = value(line, origPort),
        let d = value(line, respPort), let e = value(line, proto)
      else { return .unrecognised }
      parts = (a, b, c, d)
      transportField = e
      stateField = value(line, connState) ?? 0..<0
    } else {
      FieldBytes.split(line, at: 9, into: &fields)
      guard fields.count > max(stamp, source, sourcePort, port, transport) else { return .unrecognised }
      parts = (fields[stamp], fields[source], fields[sourcePort], fields[port])
      transportField = fields[transport]
      stateField = state < fields.count ? fields[state] : 0..<0
    }
    guard FieldBytes.equals(line, transportField, tcp) else {
      return FieldBytes.epoch(line, parts.stamp) == nil ? .unrecognised : .ignored
    }
    // A SYN that nobody answered, or that was turned away, was never accepted.
    if FieldBytes.equals(line, stateField, silent) || FieldBytes.equals(line, stateField, rejected) { return .ignored }
    guard let time = FieldBytes.epoch(line, parts.stamp) ?? FieldBytes.stamp(line, parts.stamp),
      let client = FieldBytes.address(line, parts.source), let server = FieldBytes.port(line, parts.port)
    else { return .malformed }
    record.client = client
    record.clientPort = FieldBytes.port(line, parts.sourcePort) ?? 0
    record.serverPort = server
    record.time = time
    return .event
  }

  /// The value behind a name of a flat JSON object, without its quotes.
  @inline(__always)
  private func value(_ line: borrowing Span<UInt8>, _ name: BytePattern) -> Range<Int>? {
    guard let at = name.first(in: line, from: 0) else { return nil }
    var start = at &+ name.count
    while start < line.count, line[start] == 32 { start &+= 1 }
    let isQuoted = start < line.count && line[start] == UInt8(ascii: "\"")
    if isQuoted { start &+= 1 }
    var end = start
    while end < line.count {
      let c = line[end]
      if isQuoted ? c == UInt8(ascii: "\"") : c == UInt8(ascii: ",") || c == UInt8(ascii: "}") { break }
      end &+= 1
    }
    return start..<end
  }

  private mutating func takeHeading(_ line: borrowing Span<UInt8>) -> LineOutcome {
    guard heading.matches(line, at: 0) else { return .ignored }
    FieldBytes.split(line, at: 9, from: heading.count, into: &fields)
    let names = FieldBytes.names(line, fields)
    func place(_ name: StaticString, _ usual: Int) -> Int { FieldBytes.place(names, name) ?? usual }
    stamp = place("ts", stamp)
    source = place("id.orig_h", source)
    sourcePort = place("id.orig_p", sourcePort)
    port = place("id.resp_p", port)
    transport = place("proto", transport)
    state = FieldBytes.place(names, "conn_state") ?? Int.max
    return .ignored
  }

  /// Both forms, a connection that nobody answered, and another protocol.
  public static var examples: [(line: String, connection: ConnectionRecord?)] {
    let time = LogTime(local: 1_795_453_201_250, offset: 0)
    return [
      (
        "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state",
        nil
      ),
      (
        "1795453201.250000\tCHhAvV\t198.51.100.7\t40000\t192.0.2.1\t587\ttcp\tsmtp\t4.1\t512\t1024\tSF",
        IPAddress("198.51.100.7").map { ConnectionRecord(client: $0, clientPort: 40000, serverPort: 587, time: time) }
      ),
      (
        "{\"ts\":1795453201.25,\"uid\":\"CHhA\",\"id.orig_h\":\"2001:db8::11\",\"id.orig_p\":40001,\"id.resp_h\":\"2001:db8::1\",\"id.resp_p\":465,\"proto\":\"tcp\",\"conn_state\":\"SF\"}",
        IPAddress("2001:db8::11").map { ConnectionRecord(client: $0, clientPort: 40001, serverPort: 465, time: time) }
      ),
      ("1795453201.250000\tCHhAvV\t198.51.100.7\t40000\t192.0.2.1\t25\ttcp\t-\t-\t-\t-\tS0", nil),
      ("1795453201.250000\tCHhAvV\t198.51.100.7\t40000\t192.0.2.1\t53\tudp\tdns\t-\t-\t-\tSF", nil),
    ]
  }
}
