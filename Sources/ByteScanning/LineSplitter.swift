internal import Glibc

/// Cuts a stream of blocks into lines, with one buffer that is used again and again.
///
/// What is left of a line at the end of a block is moved in front of the next one, so that every line lies in one piece.
/// This type and `NewlineIndex` are the only places where log bytes are touched through pointers.
///
/// It owns a `LineBuffer` and keeps that buffer's pointers beside it, which is safe as long as the owner outlives every
/// use: `run` sees to that. (A non-copyable type with a `deinit` would say it better; used from an inlinable generic
/// function it crashes the optimiser of Swift 6.3.1.)
@usableFromInline
@safe struct LineSplitter {
  /// How much is read at once.
  ///
  /// What was just read is still in the second-level cache while it is cut.
  @usableFromInline static var blockSize: Int { 1 << 18 }
  /// Room for the unfinished line: the longest whole line and its CR, rounded up.
  @usableFromInline static var blockStart: Int { LineLimit.bytes + 64 }

  @usableFromInline let buffer: LineBuffer
  @usableFromInline let base: UnsafeMutableRawPointer
  @usableFromInline let table: UnsafeMutablePointer<UInt32>
  /// Where the current line begins in the buffer; at most `blockStart`.
  @usableFromInline var lineStart: Int
  /// Whether bytes up to the next LF belong to a line that is not (or no longer) given.
  @usableFromInline var isDiscarding: Bool
  /// Whether the discarded bytes count: those of an overlong line do, those before the first line of a piece do not.
  @usableFromInline var countsDiscarded: Bool
  /// Bytes of the lines given so far, line ends included.
  @usableFromInline var given: Int64 = 0
  /// Whether no further line may begin.
  @usableFromInline var isFinished = false

  /// Makes the buffer.
  ///
  /// - Parameter startsInsideLine: whether the bytes up to the first LF belong to somebody else's line.
  @usableFromInline init(startsInsideLine: Bool) {
    buffer = LineBuffer()
    unsafe base = buffer.base
    unsafe table = buffer.table
    lineStart = Self.blockStart
    isDiscarding = startsInsideLine
    countsDiscarded = false
  }

