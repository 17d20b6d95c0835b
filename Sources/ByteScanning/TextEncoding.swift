/// How the text of a source is coded.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, ASCII, or any other code that keeps ASCII as it is; bytes are passed on unchanged.
  case utf8 = "utf-8"
  /// UTF-16, low byte first: what PowerShell's `>` and `Out-File` write.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"

  /// Tells the encoding from the first bytes of a source, and how many of them are the byte order mark.
  ///
  /// Without a mark it is UTF-16 when every second byte is zero and the others are not: at least seven of eight of the
  /// pairs looked at, since names in a log may hold letters outside Latin-1. A stretch of NUL bytes is no UTF-16.
  public static func detect(_ head: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let pairs = min(head.count, 2_048) / 2
    guard pairs >= 4 else { return (.utf8, 0) }
    var littleEndian = 0
    var bigEndian = 0
    for pair in 0..<pairs {
      let first = head[2 * pair]
      let second = head[2 * pair + 1]
      if first != 0, second == 0 { littleEndian += 1 }
      if first == 0, second != 0 { bigEndian += 1 }
    }
    if littleEndian * 8 >= pairs * 7 { return (.utf16LittleEndian, 0) }
    if bigEndian * 8 >= pairs * 7 { return (.utf16BigEndian, 0) }
    return (.utf8, 0)
  }
}
