import ByteScanning
import LogFormats
import MailModel

/// Notes which of some lines with events stand among those that it is given.
struct LineMarker<Format: LogFormat>: SiftingConsumer {
  var format: Format
  var number = 0
  private let lines: LineHashes
  private let readsTimes: Bool
  private var latest = Int64.min
  /// Whether no line is earlier than one before it by more than a search by time allows for.
  private(set) var isInOrder = true

  /// - Parameters:
  ///   - format: what it dismisses at a glance is none of the lines.
  ///   - readsTimes: whether it is asked for the order of the lines too.
  init(_ lines: LineHashes, format: Format, readsTimes: Bool = false) {
    self.lines = lines
    self.format = format
    self.readsTimes = readsTimes
  }

  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    if lines.missing > 0 || readsTimes { sift(stretch, from: start, ends: ends) }
  }

  mutating func take(_ line: borrowing Span<UInt8>, kind: UInt8, _ event: inout LogEvent) {
    // What it has not seen before it has to read, to dismiss it at a glance from then on.
    if readsTimes || kind == SiftedKinds.unknown, format.parse(line, kind: kind, into: &event) == .event, readsTimes,
      !event.time.isUndated
    {
      latest = max(latest, event.time.local)
      if event.time.local < latest - TimedSearch<Format>.disorder { isInOrder = false }
    }
    lines.find(SampledLine.hash(of: line))
  }
}
