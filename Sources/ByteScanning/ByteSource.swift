/// Bytes that come one after another and cannot be read again.
@usableFromInline
protocol ByteSource: AnyObject {
  /// Writes what comes next to `room`, at least one byte if there is one; 0 is the end, for good or bad.
  func read(into room: UnsafeMutableRawBufferPointer) -> Int
  /// Why the end came early.
  var fault: FileError? { get }
}
