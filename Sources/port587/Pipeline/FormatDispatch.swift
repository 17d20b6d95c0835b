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
    _ source: PlannedSource, _ piece: Piece, _ box: AssemblerBox, _ limits: UnpackLimits, _ progress: ProgressMeter?
  ) -> LineCounts {
    switch source.format {
    case is IceWarpFormat.Type: scan(IceWarpFormat.self, source, piece, box, limits, progress)
    case is PostfixFormat.Type: scan(PostfixFormat.self, source, piece, box, limits, progress)
    default: scan(source.format, source, piece, box, limits, progress)
    }
  }

  static func traits(_ source: PlannedSource, _ piece: Piece) -> SourceTraits {
    SourceTraits(
      source: UInt32(piece.source), piece: UInt32(piece.number), format: UInt8(clamping: source.formatNumber),
      pathPort: source.pathPort, rsetEndsLogin: source.format.identifier == IceWarpFormat.identifier,
      keysNameServer: source.format.identifier != IceWarpFormat.identifier)
  }

  static func isCuttable(_ format: any LogFormat.Type) -> Bool { format.isCuttable }

  private static func scan<Format: LogFormat>(
    _ format: Format.Type, _ source: PlannedSource, _ piece: Piece, _ box: AssemblerBox, _ limits: UnpackLimits,
    _ progress: ProgressMeter?
  ) -> LineCounts {
    var scanner = LineScanner(format: Format(context: source.context), box: box, progress: progress)
    switch source.origin {
    case .plain(let file):
      return scanner.finish(file.scan(from: piece.from, to: piece.to, into: &scanner))
    case .packed(let path, let member):
      do {
        let packed = try PackedFile(path: path, limits: limits)
        // Members before this one may be faulty; only the fault of this one counts here.
        for _ in 0..<member { _ = try? packed.nextMember() }
        guard try packed.nextMember() != nil else { return scanner.finish(ScanResult()) }
        return scanner.finish(packed.scan(into: &scanner))
      } catch {
        return scanner.finish(ScanResult(bytes: 0, fault: error))
      }
    case .standardInput(let input):
      return scanner.finish(input.scan(into: &scanner))
    }
  }
}
