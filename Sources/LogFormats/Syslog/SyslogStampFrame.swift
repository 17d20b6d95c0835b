internal import ByteScanning
internal import MailModel

/// The form of the stamp of the last line, by which the next one is recognised in two or four words.
///
/// ```
/// Nov 23 16:29:25                       month and day as before; colons and spaces in place
/// 2026-11-23T16:29:25.572449+00:00      date and zone as before; colons in place, digits in the fraction
/// ```
///
/// What it says of a line is what `SyslogHeader` and `SyslogClock` say: it is learnt from them. Other forms are left to them.
struct SyslogStampFrame: Sendable {
  /// Index after the stamp, beyond any line until a form is known.
  private(set) var end = Int.max / 2
  /// Bytes 0 to 31 as the form has them, and which bits of them belong to it.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var masks: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// The high bits of bytes 16 to 31 that are digits of the fraction.
  private var digits: (UInt64, UInt64) = (0, 0)
  private var isISO = false
  private var clockStart = 0
  private var fractionCount = 0

  /// Midnight of the day, once a line was dated, and the offset of its clock.
  private var midnight: Int64?
  private var offset = LogTime.offsetUnknown
  /// `hh:mm:ss` of the last line that was dated, and the time it stands for.
  private var lastClock: UInt64 = 0
  private var lastSecond: Int64 = 0

  /// How many bytes a line must have for its form to be learnt.
  static var leastCount: Int { 48 }

  /// Whether the stamp that begins at this index is of this form and day; 32 bytes follow from there.
  @inline(__always)
  func fits(_ bytes: borrowing Span<UInt8>, at start: Int = 0) -> Bool {
    let word = bytes.fourWords(at: start)
    let different = (word.0 ^ words.0) & masks.0 | (word.1 ^ words.1) & masks.1
    guard isISO else { return different == 0 }
    return different | (word.2 ^ words.2) & masks.2 | (word.3 ^ words.3) & masks.3 == 0
      && ~Span<UInt8>.digits(word.2) & digits.0 | ~Span<UInt8>.digits(word.3) & digits.1 == 0
  }

  /// The time of a line that fits, or nothing when its clock has no such time or no line of this day was dated so far.
  @inline(__always)
  mutating func time(of line: borrowing Span<UInt8>) -> LogTime? {
    let clock = line.word64(at: clockStart)
    if clock != lastClock || midnight == nil {
      guard let midnight, let milliseconds = SyslogStampFrame.milliseconds(ofClock: clock) else { return nil }
      lastClock = clock
      lastSecond = midnight &+ milliseconds
    }
    return LogTime(local: lastSecond &+ fraction(line), offset: offset)
  }

  /// Milliseconds of the fraction; what stands behind the third digit is less.
  @inline(__always)
  private func fraction(_ line: borrowing Span<UInt8>) -> Int64 {
    guard fractionCount > 0 else { return 0 }
    var milliseconds: Int64 = 0
    var weight: Int64 = 100
    for i in 20..<20 &+ min(fractionCount, 3) {
      milliseconds &+= Int64(line[i] &- 48) &* weight
      weight /= 10
    }
    return milliseconds
  }

  /// Milliseconds since midnight of the eight bytes `16:29:25`, whose colons are known to be in place.
  @inline(__always)
  static func milliseconds(ofClock word: UInt64) -> Int64? {
    let places: UInt64 = 0xffff_00ff_ff00_ffff
    guard ~Span<UInt8>.digits(word) & places & 0x8080_8080_8080_8080 == 0 else { return nil }
    let ones = word & places & 0x0f0f_0f0f_0f0f_0f0f
    let pairs = ones &* 10 &+ ones >> 8
    let hour = Int64(pairs & 0xff)
    let minute = Int64(pairs >> 24 & 0xff)
    let second = Int64(pairs >> 48 & 0xff)
    guard hour < 24, minute < 60, second < 61 else { return nil }
    return ((hour &* 60 &+ minute) &* 60 &+ second) &* 1000
  }

  /// Takes over the form of a line, and its day when it was dated; says whether it was of another form before.
  mutating func learn(_ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, time: LogTime?) -> Bool {
    guard line.count >= SyslogStampFrame.leastCount else { return false }
    let isAnother = !(end == header.stampEnd && fits(line))
    if isAnother {
      self = SyslogStampFrame()
      guard header.stampStart == 0 else { return true }
      if header.isISO { learnISO(line, end: header.stampEnd) } else { learnMonth(line, end: header.stampEnd) }
    }
    guard end == header.stampEnd, let time,
      let milliseconds = SyslogStampFrame.milliseconds(ofClock: line.word64(at: clockStart))
    else { return isAnother }
    midnight = time.local &- milliseconds &- fraction(line)
    offset = time.offset
    lastClock = line.word64(at: clockStart)
    lastSecond = time.local &- fraction(line)
    return isAnother
  }

  /// `Nov 23 16:29:25`: two places for the day, no fraction.
  private mutating func learnMonth(_ line: borrowing Span<UInt8>, end: Int) {
    guard end == 15, line[5] != 32, line[6] == 32 else { return }
    masks = (0x00ff_ffff_ffff_ffff, 0xff00_00ff_0000_ff00, 0, 0)
    words = (line.word64(at: 0), line.word64(at: 8), 0, 0)
    clockStart = 7
    self.end = end
  }

  /// `2026-11-23T16:29:25.572449+00:00`, with or without fraction and zone.
  private mutating func learnISO(_ line: borrowing Span<UInt8>, end: Int) {
    guard end <= 32 else { return }
    var digit: [Bool] = Array(repeating: false, count: 32)
    var count = 0
    if line[19] == 46 || line[19] == 44 {
      while 20 + count < end, line[20 + count] &- 48 < 10 {
        digit[20 + count] = true
        count += 1
      }
    }
    var same: (UInt64, UInt64) = (0, 0)
    var high: (UInt64, UInt64) = (0, 0)
    for i in 16..<32 {
      // The two digits of the second may be any bytes here; the clock looks at them.
      let isOfForm = i == 16 || i >= 19 && i < end && !digit[i]
      let shift = UInt64(i % 8 * 8)
      if i < 24 {
        if isOfForm { same.0 |= 0xff << shift }
        if digit[i] { high.0 |= 0x80 << shift }
      } else {
        if isOfForm { same.1 |= 0xff << shift }
        if digit[i] { high.1 |= 0x80 << shift }
      }
    }
    masks = (.max, 0x0000_ff00_00ff_ffff, same.0, same.1)
    words = (line.word64(at: 0), line.word64(at: 8), line.word64(at: 16), line.word64(at: 24))
    digits = high
    fractionCount = count
    clockStart = 11
    isISO = true
    self.end = end
  }
}
