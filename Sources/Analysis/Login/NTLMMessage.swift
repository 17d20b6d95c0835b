/// The third message of NTLM, which carries the user name (MS-NLMP section 2.2.1.3).
enum NTLMMessage {
  /// `user@domain` or the bare name, as UTF-8, or nothing when this is not the third message.
  static func userName(_ message: [UInt8]) -> [UInt8]? {
    guard message.count >= 64, Array(message[0..<8]) == Array("NTLMSSP".utf8) + [0], word32(message, 8) == 3 else {
      return nil
    }
    let isUnicode = word32(message, 60) & 1 == 1
    guard let user = field(message, 36, isUnicode), !user.isEmpty else { return nil }
    return user
  }

  private static func field(_ message: [UInt8], _ at: Int, _ isUnicode: Bool) -> [UInt8]? {
    let length = Int(message[at]) | Int(message[at + 1]) << 8
    let offset = Int(word32(message, at + 4))
    guard length <= 512, offset >= 0, offset <= message.count - length else { return nil }
    let bytes = Array(message[offset..<(offset + length)])
    guard isUnicode else { return bytes }
    guard length % 2 == 0 else { return nil }
    let units = stride(from: 0, to: length, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  private static func word32(_ message: [UInt8], _ at: Int) -> UInt32 {
    UInt32(message[at]) | UInt32(message[at + 1]) << 8 | UInt32(message[at + 2]) << 16 | UInt32(message[at + 3]) << 24
  }
}
