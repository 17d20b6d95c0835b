import ByteScanning

/// A glob over paths: `*`, `?`, `[a-z]`, `[!x]`, `\` before a character that stands for itself, and `**` for any depth.
///
/// `logs/**/smtp-*.log` is `logs/smtp-1.log` and `logs/2026/01/smtp-2.log`. A pattern without a slash is matched against
/// the last part of a path, one with a slash against all of it; one that begins with `**` also against a path from the root. `*`, `?` and `[…]` do not match a dot that begins a name.
struct PathPattern: Sendable, Equatable {
  /// One part of the pattern, between slashes.
  enum Part: Sendable, Equatable {
    /// A name without wildcards.
    case name([UInt8])
    /// A name with wildcards.
    case pattern([NamePattern.Token])
    /// `**`: any number of folders, none included.
    case anyDepth
  }

  /// The parts from left to right.
  let parts: [Part]
  /// Whether it begins at the root.
  let isAbsolute: Bool
  private let hasSlash: Bool

  /// A path as a pattern that matches it and nothing else.
  static func quoted(_ path: String) -> String {
    path.reduce(into: "") { result, character in
      if "*?[]\\".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// Reads a pattern; every text is one, an unclosed bracket stands for itself.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    isAbsolute = bytes.first == UInt8(ascii: "/")
    hasSlash = bytes.contains(UInt8(ascii: "/"))
    var parts: [Part] = []
    for piece in Self.pieces(bytes) {
      if piece.elementsEqual("**".utf8) {
        // Two of them in a row say no more than one.
        if parts.last != .anyDepth { parts.append(.anyDepth) }
        continue
      }
      let tokens = NamePattern.tokens(Array(piece))
      parts.append(NamePattern.literal(tokens).map { .name($0) } ?? .pattern(tokens))
    }
    self.parts = parts
  }

  /// Whether the text holds anything that a glob gives a meaning to.
  static func hasWildcards(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }

  /// Whether the pattern stands for this path.
  func matches(_ path: FilePath) -> Bool {
    var names = Self.pieces(path.bytes).map { Array($0) }
    if !hasSlash {
      names = Array(names.suffix(1))
    } else if isAbsolute != (path.bytes.first == UInt8(ascii: "/")), isAbsolute || parts.first != .anyDepth {
      return false
    }
    return Self.matches(parts[...], names)
  }

  /// Whether the pattern stands for the path, or, unless it begins at the root, for its last parts.
  func matches(endOf path: FilePath) -> Bool {
    if isAbsolute || !hasSlash { return matches(path) }
    return Self.matches(([.anyDepth] + parts)[...], Self.pieces(path.bytes).map { Array($0) })
  }

  private static func matches(_ parts: ArraySlice<Part>, _ names: [[UInt8]]) -> Bool {
    // The usual way with one star to go back to: later stars make going back to earlier ones needless.
    var part = 0
    var name = 0
    var retry: (part: Int, name: Int)?
    while name < names.count {
      if part < parts.endIndex, parts[part] == .anyDepth {
        retry = (part + 1, name)
        part += 1
      } else if part < parts.endIndex, Self.matches(parts[part], names[name]) {
        part += 1
        name += 1
      } else if let again = retry {
        retry = (again.part, again.name + 1)
        part = again.part
        name = again.name + 1
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .anyDepth }
  }

  /// Whether one part stands for one name.
  static func matches(_ part: Part, _ name: [UInt8]) -> Bool {
    switch part {
    case .name(let bytes): bytes == name
    case .pattern(let tokens): NamePattern.matches(tokens, name)
    case .anyDepth: true
    }
  }

  /// What lies between slashes, without empty parts and `.`.
  private static func pieces(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
  }
}
