import ByteScanning
import Foundation
import LogFormats
import MailModel

/// Looks at the head of each found file: what is it, when does it begin, to which stream does it belong.
struct SourcePlanner {
  var detector: FormatDetector
  var limits: UnpackLimits
  /// Day of a moment in this machine's zone, for years and days that a log leaves out.
  var dayOf: (Int64) -> CivilDate
  var year: Int?
  /// `--utc-offset` in seconds.
  var offset: Int32?
  var portOfPath: [PathPortRule]
  /// Where relative paths begin.
  let workingFolder: FilePath

  private(set) var sources: [PlannedSource] = []
  private(set) var skipped: [SkippedSource] = []
  /// Sources without a byte.
  private(set) var empty: [SourceReport] = []
  /// Sources that could not be opened.
  private(set) var unreadable: [SourceReport] = []
  /// Sources that could be opened and gave nothing to go by.
  private(set) var damaged: [SourceReport] = []
  private(set) var unknown: [(path: String, reasons: [String])] = []
  /// Whether a file without one whole line is left alone until it has one, as with a state.
  var waitsForLines = false
  /// Such files.
  private(set) var waiting: [String] = []
  /// Sources whose whole text stands in another one.
  private(set) var copies: [DiscoveredInputs.Duplicate] = []
  /// Pairs of sources that hold some lines both.
  private(set) var overlaps: [String] = []
  private var status: FileStatus?
  private var strangers: [UnknownFile] = []

  /// What detection looks at first, and what it looks at when that could be the quiet begin of a system log.
  static let headBytes = 64 << 10
  static let secondHeadBytes = 4 << 20

  init(
    detector: FormatDetector, limits: UnpackLimits, dayOf: @escaping (Int64) -> CivilDate, year: Int?, offset: Int32?,
    portOfPath: [PathPortRule], workingFolder: FilePath
  ) {
    self.detector = detector
    self.limits = limits
    self.dayOf = dayOf
    self.year = year
    self.offset = offset
    self.portOfPath = portOfPath
    self.workingFolder = workingFolder
  }

  mutating func add(_ path: FilePath, _ status: FileStatus? = nil) {
    self.status = status
    defer { self.status = nil }
    let shown = path.description
    var compression = FileKind.plain.rawValue
    do {
      let file = try PlainFile(path: path)
      compression = file.kind.rawValue
      if file.kind.isPacked {
        try addMembers(path, compression)
        return
      }
      if file.size == 0 {
        empty.append(SourceReport(path: shown, format: "empty"))
        return
      }
      var head = try file.head(SourcePlanner.headBytes)
      var isWhole = Int64(head.count) >= file.size
      if waitsForLines, isWhole, !head.contains(0x0A) {
        waiting.append(shown)
        return
      }
      var sample = sample(head, isWhole, shown, file.modified)
      if case .unknown = detector.detect(sample), !isWhole {
        head = try file.head(SourcePlanner.secondHeadBytes)
        isWhole = Int64(head.count) >= file.size
        sample = self.sample(head, isWhole, shown, file.modified)
      }
      plan(
        sample, origin: .plain(file), compression: "none", encoding: file.encoding.rawValue, size: file.size,
        isCuttable: file.isCuttable, print: try file.contentPrint())
    } catch {
      fail(shown, error, compression)
    }
  }

  mutating func addStandardInput() {
    do {
      let input = try PackedFile.standardInput(limits: limits)
      guard let member = try input.nextMember() else {
        empty.append(SourceReport(path: "-", format: "empty"))
        return
      }
      guard member.name.isEmpty else {
        skipped.append(
          SkippedSource(path: "-", reason: "standard input holds an archive of several files; give it as a file"))
        return
      }
      add(
        member, of: input, path: "-", modified: Int64(Date().timeIntervalSince1970),
        origin: .standardInput(StandardInputSource(input)))
    } catch {
      fail("-", error, FileKind.plain.rawValue)
    }
  }

