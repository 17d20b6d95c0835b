import Analysis
import ByteScanning
import LogFormats
import MailModel

/// The one place where a format's name becomes its type.
///
/// The line loop is compiled for each format named here; a format that is only registered works through the slow path.
/// A test holds that every registered format is named.
enum FormatDispatch {
  static func scan(
    _ source: PlannedSource, _ piece: Piece, _ assembler: inout SessionAssembler, _ limits: UnpackLimits,
    _ progress: ProgressMeter?
  ) -> LineCounts {
    switch source.format {
    case is IceWarpFormat.Type: scan(IceWarpFormat.self, source, piece, &assembler, limits, progress)
    case is PostfixFormat.Type: scan(PostfixFormat.self, source, piece, &assembler, limits, progress)
    default: scan(source.format, source, piece, &assembler, limits, progress)
    }
  }

  /// Looks at single lines of a source; `FormatLines` names the formats for which that is compiled.
  static func lines(of source: PlannedSource, _ limits: UnpackLimits) -> any SourceLines {
    lines(source.format, of: source, limits)
  }

  private static func lines<Format: LogFormat>(
    _ format: Format.Type, of source: PlannedSource, _ limits: UnpackLimits
  ) -> any SourceLines {
    FormatLines<Format>(source: source, limits: limits)
  }

  static func traits(_ source: PlannedSource, _ piece: Piece) -> SourceTraits {
    SourceTraits(
      source: source.evidenceNumber ?? UInt32(piece.source), piece: UInt32(piece.number),
      format: UInt8(clamping: source.formatNumber),
      pathPort: source.pathPort, rsetEndsLogin: source.format.identifier == IceWarpFormat.identifier,
      keysNameServer: source.format.identifier != IceWarpFormat.identifier)
  }

  static func isCuttable(_ format: any LogFormat.Type) -> Bool { format.isCuttable }

  private static func scan<Format: LogFormat>(
    _ format: Format.Type, _ source: PlannedSource, _ piece: Piece, _ assembler: inout SessionAssembler,
    _ limits: UnpackLimits,
    _ progress: ProgressMeter?
  ) -> LineCounts {
    if source.isPassedOver {
      var passed = PassedLines()
      let result = read(source, piece, limits, into: &passed)
      return passed.finish(result)
    }
    // The scanner owns the assembler while it reads: its tables are neither copied nor shared.
    var context = source.context
    // The evening before stands at the begin of the first piece.
    if max(piece.from, source.start) > 0 { context.beginsBeforeMidnight = false }
    if let last = source.lastBeforeMidnight { context.beginsBehindMidnight = max(piece.from, source.start) > last }
    var scanner = LineScanner(format: Format(context: context), assembler: consume assembler, progress: progress)
    if let passages = source.passages {
      var skipper = PassageSkipper(consume scanner, passages)
      let result = read(source, piece, limits, into: &skipper)
      let counts = skipper.finish(result)
      assembler = skipper.scanner.assembler
      return counts
    }
    let result = read(source, piece, limits, into: &scanner)
    let counts = scanner.finish(result)
    assembler = scanner.assembler
    return counts
  }

  private static func tail(
    _ path: FilePath, _ member: Int, at place: Int64, _ limits: UnpackLimits
  ) throws(FileError) -> UInt64? {
    let packed = try PackedFile(path: path, limits: limits)
    for _ in 0..<member { _ = try? packed.nextMember() }
    guard try packed.nextMember() != nil else { return nil }
    return packed.skip(to: place)
  }

  private static func read<Consumer: LineConsumer>(
    _ source: PlannedSource, _ piece: Piece, _ limits: UnpackLimits, into scanner: inout Consumer
  ) -> ScanResult {
    switch source.origin {
    case .plain(let file):
      return file.scan(from: piece.from, to: piece.to, into: &scanner)
    case .packed(let path, let member):
      do {
        let packed = try PackedFile(path: path, limits: limits)
        // Members before this one may be faulty; only the fault of this one counts here.
        for _ in 0..<member { _ = try? packed.nextMember() }
        guard try packed.nextMember() != nil else { return ScanResult() }
        if source.remembersTail { packed.rememberTail() }
        if source.start > 0, packed.skip(to: source.start) == nil { return ScanResult() }
        var result = packed.scan(into: &scanner, halfLine: source.halfLine)
        if result.leavesHalfLine {
          // The last bytes that count are those before the line that was left.
          result.tail = try tail(path, member, at: source.start + result.bytes, limits)
        }
        return result
      } catch {
        return ScanResult(bytes: 0, fault: error)
      }
    case .standardInput(let input):
      if source.remembersTail { input.rememberTail() }
      return input.scan(into: &scanner)
    }
  }
}
