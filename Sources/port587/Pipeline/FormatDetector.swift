import LogFormats
import MailModel

/// Finds the format of a file from its head.
struct FormatDetector: Sendable {
  /// `--log-format`, when given.
  let forced: (any LogFormat.Type)?

  enum Verdict {
    case format(any LogFormat.Type, number: Int)
    /// Why each format said no, in the order of the registry.
    case unknown(reasons: [String])
  }

  func detect(_ sample: LogSample) -> Verdict {
    if let forced {
      let number = LogFormats.all.firstIndex { $0.identifier == forced.identifier } ?? 0
      return .format(forced, number: number)
    }
    var best: (Int, Int)?
    var reasons: [String] = []
    for (number, format) in LogFormats.all.enumerated() {
      switch format.recognises(sample) {
      case .yes(let lines): if lines > best?.1 ?? 0 { best = (number, lines) }
      case .no(let reason): reasons.append("\(format.identifier): \(reason)")
      }
    }
    guard let best else { return .unknown(reasons: ForeignLog.name(sample).map { [$0] } ?? reasons) }
    return .format(LogFormats.all[best.0], number: best.0)
  }

  /// The lines of a head; the last one is left out when the head was cut inside it.
  static func lines(_ head: [UInt8], isWhole: Bool) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    for i in head.indices where head[i] == 0x0a {
      var end = i
      while end > start, head[end - 1] == 0x0d { end -= 1 }
      lines.append(Array(head[start..<end]))
      start = i + 1
    }
    if start < head.count, isWhole || lines.isEmpty { lines.append(Array(head[start...])) }
    return lines
  }
}
