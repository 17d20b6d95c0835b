/// The part of a glob that stands for one name.
enum NamePattern {
  /// What one place of the pattern stands for.
  enum Token: Sendable, Equatable {
    /// This byte.
    case byte(UInt8)
    /// `?`: one character.
    case one
    /// `*`: any number of characters.
    case run
    /// `[…]`: one ASCII character of these ranges, or with `!` one of none of them.
    case oneOf([ClosedRange<UInt8>], isNegated: Bool)
  }

  /// Reads a part of a pattern.
  static func tokens(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*"):
        if tokens.last != .run { tokens.append(.run) }
      case UInt8(ascii: "?"):
        tokens.append(.one)
      case UInt8(ascii: "\\") where index < bytes.count:
        tokens.append(.byte(bytes[index]))
        index += 1
      case UInt8(ascii: "["):
        if let (token, next) = bracket(bytes, from: index) {
          tokens.append(token)
          index = next
        } else {
          tokens.append(.byte(byte))
        }
      default:
        tokens.append(.byte(byte))
      }
    }
    return tokens
  }

  /// Reads what follows `[`; nil if no `]` closes it.
  private static func bracket(_ bytes: [UInt8], from start: Int) -> (Token, Int)? {
    var index = start
    var isNegated = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    let first = index
    var ranges: [ClosedRange<UInt8>] = []
    while index < bytes.count {
      let low = bytes[index]
      // A `]` right after the bracket is one of the characters.
      if low == UInt8(ascii: "]"), index > first { return (.oneOf(ranges, isNegated: isNegated), index + 1) }
      if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] != UInt8(ascii: "]") {
        let high = bytes[index + 2]
        // A range the wrong way round holds nothing.
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }

  /// The one name that the tokens stand for; nil if there are wildcards.
  static func literal(_ tokens: [Token]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for token in tokens {
      guard case .byte(let byte) = token else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// Whether the tokens stand for the name; takes at most as many steps as tokens times bytes.
  static func matches(_ tokens: [Token], _ name: [UInt8]) -> Bool {
    if name.first == UInt8(ascii: "."), tokens.first != .byte(UInt8(ascii: ".")) { return false }
    var token = 0
    var index = 0
    var retry: (token: Int, index: Int)?
    while index < name.count {
      if token < tokens.count, tokens[token] == .run {
        token += 1
        retry = (token, index)
      } else if token < tokens.count, let next = step(tokens[token], name, index) {
        token += 1
        index = next
      } else if let again = retry {
        retry = (again.token, again.index + 1)
        token = again.token
        index = again.index + 1
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .run }
  }

  /// The place after what the token takes at `index`; nil if it takes nothing there.
  private static func step(_ token: Token, _ name: [UInt8], _ index: Int) -> Int? {
    let byte = name[index]
    switch token {
    case .byte(let expected): return byte == expected ? index + 1 : nil
    case .one: return characterEnd(name, index)
    case .oneOf(let ranges, let isNegated):
      guard ranges.contains(where: { $0.contains(byte) }) != isNegated else { return nil }
      return isNegated ? characterEnd(name, index) : index + 1
    case .run: return nil
    }
  }

  /// The place after the UTF-8 character at `index`; a byte that begins none counts as a character.
  private static func characterEnd(_ name: [UInt8], _ index: Int) -> Int {
    guard name[index] >= 0xC0 else { return index + 1 }
    var end = index + 1
    while end < name.count, end < index + 4, name[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
