import CNewlines
import Testing

@testable import ByteScanning

/// Line feeds by words against line feeds byte by byte.
@Suite("Places of line feeds")
struct NewlineIndexTests {
  /// LF, and what a careless comparison takes for it: its neighbours, the same with the high bit, NUL and all bits.
  private static let bytes: [UInt8] = [0x0A, 0x0A, 0x09, 0x0B, 0x8A, 0x00, 0xFF, 0x80, 0x0D, 0x41, 0x2A, 0x1A]

  private static func places(_ content: [UInt8], _ range: Range<Int>) -> [Int] {
    var table = [UInt32](repeating: 0, count: NewlineIndex.stride + NewlineIndex.slack)
    let padded = content + [UInt8](repeating: 0x0A, count: NewlineIndex.padding)
    let count = unsafe padded.withUnsafeBytes { content in
      unsafe table.withUnsafeMutableBufferPointer { table in
        guard let base = content.baseAddress, let first = table.baseAddress else { return 0 }
        return unsafe NewlineIndex.collect(base, from: range.lowerBound, to: range.upperBound, into: first)
      }
    }
    return table[..<count].map { Int($0) }
  }

  @Test("each one in ascending order, none before, behind or beside", arguments: [0, 1, 63, 64, 65, 1_000, 16_384])
  func collected(length: Int) {
    var random = SplitMix(seed: UInt64(length) + 587)
    for round in 0..<20 {
      let content = (0..<length + 70).map { _ in
        round == 0 ? 0x0A : Self.bytes[Int(random.next() % UInt64(Self.bytes.count))]
      }
      let start = Int(random.next() % 70)
      let range = start..<start + length
      #expect(Self.places(content, range) == range.filter { content[$0] == 0x0A })
    }
  }

  @Test("every byte value at every place, with what the processor has and without")
  func everyByte() {
    for place in 0..<64 {
      for value in UInt8.min...UInt8.max {
        var block = [UInt8](repeating: 0x20, count: 64)
        block[place] = value
        let expected = value == 0x0A ? [UInt32(place)] : []
        for way in Way.allCases { #expect(Self.found(block, by: way) == expected, "\(way), byte \(value) at \(place)") }
      }
    }
  }

  /// The ways to find them, of which a processor uses one by itself.
  private enum Way: CaseIterable { case best, baseline, portable }

  private static func found(_ block: [UInt8], by way: Way) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: 66)
    let count = unsafe block.withUnsafeBytes { block in
      unsafe table.withUnsafeMutableBufferPointer { table in
        guard let base = block.baseAddress, let first = table.baseAddress else { return 0 }
        return switch way {
        case .best: unsafe cnewlines_collect(base, 0, 64, first)
        case .baseline: unsafe cnewlines_collect_baseline(base, 0, 64, first)
        case .portable: unsafe cnewlines_collect_portable(base, 0, 64, first)
        }
      }
    }
    return Array(table[..<count])
  }
}
