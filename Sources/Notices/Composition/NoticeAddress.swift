/// A mail address that may be written into a message and an SMTP command: dot-atom, `@`, host name, all ASCII (RFC 5321 section 4.1.2).
///
/// Quoted local parts and addresses that need SMTPUTF8 are refused: an address comes from a log, and what needs quoting there is an attack
/// far more often than a mailbox.
public struct NoticeAddress: Sendable, Hashable {
  /// The address.
  public let text: String
  /// What stands before the `@`.
  public var localPart: String { String(text[..<(text.lastIndex(of: "@") ?? text.endIndex)]) }
  /// The domain, lower case.
  public let domain: String

  /// Checks the address; nothing when it is not of this form.
  ///
  /// The domain is folded to lower case.
  public init?(_ address: String) {
    let bytes = Array(address.utf8)
    guard bytes.count <= 254, let at = bytes.lastIndex(of: 0x40), at > 0, at <= 64 else { return nil }
    var wasDot = true
    for byte in bytes[..<at] {
      let isDot = byte == 0x2e
      if isDot, wasDot { return nil }
      guard isDot || NoticeAddress.isAtom(byte) else { return nil }
      wasDot = isDot
    }
    guard !wasDot else { return nil }
    let domain = String(decoding: bytes[(at + 1)...], as: UTF8.self).lowercased()
    guard NoticeAddress.isHostName(domain) else { return nil }
    self.domain = domain
    text = String(decoding: bytes[...at], as: UTF8.self) + domain
  }

  /// Whether a name consists of letters, digits and hyphens between dots, at most 253 of them, the way DNS has host names.
  public static func isHostName(_ name: String) -> Bool {
    guard (1...253).contains(name.utf8.count) else { return false }
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.first != 0x2d && label.utf8.last != 0x2d
        && label.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x2d
        }
    }
  }

  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }
}
