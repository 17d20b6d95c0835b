internal import ByteScanning

/// The programs of Postfix whose lines are read.
enum PostfixProgram: UInt8, Sendable {
  /// No program of Postfix, or one whose lines are not needed.
  case other
  /// smtpd.
  case server
  /// postscreen.
  case postscreen
  /// anvil.
  case anvil
  /// master.
  case master

  /// The program that the tag of a line names.
  init(_ line: borrowing Span<UInt8>, header: borrowing SyslogHeader) {
    self = .other
    guard header.lastSlash >= 0 else { return }
    let name = header.lastSlash + 1
    switch header.tagEnd - name {
    case 5:
      if line.hasPrefix("smtpd", at: name), !line.hasPrefix("watchdog", at: header.lastSlash - 8) {
        self = .server
      } else if line.hasPrefix("anvil", at: name) {
        self = .anvil
      }
    case 6: if line.hasPrefix("master", at: name) { self = .master }
    case 10: if line.hasPrefix("postscreen", at: name) { self = .postscreen }
    default: break
    }
  }
}
