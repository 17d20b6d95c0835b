import ByteScanning
import TestSupport
import Testing

@Suite("Packed files")
struct PackedFileTests {
  static let log = Array((0..<20_000).map { "198.51.100.7 [\($0)] >>> 250 ok\r\n" }.joined().utf8)

  /// Everything a packed file gives, faults included.
  static func readAll(
    _ path: String, limits: UnpackLimits = UnpackLimits()
  ) -> (members: [PackedMember], lines: CollectedLines, faults: [FileError], bytes: Int64) {
    var members: [PackedMember] = []
    var lines = CollectedLines()
    var faults: [FileError] = []
    var bytes: Int64 = 0
    do throws(FileError) {
      let file = try PackedFile(path: path, limits: limits)
      var isOpen = true
      while isOpen {
        do throws(FileError) {
          if let member = try file.nextMember() {
            members.append(member)
            let result = file.scan(into: &lines)
            bytes += result.bytes
            if let fault = result.fault { faults.append(fault) }
          } else {
            isOpen = false
          }
        } catch {
          faults.append(error)
        }
      }
    } catch {
      faults.append(error)
    }
    return (members, lines, faults, bytes)
  }

  @Test("compressions, under a name that says something else", arguments: ArchiveWriter.Filter.allCases)
  func compressions(_ filter: ArchiveWriter.Filter) throws {
    let folder = TemporaryFolder()
    let path = folder.place("log.\(filter == .gzip ? "zip" : "log")")
    ArchiveWriter.write(path, filter: filter, members: [("log", Self.log)])
    let kind = try PlainFile(path: path).kind
    #expect(kind.rawValue == filter.rawValue)
    let read = Self.readAll(path)
    #expect(read.members.map(\.packing) == [filter.rawValue])
    #expect(read.lines.lines.count == 20_000)
    #expect(read.lines.text.last == "198.51.100.7 [19999] >>> 250 ok")
    #expect(read.bytes == Int64(Self.log.count))
    #expect(read.faults == [])
  }

  @Test("a plain log called .gz is plain")
  func wrongExtension() throws {
    let folder = TemporaryFolder()
    let file = try PlainFile(path: folder.write("log.gz", Self.log))
    #expect(file.kind == .plain)
    var lines = CollectedLines()
    _ = file.scan(into: &lines)
    #expect(lines.lines.count == 20_000)
  }

  @Test("archives", arguments: [ArchiveWriter.Filter.none, .gzip, .zstd], [ArchiveWriter.Format.tar, .zip])
  func archives(_ filter: ArchiveWriter.Filter, _ format: ArchiveWriter.Format) throws {
    let folder = TemporaryFolder()
    let path = folder.place("logs")
    ArchiveWriter.write(
      path, filter: filter, format: format,
      members: [("a.log", Array("one\ntwo".utf8)), ("empty.log", []), ("b/c.log", Array("three\n".utf8))])
    let read = Self.readAll(path)
    if format == .zip && filter != .none {
      #expect(read.faults == [.nestedArchive(path: path)])
      #expect(read.lines.lines == [])
      return
    }
    let packing = (filter == .none ? "" : filter.rawValue + "+") + format.rawValue
    #expect(read.faults == [])
    #expect(read.members.map(\.packing) == [packing, packing, packing])
    #expect(read.members.map(\.modified) == [1_767_225_600, 1_767_225_600, 1_767_225_600])
    #expect(read.members.map(\.name) == ["a.log", "empty.log", "b/c.log"])
    #expect(read.lines.text == ["one", "two", "three"])
    #expect(read.bytes == 13)
  }

  @Test("a compressed log inside an archive is read", arguments: [ArchiveWriter.Format.tar, .zip])
  func compressedMember(_ format: ArchiveWriter.Format) throws {
    let folder = TemporaryFolder()
    let inner = folder.place("s20260101-00.log.gz")
    ArchiveWriter.write(inner, filter: .gzip, members: [("log", Self.log)])
    let packed = try PlainFile(path: inner).bytes(from: 0, count: 1 << 20)
    let path = folder.place("logs")
    ArchiveWriter.write(
      path, filter: .none, format: format,
      members: [
        ("s20260101-00.log.gz", packed), ("cut.log.gz", Array(packed.prefix(packed.count / 2))),
        ("plain.log", Array("x\n".utf8)),
      ])
    let read = Self.readAll(path)
    #expect(read.members.map(\.packing) == ["\(format.rawValue)+gzip", "\(format.rawValue)+gzip", format.rawValue])
    #expect(read.lines.lines.count >= 20_001)
    #expect(read.lines.text.last == "x")
    #expect(read.faults == [.truncatedArchive(path: "\(path)!cut.log.gz")])
  }

