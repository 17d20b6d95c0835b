import Foundation
import Testing

@testable import Analysis

/// What a state keeps, as the fuzzer's seeds have it: the first byte says of what kind it is.
@Suite("Stored bytes")
struct StoredBytesTests {
  private static func seeds() throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("fixtures/fuzz/state")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).map {
      ($0.lastPathComponent, Array(try Data(contentsOf: $0).dropFirst()))
    }
  }

  private static func again(_ name: String, _ bytes: [UInt8]) throws(EncodingFault) -> [UInt8] {
    switch name.split(separator: ".").last {
    case "counts": try Tally(encoded: bytes, seed: 1).encoded()
    case "open": try OpenSessions(encoded: bytes).encoded()
    default: try JoinDay(encoded: bytes).encoded()
    }
  }

  @Test("what was written is read and written again as it was")
  func whole() throws {
    let seeds = try StoredBytesTests.seeds().filter { !$0.name.hasPrefix("broken") && !$0.name.hasPrefix("old") }
    #expect(seeds.count >= 12)
    for (name, bytes) in seeds {
      let written = try StoredBytesTests.again(name, bytes)
      #expect(written == bytes, "\(name)")
    }
  }

  @Test("what an earlier version wrote says the same in today's form")
  func earlier() throws {
    let seeds = try StoredBytesTests.seeds()
    let old = seeds.filter { $0.name.hasPrefix("old") }
    #expect(old.count >= 12)
    for (name, bytes) in old {
      let version = name.prefix { $0 != "-" }.dropFirst(3)
      let today = try #require(seeds.first { "old\(version)-" + $0.name == name })
      #expect(bytes[0] == UInt8(version) && today.bytes[0] > bytes[0], "\(name)")
      #expect(try StoredBytesTests.again(name, bytes) == today.bytes, "\(name)")
    }
  }

  @Test("a number of something that is not there is a fault, whichever byte broke")
  func broken() throws {
    let seeds = try StoredBytesTests.seeds().filter { $0.name.hasPrefix("broken") }
    #expect(seeds.count == 2)
    for (name, bytes) in seeds {
      #expect(throws: EncodingFault.self, "\(name)") { try StoredBytesTests.again(name, bytes) }
    }
  }

  @Test("no count is so large that adding it up ends the program")
  func large() throws {
    let large: [UInt8] = [0xfe] + [UInt8](repeating: 0xff, count: 8) + [0x01]
    for (name, bytes) in try StoredBytesTests.seeds() where name.hasSuffix(".counts") && !name.hasPrefix("broken") {
      for place in bytes.indices.dropFirst() {
        let changed = Array(bytes[..<place]) + large + Array(bytes[(place + 1)...])
        guard let tally = try? Tally(encoded: changed, seed: 1) else { continue }
        var sum = Tally(limits: TallyLimits(), seed: 2)
        sum.merge(tally)
        sum.merge(tally)
        #expect(sum.encoded().count > 1)
      }
    }
  }

  @Test("bytes that end early are a fault at every place")
  func early() throws {
    for (name, bytes) in try StoredBytesTests.seeds() where !name.hasPrefix("broken") {
      for end in bytes.indices {
        #expect(throws: EncodingFault.self, "\(name), \(end) bytes") {
          try StoredBytesTests.again(name, Array(bytes[..<end]))
        }
      }
    }
  }
}