  /// Where the next block is to be written.
  @unsafe var block: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(start: base + Self.blockStart, count: Self.blockSize)
  }

  /// Gives every line that ends in the first `count` bytes of the block.
  ///
  /// - Parameter beginLimit: a line may begin at block offsets below this one only; beyond it the splitter is finished.
  @inlinable
  mutating func split<C: LineConsumer>(count: Int, beginLimit: Int, into consumer: inout C) {
    precondition(count >= 0 && count <= Self.blockSize)
    let end = Self.blockStart &+ count
    let lastBegin = Self.blockStart &+ min(max(beginLimit, -Self.blockStart), Self.blockSize &+ 1)
    var start = lineStart
    var offset = Self.blockStart
    while offset < end {
      let stop = min(offset &+ NewlineIndex.stride, end)
      // In bounds: stop <= end <= blockStart + blockSize, and `padding` bytes follow; the table has the room asked for.
      let ends = unsafe NewlineIndex.collect(base, from: offset, to: stop, into: table)
      var next = 0
      if isDiscarding, ends > 0 {
        let newStart = unsafe Int(table[0]) &+ 1
        if countsDiscarded { given &+= Int64(newStart &- start) }
        start = newStart
        isDiscarding = false
        next = 1
        if start >= lastBegin {
          finish(at: start)
          return
        }
      }
      // All lines of a stretch but the first begin in it, so that only the first can be too long.
      if C.takesStretches, next < ends, unsafe Int(table[ends &- 1]) &+ 1 < lastBegin,
        unsafe Int(table[next]) &- start <= LineLimit.bytes
      {
        // In bounds: every end lies before `stop`, and `padding` bytes follow; the table holds `ends` entries.
        let stretch = unsafe UnsafeBufferPointer(
          start: base.assumingMemoryBound(to: UInt8.self), count: stop &+ NewlineIndex.padding)
        let feeds = unsafe UnsafeBufferPointer(start: table + next, count: ends &- next)
        unsafe consumer.consume(stretch.span, from: start, ends: feeds.span)
        let behind = unsafe Int(table[ends &- 1]) &+ 1
        given &+= Int64(behind &- start)
        start = behind
        next = ends
      }
      while next < ends {
        let feed = unsafe Int(table[next])
        next &+= 1
        // In bounds: lineStart <= start <= feed < end; the byte before `feed` is looked at only if the line has it.
        let length = unsafe Self.lengthWithoutBlanks(base, start: start, end: feed)
        if length <= LineLimit.bytes {
          let line = unsafe UnsafeBufferPointer(
            start: (base + start).assumingMemoryBound(to: UInt8.self), count: length)
          unsafe consumer.consume(line.span)
        } else {
          let head = unsafe UnsafeBufferPointer(
            start: (base + start).assumingMemoryBound(to: UInt8.self), count: LineLimit.bytes)
          unsafe consumer.consumeOverlong(head.span)
        }
        given &+= Int64(feed &+ 1 &- start)
        start = feed &+ 1
        if start >= lastBegin {
          finish(at: start)
          return
        }
      }
      offset = stop
    }
    keepRest(from: start, to: end, into: &consumer)
  }

  /// Length of a line that ends before `end`, CRs and blanks at its end not counted.
  @inlinable @inline(__always)
  @unsafe static func lengthWithoutBlanks(_ base: UnsafeMutableRawPointer, start: Int, end: Int) -> Int {
    let length = end &- start
    guard length > 0 else { return 0 }
    guard unsafe base.load(fromByteOffset: end &- 1, as: UInt8.self) <= 0x20 else { return length }
    var last = end
    while last > start, unsafe LineStretch.isBlank(base.load(fromByteOffset: last &- 1, as: UInt8.self)) { last &-= 1 }
    return last &- start
  }

  /// Notes that no further line begins.
  @usableFromInline mutating func finish(at start: Int) {
    isFinished = true
    lineStart = Self.blockStart
  }

  /// Moves the unfinished line in front of the block, or gives its head if it is too long already.
  @inlinable
  mutating func keepRest<C: LineConsumer>(from start: Int, to end: Int, into consumer: inout C) {
    let rest = end &- start
    if isDiscarding {
      if countsDiscarded { given &+= Int64(rest) }
      lineStart = Self.blockStart
      return
    }
    // One byte more than the limit may still be the CR of a line that just fits.
    guard rest <= LineLimit.bytes &+ 1 else {
      let head = unsafe UnsafeBufferPointer(
        start: (base + start).assumingMemoryBound(to: UInt8.self), count: LineLimit.bytes)
      unsafe consumer.consumeOverlong(head.span)
      given &+= Int64(rest)
      isDiscarding = true
      countsDiscarded = true
      lineStart = Self.blockStart
      return
    }
    lineStart = Self.blockStart &- rest
    moveRest(from: start, count: rest)
  }

  /// Moves `count` bytes to the place right before the block; `count` fits there, see `blockStart`.
  @usableFromInline func moveRest(from start: Int, count: Int) {
    precondition(count >= 0 && count <= Self.blockStart)
    guard count > 0 else { return }
    unsafe memmove(base + (Self.blockStart - count), base + start, count)
  }

  /// Whether there is a last line that no LF ended, of which nothing was given.
  @usableFromInline var hasHalfLine: Bool { !isFinished && !isDiscarding && lineStart < Self.blockStart }

  /// Length of that line in units of UTF-16.
  @usableFromInline var halfLineUnits: Int {
    var units = 0
    for place in lineStart..<Self.blockStart {
      // In bounds: the unfinished line lies before the block.
      let byte = unsafe base.load(fromByteOffset: place, as: UInt8.self)
      // What follows in a letter of several bytes is no unit of its own; a letter of four bytes is two units.
      if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }
    return units
  }

  /// Gives the last line when no LF ended it, and says whether there was one.
  @inlinable
  mutating func giveUnterminated<C: LineConsumer>(into consumer: inout C) -> Bool {
    guard !isFinished else { return false }
    isFinished = true
    if isDiscarding { return countsDiscarded }
    let rest = Self.blockStart &- lineStart
    guard rest > 0 else { return false }
    let length = unsafe Self.lengthWithoutBlanks(base, start: lineStart, end: Self.blockStart)
    let head = unsafe UnsafeBufferPointer(
      start: (base + lineStart).assumingMemoryBound(to: UInt8.self), count: min(length, LineLimit.bytes))
    if length <= LineLimit.bytes {
      unsafe consumer.consume(head.span)
    } else {
      unsafe consumer.consumeOverlong(head.span)
    }
    given &+= Int64(rest)
    return true
  }
}
