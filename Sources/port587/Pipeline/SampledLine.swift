import MailModel

/// A line of a log, as it is looked for in other logs.
struct SampledLine: Sendable, Equatable {
  /// Of its bytes, without what may stand at the end of a line.
  var hash: UInt64
  /// Its local time; of a file without days only the time of day counts.
  var local: Int64

  init(hash: UInt64, local: Int64) {
    self.hash = hash
    self.local = local
  }

  init(_ line: borrowing Span<UInt8>, _ time: LogTime) {
    self.init(hash: SampledLine.hash(of: line), local: time.local)
  }

  /// The hash of a line (FNV-1a, 64 bits); spaces and CRs at its end, which copying may add or take away, are left out.
  static func hash(of line: borrowing Span<UInt8>) -> UInt64 {
    var end = line.count
    while end > 0, line[end - 1] == 0x20 || line[end - 1] == 0x0D { end -= 1 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var i = 0
    while i < end {
      hash = (hash ^ UInt64(line[i])) &* 0x100_0000_01b3
      i += 1
    }
    return hash
  }
}
