import ByteScanning
import Glibc
import Testing

@Suite("A file that is put in place when it is whole")
struct ReplacingFileTests {
  private let folder = TemporaryFolder()

  private func content(_ place: String) -> [UInt8]? {
    let descriptor = unsafe open(place, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    return Array(bytes.prefix(count))
  }

  @Test func theOldFileStaysUntilTheNewOneIsWhole() throws {
    let place = folder.write("report.html", Array("old".utf8))
    let long = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    let file = try ReplacingFile(path: place)
    try file.write(long)
    #expect(content(place) == Array("old".utf8))
    try file.write([1, 2, 3])
    try file.finish()
    #expect(content(place) == long + [1, 2, 3])
    var status = stat()
    let answer = unsafe stat(place, &status)
    let mode = status.st_mode & 0o777
    #expect(answer == 0 && mode == 0o600)
  }

  @Test func nothingIsLeftOfAFileThatWasGivenUp() throws {
    let place = folder.place("report.json")
    do {
      let file = try ReplacingFile(path: place)
      try file.write([1])
    }
    #expect(try DirectoryListing(of: FilePath(folder.path)).names.isEmpty)
  }

  /// Who may read a file before it is replaced, what it is replaced with, and who may read it then.
  @Test(arguments: [
    (0o666, FileAccess.ownerOnly, 0o600), (0o600, FileAccess.readableByAll, 0o644), (0o640, nil, 0o640),
    (0o755, nil, 0o755),
  ])
  func accessIsThatOfTheNewFileOrKept(before: UInt32, access: FileAccess?, after: UInt32) throws {
    let place = folder.write("list.dat", Array("old".utf8))
    #expect(unsafe chmod(place, before) == 0)
    let kept = try #require(FileAccess(of: FilePath(place)))
    try ReplacingFile.put(Array("new".utf8), at: place, access: access ?? kept)
    #expect(content(place) == Array("new".utf8))
    var status = stat()
    #expect(unsafe stat(place, &status) == 0)
    #expect(status.st_mode & 0o7777 == after)
    #expect(FileAccess(of: FilePath("\(folder.path)/missing")) == nil)
  }

  @Test func whatIsNoFileIsNotReplaced() throws {
    let place = folder.place("pipe")
    #expect(unsafe mkfifo(place, 0o600) == 0)
    #expect(throws: WriteFault.self) { try ReplacingFile(path: place) }
    #expect(try FileStatus(of: FilePath(place)).kind == .pipe)
  }

  @Test func whatIsInTheWayIsSaid() throws {
    do throws(WriteFault) {
      _ = try ReplacingFile(path: "\(folder.path)/missing/report.html")
      Issue.record("a file was made in a folder that is not there")
    } catch {
      #expect(error.description == "its folder is not there")
    }
    do throws(WriteFault) {
      try ReplacingFile(path: folder.path).finish()
      Issue.record("a folder was replaced")
    } catch {
      #expect(error.description == "something else of that name is in the way")
    }
  }
}
