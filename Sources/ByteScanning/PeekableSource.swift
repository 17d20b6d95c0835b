/// A byte source whose first bytes can be looked at before they are read.
@usableFromInline
final class PeekableSource: ByteSource {
  private let source: any ByteSource
  private var waiting: [UInt8] = []
  private var waitingStart = 0
  private var isAtEnd = false
  /// Whether the last bytes read are kept, for `tailHash`.
  var remembersTail = false
  private var tail: [UInt8] = []

  init(_ source: any ByteSource) {
    self.source = source
  }

  @usableFromInline var fault: FileError? { source.fault }

  /// The first `count` bytes that were not read yet; fewer at the end.
  func peek(_ count: Int) -> ArraySlice<UInt8> {
    if waitingStart > 0 {
      waiting.removeFirst(waitingStart)
      waitingStart = 0
    }
    var buffer: [UInt8] = []
    while waiting.count < count, !isAtEnd {
      if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 65_536) }
      let got = unsafe buffer.withUnsafeMutableBytes { unsafe source.read(into: $0) }
      if got == 0 { isAtEnd = true }
      waiting.append(contentsOf: buffer[..<got])
    }
    return waiting.prefix(count)
  }

  /// Passes over bytes that were looked at.
  func skip(_ count: Int) {
    waitingStart = min(waiting.count, waitingStart + count)
  }

  /// The hash of the last bytes read, at most `ContentPrint.headLength` of them.
  var tailHash: UInt64 { ContentPrint.hash(tail) }

  @usableFromInline func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = unsafe readNext(into: room)
    if remembersTail, count > 0 {
      let kept = min(count, ContentPrint.headLength)
      unsafe tail.append(
        contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[count - kept..<count]))
      tail.removeFirst(max(0, tail.count - ContentPrint.headLength))
    }
    return count
  }

  private func readNext(into room: UnsafeMutableRawBufferPointer) -> Int {
    let left = waiting.count - waitingStart
    guard left > 0 else { return isAtEnd ? 0 : unsafe source.read(into: room) }
    let count = min(left, room.count)
    unsafe room.copyBytes(from: waiting[waitingStart..<waitingStart + count])
    waitingStart += count
    if waitingStart == waiting.count {
      waiting = []
      waitingStart = 0
    }
    return count
  }
}
