import Foundation
import TestSupport
import Testing

/// Logs that are changed behind what was read of them, or read before they are whole.
@Suite("State, changed logs")
struct StateChangedLogTests {
  /// What happens to a log of 100 sessions before ten new ones are written.
  enum Change: String, CaseIterable {
    case powerCut, hole, edited, editedNearBegin, restored
  }

  private static func audit(_ folder: LogFolder, _ input: String = "logs") throws -> ProgramRun {
    try ProgramRun([
      "audit", folder.path(input), "--state", folder.path("state.sqlite"), "--json", "--quiet", "--server-name", "mail",
    ])
  }

  private static func messages(_ run: ProgramRun) throws -> Int? {
    try ReportText(run.output).number("totals.messages")
  }

  @Test(
    "a log that was changed after it had been read is said to be, and no session counts twice",
    arguments: Change.allCases)
  func changed(_ change: Change) async throws {
    try await LogFolder.use { folder in
      let whole = SubmissionLog.text(0..<100)
      try folder.write(Data(whole.utf8), to: "logs/mail.log")
      #expect(try StateChangedLogTests.messages(StateChangedLogTests.audit(folder)) == 100)
      let kept = SubmissionLog.text(0..<98)
      let before =
        switch change {
        case .powerCut: kept
        case .hole: kept + String(repeating: "\0", count: whole.utf8.count - kept.utf8.count)
        case .edited:
          whole.replacing("2026-03-16T09:15:00.000000+00:00 mail", with: "2026-03-16T09:15:00.000000+00:00 mailx")
        case .editedNearBegin: whole.replacing("user3@example.com", with: "somebody@example.com")
        case .restored: SubmissionLog.text(0..<60)
        }
      try folder.write(Data((before + SubmissionLog.text(100..<110)).utf8), to: "logs/mail.log")
      let run = try StateChangedLogTests.audit(folder)
      #expect(run.status == 3)
      #expect(run.notes.contains("mail.log") && run.notes.contains("changed after it had been read"), "\(run.notes)")
      #expect(try StateChangedLogTests.messages(run) == 110)
      let again = try StateChangedLogTests.audit(folder)
      #expect(try again.status == 0 && StateChangedLogTests.messages(again) == 110, "\(again.notes)")
      try folder.write(Data((before + SubmissionLog.text(100..<120)).utf8), to: "logs/mail.log")
      let grown = try StateChangedLogTests.audit(folder)
      #expect(try grown.status == 0 && StateChangedLogTests.messages(grown) == 120, "\(grown.notes)")
    }
  }

  @Test("a changed copy beside the log counts for nothing and is said once; a shorter one is not worth a word")
  func copies() async throws {
    try await LogFolder.use { folder in
      let whole = SubmissionLog.text(0..<100)
      try folder.write(Data(whole.utf8), to: "logs/mail.log")
      _ = try StateChangedLogTests.audit(folder)
      try folder.write(Data(SubmissionLog.text(0..<60).utf8), to: "logs/mail.log.shorter")
      let shorter = try StateChangedLogTests.audit(folder)
      #expect(try shorter.status == 0 && StateChangedLogTests.messages(shorter) == 100, "\(shorter.notes)")
      try folder.write(Data(whole.replacing("08:59", with: "08:58:30 or 08:59").utf8), to: "logs/mail.log.edited")
      let edited = try StateChangedLogTests.audit(folder)
      #expect(try edited.status == 3 && StateChangedLogTests.messages(edited) == 100)
      #expect(edited.notes.contains("Nothing of it was counted again"), "\(edited.notes)")
      try folder.write(Data((whole + SubmissionLog.text(100..<110)).utf8), to: "logs/mail.log")
      let grown = try StateChangedLogTests.audit(folder)
      #expect(try grown.status == 0 && StateChangedLogTests.messages(grown) == 110, "\(grown.notes)")
    }
  }

