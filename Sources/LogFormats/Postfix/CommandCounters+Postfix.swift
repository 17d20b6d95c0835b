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
      while i < count, line[i] != 61, line[i] != 32 { i &+= 1 }
      guard i > name, i < count, line[i] == 61 else { return false }
      let length = i &- name
      i &+= 1
      guard let (accepted, next) = number(line, from: i) else { return false }
      var total = accepted
      i = next
      if i < count, line[i] == UInt8(ascii: "/") {
        guard let (all, end) = number(line, from: i &+ 1) else { return false }
        total = all
        i = end
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

  private static func number(_ line: borrowing Span<UInt8>, from start: Int) -> (value: UInt16, end: Int)? {
    var i = start
    var value: UInt32 = 0
    while i < line.count, line[i] &- 48 < 10 {
      value = min(value * 10 + UInt32(line[i] &- 48), 0xffff)
      i &+= 1
    }
    return i == start ? nil : (UInt16(value), i)
  }

  private static func saturatingSum(_ a: UInt16, _ b: UInt16) -> UInt16 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
