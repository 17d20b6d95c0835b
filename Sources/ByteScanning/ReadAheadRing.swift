internal import Glibc

/// The blocks between a thread that unpacks and one that reads lines, and the lock that guards them.
///
/// Counters only grow: block `n` lies in place `n % blocks`, and there are never more than `blocks` waiting. Whoever
/// waits is woken by each change, since only one of the two threads can be waiting.
@safe final class ReadAheadRing {
  /// How much one block holds; as much as the splitter takes at once.
  static let blockSize = LineSplitter.blockSize
  /// How many blocks there are: one is written while one is read, and one evens out the difference.
  static let blocks = 3

  private let source: any ByteSource
  private let memory: UnsafeMutableRawBufferPointer
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var lengths = [Int](repeating: 0, count: ReadAheadRing.blocks)
  private var written = 0
  private var taken = 0
  private var isAtEnd = false
  private var isAbandoned = false

  init(_ source: any ByteSource) {
    self.source = source
    unsafe memory = .allocate(byteCount: Self.blocks * Self.blockSize, alignment: 64)
    unsafe lock = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(lock)
    unsafe changed.deallocate()
    unsafe lock.deallocate()
    unsafe memory.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body()
  }

  /// Waits, with the lock held, for the other side to do something.
  private func wait() { unsafe pthread_cond_wait(changed, lock) }

  /// Tells the other side, with the lock held, that something was done.
  private func tell() { unsafe pthread_cond_signal(changed) }

  /// The place of a block.
  private func block(_ number: Int) -> UnsafeMutableRawBufferPointer {
    let start = number % Self.blocks * Self.blockSize
    return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + Self.blockSize])
  }

  /// Reads the source to its end, or until nobody wants more; the whole life of the thread that unpacks.
  func fill() {
    while true {
      let number: Int? = locked {
        while written - taken == Self.blocks, !isAbandoned { wait() }
        return isAbandoned ? nil : written
      }
      guard let number else { return }
      let length = fillBlock(number)
      locked {
        if length > 0 {
          lengths[number % Self.blocks] = length
          written += 1
        } else {
          isAtEnd = true
        }
        tell()
      }
      if length == 0 { return }
    }
  }

  /// Reads until a block is full or the source has no more; sources give far less than a block at once.
  private func fillBlock(_ number: Int) -> Int {
    let place = unsafe block(number)
    var length = 0
    while length < Self.blockSize {
      let count = unsafe source.read(into: UnsafeMutableRawBufferPointer(rebasing: place[length...]))
      if count == 0 { break }
      length += count
    }
    return length
  }

  /// The next block, once it is there; nothing at the end.
  ///
  /// It stays until `release`.
  @unsafe func next() -> UnsafeRawBufferPointer? {
    let found: (number: Int, length: Int)? = locked {
      while written == taken, !isAtEnd { wait() }
      return written == taken ? nil : (taken, lengths[taken % Self.blocks])
    }
    guard let found else { return nil }
    return unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block(found.number))[..<found.length])
  }

  /// Gives the block of `next` back.
  func release() {
    locked {
      taken += 1
      tell()
    }
  }

  /// Nobody reads on: the thread that unpacks ends after the block it is at.
  func abandon() {
    locked {
      isAbandoned = true
      tell()
    }
  }
}