  private mutating func addMembers(_ path: FilePath, _ compression: String) throws(FileError) {
    let packed = try PackedFile(path: path, limits: limits)
    var number = 0
    while number < limits.members {
      do {
        guard let member = try packed.nextMember() else { return }
        let shown = member.name.isEmpty ? path.description : "\(path.description)!\(member.name)"
        add(
          member, of: packed, path: shown, modified: member.modified ?? packed.status.modified,
          origin: .packed(path: path, member: number))
      } catch {
        // One member that cannot be opened says nothing of the next.
        fail(path.description, error, compression)
      }
      number += 1
    }
  }

  /// Plans the member that a packed file has just come to.
  private mutating func add(
    _ member: PackedMember, of packed: PackedFile, path: String, modified: Int64, origin: PlannedSource.Origin
  ) {
    let head = packed.head(SourcePlanner.headBytes)
    let sample = sample(head, head.count < SourcePlanner.headBytes, path, modified)
    if let fault = packed.fault, !isRecognised(sample, head) {
      fail(path, fault, member.packing)
    } else if head.isEmpty {
      empty.append(SourceReport(path: path, format: "empty", compression: member.packing))
    } else {
      plan(
        sample, origin: origin, compression: member.packing, encoding: member.encoding.rawValue, size: 0,
        isCuttable: false, print: packed.contentPrint())
    }
  }

  /// Whether what is left of a damaged source says what it is; without one whole line it cannot even say what it is not.
  private func isRecognised(_ sample: LogSample, _ head: [UInt8]) -> Bool {
    if head.contains(0x0A) { return true }
    guard !head.isEmpty, case .format = detector.detect(sample) else { return false }
    return true
  }

  private func sample(_ head: [UInt8], _ isWhole: Bool, _ path: String, _ modified: Int64) -> LogSample {
    var name = path
    for separator in ["/", "!", "\\"] {
      if let cut = name.range(of: separator, options: .backwards) { name = String(name[cut.upperBound...]) }
    }
    return LogSample(
      lines: FormatDetector.lines(head, isWhole: isWhole), fileName: String(CompressionSuffix.removed(from: name)),
      path: path, modified: dayOf(modified))
  }

  private mutating func plan(
    _ sample: LogSample, origin: PlannedSource.Origin, compression: String, encoding: String, size: Int64,
    isCuttable: Bool, print: ContentPrint
  ) {
    switch detector.detect(sample) {
    case .unknown(let reasons):
      strangers.append(
        UnknownFile(
          sample: sample, origin: origin, compression: compression, encoding: encoding, size: size,
          isCuttable: isCuttable, print: print, status: status, reasons: reasons))
    case .format(let format, let number):
      plan(
        sample, format, number, origin: origin, compression: compression, encoding: encoding, size: size,
        isCuttable: isCuttable, print: print, status: status)
    }
  }

  /// Gives files that say too little by themselves to the format of their siblings: the last line of a session may be all
  /// that a rotated file holds.
  ///
  /// A sibling's name differs in digits only, and its format has to understand a line of the file.
  mutating func adoptSiblings() {
    var formats: [String: (any LogFormat.Type, Int)] = [:]
    for source in sources { formats[UnknownFile.family(source.path)] = (source.format, source.formatNumber) }
    for file in strangers {
      guard let (format, number) = formats[UnknownFile.family(file.sample.path)],
        SourcePlanner.understands(file.sample, format)
      else {
        unknown.append((file.sample.path, file.reasons))
        continue
      }
      plan(
        file.sample, format, number, origin: file.origin, compression: file.compression, encoding: file.encoding,
        size: file.size, isCuttable: file.isCuttable, print: file.print, status: file.status)
    }
    strangers = []
  }

  private static func understands(_ sample: LogSample, _ format: any LogFormat.Type) -> Bool {
    understands(sample, made: format)
  }

