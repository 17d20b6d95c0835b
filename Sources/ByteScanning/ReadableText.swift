/// Text for people out of bytes that need not be UTF-8: names of files and archives, small settings files.
///
/// Not for lines of a log, which stay bytes.
public enum ReadableText {
  /// The text; where the bytes are not UTF-8, every byte beyond ASCII becomes U+FFFD.
  public static func of(_ bytes: some Sequence<UInt8>) -> String {
    let whole = Array(bytes)
    if let text = String(validating: whole, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(whole.map { $0 < 0x80 ? Unicode.Scalar($0) : "\u{FFFD}" }))
  }
}
