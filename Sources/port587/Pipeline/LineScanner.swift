import Analysis
import ByteScanning
import LogFormats
import MailModel

/// Takes the lines of a piece: format first, then the assembler, and every line into one of the four boxes.
struct LineScanner<Format: LogFormat>: SiftingConsumer {
  var format: Format
  private(set) var assembler: SessionAssembler
  private let progress: ProgressMeter?
  var number = 0
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

  var wantsDeliveries: Bool { assembler.isFollowing }

  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    sift(stretch, from: start, ends: ends)
    if ends.count > 0 { advance(by: Int(ends[ends.count &- 1]) &+ 1 &- start) }
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    number &+= 1
    advance(by: line.count &+ 1)
    var event = LogEvent()
    take(line, kind: SiftedKinds.unknown, &event)
  }

  @inline(__always)
  mutating func take(_ line: borrowing Span<UInt8>, kind: UInt8, _ event: inout LogEvent) {
    let outcome = format.parse(line, kind: kind, into: &event)
    if outcome == .ignored {
      if Format.hasDeliveries, assembler.isFollowing { takeDelivery(line, kind: kind, &event) }
      return
    }
    take(line, outcome, &event)
  }

  /// Counts lines that are counted where they stand elsewhere too.
  mutating func passOver(_ lines: Int, bytes: Int) {
    number &+= lines
    advance(by: bytes)
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
    case .ignored: break
    case .event: take(line, &event)
    case .unrecognised:
      counts.unrecognised &+= 1
      sample(line)
    case .malformed:
      counts.malformed &+= 1
      sample(line)
    }
  }

  /// Takes what a line says of a message that is followed.
  private mutating func takeDelivery(_ line: borrowing Span<UInt8>, kind: UInt8, _ event: inout LogEvent) {
    if let id = format.message(of: line, kind: kind), !assembler.followedIDs.mayHave(id) { return }
    if format.readDelivery(line, into: &event) { assembler.follow(event, line) }
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
    assembler.nameHosts(format.hosts)
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
