import ByteScanning
import CZlib
import TestSupport
import Testing

/// Gzip files that end early or break in the middle: what comes before that place is given to the last byte.
@Suite("Cut and damaged gzip files")
struct CutGzipTests {
  private static func log(_ lines: Int, seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed)
    return Array((0..<lines).map { "198.51.100.7 [\($0)] 250 \(random.next() % 100_000) ok\r\n" }.joined().utf8)
  }

  private static func gzip(_ content: [UInt8], in folder: TemporaryFolder) throws -> [UInt8] {
    let place = folder.place("whole")
    ArchiveWriter.write(place, filter: .gzip, members: [("log", content)])
    return try PlainFile(path: place).bytes(from: 0, count: content.count + 1_000)
  }

  /// What zlib makes of all these bytes in one call.
  private static func inflated(_ packed: [UInt8], room: Int) -> [UInt8] {
    var packed = packed
    return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
      unsafe packed.withUnsafeMutableBufferPointer { input in
        var stream = unsafe z_stream()
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(room)
        unsafe czlib_inflate_init_gzip(&stream)
        unsafe inflate(&stream, Z_SYNC_FLUSH)
        count = unsafe room - Int(stream.avail_out)
        unsafe inflateEnd(&stream)
      }
    }
  }

  /// The bytes that a file's lines are made of, every line ended by CR LF but an unfinished last one.
  private static func read(_ path: String) -> (bytes: Int, lines: [[UInt8]], faults: [FileError]) {
    let read = PackedFileTests.readAll(path)
    return (Int(read.bytes), read.lines.lines, read.faults)
  }

  /// How `content` begins, in lines without the blanks at their ends.
  private static func lines(_ content: some Collection<UInt8>) -> [[UInt8]] {
    content.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      Array(line.prefix(upTo: line.lastIndex { $0 != 0x0D && $0 != 0x20 }.map { $0 + 1 } ?? line.startIndex))
    }
    .enumerated().filter { !$0.element.isEmpty }.map { $0.element }
  }

  @Test("cut anywhere: what zlib can give is given, and the cut is told", arguments: [3, 40, 1_500, 60_000])
  func cutAnywhere(lineCount: Int) throws {
    let folder = TemporaryFolder()
    let content = Self.log(lineCount, seed: 587)
    let packed = try Self.gzip(content, in: folder)
    let steps = packed.count < 400 ? packed.count : 40
    var last = 0
    for step in 0..<steps {
      let length = max(3, packed.count * step / steps)
      let path = folder.write("cut.gz", Array(packed.prefix(length)))
      let expected = Self.inflated(Array(packed.prefix(length)), room: content.count)
      let read = Self.read(path)
      #expect(read.bytes == expected.count, "cut at \(length) of \(packed.count)")
      #expect(read.lines == Self.lines(content.prefix(read.bytes)), "cut at \(length) of \(packed.count)")
      #expect(read.faults == [.truncatedArchive(path: path)], "cut at \(length) of \(packed.count)")
      #expect(read.bytes >= last)
      last = read.bytes
    }
    // All but what the last fortieth and the check sum hold.
    #expect(last > content.count * 9 / 10)
    let trailer = Self.read(folder.write("cut.gz", Array(packed.dropLast())))
    #expect(trailer.bytes == content.count)
    #expect(trailer.faults.count == 1)
    #expect(Self.read(folder.write("cut.gz", packed)).faults == [])
  }

  @Test("cut in the second gzip member, its header included", arguments: [20, 30_000])
  func secondMember(lineCount: Int) throws {
    let folder = TemporaryFolder()
    let contents = [Self.log(lineCount, seed: 25), Self.log(lineCount, seed: 465)]
    let packed = try contents.map { try Self.gzip($0, in: folder) }
    let both = contents[0] + contents[1]
    for length in Array(1..<20) + stride(from: 20, to: packed[1].count, by: max(1, packed[1].count / 10)) {
      let path = folder.write("cut.gz", packed[0] + packed[1].prefix(length))
      let expected = contents[0].count + Self.inflated(Array(packed[1].prefix(length)), room: contents[1].count).count
      let read = Self.read(path)
      #expect(read.bytes == expected, "cut at \(length) of the second")
      #expect(read.lines == Self.lines(both.prefix(read.bytes)))
      #expect(read.faults == [.truncatedArchive(path: path)], "cut at \(length) of the second")
    }
    let whole = Self.read(folder.write("whole.gz", packed[0] + packed[1]))
    #expect(whole.bytes == both.count)
    #expect(whole.faults == [])
  }

  @Test("what follows a gzip file and is none is passed over", arguments: [[0], [0x1F, 0x8C], Array("tail".utf8)])
  func garbage(tail: [UInt8]) throws {
    let folder = TemporaryFolder()
    let content = Self.log(20, seed: 1)
    let read = Self.read(folder.write("log.gz", try Self.gzip(content, in: folder) + tail))
    #expect(read.bytes == content.count)
    #expect(read.faults == [])
  }

  @Test("damage in the middle keeps all that zlib gives before it", arguments: [400, 40_000])
  func damage(lineCount: Int) throws {
    let folder = TemporaryFolder()
    let content = Self.log(lineCount, seed: 9)
    let packed = try Self.gzip(content, in: folder)
    var second = packed
    // The first bits after the ten bytes of the header say which kind of block follows; kind 3 does not exist.
    second[10] |= 0b110
    let path = folder.write("damaged.gz", packed + second)
    let read = Self.read(path)
    #expect(read.bytes == content.count)
    #expect(read.lines == Self.lines(content))
    #expect(read.faults == [.corruptArchive(path: path, detail: "invalid block type")])

    // So much noise does not unpack by chance.
    var broken = packed
    var random = SplitMix(seed: 7)
    for index in packed.count / 2..<packed.count * 3 / 4 { broken[index] = UInt8(truncatingIfNeeded: random.next()) }
    let midway = Self.read(folder.write("broken.gz", broken))
    #expect(midway.bytes == Self.inflated(broken, room: content.count * 2).count)
    #expect(midway.bytes > content.count / 4)
    #expect(midway.lines.starts(with: Self.lines(content.prefix(content.count / 4)).dropLast()))
    #expect(midway.faults.count == 1)
  }

  @Test("the head shows what is recovered, and says why there is no more")
  func head() throws {
    let folder = TemporaryFolder()
    let content = Self.log(100, seed: 3)
    let packed = try Self.gzip(content, in: folder)
    let file = try PackedFile(path: folder.write("cut.gz", Array(packed.dropLast(8))))
    let member = try #require(try file.nextMember())
    #expect(member == PackedMember(name: "", packing: "gzip"))
    #expect(file.head(65_536) == content)
    #expect(file.fault == .truncatedArchive(path: file.path.description))
    var lines = CollectedLines()
    #expect(file.scan(into: &lines).bytes == Int64(content.count))
    #expect(lines.lines.count == 100)
    #expect(try file.nextMember() == nil)
  }

  @Test("a cut archive inside gzip gives the members before the cut and the begin of the last")
  func tarInside() throws {
    let folder = TemporaryFolder()
    let place = folder.place("whole.tgz")
    let members = [("a.log", Self.log(50, seed: 1)), ("b.log", Self.log(600, seed: 2))]
    ArchiveWriter.write(place, filter: .gzip, format: .tar, members: members)
    let packed = try PlainFile(path: place).bytes(from: 0, count: 1 << 20)
    let path = folder.write("cut.tgz", Array(packed.prefix(packed.count / 2)))
    let read = PackedFileTests.readAll(path)
    #expect(read.members.map(\.name) == ["a.log", "b.log"])
    #expect(read.lines.lines.count > 150)
    #expect(read.faults == [.truncatedArchive(path: path)])
  }

  @Test("a compressed file inside a cut one is refused all the same")
  func nested() throws {
    let folder = TemporaryFolder()
    let inner = try Self.gzip(Self.log(500, seed: 4), in: folder)
    let outer = try Self.gzip(inner, in: folder)
    let path = folder.write("cut.gz", Array(outer.prefix(outer.count - 40)))
    #expect(Self.read(path).faults == [.nestedArchive(path: path)])
  }

  @Test("the limits hold for what is recovered")
  func limits() throws {
    let folder = TemporaryFolder()
    let packed = try Self.gzip([UInt8](repeating: 0x0A, count: 60_000), in: folder)
    let path = folder.write("cut.gz", Array(packed.dropLast(8)))
    let bySize = PackedFileTests.readAll(path, limits: UnpackLimits(bytes: 1_000))
    guard case .bombSuspected(path, _) = bySize.faults.first else {
      Issue.record("\(bySize.faults)")
      return
    }
    let byRatio = PackedFileTests.readAll(path, limits: UnpackLimits(ratio: 20, ratioGrace: 1_000))
    #expect(byRatio.faults.count == 1)
    #expect(PackedFileTests.readAll(path).faults == [.truncatedArchive(path: path)])
  }
}
