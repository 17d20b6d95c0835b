/// Turns UTF-16 into UTF-8 piece by piece; halves that lack their other half become U+FFFD.
struct UTF16Transcoder {
  private let isLittleEndian: Bool
  /// The first byte of a pair whose second one comes with the next piece.
  private var pendingByte: UInt8?
  /// A high surrogate whose low one comes with the next piece.
  private var pendingHigh: UInt32?

  init(encoding: TextEncoding) {
    isLittleEndian = encoding != .utf16BigEndian
  }

  /// The text of `bytes`, and of what was left before.
  mutating func transcode(_ bytes: [UInt8]) -> [UInt8] {
    let capacity = bytes.count / 2 * 3 + 16
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      filled = unsafe transcode(bytes[...], into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Writes the text of `bytes` to `room` and says how long it is.
  ///
  /// `room` needs three bytes for every two of `bytes`, and nine more for halves left by the piece before.
  @unsafe mutating func transcode(_ bytes: ArraySlice<UInt8>, into room: UnsafeMutableRawBufferPointer) -> Int {
    precondition(room.count >= bytes.count / 2 * 3 + 9)
    var written = 0
    var index = bytes.startIndex
    if let first = pendingByte, index < bytes.endIndex {
      pendingByte = nil
      let second = bytes[index]
      index += 1
      unsafe take(isLittleEndian ? (first, second) : (second, first), room, &written)
    }
    while index + 1 < bytes.endIndex {
      let first = bytes[index]
      let second = bytes[index + 1]
      index += 2
      unsafe take(isLittleEndian ? (first, second) : (second, first), room, &written)
    }
    if index < bytes.endIndex { pendingByte = bytes[index] }
    return written
  }

  /// How many bytes wait for those that make them whole.
  var waitingBytes: Int { (pendingByte == nil ? 0 : 1) + (pendingHigh == nil ? 0 : 2) }

  /// Writes U+FFFD for a half that is still waiting at the end of the text.
  @unsafe mutating func finish(into room: UnsafeMutableRawBufferPointer) -> Int {
    guard pendingByte != nil || pendingHigh != nil else { return 0 }
    pendingByte = nil
    pendingHigh = nil
    var written = 0
    unsafe put(0xFFFD, room, &written)
    return written
  }

  @inline(__always)
  private mutating func take(
    _ pair: (low: UInt8, high: UInt8), _ room: UnsafeMutableRawBufferPointer, _ written: inout Int
  ) {
    let unit = UInt32(pair.high) << 8 | UInt32(pair.low)
    if unit < 0x80, pendingHigh == nil {
      unsafe room[written] = pair.low
      written += 1
      return
    }
    if let high = pendingHigh {
      pendingHigh = nil
      if (0xDC00...0xDFFF).contains(unit) {
        unsafe put(0x1_0000 + ((high - 0xD800) << 10) + (unit - 0xDC00), room, &written)
        return
      }
      unsafe put(0xFFFD, room, &written)
    }
    switch unit {
    case 0xD800...0xDBFF: pendingHigh = unit
    case 0xDC00...0xDFFF: unsafe put(0xFFFD, room, &written)
    default: unsafe put(unit, room, &written)
    }
  }

  private func put(_ scalar: UInt32, _ room: UnsafeMutableRawBufferPointer, _ written: inout Int) {
    func byte(_ value: UInt32) {
      unsafe room[written] = UInt8(truncatingIfNeeded: value)
      written += 1
    }
    switch scalar {
    case ..<0x80:
      byte(scalar)
    case ..<0x800:
      byte(0xC0 | scalar >> 6)
      byte(0x80 | scalar & 0x3F)
    case ..<0x1_0000:
      byte(0xE0 | scalar >> 12)
      byte(0x80 | scalar >> 6 & 0x3F)
      byte(0x80 | scalar & 0x3F)
    default:
      byte(0xF0 | scalar >> 18)
      byte(0x80 | scalar >> 12 & 0x3F)
      byte(0x80 | scalar >> 6 & 0x3F)
      byte(0x80 | scalar & 0x3F)
    }
  }
}
