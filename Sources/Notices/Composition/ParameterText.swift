/// A parameter of a MIME header field, for instance a file name (RFC 2231).
enum ParameterText {
  /// `name="value"` for plain ASCII, `name*=UTF-8''…` otherwise.
  static func make(_ name: String, _ value: String) -> String {
    let line = OneLine.make(value)
    let isPlain = line.utf8.allSatisfy { (0x20..<0x7f).contains($0) && $0 != 0x22 && $0 != 0x5c }
    return isPlain ? "\(name)=\"\(line)\"" : "\(name)*=UTF-8''\(percentEncoded(line))"
  }

  /// Every byte but letters, digits and `-._~` as `%XX`.
  static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: result.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return String(result)
  }
}
