/// What a file is, told by its first bytes and never by its name: `mail.log.gz` that somebody unpacked in place is plain.
public enum FileKind: String, Sendable, CaseIterable {
  /// Text, or anything else that is not packed.
  case plain = "none"
  /// RFC 1952: `1F 8B`.
  case gzip
  /// `BZh1`…`BZh9`.
  case bzip2
  /// `FD 37 7A 58 5A 00`.
  case xz
  /// RFC 8878: `28 B5 2F FD`.
  case zstd
  /// Frame format `04 22 4D 18`.
  case lz4
  /// Unix compress: `1F 9D`.
  case compress
  /// `PK 03 04`, or `PK 05 06` when empty.
  case zip
  /// A header block whose checksum is right.
  case tar
  /// `37 7A BC AF 27 1C`: known and not read.
  case sevenZip = "7z"
  /// `Rar!`: known and not read.
  case rar

  /// How many bytes `sniff` wants to see.
  public static let headLength = 512

  /// Tells the kind from the first bytes, best `headLength` of them.
  public static func sniff(_ head: [UInt8]) -> FileKind {
    if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    if head.starts(with: [0x42, 0x5A, 0x68]), head.count >= 4, (0x31...0x39).contains(head[3]) {
      // `BZh9` is followed by the magic of a block (pi) or of the end of the stream (square root of pi).
      let magic = head[4..<min(head.count, 10)]
      if [0x31, 0x41, 0x59, 0x26, 0x53, 0x59].starts(with: magic) { return .bzip2 }
      if [0x17, 0x72, 0x45, 0x38, 0x50, 0x90].starts(with: magic) { return .bzip2 }
      return .plain
    }
    if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return .xz }
    if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .zstd }
    if head.starts(with: [0x04, 0x22, 0x4D, 0x18]) { return .lz4 }
    if head.starts(with: [0x1F, 0x9D]) { return .compress }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return .sevenZip }
    if head.starts(with: [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]) { return .rar }
    if isTarHeader(head) { return .tar }
    return .plain
  }

  /// Whether reading it needs unpacking.
  public var isPacked: Bool { self != .plain }

  /// Whether it is one compressed stream, without members of its own.
  var isSingleStream: Bool {
    switch self {
    case .gzip, .bzip2, .xz, .zstd, .lz4, .compress: true
    case .plain, .zip, .tar, .sevenZip, .rar: false
    }
  }

  /// A tar header holds the sum of its bytes in octal at 148..<156, those eight counted as spaces.
  private static func isTarHeader(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    var stated = 0
    var digits = 0
    for byte in head[148..<156] {
      if (0x30...0x37).contains(byte) {
        stated = stated * 8 + Int(byte - 0x30)
        digits += 1
      } else if byte != 0x20 && byte != 0 {
        return false
      }
    }
    guard digits > 0 else { return false }
    var sum = 8 * 0x20
    for index in 0..<512 where !(148..<156).contains(index) { sum += Int(head[index]) }
    return sum == stated
  }
}
