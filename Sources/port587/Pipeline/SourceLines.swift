import ByteScanning
import LogFormats
import MailModel

/// Looks at single lines of a source before it is read.
struct SourceLines {
  let source: PlannedSource
  let limits: UnpackLimits
  /// A plain file up to this length is looked at as a whole.
  private static let wholeBytes: Int64 = 8 << 20
  private static let dayLength: Int64 = 86_400_000

  /// Lines with events from all over what is to be read of it, and whether it could be looked at to its end.
  func samples() -> (lines: [SampledLine], isWhole: Bool) { samples(made: source.format) }

  private func samples<Format: LogFormat>(made: Format.Type) -> (lines: [SampledLine], isWhole: Bool) {
    let format = Format(context: source.context)
    if case .plain(let file) = source.origin, file.encoding == .utf8 {
      let begin = max(source.start, file.textBegin)
      let end = source.end ?? file.size
      if end - begin > SourceLines.wholeBytes {
        var search = TimedSearch(file, format)
        let samples = search.samples(from: begin, to: end, places: 32, each: 8)
        if samples.count > 100 { return (samples, true) }
      }
    }
    var sampler = LineSampler(format: format)
    let isWhole = pass(from: source.start, to: source.end, into: &sampler)
    return (sampler.lines, isWhole)
  }

  /// Which of another source's lines stand in it, by their times where its lines can be found by them.
  ///
  /// - Parameter byTimeOfDay: whether the days of their times mean nothing.
  func find(_ lines: [SampledLine], byTimeOfDay: Bool) -> Set<UInt64> {
    find(lines, byTimeOfDay: byTimeOfDay, made: source.format)
  }

  private func find<Format: LogFormat>(
    _ lines: [SampledLine], byTimeOfDay: Bool, made: Format.Type
  ) -> Set<UInt64> {
    guard case .plain(let file) = source.origin, isOrdered, !byTimeOfDay || source.context.dayIsFromName else {
      return findAnywhere(lines)
    }
    let midnight = Int64(source.context.day?.daysSinceEpoch ?? 0) * SourceLines.dayLength
    var search = TimedSearch(file, inner(made))
    return search.find(lines) { line in
      guard byTimeOfDay else { return line.local }
      let inDay = line.local % SourceLines.dayLength
      return midnight + (inDay < 0 ? inDay + SourceLines.dayLength : inDay)
    }
  }

  /// Which of another source's lines stand in it, wherever that is; it is read once for that.
  func findAnywhere(_ lines: [SampledLine]) -> Set<UInt64> {
    var finder = LineFinder(Set(lines.map(\.hash)))
    _ = pass(from: 0, to: source.end, into: &finder)
    return finder.found
  }

  /// Has all lines with events of what is to be read of it looked for elsewhere, up to a time; whether all were found.
  ///
  /// Lines that a syslog daemon folds in one of two files need not be found. A source that cannot be read to its end may hold
  /// anything.
  func areFound(upTo border: Int64?, by search: @escaping (LineHashes, ClosedRange<Int64>?) -> Bool) -> Bool {
    areFound(upTo: border, by: search, made: source.format)
  }

  private func areFound<Format: LogFormat>(
    upTo border: Int64?, by search: @escaping (LineHashes, ClosedRange<Int64>?) -> Bool, made: Format.Type
  ) -> Bool {
    var prover = LineProver(format: Format(context: source.context), border: border, search: search)
    guard pass(from: source.start, to: source.end, into: &prover) else { return false }
    prover.finish()
    return prover.isProven
  }

  /// Has all lines with events of what is to be read of it looked for elsewhere and tells which were found; nothing where it
  /// cannot be read to its end, or where what is left cannot be read by itself.
  func passages(
    upTo border: Int64?, by search: @escaping (LineHashes, ClosedRange<Int64>?) -> Void
  ) -> LinePassages? {
    passages(upTo: border, by: search, made: source.format)
  }

  private func passages<Format: LogFormat>(
    upTo border: Int64?, by search: @escaping (LineHashes, ClosedRange<Int64>?) -> Void, made: Format.Type
  ) -> LinePassages? {
    var finder = PassageFinder(format: Format(context: source.context), border: border, search: search)
    guard pass(from: source.start, to: source.end, into: &finder) else { return nil }
    finder.finish()
    return finder.isOfUse ? finder.passages : nil
  }

  /// Notes which of another source's lines stand in it, in the part that holds some times, where that part can be found.
  ///
  /// - Returns: whether it looked through all of it.
  func mark(_ lines: LineHashes, within times: ClosedRange<Int64>?, byTimeOfDay: Bool) -> Bool {
    var marker = LineMarker(lines)
    guard let times, case .plain(let file) = source.origin, isOrdered,
      let stretches = stretches(times, byTimeOfDay: byTimeOfDay)
    else {
      _ = pass(from: 0, to: source.end, into: &marker)
      return true
    }
    for stretch in stretches where lines.missing > 0 {
      let bytes = bytes(stretch, in: file, made: source.format)
      let end = min(bytes.upperBound, source.end ?? .max)
      if end > bytes.lowerBound { _ = file.scan(from: bytes.lowerBound, to: end, into: &marker) }
    }
    return false
  }

  private func bytes<Format: LogFormat>(
    _ times: ClosedRange<Int64>, in file: PlainFile, made: Format.Type
  ) -> Range<Int64> {
    var search = TimedSearch(file, inner(made))
    return search.bytes(within: times)
  }

  /// Times of another source as they are in this one; nothing where they may be any.
  private func stretches(_ times: ClosedRange<Int64>, byTimeOfDay: Bool) -> [ClosedRange<Int64>]? {
    guard byTimeOfDay else { return [times] }
    guard source.context.dayIsFromName, let day = source.context.day,
      times.upperBound - times.lowerBound < SourceLines.dayLength
    else { return nil }
    let midnight = Int64(day.daysSinceEpoch) * SourceLines.dayLength
    func here(_ time: Int64) -> Int64 {
      let inDay = time % SourceLines.dayLength
      return midnight + (inDay < 0 ? inDay + SourceLines.dayLength : inDay)
    }
    let (from, to) = (here(times.lowerBound), here(times.upperBound))
    return from <= to ? [from...to] : [midnight...to, from...(midnight + SourceLines.dayLength)]
  }

  /// The local time of its last event, where that is seen without reading it.
  func last() -> Int64? { last(made: source.format) }

  private func last<Format: LogFormat>(made: Format.Type) -> Int64? {
    guard case .plain(let file) = source.origin, isOrdered else { return nil }
    var search = TimedSearch(file, inner(made))
    return search.last()
  }

  /// A parser for places behind the begin.
  private func inner<Format: LogFormat>(_ made: Format.Type) -> Format {
    var context = source.context
    context.beginsBeforeMidnight = false
    return Format(context: context)
  }

  /// Whether every line tells its time without those before it.
  private var isOrdered: Bool {
    guard case .plain(let file) = source.origin, file.encoding == .utf8 else { return false }
    return !source.format.countsDays || source.context.tellsDay
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

extension FormatContext {
  /// Whether the days of all lines are known without those before them.
  var tellsDay: Bool { dayIsFromName || stampsCarryDay }
}
