/// The quoted-printable encoding of a text (RFC 2045 section 6.7), in lines of at most 76 characters with CRLF.
enum QuotedPrintable {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Encodes a text whose lines end with `\n`, and adds it to a message.
  static func append(_ text: String, to message: inout [UInt8]) {
    var text = text
    text.withUTF8Bytes { bytes in
      var column = 0
      var index = 0
      let count = bytes.count
      while index < count {
        let byte = bytes[index]
        if byte == 10 {
          message.append(13)
          message.append(10)
          column = 0
          index += 1
          continue
        }
        let isBlank = byte == 32 || byte == 9
        let endsLine = index + 1 == count || bytes[index + 1] == 10
        // A line that begins with "From " would become ">From " in a mailbox file (RFC 2049 section 3).
        let isFrom = column == 0 && startsFrom(bytes, at: index)
        let isPlain = !isFrom && ((byte >= 33 && byte <= 126 && byte != 61) || (isBlank && !endsLine))
        let width = isPlain ? 1 : 3
        // 76 with the `=` of a soft break.
        if column + width > 75 {
          message.append(61)
          message.append(13)
          message.append(10)
          column = 0
          // Judged anew, as the first byte of a line.
          continue
        }
        if isPlain {
          message.append(byte)
        } else {
          message.append(61)
          message.append(digits[Int(byte >> 4)])
          message.append(digits[Int(byte & 15)])
        }
        column += width
        index += 1
      }
    }
  }

  private static func startsFrom(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    index + 5 <= bytes.count && bytes[index] == 0x46 && bytes[index + 1] == 0x72 && bytes[index + 2] == 0x6f
      && bytes[index + 3] == 0x6d && bytes[index + 4] == 0x20
  }
}

extension String {
  /// Hands over the UTF-8 bytes as a span.
  fileprivate mutating func withUTF8Bytes(_ body: (Span<UInt8>) -> Void) {
    makeContiguousUTF8()
    body(utf8.span)
  }
}