  @Test(
    "an archive inside an archive is refused, and what follows it is read", arguments: [ArchiveWriter.Format.tar, .zip])
  func nested(_ format: ArchiveWriter.Format) throws {
    let folder = TemporaryFolder()
    let inner = folder.place("inner")
    ArchiveWriter.write(inner, filter: .none, format: format, members: [("log", Self.log)])
    let innerBytes = try PlainFile(path: inner).bytes(from: 0, count: 1 << 24)
    let compressed = folder.place("inner.gz")
    ArchiveWriter.write(compressed, filter: .gzip, format: .tar, members: [("log", Self.log)])
    let compressedBytes = try PlainFile(path: compressed).bytes(from: 0, count: 1 << 24)
    let path = folder.place("outer")
    ArchiveWriter.write(
      path, filter: .none, format: .zip,
      members: [("inner", innerBytes), ("inner.tgz", compressedBytes), ("log", Array("x\n".utf8))])
    let read = Self.readAll(path)
    #expect(read.faults == [.nestedArchive(path: "\(path)!inner"), .nestedArchive(path: "\(path)!inner.tgz")])
    #expect(read.lines.text == ["x"])
  }

  @Test("several gzip members in one file are one log")
  func concatenated() throws {
    let folder = TemporaryFolder()
    var joined: [UInt8] = []
    for text in ["one\ntw", "o\n", "", "three\n"] {
      let part = folder.place("part")
      ArchiveWriter.write(part, filter: .gzip, members: [("log", Array(text.utf8))])
      joined += try PlainFile(path: part).bytes(from: 0, count: 4_096)
    }
    let read = Self.readAll(folder.write("log.gz", joined))
    #expect(read.lines.text == ["one", "two", "three"])
    #expect(read.faults == [])
    #expect(read.members.count == 1)
  }

