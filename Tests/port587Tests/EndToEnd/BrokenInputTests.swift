import ArgumentParser
import Foundation
import MailModel
import TestSupport
import Testing

@testable import port587

/// Files that are empty, cut, damaged, not text, or change while they are read: nothing is lost silently, nothing ends the program.
@Suite("Broken input")
struct BrokenInputTests {
  private static let whole = IceWarpTalk().submission(by: "ana@example.com")

  private static func report(_ folder: LogFolder, _ arguments: [String]) throws -> (ReportText, ProgramRun) {
    let run = try ProgramRun(["audit", "--json"] + arguments, folder: folder.url)
    return (try ReportText(run.output), run)
  }

  @Test("An empty file is a source of no lines")
  func empty() async throws {
    try await LogFolder.use { folder in
      try folder.write(Data(), to: LogFolder.monday)
      let (report, run) = try BrokenInputTests.report(folder, [LogFolder.monday])
      #expect(run.status == 0)
      #expect(report.list("sources").map { $0["lines"] as? Int } == [0])
      #expect(report.list("sources").map { $0["complete"] as? Bool } == [true])
    }
  }

  @Test("A file of one newline has no format, and beside a log it is named as skipped")
  func newline() async throws {
    try await LogFolder.use { folder in
      try folder.write([""], to: "newline.log")
      #expect(try ProgramRun(["audit", "newline.log"], folder: folder.url).status == 65)
      try folder.write(BrokenInputTests.whole)
      let (report, run) = try BrokenInputTests.report(folder, ["."])
      #expect(run.status == 0)
      #expect(report.list("skipped").count == 1)
      #expect(report.identities == ["ana@example.com"])
    }
  }

  @Test("NUL bytes of a sparse hole are one bad line, and the lines around it count", arguments: [1, 4_096, 3_000_000])
  func hole(bytes: Int) async throws {
    try await LogFolder.use { folder in
      let first = BrokenInputTests.whole
      let second = IceWarpTalk(thread: "0002").submission(by: "bia@example.com")
      var data = Data(first.map { $0 + "\r\n" }.joined().utf8)
      data += Data(count: bytes) + Data("\r\n".utf8)
      data += Data(second.map { $0 + "\r\n" }.joined().utf8)
      try folder.write(data, to: LogFolder.monday)
      let (report, run) = try BrokenInputTests.report(folder, [LogFolder.monday])
      #expect(run.status == 0, "\(run.notes)")
      #expect(report.identities == ["ana@example.com", "bia@example.com"])
      let source = try #require(report.list("sources").first)
      #expect(source["lines"] as? Int == first.count + second.count + 1)
      #expect((source["unrecognised"] as? Int ?? 0) + (source["malformed"] as? Int ?? 0) == 1)
      #expect(!run.output.contains(0))
    }
  }

  @Test("A line cut off at any byte ends neither the program nor the lines after it", arguments: [0, 3, 15, 17, 20])
  func cutLine(line: Int) async throws {
    try await LogFolder.use { folder in
      let text = BrokenInputTests.whole[line]
      for length in 0..<text.utf8.count {
        let talk = IceWarpTalk(thread: "0002")
        try folder.write(
          BrokenInputTests.whole + [String(text.prefix(length))] + talk.submission(by: "bia@example.com"),
          to: "\(length)/\(LogFolder.monday)")
      }
      let options = try AuditOptions.parse([folder.url.path, "--quiet", "--utc-offset", "Z"])
      let model = try await Audit(options: options, now: Timestamp(seconds: 1_800_000_000)).run().model
      #expect(model.users.map { $0.identity } == ["ana@example.com", "bia@example.com"])
      for source in model.sources {
        #expect(source.lines == source.events + source.ignored + source.unrecognised + source.malformed)
      }
    }
  }

  @Test("A gz file cut in the middle: its begin is kept, and the run is done in part")
  func cutArchive() async throws {
    try await LogFolder.use { folder in
      let lines = (0..<2_000).flatMap { number in
        IceWarpTalk(thread: String(format: "%04X", number), helo: "PC-\(number &* 7919)").submission(
          by: "ana@example.com")
      }
      let path = folder.path("s20260316-00.log.gz")
      ArchiveWriter.write(path, filter: .gzip, members: [("log", Array(lines.map { $0 + "\n" }.joined().utf8))])
      let packed = try Data(contentsOf: URL(fileURLWithPath: path))
      try folder.write(packed.prefix(packed.count / 2), to: "s20260316-00.log.gz")
      let (report, run) = try BrokenInputTests.report(folder, ["s20260316-00.log.gz"])
      #expect(run.status == 3)
      #expect(run.notes.contains("s20260316-00.log.gz"))
      let source = try #require(report.list("sources").first)
      #expect(source["complete"] as? Bool == false)
      #expect(source["lines"] as? Int ?? 0 > lines.count / 4)
      #expect(report.identities == ["ana@example.com"])
      #expect(report.warnings.contains("incompleteSource"))
    }
  }

