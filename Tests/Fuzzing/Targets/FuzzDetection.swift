import LogFormats
import MailModel

/// Feeds bytes as the head of a file through the detection of every format, and the head through the chosen parsers.
enum FuzzDetection: FuzzTarget {
  static let seeds = "detection"

  static func feed(_ bytes: [UInt8]) throws {
    guard let day = CivilDate(year: 2026, month: 3, day: 16) else { throw Contradiction("no day") }
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
    // The first line serves as the file's name too.
    let name = String(decoding: lines.first ?? [], as: UTF8.self)
    let sample = LogSample(lines: lines, fileName: name, path: name, modified: day)
    for format in LogFormats.all { try parse(format, sample, FormatContext(lastDay: day)) }
  }
}

private func parse<Format: LogFormat>(_ format: Format.Type, _ sample: LogSample, _ defaults: FormatContext) throws {
  if case .yes(let lines) = format.recognises(sample) { try Contradiction.unless(lines > 0, "recognised by no line") }
  var parser = Format(context: format.context(for: sample, defaults: defaults))
  var event = LogEvent()
  for line in sample.lines { _ = parser.parse(line.span, into: &event) }
}
