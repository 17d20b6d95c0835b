import ByteScanning
import MailModel

/// Reads what stands behind the stamp.
///
/// Words are compared four bytes at a time, little-endian.
enum IceWarpBody {
  /// `>>> …`: a reply of this server, or a command when this server is the client.
  static func sent(_ line: borrowing Span<UInt8>, from i: Int, into event: inout LogEvent) -> LineOutcome {
    let count = line.count
    guard let code = replyCode(line, i) else {
      if i == count { return .ignored }
      event.kind = .outgoing
      return .event
    }
    let continues = i &+ 3 < count && line[i &+ 3] == 0x2d
    event.code = code
    event.continues = continues
    event.first = ByteRange(min(i &+ 4, count), count)
    switch code {
    case 220:
      greeting(line, from: i, into: &event)
      event.continues = continues
      return .event
    case 250:
      if continues { return .ignored }
      if i &+ 8 <= count {
        switch line.word32(at: i &+ 4) {
        case 0x2e31_2e32:  // "2.1."
          // "250 2.1.5 <a@b>... Recipient ok; will forward"
          guard count &- i > 20, line[i &+ 8] == 0x35, line.word32(at: count &- 4) == 0x6472_6177 else {
            return .ignored
          }
          event.kind = .relayRecipientAccepted
          return .event
        case 0x2e36_2e32:  // "2.6."
          event.kind = .messageAccepted
          return .event
        default: break
        }
      }
      event.kind = .reply
      return .event
    case 354, 221, 211, 214, 251, 252:
      return .ignored
    default:
      event.kind = .reply
      return .event
    }
  }

  /// `220 …`; the banner tells the offset that the stamp leaves out: "…; Mon, 16 May 2011 00:02:10 +0300".
  static func greeting(_ line: borrowing Span<UInt8>, from i: Int, into event: inout LogEvent) {
    let count = line.count
    event.kind = .greeting
    event.code = 220
    event.continues = false
    event.first = ByteRange(min(i &+ 4, count), count)
    event.second = .none
    event.time.offset = LogTime.offsetUnknown
    if count &- i > 30, line[count &- 6] == 0x20, let zone = IceWarpClock.zone(line, from: count &- 5) {
      event.second = ByteRange(count &- 5, count)
      event.time.offset = zone
    }
  }

  /// `<<< …`: a command of the client, or a reply when this server is the client.
  static func received(_ line: borrowing Span<UInt8>, from i: Int, into event: inout LogEvent) -> LineOutcome {
    let count = line.count
    if i &+ 4 > count {
      event.kind = .clientText
      event.first = ByteRange(i, count)
      return .event
    }
    let end = i &+ 4 == count || line[i &+ 4] == 0x20
    switch line.word32(at: i) & 0xdfdf_dfdf {
    case 0x4f4c_4845 where end, 0x4f4c_4548 where end, 0x4f4c_484c where end:  // EHLO HELO LHLO
      event.kind = .helo
      event.first = trimmed(line, i &+ 4, count)
      return .event
    case 0x4c49_414d where end:  // MAIL
      guard let address = pathArgument(line, from: i &+ 5, keyword: 0x4d4f_5246) else { return .ignored }
      event.kind = .mail
      event.first = address
      return .event
    case 0x5450_4352 where end:  // RCPT
      return .ignored
    case 0x4854_5541 where end:  // AUTH
      auth(line, from: i &+ 4, into: &event)
      return .event
    case 0x4154_4144 where end:  // DATA
      event.kind = .data
      return .event
    case 0x5441_4442 where end:  // BDAT n LAST
      guard count &- i > 10, line.word32(at: count &- 4) & 0xdfdf_dfdf == 0x5453_414c else { return .ignored }
      event.kind = .data
      return .event
    case 0x5445_5352 where end:  // RSET
      event.kind = .rset
      return .event
    case 0x5449_5551 where end:  // QUIT
      event.kind = .quit
      return .event
    case 0x5241_5453:  // STAR(TTLS)
      guard i &+ 8 <= count, line.word32(at: i &+ 4) & 0xdfdf_dfdf == 0x534c_5454 else { break }
      event.kind = .starttls
      return .event
    case 0x504f_4f4e where end, 0x5946_5256 where end, 0x4e50_5845 where end, 0x504c_4548 where end,
      0x4e52_5445 where end:  // NOOP VRFY EXPN HELP ETRN
      return .ignored
    default: break
    }
    if line[i] &- 0x30 < 10 {
      // "<<< 2809 bytes (overall data transfer speed=325115741 B/s)" stands for the message itself.
      var k = i
      while k < count, line[k] &- 0x30 < 10 { k &+= 1 }
      if k &+ 7 <= count, line[k] == 0x20, line.word32(at: k &+ 1) == 0x6574_7962, line[k &+ 5] == 0x73,
        line[k &+ 6] == 0x20
      {
        return .ignored
      }
      if replyCode(line, i) != nil {
        event.kind = .outgoing
        return .event
      }
    }
    event.kind = .clientText
    event.first = ByteRange(i, count)
    return .event
  }

