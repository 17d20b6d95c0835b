import Foundation
import TestSupport
import Testing

/// The ways in which logs change between two runs, one by one.
@Suite("State, stories")
struct StateStoryTests {
  /// A log of three users in three parts, and what a run finds.
  private struct Desk {
    let folder: LogFolder
    let parts: [String] = (0..<3).map { number in
      var talk = IceWarpTalk(client: "198.51.100.\(number + 1)", thread: "000\(number)")
      talk.time = "2026-03-16 1\(number):00:00"
      return talk.submission(by: "user\(number)@example.com").map { $0 + "\n" }.joined()
    }
    var log: String { folder.path("logs/s20260316-00.log") }
    var state: String { folder.path("state.sqlite") }

    func write(_ text: String, _ name: String = "s20260316-00.log") throws {
      try folder.write(Data(text.utf8), to: "logs/" + name)
    }

    func append(_ text: String) throws {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
      try file.seekToEnd()
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    }

    func run(status: Int32 = 0) throws -> ReportText {
      let run = try ProgramRun([
        "audit", folder.path("logs"), "--state", state, "--json", "--quiet", "--server-name", "mail",
      ])
      #expect(run.status == status, "\(run.notes)")
      return try ReportText(run.output)
    }

    func pack(_ name: String) throws {
      let path = folder.path("logs/" + name)
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      ArchiveWriter.write(path + ".gz", filter: .gzip, format: .raw, members: [(name, bytes)])
      try FileManager.default.removeItem(atPath: path)
    }

    func move(_ from: String, _ to: String) throws {
      try FileManager.default.moveItem(atPath: folder.path("logs/" + from), toPath: folder.path("logs/" + to))
    }
  }

  private static func messages(_ report: ReportText) -> Int? { report.number("totals.messages") }
  private static func lines(_ report: ReportText) -> Int {
    report.list("sources").reduce(0) { $0 + ($1["lines"] as? Int ?? 0) }
  }

