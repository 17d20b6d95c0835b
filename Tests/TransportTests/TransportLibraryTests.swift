import Testing
import Transport

@Suite("Transport library")
struct TransportLibraryTests {
  @Test("names itself") func version() { #expect(TransportLibrary.version.hasPrefix("libcurl/")) }
}
