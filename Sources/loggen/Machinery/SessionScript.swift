/// All lines of one session, composed when it begins and written one by one among those of others.
///
/// A line of the file is `head`, the stamp of the moment, and the text kept here.
struct SessionScript {
  /// What stands before the stamp in every line: `10.6.21.6       [15C0] ` on IceWarp, nothing with syslog.
  var head: [UInt8] = []
  private var text: [UInt8] = []
  private var ends: [Int] = []
  private var datedLine = -1
  private var next = 0

  /// Forgets everything and keeps the memory.
  mutating func clear() {
    head.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    datedLine = -1
    next = 0
  }

  /// Lines that have not been written.
  var linesLeft: Int { ends.count - next }

  /// Bytes that the session will take, with stamps and line ends of the given lengths.
  func weight(perLine: Int) -> Int {
    text.count + ends.count * (head.count + perLine) + (datedLine < 0 ? 0 : LogClock.bannerLength)
  }

  /// Adds to the line that is being composed.
  mutating func put(_ part: String) { text.append(contentsOf: part.utf8) }

  /// Adds to the line that is being composed.
  mutating func put(_ part: [UInt8]) { text.append(contentsOf: part) }

  /// Adds a number to the line that is being composed.
  mutating func put(_ number: Int) { text.append(decimal: number) }

  /// Adds some bytes in base64 to the line that is being composed.
  mutating func put(base64 plain: [UInt8]) { text.append(base64: plain) }

  /// Adds a number in hexadecimal to the line that is being composed.
  mutating func put(hexadecimal number: UInt64, digits: Int) { text.append(hexadecimal: number, digits: digits) }

  /// Adds a number with leading zeros to the line that is being composed.
  mutating func put(_ number: Int, digits: Int) { text.append(decimal: number, digits: digits) }

  /// Ends the line that is being composed; a dated one (a greeting) gets the full date at its end when it is written.
  mutating func end(dated: Bool = false) {
    if dated { datedLine = ends.count }
    ends.append(text.count)
  }

  /// Adds a whole line.
  mutating func line(_ whole: String) {
    put(whole)
    end()
  }

  /// Writes the next line at the end of a buffer.
  mutating func writeNext(to buffer: inout [UInt8], clock: borrowing LogClock, lineEnd: [UInt8]) {
    buffer.append(contentsOf: head)
    buffer.append(contentsOf: clock.stamp)
    buffer.append(contentsOf: text[(next == 0 ? 0 : ends[next - 1])..<ends[next]])
    if next == datedLine { buffer.append(contentsOf: clock.banner) }
    buffer.append(contentsOf: lineEnd)
    next += 1
  }
}
