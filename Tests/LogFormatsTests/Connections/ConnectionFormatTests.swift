import Foundation
import LogFormats
import MailModel
import Testing

/// Every registered format reads its own examples, and takes no other's file for its own.
struct ConnectionFormatTests {
  static let context = FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_780))

  static func outcomes<Format: ConnectionFormat>(_ format: Format.Type, _ lines: [String]) -> [(
    LineOutcome, ConnectionRecord
  )] {
    var parser = Format(context: context)
    return lines.map { line in
      var record = ConnectionRecord()
      let bytes = Array(line.utf8)
      return (parser.parse(bytes.span, into: &record), record)
    }
  }

  @Test(arguments: ConnectionFormats.all.indices)
  func examples(_ number: Int) {
    let format = ConnectionFormats.all[number]
    let found = Self.outcomes(format, format.examples.map { $0.line })
    #expect(format.examples.contains { $0.connection != nil })
    for (example, (outcome, record)) in zip(format.examples, found) {
      if let expected = example.connection {
        #expect(outcome == .event, "\(example.line)")
        #expect(record == expected, "\(example.line)")
      } else {
        #expect(outcome == .ignored, "\(example.line)")
      }
    }
  }

  @Test(arguments: ConnectionFormats.all.indices)
  func detectionByContent(_ number: Int) {
    let format = ConnectionFormats.all[number]
    let sample = LogSample(
      lines: format.examples.map { Array($0.line.utf8) }, fileName: "records", path: "records",
      modified: CivilDate(daysSinceEpoch: 20_780))
    #expect(ConnectionFormats.recognise(sample)?.identifier == format.identifier)
  }

  /// Every beginning of every example, and bytes of chance in it: no outcome is wrong, only a crash is.
  @Test(arguments: ConnectionFormats.all.indices)
  func brokenLines(_ number: Int) {
    let format = ConnectionFormats.all[number]
    var state: UInt64 = 587
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for example in format.examples {
      let bytes = Array(example.line.utf8)
      var lines = bytes.indices.map { Array(bytes[..<$0]) }
      for _ in 0..<300 {
        var broken = bytes
        for _ in 0..<3 { broken[Int(next()) % broken.count] = UInt8(truncatingIfNeeded: next()) }
        lines.append(broken)
      }
      Self.feed(format, lines)
    }
  }

  private static func feed<Format: ConnectionFormat>(_ format: Format.Type, _ lines: [[UInt8]]) {
    var parser = Format(context: context)
    var record = ConnectionRecord()
    var counted = 0
    for line in lines where LineOutcome.allCases.contains(parser.parse(line.span, into: &record)) { counted += 1 }
    #expect(counted == lines.count)
  }

  @Test func foldersAndRegistryAgree() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/LogFormats/Connections")
    let names = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.hasDirectoryPath }.map { $0.lastPathComponent + "Format" }
    #expect(Set(names) == Set(ConnectionFormats.all.map { "\($0)" }))
  }

  @Test(
    arguments: [
      ("smtp-25", 25), ("ft_587", 587), ("submission~", 587), ("fe.smtps", 465), ("mx", 25), ("web", nil),
      ("http-8080", 8080), ("smtp2", nil),
    ] as [(String, UInt16?)])
  func frontendNames(_ name: String, _ port: UInt16?) {
    let line =
      "Nov 23 17:00:05 lb haproxy[7]: 198.51.100.7:40000 [23/Nov/2026:17:00:01.250] \(name) b/s 0/0/5 1 -- 1/1/1/0/0 0/0"
    let (outcome, record) = Self.outcomes(HAProxyFormat.self, [line])[0]
    #expect(outcome == (port == nil ? .ignored : .event))
    if let port { #expect(record.serverPort == port) }
  }
}
