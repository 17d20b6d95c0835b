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

  @Test func whatIsInTheWayIsSaid() throws {
    #expect(throws: WriteFault.self) { try ReplacingFile(path: "\(folder.path)/missing/report.html") }
    do throws(WriteFault) {
      try ReplacingFile(path: folder.path).finish()
      Issue.record("a folder was replaced")
    } catch {
      #expect(error.description == "something else of that name is in the way")
    }
  }
}
