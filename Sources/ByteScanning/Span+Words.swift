/// Cheap looks into a log line for formats, which are free of unsafe memory themselves.
///
/// Every function checks its bounds first; the load that follows needs no alignment.
extension Span where Element == UInt8 {
  /// Two bytes as a number, the first one lowest.
  @inlinable @inline(__always)
  public func word16(at offset: Int) -> UInt16 {
    precondition(offset >= 0 && offset <= count &- 2)
    return unsafe UInt16(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self))
  }

  /// Four bytes as a number, the first one lowest: `>>> ` is `0x203E_3E3E`.
  @inlinable @inline(__always)
  public func word32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset <= count &- 4)
    return unsafe UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
  }

  /// Eight bytes as a number, the first one lowest.
  @inlinable @inline(__always)
  public func word64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count &- 8)
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Four words in a row, for one look at the bounds.
  @inlinable @inline(__always)
  public func fourWords(at offset: Int) -> (UInt64, UInt64, UInt64, UInt64) {
    precondition(offset >= 0 && offset <= count &- 32)
    return unsafe (
      UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)),
      UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 8, as: UInt64.self)),
      UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 16, as: UInt64.self)),
      UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 24, as: UInt64.self))
    )
  }

  /// Whether these ASCII bytes stand at `offset`; false as well when the line is too short.
  ///
  /// With a literal the length is known when this is compiled into the caller, and the comparison becomes a few words.
  @inlinable @inline(__always)
  public func hasPrefix(_ prefix: StaticString, at offset: Int = 0) -> Bool {
    precondition(prefix.hasPointerRepresentation)
    let length = prefix.utf8CodeUnitCount
    guard offset >= 0, length <= count &- offset else { return false }
    let expected = unsafe UnsafeRawPointer(prefix.utf8Start)
    // In bounds on both sides: index stays below `length`, and offset + length <= count.
    var index = 0
    while index &+ 8 <= length {
      let here = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ index, as: UInt64.self)
      guard unsafe here == expected.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
      index &+= 8
    }
    if index &+ 4 <= length {
      let here = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ index, as: UInt32.self)
      guard unsafe here == expected.loadUnaligned(fromByteOffset: index, as: UInt32.self) else { return false }
      index &+= 4
    }
    while index < length {
      let here = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ index, as: UInt8.self)
      guard unsafe here == expected.load(fromByteOffset: index, as: UInt8.self) else { return false }
      index &+= 1
    }
    return true
  }

  /// Place of the first such byte at or after `start`, by words of eight bytes; nil if there is none.
  @inlinable
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0)
    let pattern = 0x0101_0101_0101_0101 &* UInt64(byte)
    var index = start
    while index &+ 8 <= count {
      let difference = word64(at: index) ^ pattern
      // A false hit of this test lies above a true one only, so the lowest hit is right.
      let hit = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if hit != 0 { return index &+ hit.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count {
      if self[index] == byte { return index }
      index &+= 1
    }
    return nil
  }

  /// Place of the last such byte in `start..<end`; nil if there is none.
  @inlinable
  public func lastIndex(of byte: UInt8, from start: Int = 0, to end: Int) -> Int? {
    precondition(start >= 0 && end <= count)
    var index = end
    while index > start {
      index &-= 1
      if self[index] == byte { return index }
    }
    return nil
  }

  /// Whether the bytes of `range` are these; a range outside the line is a mistake of the caller.
  @inlinable
  public func equals(_ range: Range<Int>, _ expected: [UInt8]) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    guard range.count == expected.count else { return false }
    var index = 0
    while index < expected.count {
      if self[range.lowerBound &+ index] != expected[index] { return false }
      index &+= 1
    }
    return true
  }

  /// A copy of the bytes of `range`; a range outside the line is a mistake of the caller.
  @inlinable
  public func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for index in range { result.append(self[index]) }
    return result
  }
}