  private static func understands<Format: LogFormat>(_ sample: LogSample, made: Format.Type) -> Bool {
    var format = Format(context: Format.context(for: sample, defaults: FormatContext(lastDay: sample.modified)))
    var event = LogEvent()
    return sample.lines.contains { line in
      let outcome = format.parse(line.span, into: &event)
      return !line.isEmpty && (outcome == .event || outcome == .ignored)
    }
  }

  private mutating func plan(
    _ sample: LogSample, _ format: any LogFormat.Type, _ number: Int, origin: PlannedSource.Origin, compression: String,
    encoding: String, size: Int64, isCuttable: Bool, print: ContentPrint, status: FileStatus?
  ) {
    var defaults = FormatContext(lastDay: sample.modified, year: year)
    if let offset { defaults.offset = offset }
    let context = format.context(for: sample, defaults: defaults)
    let port = portOfPath.first { $0.matches(FilePath(sample.path), in: workingFolder) }?.port ?? 0
    let first = SourcePlanner.first(sample, format, context)
    sources.append(
      PlannedSource(
        origin: origin, path: sample.path, format: format, formatNumber: number, context: context,
        compression: compression, encoding: encoding, pathPort: port,
        stream: SourcePlanner.stream(sample, format), firstLocal: SourcePlanner.firstLocal(first?.local, context),
        size: size, canBeCut: isCuttable && format.isCuttable && context.tellsDay, print: print,
        beginning: first?.hash, hosts: first?.hosts ?? [], status: status))
    if format.identifier != IceWarpFormat.identifier, sample.path != "-" {
      // Of a file without a line that is needed all that is known is when it was written.
      let begin = first?.local ?? Int64(sample.modified.daysSinceEpoch) * 86_400_000
      sources[sources.count - 1].series = LogSeries(path: sample.path, begin: begin, in: workingFolder)
    }
    sources[sources.count - 1].settleEnding()
    sources[sources.count - 1].isDayOfNameAlone = SourcePlanner.isDayOfNameAlone(sources[sources.count - 1], sample)
  }

  /// Files of one folder whose names differ in digits and compression only follow one another.
  static func stream(_ sample: LogSample, _ format: any LogFormat.Type) -> String {
    let stream = folderStream(sample.path, format)
    // Syslog lines name their host: all such files of a folder are one stream. Folders per day are joined by their series.
    guard format.identifier == IceWarpFormat.identifier else { return stream }
    if let series = IceWarpFormat.series(sample.fileName) {
      return "\(stream) \(String(decoding: series, as: UTF8.self))"
    }
    let name = sample.fileName.prefix { $0 != "." }
    return "\(stream) \(name.prefix { $0 != "-" }.filter { !$0.isNumber })"
  }

  /// The stream of all files of a folder.
  static func folderStream(_ path: String, _ format: any LogFormat.Type) -> String {
    "\(format.identifier) \(path.range(of: "/", options: .backwards).map { path[..<$0.lowerBound] } ?? "")"
  }

  private static func firstLocal(_ first: Int64?, _ context: FormatContext) -> Int64 {
    let midnight = context.day.map { Int64($0.daysSinceEpoch) * 86_400_000 }
    if context.beginsBeforeMidnight, let midnight {
      // The evening before is the end of what stands in the file before.
      return midnight + (context.firstMillisecondOfDay ?? 0)
    }
    return first ?? midnight ?? Int64.max
  }

  /// Whether the lines themselves say nothing of the day that the name tells.
  private static func isDayOfNameAlone(_ source: PlannedSource, _ sample: LogSample) -> Bool {
    guard source.context.dayIsFromName, !source.context.stampsCarryDay, !LogName(source).isUsual else { return false }
    let nameless = LogSample(
      lines: sample.lines, fileName: "smtp.log", path: sample.path, modified: sample.modified)
    return source.format.context(for: nameless, defaults: FormatContext(lastDay: sample.modified)).day == nil
  }

  /// The first line with an event, or with a message's way where there is none, and the hosts that the lines name.
  private static func first(
    _ sample: LogSample, _ format: any LogFormat.Type, _ context: FormatContext
  ) -> (hash: UInt64, local: Int64, hosts: Set<UInt64>)? {
    first(sample, made: format, context)
  }

