import ByteScanning
import Foundation
import Testing

@Suite("Links to a file")
struct FilePathLinkTests {
  @Test("every name of a file leads to the same place, also of one that is not there yet", arguments: [true, false])
  func names(exists: Bool) throws {
    let folder = TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(atPath: folder.place("real"), withIntermediateDirectories: true)
    if exists { try Data().write(to: URL(fileURLWithPath: folder.place("real/file"))) }
    for (link, target) in [("a", "real/file"), ("b", "a"), ("d", folder.place("real")), ("c", folder.place("d/file"))] {
      try files.createSymbolicLink(atPath: folder.place(link), withDestinationPath: target)
    }
    let place = FilePath(folder.place("real")).followingLinks().appending("file")
    for name in ["real/file", "a", "b", "c", "d/file", "d/../real/file"] {
      #expect(FilePath(folder.place(name)).followingLinks() == place, "\(name)")
    }
  }

  @Test("what leads nowhere stays as it is")
  func nowhere() throws {
    let folder = TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.place("x"), withDestinationPath: "y")
    try FileManager.default.createSymbolicLink(atPath: folder.place("y"), withDestinationPath: "x")
    for path in [FilePath(folder.place("x")), FilePath(folder.place("none/file")), "", "/"] {
      #expect(path.followingLinks() == path)
    }
  }
}