  @Test(
    "a truncated file gives what it holds, then the fault", arguments: [ArchiveWriter.Filter.gzip, .bzip2, .xz, .zstd])
  func truncated(_ filter: ArchiveWriter.Filter) throws {
    var random = SplitMix(seed: 587)
    var content: [UInt8] = []
    for _ in 0..<40_000 { content += Array("250 \(random.next()) \(random.next())\r\n".utf8) }
    let folder = TemporaryFolder()
    let whole = folder.place("whole")
    ArchiveWriter.write(whole, filter: filter, members: [("log", content)])
    let bytes = try PlainFile(path: whole).bytes(from: 0, count: content.count)
    let cut = folder.write("cut", Array(bytes.prefix(bytes.count / 2)))
    let read = Self.readAll(cut)
    #expect(read.faults == [.truncatedArchive(path: cut)])
    #expect(read.lines.lines.count < 40_000)
    // bzip2 and xz work on large blocks: what lies in the block that was cut is lost.
    if filter == .gzip || filter == .zstd { #expect(read.lines.lines.count > 15_000) }
    #expect(read.lines.text.dropLast().allSatisfy { $0.hasPrefix("250 ") })
  }

  @Test("damage in the middle is a fault, not a crash", arguments: [ArchiveWriter.Filter.bzip2, .xz, .zstd])
  func damaged(_ filter: ArchiveWriter.Filter) throws {
    let folder = TemporaryFolder()
    let whole = folder.place("whole")
    ArchiveWriter.write(whole, filter: filter, members: [("log", Self.log)])
    var bytes = try PlainFile(path: whole).bytes(from: 0, count: 1 << 24)
    for index in bytes.count / 2..<bytes.count / 2 + 16 { bytes[index] ^= 0x5A }
    let read = Self.readAll(folder.write("damaged", bytes))
    #expect(read.faults.count == 1)
    #expect(read.lines.lines.count < 20_000)
  }

  @Test("a gzip file with a broken block is a fault, and what came before it is kept")
  func damagedGzip() throws {
    let folder = TemporaryFolder()
    let parts = ["first", "second"].map { name -> [UInt8] in
      let place = folder.place(name)
      ArchiveWriter.write(place, filter: .gzip, members: [("log", Array("\(name)\n".utf8))])
      return (try? PlainFile(path: place).bytes(from: 0, count: 4_096)) ?? []
    }
    var second = parts[1]
    // The first bits after the ten bytes of the header say which kind of block follows; kind 3 does not exist.
    second[10] |= 0b110
    let path = folder.write("damaged", parts[0] + second)
    let read = Self.readAll(path)
    #expect(read.faults.count == 1)
    #expect(read.lines.lines.count <= 1)
  }

  @Test("a log that begins with a hole of NUL bytes is no archive", arguments: [ArchiveWriter.Filter.none, .gzip])
  func hole(_ filter: ArchiveWriter.Filter) {
    let folder = TemporaryFolder()
    let path = folder.place("log")
    ArchiveWriter.write(
      path, filter: filter, members: [("log", [UInt8](repeating: 0, count: 4_096) + Array("\nafter\n".utf8))])
    let read = Self.readAll(path)
    #expect(read.lines.lines.map(\.count) == [4_096, 5])
    #expect(read.faults == [])
  }

  @Test("nothing packed is nothing", arguments: [ArchiveWriter.Filter.gzip, .bzip2, .xz, .zstd])
  func emptyInside(_ filter: ArchiveWriter.Filter) {
    let folder = TemporaryFolder()
    let path = folder.place("log")
    ArchiveWriter.write(path, filter: filter, members: [("log", [])])
    let read = Self.readAll(path)
    #expect(read.faults == [])
    #expect(read.members.map(\.packing) == [filter.rawValue])
    #expect(read.lines.lines == [])
    let bare = Self.readAll(folder.write("bare", []))
    #expect(bare.faults == [])
    #expect(bare.members.map(\.packing) == ["none"])
  }

  @Test("a decompression bomb is stopped by its ratio and by its size")
  func bomb() throws {
    let folder = TemporaryFolder()
    let path = folder.place("bomb.gz")
    ArchiveWriter.write(path, filter: .gzip, members: [("log", [UInt8](repeating: 0, count: 64 << 20))])
    let byRatio = Self.readAll(path, limits: UnpackLimits(ratio: 500, ratioGrace: 1 << 20))
    guard case .bombSuspected(path, _) = byRatio.faults.first else {
      Issue.record("\(byRatio.faults)")
      return
    }
    #expect(byRatio.faults.count == 1)
    #expect(byRatio.bytes < 40 << 20)
    let bySize = Self.readAll(path, limits: UnpackLimits(bytes: 3 << 20))
    #expect(bySize.faults.count == 1)
    #expect((3 << 20...4 << 20).contains(bySize.bytes))
    // The same inside a zip, where each layer for itself looks harmless.
    let layered = folder.place("bomb.zip")
    let packed = try PlainFile(path: path).bytes(from: 0, count: 1 << 20)
    ArchiveWriter.write(
      layered, filter: .none, format: .zip, members: [("a.gz", packed), ("b.log", Array("x\n".utf8))])
    let inZip = Self.readAll(layered, limits: UnpackLimits(ratio: 500, ratioGrace: 1 << 20))
    #expect(inZip.faults.count == 1)
    #expect(inZip.bytes < 40 << 20)
    // A real log is no bomb.
    let real = folder.place("real.gz")
    ArchiveWriter.write(real, filter: .gzip, members: [("log", Self.log)])
    #expect(Self.readAll(real, limits: UnpackLimits(ratio: 500, ratioGrace: 1)).faults == [])
  }

  @Test("an archive with too many members is stopped")
  func tooManyMembers() {
    let folder = TemporaryFolder()
    let path = folder.place("many.tar")
    ArchiveWriter.write(path, filter: .none, format: .tar, members: (0..<20).map { ("\($0).log", Array("x\n".utf8)) })
    let read = Self.readAll(path, limits: UnpackLimits(members: 10))
    #expect(read.lines.lines.count == 10)
    #expect(read.faults == [.bombSuspected(path: path, limit: "it has more than 10 members")])
  }

  @Test("a long line inside a packed file does not become memory")
  func longLine() {
    let folder = TemporaryFolder()
    let path = folder.place("log.gz")
    let content = Array("a\n".utf8) + [UInt8](repeating: 0x78, count: 20 << 20) + Array("\nb\n".utf8)
    ArchiveWriter.write(path, filter: .gzip, members: [("log", content)])
    let read = Self.readAll(path)
    #expect(read.lines.text == ["a", "b"])
    #expect(read.lines.overlong == [LineLimit.bytes])
    #expect(read.bytes == Int64(content.count))
  }

  @Test(
    "packings that are known and not read are named",
    arguments: [
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C] as [UInt8], "7z"), ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "rar"),
    ])
  func unsupported(_ magic: [UInt8], _ kind: String) {
    let folder = TemporaryFolder()
    let path = folder.write("logs", magic + [UInt8](repeating: 1, count: 600))
    #expect(Self.readAll(path).faults == [.unsupportedPacking(path: path, kind: kind)])
  }
}
