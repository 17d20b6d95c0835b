extension PackedFile {
  /// What the text of the current member begins with, behind a byte order mark.
  public func contentPrint() -> ContentPrint {
    let head = currentSource?.peek(ContentPrint.headLength) ?? []
    return ContentPrint(head: head, isWhole: head.count < ContentPrint.headLength)
  }

  /// Keeps in mind what the last bytes were that are read from here on.
  public func rememberTail() { currentSource?.remembersTail = true }

  /// Passes over the first bytes of the current member, the byte order mark counted.
  ///
  /// - Returns: the hash of the last bytes passed over, as `PlainFile.tailHash` gives it; nothing when the member is
  ///   shorter than that.
  public func skip(to place: Int64) -> UInt64? {
    guard let source = currentSource else { return nil }
    source.remembersTail = true
    var left = place - Int64(passedMark)
    forgetMark()
    var block = [UInt8](repeating: 0, count: 262_144)
    while left > 0 {
      let wanted = Int(min(Int64(block.count), left))
      let count = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
      }
      if count == 0 { return nil }
      left -= Int64(count)
    }
    return source.tailHash
  }

  /// Where the text of the current member begins: behind a byte order mark.
  public var textBegin: Int64 { Int64(passedMark) }

  /// The next bytes of the current member, as they are; none at its end.
  public func nextBlock(_ count: Int) -> [UInt8] {
    guard let source = currentSource else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = unsafe source.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// How long the text of the current member is, the byte order mark counted, and the hash of its last bytes, as
  /// `PlainFile.tailHash` gives it; nothing when it cannot be unpacked to its end.
  public func measure() -> (length: Int64, tail: UInt64)? {
    guard let source = currentSource else { return nil }
    source.remembersTail = true
    var length = Int64(passedMark)
    forgetMark()
    var block = [UInt8](repeating: 0, count: 262_144)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { unsafe source.read(into: $0) }
      if count == 0 { break }
      length += Int64(count)
    }
    return fault == nil ? (length, source.tailHash) : nil
  }

  /// Whether the current member has no further byte.
  public func isAtEnd() -> Bool { currentSource?.peek(1).isEmpty ?? true }
}
