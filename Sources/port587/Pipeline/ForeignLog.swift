import LogFormats

/// Logs of mail servers that are not read, known again so that their administrators hear what would help them.
enum ForeignLog {
  /// What to say of a head that no format knows; nothing when it is no such log.
  static func name(_ sample: LogSample) -> String? {
    let lines = sample.lines.prefix(2000).count { isExim($0) }
    guard lines > 0 else { return nil }
    return "it is a log of Exim, which is not read; Exim itself names the server's port with "
      + "log_selector = +incoming_interface +smtp_no_mail beside what is set, as I=[192.0.2.1]:587"
  }

  /// `2026-11-23 16:29:25 1xVWxA-0001rY-0Q <= ana@example.org H=(pc) [192.0.2.11] P=esmtpsa … A=plain:ana@example.org S=522`,
  /// through syslog with `exim[1234]: ` before it; an identifier of a message has 16 characters, since 4.97 23.
  static func isExim(_ line: [UInt8]) -> Bool {
    let words = line.split(separator: 32, maxSplits: 12)
    for arrow in words.indices.dropFirst() where words[arrow].count == 2 {
      guard ["<=", "=>", "->", "**", "=="].contains(where: { words[arrow].elementsEqual($0.utf8) }) else { continue }
      let parts = words[arrow - 1].split(separator: 45, omittingEmptySubsequences: false)
      let lengths = parts.map(\.count)
      if lengths == [6, 6, 2] || lengths == [6, 11, 4],
        parts.joined().allSatisfy({ $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 })
      {
        return true
      }
    }
    return false
  }
}
