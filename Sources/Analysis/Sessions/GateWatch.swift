import MailModel

/// Remembers which clients postscreen has just handed to smtpd.
///
/// ```
/// postfix/postscreen[9]: CONNECT from [198.51.100.7]:40000 to [192.0.2.1]:25
/// postfix/postscreen[9]: PASS OLD [198.51.100.7]:40000
/// postfix/smtpd[12]: connect from mx.example.org[198.51.100.7]
/// ```
///
/// smtpd does not say whether a connection came through postscreen. A client with more connections than passes in the same
/// moments has used another port as well, and which of them is which stays open, unless the client's own port is logged.
struct GateWatch: Sendable {
  /// A client of a host.
  private struct Client: Hashable, Sendable {
    var host: UInt64
    var address: IPAddress
  }

  /// A connection, by the client's own port.
  private struct Connection: Hashable, Sendable {
    var client: Client
    var port: UInt16
  }

  private struct Entry: Sendable {
    var port: UInt16
    var at: Int64
  }

  /// A client that was handed on.
  private struct Pass: Sendable {
    var port: UInt16
    var at: Int64
    var clientPort: UInt16
    /// The session that took it, and when.
    var taker: Taker?
  }

  /// A session to which a port was given.
  struct Taker: Sendable {
    var key: SessionKey
    /// Local time.
    var at: Int64
  }

  private var connected: [Connection: Entry] = [:]
  private var passed: [Client: [Pass]] = [:]
  /// How many may be there before those that are too old are let go.
  private var room = GateWatch.usualRoom

  private static let usualRoom = 10_000
  private static let most = 40_000

  /// From PASS to the connect line of smtpd there are moments; more is another connection.
  private static let patience: Int64 = 10_000
  /// Two connections of a client that are closer together than this could each be the one that was handed on.
  private static let contest: Int64 = 2000
  private static let memory: Int64 = 600_000

  mutating func note(_ event: LogEvent, _ line: borrowing Span<UInt8>) {
    guard let connection = GateWatch.connection(line, event.first, host: event.key.high) else { return }
    let at = event.time.local
    if event.kind == .postscreenConnected {
      connected[connection] = Entry(port: event.code, at: at)
    } else if let entry = connected.removeValue(forKey: connection), at - entry.at < GateWatch.memory {
      var passes = passed[connection.client] ?? []
      passes.removeAll { at - $0.at > GateWatch.patience }
      passes.append(Pass(port: entry.port, at: at, clientPort: connection.port))
      passed[connection.client] = passes
    }
    if connected.count + passed.count > room {
      connected = connected.filter { at - $0.value.at < GateWatch.memory }
      passed = passed.filter { at - ($0.value.last?.at ?? 0) < GateWatch.patience }
      if connected.count > GateWatch.most { connected = [:] }
      // What is too young to go is not looked at again with every line.
      room = max(GateWatch.usualRoom, 2 * (connected.count + passed.count))
    }
  }

  /// Whether a client was handed on lately.
  @inline(__always)
  func isWaiting(for client: IPAddress, on host: UInt64) -> Bool {
    !passed.isEmpty && passed[Client(host: host, address: client)] != nil
  }

  /// The port by which a client that smtpd sees now came through postscreen, or 0; and sessions that may not keep theirs.
  ///
  /// - Parameter clientPort: the client's own port, or 0.
  mutating func pass(
    _ key: SessionKey, _ address: IPAddress, clientPort: UInt16, at: Int64
  ) -> (port: UInt16, contested: [Taker]) {
    let client = Client(host: key.high, address: address)
    guard var passes = passed[client] else { return (0, []) }
    passes.removeAll { at - $0.at > GateWatch.patience }
    defer { passed[client] = passes.isEmpty ? nil : passes }
    if clientPort != 0 {
      guard let i = passes.firstIndex(where: { $0.clientPort == clientPort }) else { return (0, []) }
      return (passes.remove(at: i).port, [])
    }
    guard let i = passes.firstIndex(where: { $0.taker == nil }) else {
      let contested = passes.compactMap { $0.taker }.filter { at - $0.at <= GateWatch.contest }
      return (0, contested)
    }
    let isClear = passes.allSatisfy { $0.taker != nil || $0.port == passes[i].port }
    passes[i].taker = Taker(key: key, at: at)
    return (isClear ? passes[i].port : 0, [])
  }

