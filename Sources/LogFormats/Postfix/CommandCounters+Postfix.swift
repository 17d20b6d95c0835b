internal import ByteScanning
internal import MailModel

extension CommandCounters {
  /// Reads ` ehlo=2 starttls=1 auth=0/1 mail=1 rcpt=1 data=1 quit=1 commands=7/8`; false when a number is none.
  ///
  /// A number without `/` counts commands that all succeeded. Numbers above 65,535 stay at 65,535.
  static func read(_ line: borrowing Span<UInt8>, from start: Int, into counters: inout CommandCounters) -> Bool {
    let count = line.count
    var i = start
    while i < count {
      guard let counter = counter(line, from: &i) else { return false }
      let begin = i
      let accepted = number(line, from: &i)
      guard i > begin else { return false }
      var total = accepted
      if i < count, line[i] == UInt8(ascii: "/") {
        i &+= 1
        let second = i
        total = number(line, from: &i)
        guard i > second else { return false }
      }
      counters.present = true
      switch counter {
      case .auth:
        counters.authAccepted = accepted
        counters.authTotal = total
      case .mail:
        counters.mailAccepted = accepted
        counters.mailTotal = total
      case .data:
        counters.dataAccepted = accepted
        counters.dataTotal = total
      case .chunks:
        counters.chunksAccepted = accepted
        counters.chunksTotal = total
      case .starttls: counters.starttls = accepted
      case .other: break
      }
    }
    return true
  }

  /// The counters that are kept.
  private enum Counter {
    case auth, mail, data, chunks, starttls, other
  }

  /// Reads ` ehlo=` and moves the index behind it.
  @inline(__always)
  private static func counter(_ line: borrowing Span<UInt8>, from i: inout Int) -> Counter? {
    guard i <= line.count &- 10 else { return anyCounter(line, from: &i) }
    let word = line.word64(at: i)
    let counter: Counter
    switch word & 0xffff_ffff_ffff {
    case 0x3d6f_6c68_6520, 0x3d74_7063_7220, 0x3d74_6975_7120: counter = .other  // " ehlo=", " rcpt=", " quit="
    case 0x3d68_7475_6120: counter = .auth
    case 0x3d6c_6961_6d20: counter = .mail
    case 0x3d61_7461_6420: counter = .data
    default:
      guard line.word16(at: i &+ 8) == 0x3d73 else { return anyCounter(line, from: &i) }
      if word == 0x646e_616d_6d6f_6320 {  // " commands="
        i &+= 10
        return .other
      }
      if word == 0x6c74_7472_6174_7320 {  // " starttls="
        i &+= 10
        return .starttls
      }
      return anyCounter(line, from: &i)
    }
    i &+= 6
    return counter
  }

  @inline(never)
  private static func anyCounter(_ line: borrowing Span<UInt8>, from i: inout Int) -> Counter? {
    guard line[i] == 32 else { return nil }
    let name = i &+ 1
    let end = line.firstIndex(ofEither: 61, 32, from: name)
    guard end > name, end < line.count, line[end] == 61 else { return nil }
    i = end &+ 1
    switch (end &- name, line[name], line[name &+ 1]) {
    case (4, UInt8(ascii: "a"), UInt8(ascii: "u")): return .auth
    case (4, UInt8(ascii: "m"), UInt8(ascii: "a")): return .mail
    case (4, UInt8(ascii: "d"), UInt8(ascii: "a")): return .data
    case (4, UInt8(ascii: "b"), UInt8(ascii: "d")): return .chunks
    case (8, UInt8(ascii: "s"), UInt8(ascii: "t")): return .starttls
    default: return .other
    }
  }

  /// Reads digits and moves the index behind them; it stays where there are none.
  @inline(__always)
  private static func number(_ line: borrowing Span<UInt8>, from i: inout Int) -> UInt16 {
    var value: UInt32 = 0
    while i < line.count, line[i] &- 48 < 10 {
      value = min(value &* 10 &+ UInt32(line[i] &- 48), 0xffff)
      i &+= 1
    }
    return UInt16(truncatingIfNeeded: value)
  }
}
