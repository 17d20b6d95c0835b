internal import ByteScanning

/// What a log calls its hosts, by the numbers that stand for them; a log has few.
struct HostNames: Sendable {
  private(set) var names: [UInt64: [UInt8]] = [:]
  /// The host that was noted last, which most lines have again.
  private var last: UInt64?

  private static let mostHosts = 256
  /// A host name has at most 255 bytes (RFC 1035 section 2.3.4); what is longer is none.
  private static let mostBytes = 255

  /// Takes the host of a line.
  mutating func note(_ word: UInt64, _ line: borrowing Span<UInt8>, _ header: borrowing SyslogHeader) {
    if word == last { return }
    last = word
    guard names[word] == nil, names.count < HostNames.mostHosts else { return }
    var name = HostNames.bytes(line, from: header.hostStart, to: header.hostEnd)
    if header.containerEnd > 0 {
      // `postfix-mailcow-1  | Nov 23 09:00:03 mail postfix/smtpd[109]: …`
      name += [UInt8(ascii: " "), UInt8(ascii: "(")]
      name += HostNames.bytes(line, from: 0, to: header.containerEnd) + [UInt8(ascii: ")")]
    }
    names[word] = name
  }

  private static func bytes(_ line: borrowing Span<UInt8>, from start: Int, to end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for i in start..<min(end, start + mostBytes) { bytes.append(line[i]) }
    return bytes
  }
}
