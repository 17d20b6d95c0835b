import ByteScanning
import Glibc
import Testing

@Suite("What kept a source from being read")
struct FileErrorTests {
  @Test("a packed log where libarchive is missing says what to install")
  func missingLibrary() {
    #expect(
      FileError.cannotOpen(path: "s20260316-00.log.bz2", errno: ELIBACC).description
        == "cannot open s20260316-00.log.bz2: it is packed, and libarchive cannot be loaded; on Debian or Ubuntu run: apt-get install libarchive13"
    )
  }
}