  mutating func merge(_ other: GateWatch) {
    connected.merge(other.connected) { $0.at > $1.at ? $0 : $1 }
    passed.merge(other.passed) { $0 + $1 }
  }

  func encode(into out: inout ByteWriter) {
    out.number(UInt64(connected.count))
    for (connection, entry) in connected.sorted(by: { GateWatch.precedes($0.key, $1.key) }) {
      GateWatch.encode(connection.client, into: &out)
      out.number(connection.port)
      out.number(entry.port)
      out.signed(entry.at)
    }
    out.number(UInt64(passed.count))
    for (client, passes) in passed.sorted(by: { GateWatch.precedes($0.key, $1.key) }) {
      GateWatch.encode(client, into: &out)
      out.number(UInt64(passes.count))
      for pass in passes {
        out.number(pass.port)
        out.signed(pass.at)
        out.number(pass.clientPort)
        out.flag(pass.taker != nil)
        guard let taker = pass.taker else { continue }
        for word in [taker.key.high, taker.key.low, taker.key.lane] { out.word(word) }
        out.signed(taker.at)
      }
    }
  }

  /// Nothing was seen yet.
  init() {}

  /// - Parameter version: of the open sessions; before version 3 neither hosts nor clients' ports were told apart, and what
  ///   was noted then is passed over: it was of use for some seconds.
  init(_ reader: inout ByteReader, version: UInt8) throws(EncodingFault) {
    guard version > 2 else {
      try GateWatch.passOver(&reader)
      return
    }
    for _ in 0..<(try reader.count()) {
      let client = try GateWatch.client(&reader)
      let connection = Connection(client: client, port: try reader.number(as: UInt16.self))
      connected[connection] = Entry(port: try reader.number(as: UInt16.self), at: try reader.signed())
    }
    for _ in 0..<(try reader.count()) {
      let client = try GateWatch.client(&reader)
      var passes: [Pass] = []
      for _ in 0..<(try reader.count()) {
        var pass = Pass(
          port: try reader.number(as: UInt16.self), at: try reader.signed(),
          clientPort: try reader.number(as: UInt16.self))
        if try reader.flag() {
          let key = SessionKey(high: try reader.word(), low: try reader.word(), lane: try reader.word())
          pass.taker = Taker(key: key, at: try reader.signed())
        }
        passes.append(pass)
      }
      passed[client] = passes
    }
  }

  private static func passOver(_ reader: inout ByteReader) throws(EncodingFault) {
    func entry() throws(EncodingFault) {
      _ = try reader.number(as: UInt16.self)
      _ = try reader.signed()
    }
    for _ in 0..<(try reader.count()) {
      _ = try reader.address()
      try entry()
    }
    for _ in 0..<(try reader.count()) {
      _ = try reader.address()
      for _ in 0..<(try reader.count()) { try entry() }
    }
  }

  private static func encode(_ client: Client, into out: inout ByteWriter) {
    out.word(client.host)
    out.address(client.address)
  }

  private static func client(_ reader: inout ByteReader) throws(EncodingFault) -> Client {
    Client(host: try reader.word(), address: try reader.address())
  }

  private static func precedes(_ a: Client, _ b: Client) -> Bool {
    (a.address.bits, a.host) < (b.address.bits, b.host)
  }

  private static func precedes(_ a: Connection, _ b: Connection) -> Bool {
    a.client == b.client ? a.port < b.port : precedes(a.client, b.client)
  }

  /// Address and port in `[198.51.100.7]:40000`.
  private static func connection(_ line: borrowing Span<UInt8>, _ range: ByteRange, host: UInt64) -> Connection? {
    var start = Int(range.start)
    var end = Int(range.end)
    var port: UInt16 = 0
    if start < end, line[start] == 0x5b {
      start += 1
      var i = start
      while i < end, line[i] != 0x5d { i += 1 }
      port = SessionAssembler.clientPort(line, behind: ByteRange(start, i))
      end = i
    }
    guard let address = IPAddress(line.extracting(start..<end)) else { return nil }
    return Connection(client: Client(host: host, address: address), port: port)
  }
}
