import ByteScanning
import Foundation

/// Content prints as the state keeps them: twelve bytes a line end, the lowest first.
enum PrintCoding {
  static func encoded(_ print: ContentPrint) -> Data {
    var bytes: [UInt8] = []
    for end in print.lineEnds {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: end.length >> shift))
      }
      for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: end.hash >> shift)) }
    }
    return Data(bytes)
  }

  static func decoded(_ data: Data) -> ContentPrint {
    let bytes = Array(data)
    var ends: [ContentPrint.LineEnd] = []
    for start in stride(from: 0, to: bytes.count - bytes.count % 12, by: 12) {
      var length: UInt32 = 0
      for i in 0..<4 { length |= UInt32(bytes[start + i]) << (8 * UInt32(i)) }
      var hash: UInt64 = 0
      for i in 0..<8 { hash |= UInt64(bytes[start + 4 + i]) << (8 * UInt64(i)) }
      ends.append(ContentPrint.LineEnd(length: length, hash: hash))
    }
    return ContentPrint(lineEnds: ends)
  }
}
