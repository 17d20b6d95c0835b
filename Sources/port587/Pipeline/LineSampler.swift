import ByteScanning
import LogFormats
import MailModel

/// Keeps some lines with events, evenly spread over what it is given, with the first and the last, and those at some times.
struct LineSampler<Format: LogFormat>: SiftingConsumer {
  var format: Format
  var number = 0
  private var folded = FoldedLines()
  private var kept: [SampledLine] = []
  private var last: SampledLine?
  private var events = 0
  private var stride = 1
  private let most: Int
  /// Times that are still to come, the last one first.
  private var times: [Int64]
  /// The first lines that are not before some times.
  private(set) var near: [SampledLine] = []

  init(format: Format, most: Int = 512, near times: [Int64] = []) {
    self.format = format
    self.most = most
    self.times = times.sorted(by: >)
  }

  /// What was kept.
  var lines: [SampledLine] {
    guard let last, kept.last?.hash != last.hash else { return kept }
    return kept + [last]
  }

  mutating func take(_ line: borrowing Span<UInt8>, kind: UInt8, _ event: inout LogEvent) {
    guard format.parse(line, kind: kind, into: &event) == .event, !event.time.isUndated else { return }
    let sample = SampledLine(
      hash: SampledLine.hash(of: line), local: event.time.local,
      mayBeFolded: !Format.countsDays && folded.mayHold(line))
    last = sample
    while let time = times.last, event.time.local >= time {
      if events > 0, near.last?.hash != sample.hash { near.append(sample) }
      times.removeLast()
    }
    if events % stride == 0 {
      kept.append(sample)
      if kept.count == most {
        kept = kept.indices.filter { $0 % 2 == 0 }.map { kept[$0] }
        stride *= 2
      }
    }
    events += 1
  }
}
