import ByteScanning
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Names and kinds of files")
struct FileSystemTests {
  @Test("a name that is no UTF-8 is listed, opened and read")
  func oddName() throws {
    let folder = TemporaryFolder()
    let name: [UInt8] = [0xFF, 0x0A, 0xC3, 0x2E, 0x6C, 0x6F, 0x67]
    let path = FilePath(folder.path).appending(FilePath(bytes: name))
    let systemName = path.bytes.map { CChar(bitPattern: $0) } + [0]
    let descriptor = unsafe open(systemName, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    defer { unsafe unlink(systemName) }
    #expect(try DirectoryListing(of: FilePath(folder.path)).names == [FilePath(bytes: name)])
    #expect(try PlainFile(path: path).size == 0)
    #expect(path.description.hasSuffix("/\u{FFFD}\n\u{FFFD}.log"))
    #expect(path.lastComponent == FilePath(bytes: name))
  }

  @Test(
    "a FIFO is a stream, packed or not", arguments: [ArchiveWriter.Filter.none, .gzip],
    [ArchiveWriter.Format.raw, .tar, .zip])
  func fifo(_ filter: ArchiveWriter.Filter, _ format: ArchiveWriter.Format) throws {
    if format == .zip && filter != .none { return }
    let folder = TemporaryFolder()
    let packed = folder.place("packed")
    ArchiveWriter.write(packed, filter: filter, format: format, members: [("a.log", Array("one\r\ntwo\n".utf8))])
    let content = try PlainFile(path: packed).bytes(from: 0, count: 1 << 20)
    let place = folder.place("fifo")
    try #require(unsafe mkfifo(place, 0o600) == 0)
    #expect(try FileStatus(of: FilePath(place)).kind == .pipe)
    #expect(throws: FileError.notReadableKind(path: place)) { try PlainFile(path: place) }
    try #require(content.count < 60_000)
    // Both ends wait for one another at opening, so the writer needs a thread of its own.
    Thread.detachNewThread {
      let writer = unsafe open(place, O_WRONLY)
      _ = unsafe content.withUnsafeBytes { unsafe write(writer, $0.baseAddress, $0.count) }
      close(writer)
    }
    let file = try PackedFile(path: place)
    let member = try file.nextMember()
    var lines = CollectedLines()
    let result = file.scan(into: &lines)
    #expect(lines.text == ["one", "two"])
    #expect(result == ScanResult(bytes: 9))
    #expect(try file.nextMember() == nil)
    let parts = (filter == .none ? [] : [filter.rawValue]) + (format == .raw ? [] : [format.rawValue])
    #expect(member?.packing == (parts.isEmpty ? "none" : parts.joined(separator: "+")))
  }

  @Test(
    "sniffing",
    arguments: [
      ([], FileKind.plain), ([0x1F, 0x8B, 0x08], .gzip), ([0x1F, 0x8B], .plain),
      (Array("BZh9 is how it began".utf8), .plain),
      (Array("PK\u{03}\u{04}".utf8), .zip), (Array("198.51.100.7 [0001]".utf8), .plain),
      ([UInt8](repeating: 0, count: 1_024), .plain), ([UInt8](repeating: 0x30, count: 1_024), .plain),
    ] as [([UInt8], FileKind)])
  func sniffing(_ head: [UInt8], _ kind: FileKind) {
    #expect(FileKind.sniff(head) == kind)
  }
}
