/// Bytes on their way out, put together of many short pieces.
///
/// A report is of pieces of a few bytes: keys, numbers, moments. An array asks at each of them whether it is shared and whether there
/// is room, which costs more than the bytes themselves; so the pieces go into a small room inside this value, eight bytes at a time, and
/// leave it for the array in long runs.
struct ByteRoom: ~Copyable {
  /// Small enough to stay in the processor's first cache.
  private static let size = 16_384
  private var room = InlineArray<16_384, UInt8>(repeating: 0)
  private var used = 0
  /// What has left the room.
  private(set) var filled: [UInt8] = []

  /// Puts the first bytes, at most eight, of a word, the first byte lowest.
  @inline(__always)
  mutating func put(_ word: UInt64, count: Int) {
    reserve(8)
    var target = room.mutableSpan
    target.set(word, at: used)
    used &+= count
  }

  /// Puts bytes that were made ready.
  @inline(__always)
  mutating func put(_ bytes: borrowing ReadyBytes) {
    reserve(ReadyBytes.limit)
    var target = room.mutableSpan
    // What is set behind the last byte the next piece overwrites.
    target.set(bytes.words[0], at: used)
    target.set(bytes.words[1], at: used &+ 8)
    if bytes.count > 16 {
      target.set(bytes.words[2], at: used &+ 16)
      target.set(bytes.words[3], at: used &+ 24)
    }
    used &+= bytes.count
  }

  /// Puts a run of bytes of any length.
  mutating func put(_ bytes: borrowing Span<UInt8>) {
    let count = bytes.count
    reserve(count)
    guard count <= ByteRoom.size &- used else { return putAside(bytes) }
    var target = room.mutableSpan
    if count >= 8 {
      // The first eight and the last eight, which may be partly the same, and for most texts are all.
      target.copyEight(bytes, from: 0, to: used)
      target.copyEight(bytes, from: count &- 8, to: used &+ count &- 8)
      var i = 8
      while i < count &- 8 {
        target.copyEight(bytes, from: i, to: used &+ i)
        i &+= 8
      }
    } else {
      for i in bytes.indices { target[used &+ i] = bytes[i] }
    }
    used &+= count
  }

  /// Moves all bytes to `filled`.
  @inline(never)
  mutating func settle() {
    let count = used
    filled.append(addingCapacity: count) { output in
      for i in 0..<count { output.append(room[i]) }
    }
    used = 0
  }

  /// Forgets what was filled, once somebody has taken it.
  mutating func clear() { filled.removeAll(keepingCapacity: true) }

  @inline(__always)
  private mutating func reserve(_ count: Int) {
    if used > ByteRoom.size &- count { settle() }
  }

  /// Takes a run for which the empty room is too small.
  @inline(never)
  private mutating func putAside(_ bytes: borrowing Span<UInt8>) {
    settle()
    for i in bytes.indices { filled.append(bytes[i]) }
  }
}

extension MutableSpan where Element == UInt8 {
  /// Sets eight bytes, the first one lowest in the word; the compiler makes one store of it.
  @inline(__always)
  fileprivate mutating func set(_ word: UInt64, at i: Int) {
    precondition(i >= 0 && i <= count &- 8)
    self[i] = UInt8(truncatingIfNeeded: word)
    self[i &+ 1] = UInt8(truncatingIfNeeded: word &>> 8)
    self[i &+ 2] = UInt8(truncatingIfNeeded: word &>> 16)
    self[i &+ 3] = UInt8(truncatingIfNeeded: word &>> 24)
    self[i &+ 4] = UInt8(truncatingIfNeeded: word &>> 32)
    self[i &+ 5] = UInt8(truncatingIfNeeded: word &>> 40)
    self[i &+ 6] = UInt8(truncatingIfNeeded: word &>> 48)
    self[i &+ 7] = UInt8(truncatingIfNeeded: word &>> 56)
  }

  /// Copies eight bytes; all are read before the first is set, so that the compiler makes one load and one store of it.
  @inline(__always)
  fileprivate mutating func copyEight(_ source: borrowing Span<UInt8>, from start: Int, to i: Int) {
    let eight = source.extracting(start..<start &+ 8)
    let (a, b, c, d) = (eight[0], eight[1], eight[2], eight[3])
    let (e, f, g, h) = (eight[4], eight[5], eight[6], eight[7])
    precondition(i >= 0 && i <= count &- 8)
    self[i] = a
    self[i &+ 1] = b
    self[i &+ 2] = c
    self[i &+ 3] = d
    self[i &+ 4] = e
    self[i &+ 5] = f
    self[i &+ 6] = g
    self[i &+ 7] = h
  }
}
