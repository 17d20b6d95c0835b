import ByteScanning
import LogFormats
import MailModel

/// Looks at single lines of a source of this format; compiled for each format whose logs are long.
struct FormatLines<Format: LogFormat>: SourceLines {
  let source: PlannedSource
  let limits: UnpackLimits
  /// A plain file up to this length is looked at as a whole.
  private static var wholeBytes: Int64 { 8 << 20 }
  private static var dayLength: Int64 { 86_400_000 }

  @specialized(where Format == IceWarpFormat)
  @specialized(where Format == PostfixFormat)
  func samples(near times: [Int64]) -> (lines: [SampledLine], near: [SampledLine], isWhole: Bool) {
    let format = Format(context: source.context)
    if case .plain(let file) = source.origin, file.encoding == .utf8 {
      let begin = max(source.start, file.textBegin)
      let end = source.end ?? file.size
      if end - begin > FormatLines.wholeBytes {
        var search = TimedSearch(file, format)
        let samples = search.samples(from: begin, to: end, places: 32, each: 8)
        if samples.count > 100 {
          return (samples, times.compactMap { search.first(since: $0, from: begin, to: end) }, true)
        }
      }
    }
    var sampler = LineSampler(format: format, near: times)
    let isWhole = pass(from: source.start, to: source.end, into: &sampler)
    return (sampler.lines, sampler.near, isWhole)
  }

  @specialized(where Format == IceWarpFormat)
  @specialized(where Format == PostfixFormat)
  func find(_ lines: [SampledLine], _ hashes: LineHashes, byTimeOfDay: Bool) -> Bool {
    guard case .plain(let file) = source.origin, isOrdered, !byTimeOfDay || source.context.dayIsFromName else {
      findAnywhere(hashes)
      return true
    }
    let midnight = Int64(source.context.day?.daysSinceEpoch ?? 0) * FormatLines.dayLength
    var search = TimedSearch(file, inner)
    search.find(lines, hashes) { line in
      guard byTimeOfDay else { return line.local }
      let inDay = line.local % FormatLines.dayLength
      return midnight + (inDay < 0 ? inDay + FormatLines.dayLength : inDay)
    }
    return false
  }

  @specialized(where Format == IceWarpFormat)
  @specialized(where Format == PostfixFormat)
  func findAnywhere(_ lines: LineHashes) {
    var marker = LineMarker(lines, format: inner)
    _ = pass(from: 0, to: source.end, into: &marker)
  }

  @specialized(where Format == IceWarpFormat)
  @specialized(where Format == PostfixFormat)
  func findAnywhereByOrder(_ lines: LineHashes) -> Bool {
    var marker = LineMarker(lines, format: inner, readsTimes: true)
    return pass(from: 0, to: source.end, into: &marker) && isOrdered && marker.isInOrder
  }

  @specialized(where Format == IceWarpFormat)
  @specialized(where Format == PostfixFormat)
  func mark(_ lines: LineHashes, within times: ClosedRange<Int64>?, byTimeOfDay: Bool) -> Bool {
    guard let times, case .plain(let file) = source.origin, isOrdered,
      let stretches = stretches(times, byTimeOfDay: byTimeOfDay)
    else {
      findAnywhere(lines)
      return true
    }
    var marker = LineMarker(lines, format: inner)
    for stretch in stretches where lines.missing > 0 {
      var search = TimedSearch(file, inner)
      let bytes = search.bytes(within: stretch)
      let end = min(bytes.upperBound, source.end ?? .max)
      if end > bytes.lowerBound { _ = file.scan(from: bytes.lowerBound, to: end, into: &marker) }
    }
    return false
  }

  @specialized(where Format == IceWarpFormat)
  @specialized(where Format == PostfixFormat)
  func look(
    upTo border: Int64?, isProof: Bool, by search: @escaping (LineHashes, ClosedRange<Int64>?) -> Bool
  ) -> (isProven: Bool, passages: LinePassages?)? {
    var finder = PassageFinder(
      format: Format(context: source.context), border: border, isProof: isProof, search: search)
    guard pass(from: source.start, to: source.end, into: &finder) else { return nil }
    finder.finish()
    return (finder.isProven, isProof ? nil : finder.found)
  }

  @specialized(where Format == IceWarpFormat)
  @specialized(where Format == PostfixFormat)
  func last() -> Int64? {
    guard case .plain(let file) = source.origin, isOrdered else { return nil }
    var search = TimedSearch(file, inner)
    return search.last()
  }

  /// Times of another source as they are in this one; nothing where they may be any.
  private func stretches(_ times: ClosedRange<Int64>, byTimeOfDay: Bool) -> [ClosedRange<Int64>]? {
    guard byTimeOfDay else { return [times] }
    guard source.context.dayIsFromName, let day = source.context.day,
      times.upperBound - times.lowerBound < FormatLines.dayLength
    else { return nil }
    let midnight = Int64(day.daysSinceEpoch) * FormatLines.dayLength
    func here(_ time: Int64) -> Int64 {
      let inDay = time % FormatLines.dayLength
      return midnight + (inDay < 0 ? inDay + FormatLines.dayLength : inDay)
    }
    let (from, to) = (here(times.lowerBound), here(times.upperBound))
    return from <= to ? [from...to] : [midnight...to, from...(midnight + FormatLines.dayLength)]
  }

  /// A parser for places behind the begin.
  private var inner: Format {
    var context = source.context
    context.beginsBeforeMidnight = false
    return Format(context: context)
  }

  /// Whether every line tells its time without those before it.
  private var isOrdered: Bool {
    guard case .plain(let file) = source.origin, file.encoding == .utf8 else { return false }
    return !Format.countsDays || source.context.tellsDay
  }

  /// Gives lines to a consumer; false where not all could be read.
  private func pass<Consumer: LineConsumer>(from: Int64, to: Int64?, into consumer: inout Consumer) -> Bool {
    switch source.origin {
    case .plain(let file): return file.scan(from: from, to: to, into: &consumer).fault == nil
    case .packed(let path, let member):
      guard let packed = try? PackedFile(path: path, limits: limits) else { return false }
      for _ in 0..<member { _ = try? packed.nextMember() }
      guard (try? packed.nextMember()) != nil, from == 0 || packed.skip(to: from) != nil else { return false }
      return packed.scan(into: &consumer).fault == nil
    case .standardInput: return false
    }
  }
}
