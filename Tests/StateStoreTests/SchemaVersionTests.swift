import StateStore
import Testing

@Suite("Schema version")
struct SchemaVersionTests {
  @Test("begins at one") func first() { #expect(SchemaVersion.current >= 1) }
}
