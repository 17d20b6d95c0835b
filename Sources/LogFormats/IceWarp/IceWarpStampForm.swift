import ByteScanning

/// The forms of the time stamp (`C_System_Logging_General_LogTimeFormat`).
enum IceWarpStampForm: UInt8, Sendable, CaseIterable {
  /// `00:02:10` (setting 0), the usual one.
  case time
  /// `00:02:10.123`, with 1 to 6 digits behind `.`, `,` or `:` (setting 3; form expected, not seen).
  case timeDetailed
  /// `Thu, 22 Apr 2004 22:01:42 +0200` (setting 2).
  case rfc822
  /// `2026-11-23 16:29:25`, `2026/11/23T16:29:25.5+03:00`, `20261123 162925` (setting 1; form expected, not seen).
  case scientific

  /// Index after the stamp of this form that begins here, or nothing.
  func end(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
    var i = start
    switch self {
    case .time, .timeDetailed:
      guard start + 8 <= line.count, line[start + 2] == 0x3a, line[start + 5] == 0x3a else { return nil }
      for k in [0, 1, 3, 4, 6, 7] where line[start + k] &- 0x30 >= 10 { return nil }
      i = start + 8
      if self == .timeDetailed {
        guard i < line.count, line[i] == 0x2e || line[i] == 0x2c || line[i] == 0x3a else { return nil }
        i += 1
        let digits = i
        while i < line.count, line[i] &- 0x30 < 10 { i += 1 }
        if i == digits || i - digits > 6 { return nil }
      }
    case .rfc822:
      // "Thu, 22 Apr 2004 22:01:42 +0200"; the day may have one digit.
      guard start + 30 <= line.count, line[start + 3] == 0x2c else { return nil }
      var spaces = 0
      while i < line.count, spaces < 6 {
        if line[i] == 0x20 { spaces += 1 }
        if spaces < 6 { i += 1 }
      }
      if i - start > 32 || i - start < 30 { return nil }
    case .scientific:
      var digits = 0
      while i < line.count, line[i] != 0x20 || digits <= 8 {
        let c = line[i]
        if c &- 0x30 < 10 {
          digits += 1
        } else if ![0x2d, 0x2f, 0x2e, 0x2c, 0x3a, 0x54, 0x20, 0x2b, 0x5a].contains(c) {
          return nil
        }
        i += 1
        if i - start > 36 { return nil }
      }
      if digits < 14 { return nil }
    }
    return i == line.count || line[i] == 0x20 || line[i] == 0x09 ? i : nil
  }
}
