/// The messages of a file: one (`.eml`, Maildir), or many (mbox, RFC 4155).
public enum MailboxMessages {
  /// The place of each message; a line `From …` of an mbox belongs to none.
  public static func ranges(_ file: borrowing Span<UInt8>) -> [Range<Int>] {
    guard isFrom(file, at: 0) else { return file.isEmpty ? [] : [0..<file.count] }
    var ranges: [Range<Int>] = []
    var begin: Int?
    var isBehindEmpty = true
    var start = 0
    while start < file.count {
      var end = start
      while end < file.count, file[end] != 0x0a { end += 1 }
      if isBehindEmpty, isFrom(file, at: start) {
        if let begin, begin < start { ranges.append(begin..<start) }
        begin = min(end + 1, file.count)
      }
      isBehindEmpty = end == start || (end == start + 1 && file[start] == 0x0d)
      start = end + 1
    }
    if let begin, begin < file.count { ranges.append(begin..<file.count) }
    return ranges
  }

  private static func isFrom(_ file: borrowing Span<UInt8>, at start: Int) -> Bool {
    let from: [UInt8] = [0x46, 0x72, 0x6f, 0x6d, 0x20]
    guard start + from.count <= file.count else { return false }
    return from.indices.allSatisfy { file[start + $0] == from[$0] }
  }
}