  @Test("a packed log that is cut anywhere, and whole later, counts like the whole", arguments: 1..<20)
  func cutArchive(twentieths: Int) async throws {
    try await LogFolder.use { folder in
      let text = SubmissionLog.text(0..<60)
      let path = folder.path("logs/mail.log.2.gz")
      try folder.write(Data(), to: "logs/empty.log")
      ArchiveWriter.write(path, filter: .gzip, format: .raw, members: [("mail.log.2", Array(text.utf8))])
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try whole.prefix(whole.count * twentieths / 20).write(to: URL(fileURLWithPath: path))
      #expect(try StateChangedLogTests.audit(folder).status == 3)
      try whole.write(to: URL(fileURLWithPath: path))
      let run = try ReportText(StateChangedLogTests.audit(folder).output)
      #expect(run.number("totals.messages") == 60 && run.number("totals.sessions") == 60)
      let lines = try ProgramRun(["state", "check", "--state", folder.path("state.sqlite")]).text
      #expect(lines.contains("180 lines = 180 events + 0 ignored + 0 unrecognised + 0 malformed"), "\(lines)")
    }
  }

  @Test("a copy that was packed in the middle of a line leaves that line to the log", arguments: [true, false])
  func halfLine(hasLog: Bool) async throws {
    try await LogFolder.use { folder in
      let text = Array(SubmissionLog.text(0..<3).utf8)
      for cut in stride(from: text.count - 260, to: text.count, by: 29) {
        let name = "\(cut)"
        let half = Array(text[..<cut])
        try folder.write(Data(hasLog ? half : []), to: name + "/mail.log")
        ArchiveWriter.write(
          folder.path(name + "/mail.log.1.gz"), filter: .gzip, format: .raw, members: [("mail.log.1", half)])
        func audit() throws -> ReportText {
          let run = try ProgramRun([
            "audit", folder.path(name), "--state", folder.path(name + ".sqlite"), "--json", "--quiet", "--server-name",
            "mail",
          ])
          #expect(run.status == 0, "\(run.notes)")
          return try ReportText(run.output)
        }
        _ = try audit()
        #expect(try audit().list("sources").isEmpty)
        try folder.write(Data(text), to: name + "/mail.log")
        let report = try audit()
        #expect(report.number("totals.messages") == 3 && report.number("totals.users") == 3, "\(cut)")
        #expect(report.number("totals.unreadLines") ?? 0 == 0)
      }
    }
  }

  @Test("UTF-16 text that ends in the middle of a line or of a letter is read on from the begin of that line")
  func halfLetter() async throws {
    try await LogFolder.use { folder in
      let lines =
        IceWarpTalk(time: "2026-03-16 10:00:00").submission(by: "ana@example.com")
        + IceWarpTalk(client: "198.51.100.8", time: "2026-03-16 11:00:00").submission(by: "bob@example.com")
      let text = Data(
        lines.map { $0 + "\r\n" }.joined().flatMap { $0.utf16 }.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      for cut in [text.count / 2, text.count / 2 + 1, text.count / 2 + 31, text.count - 1, text.count - 2] {
        let name = "\(cut)"
        func audit(_ bytes: Data) throws -> ReportText {
          let log = try folder.write([0xFF, 0xFE] + bytes, to: name + "/s20260316-00.log")
          // Nobody has written to it for a long time.
          try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_780_000_000 + Double(bytes.count))], ofItemAtPath: log)
          return try ReportText(
            ProgramRun([
              "audit", log, "--state", folder.path(name + ".sqlite"), "--json", "--quiet", "--server-name", "mail",
            ]).output)
        }
        _ = try audit(text.prefix(cut))
        let report = try audit(text)
        #expect(report.identities.sorted() == ["ana@example.com", "bob@example.com"], "\(cut)")
        #expect(report.number("totals.messages") == 2)
        let sources = try ProgramRun(["state", "check", "--state", folder.path(name + ".sqlite")]).text
        #expect(sources.contains("\(lines.count) lines") && sources.contains("0 unrecognised"), "\(sources)")
      }
    }
  }

  @Test("one log under two names of one syslog counts once")
  func twins() async throws {
    try await LogFolder.use { folder in
      let text = Data(SubmissionLog.text(0..<20).utf8)
      for count in [10, 20] {
        let part = count == 20 ? text : Data(SubmissionLog.text(0..<10).utf8)
        for name in ["mail.log", "mail.info"] { try folder.write(part, to: "logs/" + name) }
        #expect(try StateChangedLogTests.messages(StateChangedLogTests.audit(folder)) == count)
      }
    }
  }
}
