/// The memory of a `LineSplitter`, freed with its last user.
///
/// The buffer is laid out as `[room for an unfinished line][block][padding]`.
@usableFromInline
@safe final class LineBuffer {
  /// The whole buffer.
  @usableFromInline let base: UnsafeMutableRawPointer
  /// Offsets of line feeds.
  @usableFromInline let table: UnsafeMutablePointer<UInt32>

  @usableFromInline init() {
    let filled = LineSplitter.blockStart + LineSplitter.blockSize
    unsafe base = .allocate(byteCount: filled + NewlineIndex.padding, alignment: 64)
    // Bytes behind those that count are looked at and count for nothing.
    unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: filled + NewlineIndex.padding)
    unsafe table = .allocate(capacity: NewlineIndex.stride + NewlineIndex.slack)
  }

  deinit {
    unsafe base.deallocate()
    unsafe table.deallocate()
  }
}
