import Foundation
import FuzzTargets
import Testing

/// The inputs that the fuzzer begins with, among them those that once broke something.
@Suite("Inputs of the fuzzer")
struct FuzzSeedTests {
  private static let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("fixtures/fuzz")

  @Test("nothing contradicts itself", arguments: FuzzTargets.names)
  func seeds(name: String) throws {
    let target = try #require(FuzzTargets.named(name))
    let folder = FuzzSeedTests.fixtures.appendingPathComponent(target.seeds)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try target.feed(bytes) }
      // Cut anywhere, an input is another one.
      for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 8)) {
        #expect(throws: Never.self, "\(file.lastPathComponent), \(count) bytes") {
          try target.feed(Array(bytes.prefix(count)))
        }
      }
    }
  }

  @Test("every folder of inputs belongs to a target")
  func folders() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: FuzzSeedTests.fixtures.path)
    #expect(folders.sorted() == FuzzTargets.names.compactMap { FuzzTargets.named($0)?.seeds }.sorted())
  }
}