  /// What stands behind AUTH: the mechanism, and perhaps an initial response.
  static func auth(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) {
    event.kind = .auth
    let arguments = trimmed(line, start, line.count)
    var stop = Int(arguments.start)
    while stop < Int(arguments.end), line[stop] != 0x20 { stop &+= 1 }
    event.first = ByteRange(Int(arguments.start), stop)
    event.second = trimmed(line, stop, line.count)
  }

  /// `*** <from> <to> 1 2804 00:00:01 OK YAR93710`: the status stands behind the duration.
  static func summary(_ line: borrowing Span<UInt8>, from i: Int, into event: inout LogEvent) -> LineOutcome {
    let count = line.count
    guard i < count, line[i] == 0x3c else { return .unrecognised }
    guard var k = line.firstIndex(of: 0x3e, from: i &+ 1) else { return .malformed }
    event.first = ByteRange(i &+ 1, k)
    // Behind the recipients: number of them, size, duration, status. A subject at the end may hold brackets of its own.
    var last = k
    while k < count {
      if line[k] == 0x3c {
        k = line.firstIndex(of: 0x3e, from: k) ?? count
        last = k
      } else if line[k] != 0x20, line[k] != 0x2c, line[k] != 0x3b, k > last {
        break
      }
      k &+= 1
    }
    var fields = 0
    k = last &+ 1
    while k < count, fields < 3 {
      while k < count, line[k] == 0x20 { k &+= 1 }
      if k < count { fields &+= 1 }
      while k < count, line[k] != 0x20 { k &+= 1 }
    }
    while k < count, line[k] == 0x20 { k &+= 1 }
    guard fields == 3 else { return .malformed }
    event.kind = .summary
    event.second = ByteRange(k, count)
    return .event
  }

  /// A body without arrow: `Connected, local IP=10.6.21.17`, `Disconnected`, `Start of mail processing`.
  static func remark(
    _ line: borrowing Span<UInt8>, from i: Int, peer: ByteRange, into event: inout LogEvent
  ) -> LineOutcome {
    if starts(line, i, 0x6e6e_6f43, "ected") {
      connected(line, from: i &+ 9, peer: peer, into: &event)
      return .event
    }
    if starts(line, i, 0x6373_6944, "onnected") {
      event.kind = .disconnected
      event.first = peer
      event.counters = CommandCounters()
      return .event
    }
    if starts(line, i, 0x7261_7453, "t of mail processing") { return .ignored }
    return .unrecognised
  }

  /// What stands behind `Connected`.
  static func connected(
    _ line: borrowing Span<UInt8>, from start: Int, peer: ByteRange, into event: inout LogEvent
  ) {
    event.kind = .connected
    event.first = peer
    event.second = .none
    event.third = .none
    event.code = 0
    let count = line.count
    if start == count { return }
    // Nearly all say the address and nothing else: ", local IP=10.6.21.17".
    if line.hasPrefix(", local IP=", at: start) {
      var i = start &+ 11
      while i < count, line[i] &- 0x30 < 10 || line[i] == 0x2e { i &+= 1 }
      if i == count {
        event.second = ByteRange(start &+ 11, count)
        return
      }
    }
    readListener(line, from: start, into: &event)
  }

  /// `, local IP=10.6.21.17`, with `:587` or `[…]:587` or `port=587` should a version write them.
  private static func readListener(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) {
    let count = line.count
    var i = start
    while i &+ 3 <= count {
      let c = line[i]
      if c | 0x20 == 0x69, line[i &+ 1] | 0x20 == 0x70, line[i &+ 2] == 0x3d, isLocal(line, i) {
        readEndpoint(line, from: i &+ 3, into: &event)
      } else if c | 0x20 == 0x70, i &+ 5 <= count, line.word32(at: i) | 0x2020_2020 == 0x7472_6f70,
        line[i &+ 4] == 0x3d, isLocal(line, i) || line[i &- 2] == 0x2c || line[i &- 2] == 0x3b
      {
        if let port = port(line, from: i &+ 5) { event.code = port }
      }
      i &+= 1
    }
  }

  /// Whether `local ` stands before this place; a port of the client is no port of this server.
  private static func isLocal(_ line: borrowing Span<UInt8>, _ i: Int) -> Bool {
    i >= 6 && line.word32(at: i &- 6) | 0x2020_2020 == 0x6163_6f6c && line[i &- 2] | 0x20 == 0x6c
      && line[i &- 1] == 0x20
  }

