import TestSupport
import Testing

@testable import ByteScanning

/// Packed logs that are long enough to be unpacked by a thread of their own.
@Suite("Reading ahead")
struct ReadAheadTests {
  /// Gives numbered bytes, some at a time, and then a fault.
  private final class Numbers: ByteSource {
    let length: Int
    let step: Int
    private var position = 0
    private(set) var fault: FileError?

    init(length: Int, step: Int) {
      self.length = length
      self.step = step
    }

    static func byte(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: place &* 167 &+ place >> 9) }

    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
      let count = min(room.count, step, length - position)
      for i in 0..<count { unsafe room[i] = Self.byte(position + i) }
      position += count
      if count == 0 { fault = .truncatedArchive(path: "numbers") }
      return count
    }
  }

  /// Reads `count` bytes in rooms of `size` bytes; whether all of them were right, and how many there were.
  private static func read(_ source: ReadAheadSource, _ count: Int, size: Int) -> (isRight: Bool, count: Int) {
    var room = [UInt8](repeating: 0, count: size)
    var place = 0
    var isRight = true
    while place < count {
      let got = unsafe room.withUnsafeMutableBytes { unsafe source.read(into: $0) }
      if got == 0 { break }
      for i in 0..<got where room[i] != Numbers.byte(place + i) { isRight = false }
      place += got
    }
    return (isRight, place)
  }

  @Test(
    "every byte once, in order, and the fault behind the last one",
    arguments: [0, 1, ReadAheadSource.threshold, ReadAheadSource.threshold + 1, 5 * ReadAheadSource.threshold + 77],
    [(step: 65_536, size: 262_144), (step: 1 << 20, size: 10_000)])
  func wholeSource(length: Int, sizes: (step: Int, size: Int)) {
    let source = ReadAheadSource(Numbers(length: length, step: sizes.step))
    let read = Self.read(source, .max, size: sizes.size)
    #expect(read.isRight)
    #expect(read.count == length)
    #expect(Self.read(source, .max, size: 10).count == 0, "the end stays the end")
    #expect(source.fault == .truncatedArchive(path: "numbers"))
  }

  @Test("who stops early leaves no thread behind", arguments: [0, 1, 3, 8])
  func abandoned(blocks: Int) {
    for _ in 0..<20 {
      let source = ReadAheadSource(Numbers(length: .max, step: 65_536))
      let wanted = ReadAheadSource.threshold + blocks * ReadAheadRing.blockSize
      #expect(Self.read(source, wanted, size: 262_144) == (true, wanted))
    }
  }

  @Test("every compression gives the lines of the plain log", arguments: ArchiveWriter.Filter.allCases)
  func compressions(_ filter: ArchiveWriter.Filter) throws {
    let folder = TemporaryFolder()
    let path = folder.place("log")
    let content = Array((0..<60_000).map { "198.51.100.7 [\($0)] >>> 250 ok\r\n" }.joined().utf8)
    #expect(content.count > 3 * ReadAheadSource.threshold)
    ArchiveWriter.write(path, filter: filter, members: [("log", content)])
    let read = PackedFileTests.readAll(path)
    #expect(read.lines.text == (0..<60_000).map { "198.51.100.7 [\($0)] >>> 250 ok" })
    #expect(read.bytes == Int64(content.count))
    #expect(read.faults == [])
  }
}
