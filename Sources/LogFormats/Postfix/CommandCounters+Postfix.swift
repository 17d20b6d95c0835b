internal import ByteScanning
internal import MailModel

extension CommandCounters {
  /// Reads ` ehlo=2 starttls=1 auth=0/1 mail=1 rcpt=1 data=1 quit=1 commands=7/8`; false when a number is none.
  ///
  /// A number without `/` counts commands that all succeeded. Numbers above 65,535 stay at 65,535. BDAT counts with DATA.
  static func read(_ line: borrowing Span<UInt8>, from start: Int, into counters: inout CommandCounters) -> Bool {
    let count = line.count
    var i = start
    while i < count {
      guard line[i] == 32 else { return false }
      i &+= 1
      let name = i
      i = line.firstIndex(ofEither: 61, 32, from: i)
      guard i > name, i < count, line[i] == 61 else { return false }
      let length = i &- name
      i &+= 1
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
      switch (length, line[name], line[name &+ 1]) {
      case (4, UInt8(ascii: "a"), UInt8(ascii: "u")):
        counters.authAccepted = accepted
        counters.authTotal = total
      case (4, UInt8(ascii: "m"), UInt8(ascii: "a")):
        counters.mailAccepted = accepted
        counters.mailTotal = total
      case (4, UInt8(ascii: "d"), UInt8(ascii: "a")), (4, UInt8(ascii: "b"), UInt8(ascii: "d")):
        counters.dataAccepted = saturatingSum(counters.dataAccepted, accepted)
        counters.dataTotal = saturatingSum(counters.dataTotal, total)
      case (8, UInt8(ascii: "s"), UInt8(ascii: "t")):
        counters.starttls = accepted
      default:
        break
      }
    }
    return true
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

  private static func saturatingSum(_ a: UInt16, _ b: UInt16) -> UInt16 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
