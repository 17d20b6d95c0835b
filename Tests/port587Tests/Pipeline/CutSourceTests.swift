import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// A source that ends early keeps what was read, is marked, and the run says that it is done in part.
@Suite("Sources that end early")
struct CutSourceTests {
  /// A Postfix log whose last line is unfinished.
  private static let lines = [
    "Mar 16 08:00:01 mail postfix/submission/smtpd[811]: connect from unknown[198.51.100.7]",
    "Mar 16 08:00:02 mail postfix/submission/smtpd[811]: 3F2A1: client=unknown[198.51.100.7], sasl_method=PLAIN, "
      + "sasl_username=ana@example.com",
    "Mar 16 08:00:03 mail postfix/submission/smtpd[811]: disconnect from unknown[198.51.100.7] ehlo=2 auth=1 mail=1",
    "Mar 16 08:00:09 mail postfix/smtpd[812]: connect from unknown[203.0.113.9]",
    "Mar 16 08:00:10 mail postfix/smt",
  ]

  /// A gzip file that lacks the last 100 bytes of its only block, which is stored as it is (RFC 1951, 3.2.4).
  private static func cutGzip(_ text: String) -> Data {
    let length = UInt16(text.utf8.count + 100)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
    for number in [length, ~length] { bytes += [UInt8(number & 0xFF), UInt8(number >> 8)] }
    return Data(bytes + text.utf8)
  }

  private static func audit(_ name: String, _ bytes: Data?) async throws -> Audit.Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("port587-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try bytes?.write(to: file)
    let options = try AuditOptions.parse([file.path, "--quiet", "--utc-offset", "+00:00", "--year", "2026"])
    return try await Audit(options: options, now: Timestamp(seconds: 1_773_900_000)).run()
  }

  @Test("A gzip file that is cut after a few lines is audited")
  func cutLog() async throws {
    let result = try await Self.audit("mail.log.gz", Self.cutGzip(Self.lines.joined(separator: "\n")))
    let source = try #require(result.model.sources.first)
    #expect(result.isPartial)
    #expect(result.model.sources.count == 1)
    #expect(source.format == "postfix")
    #expect(source.compression == "gzip")
    #expect(source.lines == Self.lines.count)
    #expect(source.bytes == Self.lines.joined(separator: "\n").utf8.count)
    #expect(!source.complete)
    #expect(source.fault?.contains("ends in the middle of its compressed data") == true)
    #expect(result.model.users.map { $0.identity } == ["ana@example.com"])
  }

  /// Files that can be opened and give nothing: their heads are right, and then they stop.
  static let heads: [(name: String, compression: String, bytes: [UInt8])] = [
    ("empty.gz", "gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]),
    ("half a header.gz", "gzip", [0x1F, 0x8B, 8, 0]),
    ("half a line.gz", "gzip", Array(Self.cutGzip("Mar 16 08:"))),
    ("empty.bz2", "bzip2", [0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0, 0, 0, 0]),
    ("empty.xz", "xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4, 0xE6, 0xD6, 0xB4, 0x46]),
  ]

  @Test("A packed file without anything readable is a source that is not complete", arguments: heads)
  func nothingReadable(name: String, compression: String, bytes: [UInt8]) async throws {
    let result = try await Self.audit(name, Data(bytes))
    #expect(result.isPartial)
    #expect(result.model.sources.map { $0.complete } == [false])
    #expect(result.model.sources.map { $0.compression } == [compression])
    #expect(result.model.sources.allSatisfy { $0.fault?.isEmpty == false && $0.lines == 0 })
  }

  @Test("No input at all stays no input")
  func missing() async throws {
    let fault = await #expect(throws: AuditFault.self) { _ = try await Self.audit("none.gz", nil) }
    #expect(fault?.status == ExitStatus.noInput)
  }
}
