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
  /// qmgr; its lines and those of the programs below are read while messages are followed.
  case queueManager
  /// smtp, which brings mail to other servers.
  case smtpClient
  /// lmtp, which brings mail to a mailbox server or a content filter.
  case lmtpClient
  /// local, virtual and pipe, and smtp for the domains that this server takes mail for (`postfix/relay/smtp`).
  case ownDelivery

  /// The program that the tag of a line names.
  init(_ line: borrowing Span<UInt8>, header: borrowing SyslogHeader) {
    self = .other
    guard header.lastSlash >= 0 else { return }
    let name = header.lastSlash + 1
    switch header.tagEnd - name {
    case 4:
      if line.hasPrefix("qmgr", at: name) {
        self = .queueManager
      } else if line.hasPrefix("smtp", at: name) {
        self = line.hasPrefix("/relay", at: header.lastSlash - 6) ? .ownDelivery : .smtpClient
      } else if line.hasPrefix("lmtp", at: name) {
        self = .lmtpClient
      } else if line.hasPrefix("pipe", at: name) {
        self = .ownDelivery
      }
    case 5:
      if line.hasPrefix("smtpd", at: name), !line.hasPrefix("watchdog", at: header.lastSlash - 8) {
        self = .server
      } else if line.hasPrefix("anvil", at: name) {
        self = .anvil
      } else if line.hasPrefix("local", at: name) {
        self = .ownDelivery
      }
    case 6: if line.hasPrefix("master", at: name) { self = .master }
    case 7: if line.hasPrefix("virtual", at: name) { self = .ownDelivery }
    case 10: if line.hasPrefix("postscreen", at: name) { self = .postscreen }
    default: break
    }
  }

  /// Whether the lines of the program with this number need not be read, for many programs without a branch.
  ///
  /// - Parameter keepsDeliveries: whether those that say what becomes of a message are read.
  @inline(__always)
  static func isUnneeded(_ number: UInt8, keepsDeliveries: Bool) -> Bool {
    let last = keepsDeliveries ? PostfixProgram.ownDelivery.rawValue : PostfixProgram.master.rawValue
    // `other`, which is 0, becomes the largest number.
    return number &- 1 >= last
  }
}
