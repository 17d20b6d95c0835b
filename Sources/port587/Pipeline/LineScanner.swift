import Analysis
import ByteScanning
import LogFormats
import MailModel

/// Takes the lines of a piece: format first, then the assembler, and every line into one of the four boxes.
struct LineScanner<Format: LogFormat>: LineConsumer {
  private var format: Format
  private(set) var assembler: SessionAssembler
  private let progress: ProgressMeter?
  private var number = 0
  private var reportedBytes = 0
  /// The time of the last event that had one.
  private var lastLocal = LogTime.undated.local
  private var lastOffset = LogTime.undated.offset
  private var bytes = 0
  private(set) var counts = LineCounts()

  init(format: Format, assembler: consuming SessionAssembler, progress: ProgressMeter?) {
    self.format = format
    self.assembler = assembler
    self.progress = progress
  }

  static var takesStretches: Bool { Format.siftsLines }

  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    let before = number
    var first = 0
    var begin = start
    var kinds = SiftedKinds()
    // It is no part of the scanner, of which the assembler is one: otherwise each event would be copied for it.
    var event = LogEvent()
    while first < ends.count {
      let behind = min(first &+ 64, ends.count)
      if Format.hasDeliveries { format.keepsDeliveries = assembler.isFollowing }
      var kept = format.sift(stretch, from: begin, ends: ends, lines: first..<behind, naming: &kinds)
      if behind &- first < 64 { kept &= (1 &<< UInt64(behind &- first)) &- 1 }
      while kept != 0 {
        let place = kept.trailingZeroBitCount
        kept &= kept &- 1
        let i = first &+ place
        let lineStart = i > 0 ? Int(ends[i &- 1]) &+ 1 : start
        number = before &+ i &+ 1
        let line = stretch.extracting(lineStart..<stretch.lineEnd(from: lineStart, feed: Int(ends[i])))
        let outcome = format.parse(line, kind: kinds[place], into: &event)
        take(line, outcome, &event)
        if Format.hasDeliveries, assembler.isFollowing, !format.keepsDeliveries {
          // What becomes of the message of this line may stand in the next ones, which were dismissed.
          format.keepsDeliveries = true
          let again = format.sift(stretch, from: begin, ends: ends, lines: first..<behind, naming: &kinds)
          kept =
            again & (behind &- first < 64 ? (1 &<< UInt64(behind &- first)) &- 1 : .max) & ~(2 &<< UInt64(place) &- 1)
        }
      }
      begin = Int(ends[behind &- 1]) &+ 1
      first = behind
    }
    number = before &+ ends.count
    advance(by: begin &- start)
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    number &+= 1
    advance(by: line.count &+ 1)
    var event = LogEvent()
    let outcome = format.parse(line, into: &event)
    take(line, outcome, &event)
  }

  /// Counts a line that is counted where it stands elsewhere too.
  mutating func passOver(_ length: Int) {
    number &+= 1
    advance(by: length &+ 1)
  }

  private mutating func advance(by count: Int) {
    bytes &+= count
    guard bytes &- reportedBytes > 1 << 22 else { return }
    progress?.add(bytes &- reportedBytes)
    reportedBytes = bytes
  }

  /// Puts a line into one of the four boxes.
  @inline(__always)
  private mutating func take(_ line: borrowing Span<UInt8>, _ outcome: LineOutcome, _ event: inout LogEvent) {
    switch outcome {
    case .ignored:
      if Format.hasDeliveries, assembler.isFollowing, format.readDelivery(line, into: &event) {
        assembler.follow(event, line)
      }
    case .event: take(line, &event)
    case .unrecognised:
      counts.unrecognised &+= 1
      sample(line)
    case .malformed:
      counts.malformed &+= 1
      sample(line)
    }
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {
    number &+= 1
    counts.malformed &+= 1
    sample(head)
  }

  @inline(__always)
  private mutating func take(_ line: borrowing Span<UInt8>, _ event: inout LogEvent) {
    counts.events &+= 1
    // Many lines share a second.
    if event.time.local != lastLocal || event.time.offset != lastOffset { widenSpan(event.time) }
    assembler.apply(reading: &event, line, number: number)
  }

  /// Takes the event's time into the first and the last of the piece.
  private mutating func widenSpan(_ time: LogTime) {
    guard !time.isUndated else { return }
    lastLocal = time.local
    lastOffset = time.offset
    if let first = counts.first, let last = counts.last {
      if time.isBefore(first) { counts.first = time }
      if last.isBefore(time) { counts.last = time }
    } else {
      counts.first = time
      counts.last = time
    }
  }

  private mutating func sample(_ line: borrowing Span<UInt8>) {
    guard counts.samples.count < LineCounts.sampleLimit else { return }
    counts.samples.append(LineSample(line: number, text: MaskedLine.text(line)))
  }

  /// Closes the piece.
  mutating func finish(_ result: ScanResult) -> LineCounts {
    progress?.add(bytes - reportedBytes)
    counts.lines = number
    counts.ignored = number - counts.events - counts.unrecognised - counts.malformed
    counts.bytes = result.bytes
    counts.tail = result.tail
    counts.leavesHalfLine = result.leavesHalfLine
    counts.summaries = format.summaries
    counts.continuation = format.continuation
    counts.fault = result.fault.map { $0.description }
    return counts
  }
}
