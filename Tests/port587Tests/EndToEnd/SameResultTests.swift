import ArgumentParser
import Foundation
import MailModel
import Reporting
import TestSupport
import Testing

@testable import port587

/// The same lines are the same report: whatever the threads, the line ends, the packing, the splitting, and the order.
@Suite("Same lines, same report")
struct SameResultTests {
  /// A fixture as the files of one folder.
  struct Log: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Files by the name they have.
    let files: [String]
    var options: [String] = []
    var isIceWarp: Bool { testDescription.contains("icewarp") }
  }

  private static let fixtures = SourceTree.root.appendingPathComponent("fixtures/logs")

  /// Every folder below `fixtures/logs` that holds logs.
  static let logs: [Log] = {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: fixtures.path)) ?? []
    let files = all.filter { $0.hasSuffix(".log") }.sorted()
    let folders = Dictionary(grouping: files) { ($0 as NSString).deletingLastPathComponent }
    return folders.sorted { $0.key < $1.key }.map { folder, files in
      Log(testDescription: folder, files: files.map { fixtures.appendingPathComponent($0).path })
    }
  }()

  private static func report(
    _ paths: [String], threads: Int = 1, pieceBytes: Int64 = AuditRunner.usualPieceBytes, _ more: [String] = []
  ) async throws -> ReportText {
    let options = ["--quiet", "--year", "2026", "--threads", "\(threads)", "--utc-offset", "-03:00"] + more
    var audit = try Audit(options: AuditOptions.parse(paths + options), now: Timestamp(seconds: 1_800_000_000))
    audit.pieceBytes = pieceBytes
    let model = try await audit.run().model
    return try ReportText(Data(JSONReport().render("report", of: model, options: ReportOptions())))
  }

  @Test("The fixtures are found, and each line of them is in one of the four boxes")
  func fixtures() async throws {
    #expect(SameResultTests.logs.count >= 8)
    for log in SameResultTests.logs {
      let report = try await SameResultTests.report(log.files)
      let sources = report.list("sources")
      #expect(sources.count + report.list("skipped").count == log.files.count, "\(log.testDescription)")
      for source in sources {
        let boxes = ["events", "ignored", "unrecognised", "malformed"].map { source[$0] as? Int ?? -1 }
        let path = try #require(source["path"] as? String)
        #expect(boxes.reduce(0, +) == source["lines"] as? Int, "\(path)")
        #expect(source["lines"] as? Int == (try SameResultTests.lineCount(path)), "\(path)")
      }
    }
  }

  @Test("CRs that hang on what came from the wire, or on every line, change nothing", arguments: [false, true])
  func carriageReturns(everywhere: Bool) async throws {
    try await LogFolder.use { folder in
      var lines = IceWarpTalk().submission(by: "ana@example.com")
      lines += IceWarpTalk(thread: "0002", port: 25).greeting
      lines += ["<<< AUTH LOGIN", ">>> 334 VXNlcm5hbWU6", "<<< *", ">>> 501 5.0.0 Authentication canceled"]
        .map { IceWarpTalk(thread: "0002").line($0) }
      lines += IceWarpTalk(thread: "0002").message(from: "printer@example.com", to: "customer@example.net")
        .map { $0.replacing("Recipient ok", with: "Recipient ok; will forward") }
      let place = try folder.write(lines, end: "\r\n")
      let usual = try await SameResultTests.report([place])
      #expect(usual.number("totals.unauthenticatedRelays") == 1)
      #expect(usual.number("totals.failedLogins") == 0)
      try folder.write(lines.map { $0 + (everywhere || $0.contains("<<< ") ? "\r" : "") }, end: "\r\n")
      let unusual = try await SameResultTests.report([place])
      #expect(try unusual.comparable == usual.comparable)
    }
  }

  /// Lines as `wc -l` counts them in the text, and an unterminated last one.
  private static func lineCount(_ path: String) throws -> Int {
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    // UTF-16 has a NUL beside every character of these logs.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { bytes.removeAll { $0 == 0 } }
    return bytes.count { $0 == 0x0A } + (bytes.isEmpty || bytes.last == 0x0A ? 0 : 1)
  }

  @Test("1, 2 and 8 threads, whole and in pieces of 200 and 7777 bytes", arguments: SameResultTests.logs)
  func threads(log: Log) async throws {
    let expected = try await SameResultTests.report(log.files)
    for pieceBytes: Int64 in [200, 7_777, AuditRunner.usualPieceBytes] {
      for threads in [1, 2, 8] {
        let other = try await SameResultTests.report(log.files, threads: threads, pieceBytes: pieceBytes)
        #expect(try other.comparable == expected.comparable, "\(threads) threads, \(pieceBytes) bytes")
        // The evidence names lines of the file, not of the piece.
        #expect(SameResultTests.evidence(other) == SameResultTests.evidence(expected), "\(threads), \(pieceBytes)")
        #expect(
          other.list("sources").map { $0["lines"] as? Int } == expected.list("sources").map { $0["lines"] as? Int })
      }
    }
  }

  private static func evidence(_ report: ReportText) -> [String] {
    report.list("users").map { user in
      ((user["evidence"] as? [[String: Any]]) ?? []).map { "\($0["line"] ?? "") \($0["source"] ?? "")" }.sorted()
        .joined(separator: ", ")
    }
  }

  @Test("LF and CR LF", arguments: SameResultTests.logs)
  func lineEnds(log: Log) async throws {
    try await LogFolder.use { folder in
      let lf = try log.files.map { try folder.write(SameResultTests.lines($0), to: "lf/" + SameResultTests.name($0)) }
      let crlf = try log.files.map {
        try folder.write(SameResultTests.lines($0), end: "\r\n", to: "crlf/" + SameResultTests.name($0))
      }
      let unfinished = try log.files.map { file in
        let text = SameResultTests.lines(file).joined(separator: "\r\n")
        return try folder.write(Data(text.utf8), to: "open/" + SameResultTests.name(file))
      }
      let expected = try await SameResultTests.report(lf)
      #expect(try await SameResultTests.report(crlf).comparable == expected.comparable)
      #expect(try await SameResultTests.report(unfinished).comparable == expected.comparable, "last line without end")
    }
  }

  @Test("Files named in the reverse order, and by their folder", arguments: SameResultTests.logs)
  func order(log: Log) async throws {
    let expected = try await SameResultTests.report(log.files)
    #expect(try await SameResultTests.report(log.files.reversed(), threads: 2).comparable == expected.comparable)
    let folders = Set(log.files.map { ($0 as NSString).deletingLastPathComponent }).sorted()
    #expect(try await SameResultTests.report(folders).comparable == expected.comparable)
  }

  @Test("A file that is named twice, linked, and linked hard counts once", arguments: SameResultTests.logs)
  func twins(log: Log) async throws {
    try await LogFolder.use { folder in
      let paths = try log.files.map {
        try folder.write(SameResultTests.lines($0), to: "logs/" + SameResultTests.name($0))
      }
      for (number, path) in paths.enumerated() {
        try FileManager.default.createSymbolicLink(atPath: folder.path("logs/z\(number)"), withDestinationPath: path)
        try FileManager.default.linkItem(atPath: path, toPath: folder.path("logs/y\(number)"))
      }
      let expected = try await SameResultTests.report(paths)
      let doubled = try await SameResultTests.report(paths + [folder.path("logs"), folder.path("logs/*")])
      #expect(try doubled.comparable == expected.comparable)
    }
  }

  @Test("Packed alone, and as members of archives", arguments: SameResultTests.logs)
  func packing(log: Log) async throws {
    try await LogFolder.use { folder in
      let plain = try log.files.map {
        try folder.write(SameResultTests.lines($0), to: "plain/" + SameResultTests.name($0))
      }
      let expected = try await SameResultTests.report(plain)
      let members = try plain.map { (SameResultTests.name($0), try Array(Data(contentsOf: URL(fileURLWithPath: $0)))) }
      for filter: ArchiveWriter.Filter in [.gzip, .bzip2, .xz, .zstd] {
        let place = folder.path("\(filter)")
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let packed = members.map { name, bytes in
          let path = "\(place)/\(name).\(filter == .gzip ? "gz" : "\(filter)")"
          ArchiveWriter.write(path, filter: filter, members: [(name, bytes)])
          return path
        }
        #expect(try await SameResultTests.report(packed, threads: 2).comparable == expected.comparable, "\(filter)")
      }
      for (filter, format) in [(ArchiveWriter.Filter.none, ArchiveWriter.Format.zip), (.none, .tar), (.gzip, .tar)] {
        let path = folder.path("\(filter)-\(format).archive")
        ArchiveWriter.write(path, filter: filter, format: format, members: members.map { ($0.0, $0.1) })
        #expect(try await SameResultTests.report([path]).comparable == expected.comparable, "\(filter) \(format)")
      }
    }
  }

  @Test("Split at chance line borders into files that follow one another", arguments: SameResultTests.logs)
  func splitting(log: Log) async throws {
    try await LogFolder.use { folder in
      let whole = try log.files.map {
        try folder.write(SameResultTests.lines($0), to: "whole/" + SameResultTests.name($0))
      }
      let expected = try await SameResultTests.report(whole)
      for round in 0..<2 {
        // Fixed, so that a red run can be had again.
        let seed = UInt64(round + 1) &* 0x9e37_79b9_7f4a_7c15
        var paths: [String] = []
        for file in log.files {
          paths += try SameResultTests.split(file, seed: seed, into: folder, below: "split\(round)", log.isIceWarp)
        }
        for order in [paths, paths.reversed(), paths.sorted { $0.hashValue < $1.hashValue }] {
          let other = try await SameResultTests.report(order, threads: 2, pieceBytes: 5_000)
          #expect(try other.comparable == expected.comparable, "seed \(seed)")
        }
      }
    }
  }

  /// Cuts a log at up to five places, and names the parts as the server's own rotation does.
  private static func split(
    _ file: String, seed: UInt64, into folder: LogFolder, below place: String, _ isIceWarp: Bool
  ) throws -> [String] {
    let all = lines(file)
    var cuts: [Int] = []
    var state = seed
    for _ in 0..<5 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      cuts.append(Int(state >> 33) % (all.count + 1))
    }
    // A part of one line, such as an answer to AUTH, cannot say what it is: six lines always can.
    var borders = [0]
    for cut in cuts.sorted() where cut >= borders[borders.count - 1] + 6 && cut + 6 <= all.count { borders.append(cut) }
    borders.append(all.count)
    let parts = zip(borders, borders.dropFirst()).map { Array(all[$0..<$1]) }
    return try parts.enumerated().map { number, part in
      let original = name(file)
      // s20260316-000.log, s20260316-001.log; mail.log.2 is older than mail.log.1, and mail.log is the newest.
      let back = parts.count - 1 - number
      let shown =
        isIceWarp
        ? original.replacingOccurrences(of: ".log", with: "\(number).log")
        : original + (back == 0 ? "" : ".\(back)")
      return try folder.write(part, to: "\(place)/\(shown)")
    }
  }

  private static func name(_ file: String) -> String { (file as NSString).lastPathComponent }

  private static func lines(_ file: String) -> [String] {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let lines = text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
    return lines.last == "" ? lines.dropLast() : lines
  }
}