  @Test("Several gz members in one file, and suffixes that lie")
  func members() async throws {
    try await LogFolder.use { folder in
      var packed: [Data] = []
      for part in [BrokenInputTests.whole, IceWarpTalk(thread: "0002").submission(by: "bia@example.com")] {
        ArchiveWriter.write(
          folder.path("part"), filter: .gzip, members: [("log", Array(part.map { $0 + "\n" }.joined().utf8))])
        packed.append(try Data(contentsOf: URL(fileURLWithPath: folder.path("part"))))
      }
      try FileManager.default.removeItem(atPath: folder.path("part"))
      try folder.write(packed[0] + packed[1], to: "a/s20260316-00.log")
      let (report, run) = try BrokenInputTests.report(folder, ["a"])
      #expect(run.status == 0)
      #expect(report.identities == ["ana@example.com", "bia@example.com"])
      #expect(report.list("sources").first?["compression"] as? String == "gzip")
      try folder.write(BrokenInputTests.whole, to: "b/s20260316-00.log.gz")
      let (plain, _) = try BrokenInputTests.report(folder, ["b"])
      #expect(plain.identities == ["ana@example.com"])
      #expect(plain.list("sources").first?["compression"] as? String == "none")
    }
  }

  @Test("A link to nothing and a folder called as a log, beside a log")
  func unreadable() async throws {
    try await LogFolder.use { folder in
      try folder.write(BrokenInputTests.whole)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("s20260315-00.log"), withDestinationPath: folder.path("gone"))
      try folder.write([], to: "s20260317-00.log/.keep")
      let (named, run) = try BrokenInputTests.report(folder, ["s20260315-00.log", LogFolder.monday])
      #expect(run.status == 3)
      #expect(run.notes.contains("s20260315-00.log"))
      #expect(named.identities == ["ana@example.com"])
      let (found, _) = try BrokenInputTests.report(folder, ["."])
      #expect(found.identities == ["ana@example.com"])
    }
  }

  @Test("A log that grows and is cut while it is read")
  func growing() async throws {
    try await LogFolder.use { folder in
      let lines = (0..<3_000).flatMap { number in
        IceWarpTalk(thread: String(format: "%04X", number)).submission(by: "ana@example.com")
      }
      try folder.write(lines)
      // The other hand appends lines all the while, then cuts the file as copytruncate does.
      let grow = try ProgramRun(
        shell: """
          (for i in {1..200}; do echo "198.51.100.9    [FF00] 12:00:00 <<< NOOP"; done >> \(LogFolder.monday)) &
          "$PORT587" audit \(LogFolder.monday) --json --threads 2; status=$?; wait; exit $status
          """, folder: folder.url)
      #expect(grow.status == 0, "\(grow.notes)")
      let report = try ReportText(grow.output)
      #expect(report.number("totals.authenticatedSessions") == 3_000)
      let cut = try ProgramRun(
        shell: """
          for round in 1 2 3 4 5; do
            cp \(LogFolder.monday) live.log
            (sleep 0.0$round; : > live.log) &
            "$PORT587" audit live.log --log-format icewarp --json > out.$round 2> err.$round
            echo $?
            wait
          done
          """, folder: folder.url)
      #expect(Set(cut.text.split(separator: "\n")).isSubset(of: ["0", "3"]), "\(cut.text)")
    }
  }

  @Test("A line of 100 MB without an end stays within 300 MB of address space")
  func endless() async throws {
    try await LogFolder.use { folder in
      let make = try ProgramRun(
        shell: """
          head -c 100000000 /dev/zero | tr '\\0' 'a' > \(LogFolder.monday)
          printf '\\n%s\\n' '\(BrokenInputTests.whole.joined(separator: "\n"))' >> \(LogFolder.monday)
          """, folder: folder.url)
      #expect(make.status == 0)
      for reader in ["\(LogFolder.monday)", "- < \(LogFolder.monday)"] {
        let run = try ProgramRun(
          shell: "\"$PORT587\" audit --json --threads 2 --log-format icewarp \(reader)", megabytes: 200,
          folder: folder.url)
        #expect(run.status == 0, "\(run.notes)")
        let report = try ReportText(run.output)
        let source = try #require(report.list("sources").first)
        #expect(source["malformed"] as? Int == 1)
        #expect(source["lines"] as? Int == BrokenInputTests.whole.count + 1)
        #expect(report.number("totals.authenticatedSessions") == 1)
        #expect(run.output.count < 20_000)
      }
    }
  }

  /// The same log in another code, by what is done to its bytes.
  static let codes: [(name: String, mark: [UInt8], encoding: String.Encoding)] = [
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF], .utf8), ("Latin-1", [], .isoLatin1),
    ("UTF-16, low byte first", [0xFF, 0xFE], .utf16LittleEndian),
    ("UTF-16, high byte first", [0xFE, 0xFF], .utf16BigEndian), ("UTF-16 without a mark", [], .utf16LittleEndian),
  ]

  @Test("Latin-1, UTF-16 and marks", arguments: codes)
  func code(name: String, mark: [UInt8], encoding: String.Encoding) async throws {
    try await LogFolder.use { folder in
      var talk = IceWarpTalk()
      talk.helo = "ESTAÇÃO-3"
      let text = talk.submission(by: "ana@example.com").map { $0 + "\r\n" }.joined()
      try folder.write(Data(mark) + (try #require(text.data(using: encoding))), to: LogFolder.monday)
      let (report, run) = try BrokenInputTests.report(folder, [LogFolder.monday])
      #expect(run.status == 0)
      #expect(report.identities == ["ana@example.com"])
      let client = (report.list("users").first?["clients"] as? [[String: Any]])?.first
      #expect(client?["helo"] as? String == "ESTAÇÃO-3")
    }
  }

  @Test("Bytes that are no text in any code are read, and printed as text")
  func noText() async throws {
    try await LogFolder.use { folder in
      var bytes = Data(BrokenInputTests.whole.joined(separator: "\n").utf8)
      bytes +=
        Data("\n198.51.100.8    [0003] 10:00:00 <<< EHLO ".utf8) + Data((1...255).filter { $0 != 10 }) + Data([10])
      bytes += Data([0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 10])
      try folder.write(bytes, to: LogFolder.monday)
      let (report, run) = try BrokenInputTests.report(folder, [LogFolder.monday, "--verbose"])
      #expect(run.status == 0)
      #expect(report.identities == ["ana@example.com"])
      #expect(String(validating: run.output, as: UTF8.self) != nil)
      #expect(String(validating: run.errors, as: UTF8.self) != nil)
    }
  }

  @Test("CR alone ends no line: such a file is one line of no known format")
  func carriageReturns() async throws {
    try await LogFolder.use { folder in
      try folder.write(BrokenInputTests.whole, end: "\r")
      let run = try ProgramRun(["audit", LogFolder.monday, "--json"], folder: folder.url)
      #expect([0, 65].contains(run.status))
      if run.status == 0 {
        let source = try #require(ReportText(run.output).list("sources").first)
        #expect(source["lines"] as? Int == 1)
      }
    }
  }

  @Test("A decompression bomb is stopped, said, and does not hide the log beside it")
  func bomb() async throws {
    try await LogFolder.use { folder in
      try folder.write(BrokenInputTests.whole)
      // 400 MB of one letter pack a thousand to one.
      let make = try ProgramRun(
        shell: "(cat \(LogFolder.monday); head -c 400000000 /dev/zero | tr '\\0' 'a') | gzip -9 > s20260315-00.log.gz",
        folder: folder.url)
      #expect(make.status == 0)
      let run = try ProgramRun(
        shell: "\"$PORT587\" audit --json --threads 2 .", megabytes: 200, folder: folder.url)
      #expect(run.status == 3, "\(run.notes)")
      #expect(run.notes.contains("times its size"))
      let report = try ReportText(run.output)
      #expect(report.list("sources").contains { $0["complete"] as? Bool == false })
      #expect(report.identities == ["ana@example.com"])
    }
  }

  @Test("Boxes in boxes are refused", arguments: [ArchiveWriter.Filter.gzip, .xz])
  func nested(filter: ArchiveWriter.Filter) async throws {
    try await LogFolder.use { folder in
      let bytes = Array(BrokenInputTests.whole.map { $0 + "\n" }.joined().utf8)
      ArchiveWriter.write(folder.path("one"), filter: filter, members: [("log", bytes)])
      let once = try Array(Data(contentsOf: URL(fileURLWithPath: folder.path("one"))))
      ArchiveWriter.write(folder.path("two"), filter: filter, members: [("log", once)])
      let run = try ProgramRun(["audit", "--json", "two"], folder: folder.url)
      #expect(run.status == 3 || run.status == 66, "\(run.notes)")
      #expect(run.notes.contains("two"))
      #expect(!run.text.contains("ana@example.com"))
    }
  }
}
