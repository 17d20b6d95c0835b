/// A path as the system has it: bytes, which need not be UTF-8 and may hold anything but NUL.
public struct FilePath: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The bytes, without the closing NUL.
  public let bytes: [UInt8]

  /// Takes the bytes up to the first NUL.
  public init(bytes: [UInt8]) {
    self.bytes = bytes.firstIndex(of: 0).map { Array(bytes[..<$0]) } ?? bytes
  }

  /// Takes a path from the command line or a configuration.
  public init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// Takes a path written in source.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The path for people: bytes of a name that is not UTF-8 become U+FFFD.
  ///
  /// Control characters are still in it.
  public var description: String { ReadableText.of(bytes) }

  /// What follows the last slash.
  public var lastComponent: FilePath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return self }
    return FilePath(bytes: Array(bytes[(slash + 1)...]))
  }

  /// What stands before the last slash: the folder of an absolute path or of one with a folder in it, nothing of a bare name.
  ///
  /// Foundation's `deletingLastPathComponent` ends the program on a name of one character.
  public var folder: FilePath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return FilePath(bytes: []) }
    return FilePath(bytes: Array(bytes[..<max(slash, 1)]))
  }

  /// The path of an entry of this folder.
  public func appending(_ name: FilePath) -> FilePath {
    if bytes.isEmpty { return name }
    return FilePath(bytes: bytes.last == 0x2F ? bytes + name.bytes : bytes + [0x2F] + name.bytes)
  }

  /// Orders by bytes, so that the order does not depend on a locale.
  public static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// The path as the system's calls want it, closed by a zero.
  var systemBytes: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
