/// The lines of a small file that an administrator made, whatever program wrote it.
enum TextLines {
  /// Takes byte order mark, line ends and blanks around each line away; empty lines stay, so that numbers hold.
  static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] { wholeLines(of: bytes).map(trimmed) }

  /// The same with the blanks around each line, by which main.cf of Postfix knows one that goes on with the line before.
  static func wholeLines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    plain(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// Without blanks, tabs and carriage returns at both ends.
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return text[first...last]
  }

  /// Blank, tab or carriage return.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  /// The bytes without byte order mark, two-byte units as one.
  ///
  /// Addresses are ASCII, so a UTF-16 unit beyond it only needs to stay something that is no address.
  static func plain(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return bytes[3...] }
    let littleEnd = bytes.starts(with: [0xff, 0xfe])
    guard littleEnd || bytes.starts(with: [0xfe, 0xff]) else { return bytes[...] }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at -> UInt8 in
      let (low, high) = littleEnd ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
      return high == 0 ? low : 0xff
    }
    return units[...]
  }
}
