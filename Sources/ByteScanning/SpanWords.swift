extension Span where Element == UInt8 {
  /// Four bytes from an index as one little-endian word.
  @inlinable @inline(__always)
  public func word32(at index: Int) -> UInt32 {
    precondition(index >= 0 && index &+ 4 <= count)
    return unsafe withUnsafeBytes {
      UInt32(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: index, as: UInt32.self))
    }
  }

  /// Eight bytes from an index as one little-endian word.
  @inlinable @inline(__always)
  public func word64(at index: Int) -> UInt64 {
    precondition(index >= 0 && index &+ 8 <= count)
    return unsafe withUnsafeBytes {
      UInt64(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes of a constant stand at an index; false when the span ends before.
  @inlinable
  public func matches(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index &+ length <= count else { return false }
    let start = unsafe text.utf8Start
    for i in 0..<length where unsafe start[i] != self[index &+ i] { return false }
    return true
  }
}
