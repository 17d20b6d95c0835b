import ByteScanning
import LogFormats
import MailModel

/// Keeps some lines with events, evenly spread over what it is given, with the first and the last, and those at some times.
struct LineSampler<Format: LogFormat>: LineConsumer {
  private var format: Format
  private var event = LogEvent()
  private var kept: [SampledLine] = []
  private var last: SampledLine?
  private var number = 0
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
    guard let last, kept.last != last else { return kept }
    return kept + [last]
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    guard format.parse(line, into: &event) == .event, !event.time.isUndated else { return }
    let sample = SampledLine(line, event.time)
    last = sample
    while let time = times.last, event.time.local >= time {
      if number > 0, near.last != sample { near.append(sample) }
      times.removeLast()
    }
    if number % stride == 0 {
      kept.append(sample)
      if kept.count == most {
        kept = kept.indices.filter { $0 % 2 == 0 }.map { kept[$0] }
        stride *= 2
      }
    }
    number += 1
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {}
}
