/// The 64-bit number that stands for the host name in the keys of sessions; remembered, for a log has few hosts.
struct HostHash: Sendable {
  private var name: [UInt8] = []
  private var value: UInt64 = 0

  /// The number of the host name in this stretch of the line.
  mutating func value(of line: borrowing Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    if end - start == name.count {
      var same = true
      for k in 0..<name.count where line[start &+ k] != name[k] {
        same = false
        break
      }
      if same { return value }
    }
    name.removeAll(keepingCapacity: true)
    for i in start..<end { name.append(line[i]) }
    value = HostHash.hash(line, from: start, to: end)
    return value
  }

  /// FNV-1a over the bytes, mixed at the end so that every bit depends on every byte; the same in every run.
  static func hash(_ line: borrowing Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in start..<end { h = (h ^ UInt64(line[i])) &* 0x100_0000_01b3 }
    h = (h ^ h >> 33) &* 0xff51_afd7_ed55_8ccd
    h = (h ^ h >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return h ^ h >> 33
  }
}
