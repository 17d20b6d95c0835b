internal import Glibc

/// Unpacks ahead of whoever reads, in a thread of its own, so that unpacking and reading of lines take place together.
///
/// The source belongs to that thread from the first block to the last, and to the caller again when the end was given or
/// `fault` was asked for. Small files, of which there may be thousands, are over before a thread is worth its begin.
@safe final class ReadAheadSource: ByteSource {
  /// So much is read without a thread.
  static let threshold = 2 * ReadAheadRing.blockSize

  private let source: any ByteSource
  private var given = 0
  private var ring: ReadAheadRing?
  private var thread: pthread_t?
  /// What was not given yet of the block that the ring lends.
  private var rest = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private var isDirect = false

  init(_ source: any ByteSource) {
    self.source = source
  }

  deinit {
    stop()
  }

  /// Why the end came early; asking for it ends reading ahead.
  var fault: FileError? {
    stop()
    return source.fault
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    if thread == nil, !isDirect, given >= Self.threshold { start() }
    guard thread != nil, let ring else {
      let count = unsafe source.read(into: room)
      given += count
      return count
    }
    if unsafe rest.isEmpty {
      guard let block = unsafe ring.next() else {
        stop()
        return 0
      }
      unsafe rest = block
    }
    let count = unsafe min(rest.count, room.count)
    unsafe room.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
    unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    if unsafe rest.isEmpty { ring.release() }
    return count
  }

  /// Begins the thread; without one, which the system may refuse, reading goes on as before.
  private func start() {
    let ring = ReadAheadRing(source)
    // Signals are for the threads that were there before.
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(ring)
    let result = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<ReadAheadRing>.fromOpaque(context).takeRetainedValue().fill()
        return nil
      }, unsafe context.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    guard result == 0 else {
      unsafe context.release()
      isDirect = true
      return
    }
    self.ring = ring
    self.thread = thread
  }

  /// Ends the thread and waits for it; from then on the source is the caller's.
  private func stop() {
    guard let thread else { return }
    ring?.abandon()
    pthread_join(thread, nil)
    self.thread = nil
    unsafe rest = UnsafeRawBufferPointer(start: nil, count: 0)
    ring = nil
    isDirect = true
  }
}
