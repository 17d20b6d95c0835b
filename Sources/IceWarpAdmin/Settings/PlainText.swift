/// Text of a file that an administrator made: UTF-8, or Latin-1 where it is none.
enum PlainText {
  /// The text of these bytes.
  static func make(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    return String(scalars)
  }
}
