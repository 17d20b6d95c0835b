/// The bytes of a plain file from front to back, up to the length it had when it was opened.
final class SequentialFileSource: ByteSource {
  private let file: PlainFile
  private var position: Int64 = 0
  private(set) var fault: FileError?

  init(_ file: PlainFile) {
    self.file = file
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let wanted = Int(min(Int64(room.count), max(0, file.size - position)))
    guard wanted > 0, fault == nil else { return 0 }
    let count = unsafe file.descriptor.read(
      at: position, into: UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]))
    if count < 0 {
      fault = .readFailed(path: file.path.description, errno: Int32(-count))
    } else if count == 0 {
      fault = .shortened(path: file.path.description, expected: file.size, found: position)
    }
    position += Int64(max(0, count))
    return max(0, count)
  }
}
