import ByteScanning
import MailModel

/// Which protocol the lines of a log of IceWarp speak: all its services write peer, `[thread]` and stamp alike.
struct IceWarpDialect {
  /// What a server says in SMTP only: `250 2.1.0 …` (RFC 3463), `220 … ESMTP`, `354`, and the summary of a message.
  private(set) var server = 0
  /// What a client says in SMTP only: EHLO, MAIL, RCPT, DATA, STARTTLS.
  private(set) var client = 0
  /// What SMTP and others say: `535 …`, AUTH.
  private(set) var common = 0
  /// What a server says in POP3 (`+OK`), IMAP (`* OK`) or FTP (`331 …`).
  private(set) var otherServer = 0
  /// What clients of POP3 and FTP say; some of them try it on an SMTP server too.
  private(set) var otherClient = 0
  /// Dialogue that is none of these.
  private(set) var unknown = 0

  /// Lines that may be SMTP.
  var lines: Int { server + client + common }

  mutating func take(_ line: borrowing Span<UInt8>, from body: Int) {
    guard body + 4 <= line.count else { return }
    switch line.word32(at: body) {
    case 0x203e_3e3e: takeSent(line, from: body + 4)  // ">>> "
    case 0x203c_3c3c: takeReceived(line, from: body + 4)  // "<<< "
    case 0x202a_2a2a:  // "*** "
      var event = LogEvent()
      if IceWarpBody.summary(line, from: body + 4, into: &event) == .event { server += 1 }
    default: break
    }
  }

  private mutating func takeSent(_ line: borrowing Span<UInt8>, from i: Int) {
    for answer: StaticString in ["+OK", "-ERR", "* "] where line.hasPrefix(answer, at: i) {
      otherServer += 1
      return
    }
    guard let code = IceWarpDialect.code(line, i) else {
      // This server is the client of another one.
      if IceWarpDialect.begins(line, i, IceWarpDialect.commands) { client += 1 } else { unknown += 1 }
      return
    }
    switch code {
    case 354: server += 1
    case 211, 214, 220, 221, 235, 250...252, 334, 400...599:
      if IceWarpDialect.hasEnhancedCode(line, i + 4) || code == 220 && IceWarpDialect.saysSMTP(line, i) {
        server += 1
      } else {
        common += 1
      }
    default: otherServer += 1
    }
  }

  private mutating func takeReceived(_ line: borrowing Span<UInt8>, from i: Int) {
    if IceWarpDialect.code(line, i) != nil {
      // This server is the client of another one.
      if IceWarpDialect.hasEnhancedCode(line, i + 4) || IceWarpDialect.saysSMTP(line, i) {
        client += 1
      } else {
        common += 1
      }
    } else if IceWarpDialect.begins(line, i, IceWarpDialect.commands) {
      client += 1
    } else if IceWarpDialect.begins(line, i, IceWarpDialect.otherCommands) {
      otherClient += 1
    } else if IceWarpDialect.begins(line, i, IceWarpDialect.commonCommands) {
      common += 1
    } else if !IceWarpDialect.begins(line, i, IceWarpDialect.anyonesCommands) {
      unknown += 1
    }
  }

  private static let commands: [[UInt8]] = [
    "EHLO", "HELO", "LHLO", "MAIL FROM", "RCPT TO", "DATA", "BDAT", "STARTTLS", "VRFY", "EXPN", "ETRN",
  ].map { Array($0.utf8) }
  private static let commonCommands: [[UInt8]] = [Array("AUTH".utf8)]
  private static let anyonesCommands: [[UInt8]] = ["QUIT", "NOOP", "RSET", "HELP"].map { Array($0.utf8) }
  private static let otherCommands: [[UInt8]] = [
    "USER", "PASS", "CAPA", "STLS", "APOP", "UIDL", "LIST", "STAT", "RETR", "DELE", "TOP",
    "PASV", "EPSV", "PORT", "EPRT", "FEAT", "SYST", "TYPE", "CWD", "PWD", "STOR", "SIZE", "PBSZ", "PROT", "AUTH TLS",
    "AUTH SSL",
  ].map { Array($0.utf8) }

  /// Whether a line begins with one of these words, in any case, and goes on with another character than a letter.
  private static func begins(_ line: borrowing Span<UInt8>, _ start: Int, _ words: [[UInt8]]) -> Bool {
    for word in words where start + word.count <= line.count {
      var i = 0
      while i < word.count, line[start + i] == word[i] || line[start + i] == word[i] | 0x20 { i += 1 }
      guard i == word.count else { continue }
      if start + i == line.count || (line[start + i] | 0x20) &- 0x61 >= 26 { return true }
    }
    return false
  }

  /// Three digits and then a space, a hyphen or nothing.
  private static func code(_ line: borrowing Span<UInt8>, _ i: Int) -> Int? {
    guard i + 3 <= line.count else { return nil }
    var code = 0
    for k in i..<(i + 3) {
      guard line[k] &- 0x30 < 10 else { return nil }
      code = code * 10 + Int(line[k] &- 0x30)
    }
    return i + 3 == line.count || line[i + 3] == 0x20 || line[i + 3] == 0x2d ? code : nil
  }

  /// `2.1.0`.
  private static func hasEnhancedCode(_ line: borrowing Span<UInt8>, _ i: Int) -> Bool {
    i + 5 <= line.count && [0x32, 0x34, 0x35].contains(line[i]) && line[i + 1] == 0x2e && line[i + 2] &- 0x30 < 10
      && line[i + 3] == 0x2e && line[i + 4] &- 0x30 < 10
  }

  private static func saysSMTP(_ line: borrowing Span<UInt8>, _ start: Int) -> Bool {
    var i = start
    while i + 4 <= line.count {
      if line.word32(at: i) & 0xdfdf_dfdf == 0x5054_4d53 { return true }
      i += 1
    }
    return false
  }
}
