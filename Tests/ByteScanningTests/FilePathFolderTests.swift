import ByteScanning
import Testing

/// The folder of a path.
@Suite("Folder of a path")
struct FilePathFolderTests {
  @Test(
    "is what stands before the last slash",
    arguments: [
      ("s", ""), ("", ""), ("state.sqlite", ""), ("a/s", "a"), ("/s", "/"), ("/var/lib/s", "/var/lib"), ("./s", "."),
      ("a/", "a"),
    ])
  func folder(path: String, expected: String) { #expect(FilePath(path).folder.description == expected) }
}
