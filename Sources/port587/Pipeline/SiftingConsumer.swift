import ByteScanning
import LogFormats
import MailModel

/// A consumer of lines that is given those which its format does not dismiss when it looks at many at once.
protocol SiftingConsumer: LineConsumer {
  associatedtype Format: LogFormat

  var format: Format { get set }

  /// How many lines came so far, the one that is given among them.
  var number: Int { get set }

  /// Whether it wants lines that say what becomes of a message.
  var wantsDeliveries: Bool { get }

  /// Takes a line that is not dismissed, with what `LogFormat.sift` has told of it.
  ///
  /// - Parameter event: a place for the line's event.
  mutating func take(_ line: borrowing Span<UInt8>, kind: UInt8, _ event: inout LogEvent)
}

extension SiftingConsumer {
  static var takesStretches: Bool { Format.siftsLines }

  var wantsDeliveries: Bool { false }

  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    sift(stretch, from: start, ends: ends)
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    number &+= 1
    var event = LogEvent()
    take(line, kind: SiftedKinds.unknown, &event)
  }

  /// A line longer than any log line is is none of a format's.
  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) { number &+= 1 }

  /// Takes the lines of a stretch that are not dismissed.
  @inline(__always)
  mutating func sift(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    let before = number
    var first = 0
    var begin = start
    var kinds = SiftedKinds()
    // It is no part of the consumer, of which an assembler may be one: otherwise each event would be copied for it.
    var event = LogEvent()
    while first < ends.count {
      let behind = min(first &+ 64, ends.count)
      if Format.hasDeliveries { format.keepsDeliveries = wantsDeliveries }
      var kept = format.sift(stretch, from: begin, ends: ends, lines: first..<behind, naming: &kinds)
      let all: UInt64 = behind &- first < 64 ? (1 &<< UInt64(behind &- first)) &- 1 : .max
      kept &= all
      while kept != 0 {
        let place = kept.trailingZeroBitCount
        kept &= kept &- 1
        let i = first &+ place
        let lineStart = i > 0 ? Int(ends[i &- 1]) &+ 1 : start
        number = before &+ i &+ 1
        let line = stretch.extracting(lineStart..<stretch.lineEnd(from: lineStart, feed: Int(ends[i])))
        take(line, kind: kinds[place], &event)
        if Format.hasDeliveries, wantsDeliveries, !format.keepsDeliveries {
          // What becomes of the message of this line may stand in the next ones, which were dismissed.
          format.keepsDeliveries = true
          let again = format.sift(stretch, from: begin, ends: ends, lines: first..<behind, naming: &kinds)
          kept = again & all & ~(2 &<< UInt64(place) &- 1)
        }
      }
      begin = Int(ends[behind &- 1]) &+ 1
      first = behind
    }
    number = before &+ ends.count
  }
}
