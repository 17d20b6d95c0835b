/// Lines one after the other as `LogFormat.sift` takes them, with bytes behind them that belong to nobody.
struct SampleStretch {
  var bytes: [UInt8]
  /// Where the first line begins.
  let start: Int
  var ends: [UInt32] = []

  init(_ lines: some Sequence<[UInt8]>, lineEnd: [UInt8], behind before: String = "") {
    bytes = Array(before.utf8)
    start = bytes.count
    for line in lines {
      bytes += line + lineEnd
      ends.append(UInt32(bytes.count - 1))
    }
    bytes += [UInt8](repeating: 0x31, count: 64)
  }
}
