import Foundation
import Testing

/// States that must not be merged: something would count twice, or not at all.
@Suite("State, merging")
struct StateMergeTests {
  private static func audit(_ logs: String, _ state: String, server: String = "mail") throws {
    let run = try ProgramRun(["audit", logs, "--state", state, "--server-name", server, "--quiet"])
    #expect(run.status == 0, "\(run.notes)")
  }

  private static func merge(_ states: [String], into: String) throws -> ProgramRun {
    try ProgramRun(["state", "merge"] + states + ["--into", into])
  }

  private static func sessions(_ state: String) throws -> Int? {
    try ReportText(ProgramRun(["report", "--state", state, "--json", "--quiet"]).output).number("totals.sessions")
  }

  private static func expectRefused(_ run: ProgramRun, naming names: [String]) {
    #expect(run.status == 65, "\(run.text)\(run.notes)")
    #expect(run.text.isEmpty)
    for name in names + ["Nothing was merged"] { #expect(run.notes.contains(name), "\(name): \(run.notes)") }
  }

  @Test(
    "The same log in two states is refused, whatever it is called, however far it was read, and for any server",
    arguments: ["mail", "mx2"], [10, 20])
  func sameLog(server: String, sessions: Int) async throws {
    try await LogFolder.use { folder in
      let (one, two, into) = (folder.path("one.sqlite"), folder.path("two.sqlite"), folder.path("into.sqlite"))
      try folder.write(Data(SubmissionLog.text(0..<10).utf8), to: "one/mail.log")
      try folder.write(Data(SubmissionLog.text(0..<sessions).utf8), to: "two/mail.log-20260317")
      try folder.write(Data(SubmissionLog.text(30..<35, day: "2026-03-18").utf8), to: "two/mail.log")
      try Self.audit(folder.path("one"), one)
      try Self.audit(folder.path("two"), two, server: server)
      Self.expectRefused(
        try Self.merge([one, two], into: into), naming: [one, two, "one/mail.log", "mail.log-20260317"])
      #expect(!FileManager.default.fileExists(atPath: into), "no state is made that nothing goes into")
      // The same where one of them is in the state already, which stays as it is.
      #expect(try Self.merge([one], into: into).status == 0)
      Self.expectRefused(try Self.merge([two], into: into), naming: [into, two])
      #expect(try Self.sessions(into) == 10)
      Self.expectRefused(try Self.merge([one], into: two), naming: [one, two])
      #expect(try Self.sessions(two) == sessions + 5)
    }
  }

  @Test("Other days of one server, and other servers, are brought together")
  func otherLogs() async throws {
    try await LogFolder.use { folder in
      let states = ["one", "two", "three"].map { folder.path("\($0).sqlite") }
      try folder.write(Data(SubmissionLog.text(0..<10).utf8), to: "one/mail.log")
      try folder.write(Data(SubmissionLog.text(0..<10, day: "2026-03-17").utf8), to: "two/mail.log")
      let other = SubmissionLog.text(0..<10).replacing(" mail ", with: " mx2 ")
      try folder.write(Data(other.utf8), to: "three/mail.log")
      for (name, state) in zip(["one", "two", "three"], states) {
        try Self.audit(folder.path(name), state, server: name == "three" ? "mx2" : "mail")
      }
      for into in ["first.sqlite", "second.sqlite"] {
        let run = try Self.merge(into == "first.sqlite" ? states : states.reversed(), into: folder.path(into))
        #expect(run.status == 0, "\(run.notes)")
        #expect(try Self.merge(states, into: folder.path(into)).status == 0)
        #expect(try Self.sessions(folder.path(into)) == 30)
      }
    }
  }

  @Test("Days that begin with the same lines are two logs")
  func sameBegin() async throws {
    try await LogFolder.use { folder in
      for (state, day) in [("one", 16), ("two", 17)] {
        let lines = IceWarpTalk().submission(by: "ana@example.com").filter { !$0.contains("220") }
        try folder.write(lines, to: "\(state)/s202603\(day)-00.log")
        try Self.audit(folder.path(state), folder.path("\(state).sqlite"))
      }
      let run = try Self.merge(["one", "two"].map { folder.path("\($0).sqlite") }, into: folder.path("into.sqlite"))
      #expect(run.status == 0, "\(run.notes)")
      #expect(try Self.sessions(folder.path("into.sqlite")) == 2)
    }
  }

  @Test("Copies of one state that went on apart are refused; the later one of a state takes the place of the earlier")
  func copies() async throws {
    try await LogFolder.use { folder in
      let (one, two, into) = (folder.path("one.sqlite"), folder.path("two.sqlite"), folder.path("into.sqlite"))
      try folder.write(Data(SubmissionLog.text(0..<10).utf8), to: "logs/mail.log")
      try Self.audit(folder.path("logs"), one)
      try FileManager.default.copyItem(atPath: one, toPath: two)
      try folder.write(Data(SubmissionLog.text(20..<25, day: "2026-03-17").utf8), to: "here/mail.log")
      try folder.write(Data(SubmissionLog.text(40..<47, day: "2026-03-18").utf8), to: "there/mail.log")
      try Self.audit(folder.path("here"), one)
      #expect(try Self.merge([two, one], into: into).status == 0)
      #expect(try Self.sessions(into) == 15)
      try Self.audit(folder.path("there"), two)
      for states in [[one, two], [two, one]] {
        Self.expectRefused(try Self.merge(states, into: folder.path("new.sqlite")), naming: [one, two, "mail.log"])
      }
      Self.expectRefused(try Self.merge([two], into: into), naming: [into, two])
      #expect(try Self.sessions(into) == 15)
      #expect(try Self.merge([one], into: into).status == 0)
    }
  }
}
