/// Base64 (RFC 4648 section 4), whole or in lines as a message body needs it (RFC 2045 section 6.8).
enum Base64Text {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes in Base64, without line breaks.
  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 3 * 4 + 4)
    var group = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | Int(byte)
      held += 1
      if held == 3 {
        for shift in [18, 12, 6, 0] { result.append(alphabet[group >> shift & 63]) }
        group = 0
        held = 0
      }
    }
    if held > 0 {
      group <<= 8 * (3 - held)
      for index in 0..<4 { result.append(index <= held ? alphabet[group >> (18 - 6 * index) & 63] : 61) }
    }
    return result
  }

  /// Adds the bytes to a message, in lines of 76 characters with CRLF.
  static func append(_ bytes: [UInt8], to message: inout [UInt8]) {
    let encoded = encode(bytes)
    for start in stride(from: 0, to: encoded.count, by: 76) {
      message += encoded[start..<min(start + 76, encoded.count)]
      message += [13, 10]
    }
  }
}
