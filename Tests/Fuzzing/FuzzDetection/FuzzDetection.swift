import LogFormats
import MailModel

/// Feeds bytes as the head of a file through the detection of every format, and the head through the chosen parsers.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let day = CivilDate(year: 2026, month: 3, day: 16) else { preconditionFailure("no day") }
  let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
  // The first line serves as the file's name too.
  let name = String(decoding: lines.first ?? [], as: UTF8.self)
  let sample = LogSample(lines: lines, fileName: name, path: name, modified: day)
  for format in LogFormats.all { feed(format, sample, FormatContext(lastDay: day)) }
  return 0
}

private func feed<Format: LogFormat>(_ format: Format.Type, _ sample: LogSample, _ defaults: FormatContext) {
  if case .yes(let lines) = format.recognises(sample) { precondition(lines > 0, "recognised by no line") }
  var parser = Format(context: format.context(for: sample, defaults: defaults))
  var event = LogEvent()
  for line in sample.lines { _ = parser.parse(line.span, into: &event) }
}