  @Test("a second run over the same file adds nothing, and an appended part is read alone")
  func append() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(desk.parts[0])
      #expect(try StateStoryTests.messages(desk.run()) == 1)
      let second = try desk.run()
      #expect(StateStoryTests.messages(second) == 1)
      #expect(second.list("sources").isEmpty)
      try desk.append(desk.parts[1])
      let third = try desk.run()
      #expect(StateStoryTests.messages(third) == 2)
      #expect(StateStoryTests.lines(third) == desk.parts[1].split(separator: "\n").count)
    }
  }

  @Test("a last line without its end is counted once, when it is whole")
  func partialLine() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      let whole = desk.parts[0]
      let cut = whole.index(whole.endIndex, offsetBy: -30)
      try desk.write(String(whole[..<cut]))
      let first = try desk.run()
      try desk.append(String(whole[cut...]))
      let second = try desk.run()
      #expect(
        StateStoryTests.lines(first) + StateStoryTests.lines(second) == whole.split(separator: "\n").count)
      #expect(StateStoryTests.messages(second) == 1)
    }
  }

  @Test("a session that is open at the end of a run counts, and the next run finishes it")
  func openSession() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      let lines = desk.parts[0].split(separator: "\n", omittingEmptySubsequences: false)
      let half = lines.firstIndex { $0.contains("<<< MAIL") } ?? 0
      try desk.write(lines[..<half].map { $0 + "\n" }.joined())
      let first = try desk.run()
      #expect(first.number("totals.authenticatedSessions") == 1)
      #expect(StateStoryTests.messages(first) == 0)
      try desk.append(lines[half...].joined(separator: "\n"))
      let second = try desk.run()
      #expect(second.number("totals.authenticatedSessions") == 1)
      #expect(StateStoryTests.messages(second) == 1)
    }
  }

  @Test("rename and create, the new log longer or shorter", arguments: [1, 2])
  func rename(parts: Int) async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(desk.parts[0])
      _ = try desk.run()
      try desk.move("s20260316-00.log", "s20260316-00.log.1")
      try desk.write(desk.parts[1...parts].joined())
      #expect(try StateStoryTests.messages(desk.run()) == 1 + parts)
    }
  }

  @Test("copytruncate with less and with more than before", arguments: [false, true])
  func copyTruncate(isLonger: Bool) async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(isLonger ? desk.parts[0] : desk.parts[0] + desk.parts[1])
      let before = try desk.run()
      try FileManager.default.copyItem(atPath: desk.log, toPath: desk.log + ".1")
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: desk.log))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data((isLonger ? desk.parts[1] + desk.parts[2] : desk.parts[2]).utf8))
      try file.close()
      #expect(StateStoryTests.messages(before) == (isLonger ? 1 : 2))
      #expect(try StateStoryTests.messages(desk.run()) == 3)
    }
  }

  @Test("a half-read log that was compressed goes on where reading stopped")
  func compressed() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(desk.parts[0])
      _ = try desk.run()
      try desk.append(desk.parts[1])
      try desk.pack("s20260316-00.log")
      let report = try desk.run()
      #expect(StateStoryTests.messages(report) == 2)
      #expect(StateStoryTests.lines(report) == desk.parts[1].split(separator: "\n").count)
      #expect(try desk.run().list("sources").isEmpty)
    }
  }

  @Test("two rotations while nobody looked, the oldest compressed")
  func twoRotations() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      let half = desk.parts[0].count / 2
      try desk.write(String(desk.parts[0].prefix(half)))
      _ = try desk.run()
      try desk.write(desk.parts[0], "s20260316-00.log.2")
      try FileManager.default.removeItem(atPath: desk.log)
      try desk.pack("s20260316-00.log.2")
      try desk.write(desk.parts[1], "s20260316-00.log.1")
      try desk.write(desk.parts[2])
      let report = try desk.run()
      #expect(StateStoryTests.messages(report) == 3)
      #expect(report.number("totals.sessions") == 3)
    }
  }

  @Test("an inode used again by another log")
  func inode() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(desk.parts[0])
      _ = try desk.run()
      // The same file under the same name with other content is what a used inode looks like.
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: desk.log))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data((desk.parts[1] + desk.parts[2]).utf8))
      try file.close()
      #expect(try StateStoryTests.messages(desk.run()) == 3)
    }
  }

  @Test("the same content under two names, linked and copied, in one run and later")
  func twins() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(desk.parts[0])
      try FileManager.default.copyItem(atPath: desk.log, toPath: desk.log + ".copy")
      try FileManager.default.createSymbolicLink(atPath: desk.log + ".link", withDestinationPath: desk.log)
      #expect(try StateStoryTests.messages(desk.run()) == 1)
      try FileManager.default.copyItem(atPath: desk.log, toPath: desk.log + ".later")
      #expect(try StateStoryTests.messages(desk.run()) == 1)
      try desk.append(desk.parts[1])
      #expect(try StateStoryTests.messages(desk.run()) == 2)
    }
  }

  @Test("two logs that begin with the same line")
  func sameFirstLine() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      let first = "SYSTEM          [0000] 2026-03-16 09:59:00 Start of mail processing\n"
      try desk.write(first + desk.parts[0])
      try desk.write(first + desk.parts[1], "s20260316-01.log")
      #expect(try StateStoryTests.messages(desk.run()) == 2)
      try desk.append(desk.parts[2])
      let last = try desk.run()
      #expect(StateStoryTests.messages(last) == 3)
      #expect(last.number("totals.sessions") == 3)
    }
  }

  @Test("an empty file, a file of one line end, and zeros at the end of a log")
  func oddFiles() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write("", "empty.log")
      try desk.write("\n", "newline.log")
      try desk.write(desk.parts[0] + String(repeating: "\0", count: 5000))
      #expect(try StateStoryTests.messages(desk.run()) == 1)
      try desk.append("\n" + desk.parts[1])
      #expect(try StateStoryTests.messages(desk.run()) == 2)
    }
  }

  @Test("a compressed log that is cut, and whole the next day")
  func cutArchive() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(desk.parts.joined())
      try desk.pack("s20260316-00.log")
      let path = desk.log + ".gz"
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try whole.prefix(whole.count * 2 / 3).write(to: URL(fileURLWithPath: path))
      let cut = try desk.run(status: 3)
      #expect(StateStoryTests.messages(cut) ?? 0 < 3)
      try whole.write(to: URL(fileURLWithPath: path))
      let report = try desk.run()
      #expect(StateStoryTests.messages(report) == 3)
      #expect(report.number("totals.sessions") == 3)
    }
  }

  @Test("standard input given again, and grown")
  func standardInput() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      func pipe(_ text: String) throws -> ReportText {
        let run = try ProgramRun(
          ["audit", "-", "--state", desk.state, "--json", "--quiet", "--server-name", "mail"], input: Data(text.utf8))
        #expect(run.status == 0, "\(run.notes)")
        return try ReportText(run.output)
      }
      #expect(try StateStoryTests.messages(pipe(desk.parts[0])) == 1)
      let again = try pipe(desk.parts[0])
      #expect(StateStoryTests.messages(again) == 1)
      #expect(again.list("sources").isEmpty)
      let grown = try pipe(desk.parts[0] + desk.parts[1])
      #expect(StateStoryTests.messages(grown) == 2)
      #expect(StateStoryTests.lines(grown) == desk.parts[1].split(separator: "\n").count)
    }
  }

  @Test("a file that may not be read is read when it may")
  func unreadable() async throws {
    try await LogFolder.use { folder in
      let desk = Desk(folder: folder)
      try desk.write(desk.parts[0])
      _ = try desk.run()
      // A folder in the place of the file cannot be read, not even by root.
      try desk.write(desk.parts[1], "s20260317-00.log")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("logs/s20260318-00.log"), withDestinationPath: "gone.log")
      #expect(try StateStoryTests.messages(desk.run()) == 2)
      try desk.write(desk.parts[2], "gone.log")
      #expect(try StateStoryTests.messages(desk.run()) == 3)
    }
  }
}
