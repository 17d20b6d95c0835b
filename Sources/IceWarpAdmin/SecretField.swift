/// A field that must not be in an export: an encoded backup (`u_backup`, which holds the password) or a password hash.
enum SecretField {
  /// Whether the bytes look like one.
  ///
  /// A password in clear looks like any word; it is never kept either, as no word is.
  static func isLikely(_ text: ArraySlice<UInt8>) -> Bool {
    if isHash(text) { return true }
    let isEncoded = text.allSatisfy { byte in
      isHexadecimal(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "+/=_-".utf8.contains(byte)
    }
    return isEncoded && text.count >= (text.allSatisfy(isHexadecimal) ? 32 : 64)
  }

  /// `{SSHA}…`, `$6$…`, `$2y$…`.
  private static func isHash(_ text: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(text.prefix(16))
    if bytes.first == UInt8(ascii: "{") { return bytes.dropFirst(2).contains(UInt8(ascii: "}")) }
    return bytes.first == UInt8(ascii: "$") && bytes.dropFirst(2).contains(UInt8(ascii: "$"))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }
}