  private static func readEndpoint(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) {
    let count = line.count
    var i = start
    if i < count, line[i] == 0x5b {
      while i < count, line[i] != 0x5d { i &+= 1 }
      event.second = ByteRange(start &+ 1, i)
      i &+= 1
    } else {
      var colons = 0
      var lastColon = 0
      while i < count, line[i] != 0x20, line[i] != 0x2c, line[i] != 0x3b {
        if line[i] == 0x3a {
          colons &+= 1
          lastColon = i
        }
        i &+= 1
      }
      // One colon parts address and port; several belong to an IPv6 address.
      if colons == 1 { i = lastColon }
      event.second = ByteRange(start, i)
    }
    if i < count, line[i] == 0x3a, let port = port(line, from: i &+ 1) { event.code = port }
  }

  private static func port(_ line: borrowing Span<UInt8>, from start: Int) -> UInt16? {
    var value: UInt32 = 0
    var i = start
    while i < line.count, line[i] &- 0x30 < 10, i &- start < 6 {
      value = value &* 10 &+ UInt32(line[i] &- 0x30)
      i &+= 1
    }
    return i > start && value > 0 && value < 65536 ? UInt16(value) : nil
  }

  /// Three digits and then a space, a hyphen or nothing.
  @inline(__always)
  private static func replyCode(_ line: borrowing Span<UInt8>, _ i: Int) -> UInt16? {
    guard i &+ 3 <= line.count else { return nil }
    let a = line[i] &- 0x30
    let b = line[i &+ 1] &- 0x30
    let c = line[i &+ 2] &- 0x30
    guard a &- 2 < 4, b < 10, c < 10 else { return nil }
    if i &+ 3 < line.count, line[i &+ 3] != 0x20, line[i &+ 3] != 0x2d { return nil }
    return UInt16(a) &* 100 &+ UInt16(b) &* 10 &+ UInt16(c)
  }

  static func trimmed(_ line: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> ByteRange {
    var a = start
    var b = end
    while a < b, line[a] == 0x20 || line[a] == 0x09 { a &+= 1 }
    while b > a, line[b &- 1] == 0x20 || line[b &- 1] == 0x09 { b &-= 1 }
    return ByteRange(a, b)
  }

  /// Finds the address of MAIL.
  ///
  /// `FROM:<address> SIZE=…`: the address; without brackets up to the next space. A source route (`<@a,@b:c@d>`) is dropped.
  private static func pathArgument(_ line: borrowing Span<UInt8>, from start: Int, keyword: UInt32) -> ByteRange? {
    let count = line.count
    var i = start
    while i < count, line[i] == 0x20 { i &+= 1 }
    guard i &+ 5 <= count, line.word32(at: i) & 0xdfdf_dfdf == keyword else { return nil }
    i &+= 4
    while i < count, line[i] == 0x20 { i &+= 1 }
    guard i < count, line[i] == 0x3a else { return nil }
    i &+= 1
    while i < count, line[i] == 0x20 { i &+= 1 }
    guard i < count else { return ByteRange.none }
    if line[i] == 0x3c {
      i &+= 1
      // Nearly all addresses are neither quoted nor routed.
      if i < count, line[i] != 0x40, let end = plainEnd(line, from: i) { return ByteRange(i, end) }
      var end = i
      var quoted = false
      while end < count, quoted || line[end] != 0x3e {
        // A backslash within quotes takes the next character along (RFC 5321 section 4.1.2).
        if quoted, line[end] == 0x5c, end &+ 1 < count {
          end &+= 1
        } else if line[end] == 0x22 {
          quoted.toggle()
        }
        end &+= 1
      }
      if i < end, line[i] == 0x40 {
        var colon = i
        while colon < end, line[colon] != 0x3a { colon &+= 1 }
        if colon < end { i = colon &+ 1 }
      }
      return ByteRange(i, end)
    }
    var end = i
    while end < count, line[end] != 0x20 { end &+= 1 }
    return ByteRange(i, end)
  }

  /// Index of the first `>`, unless a quotation mark stands before it.
  @inline(__always)
  static func plainEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
    var i = start
    while i &+ 8 <= line.count {
      let word = line.word64(at: i)
      let closing = zeroBytes(word ^ 0x3e3e_3e3e_3e3e_3e3e)
      if closing | zeroBytes(word ^ 0x2222_2222_2222_2222) != 0 {
        // A false hit of these tests lies above a true one only, so the lowest hit is right.
        let place = (closing | zeroBytes(word ^ 0x2222_2222_2222_2222)).trailingZeroBitCount / 8
        return word &>> UInt64(8 &* place) & 0xff == 0x3e ? i &+ place : nil
      }
      i &+= 8
    }
    while i < line.count, line[i] != 0x22 {
      if line[i] == 0x3e { return i }
      i &+= 1
    }
    return nil
  }

  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func starts(_ line: borrowing Span<UInt8>, _ i: Int, _ word: UInt32, _ rest: StaticString) -> Bool {
    guard i &+ 4 &+ rest.utf8CodeUnitCount <= line.count, line.word32(at: i) == word else { return false }
    return line.hasPrefix(rest, at: i &+ 4)
  }
}