  private static func first<Format: LogFormat>(
    _ sample: LogSample, made: Format.Type, _ context: FormatContext
  ) -> (hash: UInt64, local: Int64, hosts: Set<UInt64>)? {
    var format = Format(context: context)
    var event = LogEvent()
    var first: (hash: UInt64, local: Int64)?
    var hosts: Set<UInt64> = []
    // A file may hold nothing but what became of the messages of the one before it.
    var firstDelivery: (hash: UInt64, local: Int64)?
    for line in sample.lines {
      let outcome = format.parse(line.span, into: &event)
      let isDelivery = outcome == .ignored && first == nil && format.readDelivery(line.span, into: &event)
      guard outcome == .event || isDelivery, !event.time.isUndated else { continue }
      if isDelivery, firstDelivery == nil { firstDelivery = (SampledLine.hash(of: line.span), event.time.local) }
      if !isDelivery, first == nil { first = (SampledLine.hash(of: line.span), event.time.local) }
      if Format.countsDays { break }
      hosts.insert(event.key.high)
    }
    return (first ?? firstDelivery).map { ($0.hash, $0.local, hosts) }
  }

  private mutating func fail(_ path: String, _ error: FileError, _ compression: String) {
    var report = SourceReport(path: path, format: "unknown", compression: compression, complete: false)
    report.fault = error.description
    if error.isAfterOpening { damaged.append(report) } else { unreadable.append(report) }
  }

  /// Leaves out what another source holds too.
  mutating func dropCopies() {
    var found = SourceCopies(limits: limits).find(sources)
    while true {
      let joined = RepeatedLines(limits: limits).joined(sources, beginningLike: found)
      if joined.isEmpty { break }
      drop(joined, as: .sameLines)
      found = SourceCopies(limits: limits).find(sources)
    }
    drop(found, as: .copy)
  }

  /// Leaves out sources whose lines all stand in others.
  mutating func dropRepeated() {
    let found = RepeatedLines(limits: limits).find(sources)
    for (number, (passages, other)) in found.passages {
      sources[number].passages = passages
      copies.append(
        .init(path: FilePath(sources[number].path), first: FilePath(sources[other].path), kind: .someLines))
      _ = sources.join(number, to: sources[other].stream)
    }
    overlaps += found.parts.map { sources[$0].path + ", " + sources[$1].path }
    drop(found.whole, as: .sameLines)
  }

  private mutating func drop(_ found: [Int: Int], as kind: DiscoveredInputs.Kind) {
    copies += found.sorted { $0.key < $1.key }.map { number, other in
      DiscoveredInputs.Duplicate(path: FilePath(sources[number].path), first: FilePath(sources[other].path), kind: kind)
    }
    sources = sources.indices.filter { found[$0] == nil }.map { sources[$0] }
  }

  /// The patterns of `--port-of-path` that stand for none of the sources.
  var idlePatterns: [String] {
    portOfPath.compactMap { rule in
      let isOfUse = sources.contains { rule.matches(FilePath($0.path), in: workingFolder) }
      return isOfUse ? nil : rule.text
    }
  }

  /// Finds out when undated sources begin.
  mutating func settleDays() {
    for i in sources.indices { sources[i].settleDay(limits) }
  }

  /// Makes one stream of a series in several folders, and gives every source its stream's offset when its own head does not
  /// tell one, so that a split log reads like the whole.
  mutating func shareOffsets() {
    SeriesStreams.join(&sources)
    DayFolders.join(&sources, limits)
    var known: [String: Int32] = [:]
    for source in sources where source.context.offset != LogTime.offsetUnknown && known[source.stream] == nil {
      known[source.stream] = source.context.offset
    }
    for i in sources.indices where sources[i].context.offset == LogTime.offsetUnknown {
      if let offset = known[sources[i].stream] { sources[i].context.offset = offset }
    }
  }
}
