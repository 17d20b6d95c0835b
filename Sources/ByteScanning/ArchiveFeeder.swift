/// Hands the bytes of an archive member to the libarchive handle that unpacks it.
@safe final class ArchiveFeeder {
  private let member: PeekableSource
  private let memory: UnsafeMutableRawBufferPointer

  init(_ member: PeekableSource) {
    self.member = member
    unsafe memory = .allocate(byteCount: 65_536, alignment: 16)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// Why the member ended early.
  var fault: FileError? { member.fault }

  /// Points `place` at the next bytes, which stay valid until the next call, and says how many there are.
  @unsafe func next(_ place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    let count = unsafe member.read(into: memory)
    unsafe place.pointee = UnsafeRawPointer(memory.baseAddress)
    return count
  }
}
