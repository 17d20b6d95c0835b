/// A reply as it is counted: code and text without what differs from client to client.
enum ReplyText {
  /// `501 5.7.1 Permission denied`
  static func key(code: UInt16, text: [UInt8]) -> [UInt8] {
    Array(String(code).utf8) + [0x20] + text.prefix(160)
  }
}
