import Analysis
import Foundation
import StateStore
import Testing

@testable import port587

/// Folders of days over several runs with a state: what one audit of the whole log counts, they count.
@Suite("State, folders of days")
struct DayFolderStateTests {
  /// Lines of some hosts in the order of time, with the files in which they stand.
  private static func lines(_ layout: DayFolderTests.Layout, _ hosts: [String]) -> [(path: String, line: String)] {
    hosts.flatMap { host in
      DayFolderTests.lines(host).map { (path: "logs/" + layout.path(host, $0.day), line: $0.line) }
    }
    .sorted { $0.line < $1.line }
  }

  private static func append(_ lines: some Sequence<(path: String, line: String)>, to folder: LogFolder) throws {
    for (path, line) in lines {
      let before = (try? String(contentsOfFile: folder.path(path), encoding: .utf8)) ?? ""
      try folder.write(Data((before + line + "\n").utf8), to: path)
    }
  }

  @Test("Runs at any time of day", arguments: DayFolderTests.layouts, [5, 7, 14])
  func runs(layout: DayFolderTests.Layout, step: Int) async throws {
    let hosts = step == 7 ? ["mx1"] : ["mx1", "mx2"]
    try await LogFolder.use { folder in
      let lines = Self.lines(layout, hosts)
      let state = ["--state", folder.path("state.sqlite"), "--threads", step == 5 ? "4" : "1"]
      var last: ReportText?
      for begin in stride(from: 0, to: lines.count, by: step) {
        try Self.append(lines[begin..<min(begin + step, lines.count)], to: folder)
        last = try await DayFolderTests.report([folder.path("logs")], state)
      }
      let expected = try await DayFolderTests.whole(hosts, in: folder, ["--state", folder.path("whole.sqlite")])
      #expect(try last?.comparable == expected.comparable)
    }
  }

  @Test("Hosts whose logs are fetched one after another", arguments: DayFolderTests.layouts)
  func fetched(layout: DayFolderTests.Layout) async throws {
    // Without the host in the path both are in one file.
    guard layout.path("mx1", 16) != layout.path("mx2", 16) else { return }
    try await LogFolder.use { folder in
      let state = ["--state", folder.path("state.sqlite")]
      var last: ReportText?
      for day in 16...18 {
        for host in ["mx2", "mx1"] {
          let path = "logs/" + layout.path(host, day)
          try Self.append(Self.lines(layout, [host]).filter { $0.path == path }, to: folder)
          last = try await DayFolderTests.report([folder.path("logs")], state)
        }
      }
      let expected = try await DayFolderTests.whole(
        ["mx1", "mx2"], in: folder, ["--state", folder.path("whole.sqlite")])
      #expect(try last?.comparable == expected.comparable)
    }
  }

  @Test("Older folders that are found late are one log", arguments: ["2026-03-%/mail.log", "mail.log-202603%"])
  func late(name: String) async throws {
    try await LogFolder.use { folder in
      let layout = DayFolderTests.Layout(name) { name.replacing("%", with: "\($1)") }
      let state = ["--state", folder.path("state.sqlite")]
      let lines = Self.lines(layout, ["mx1"])
      let today = SubmissionLog.text(0..<20, day: "2026-03-19").split(separator: "\n").map(String.init)
      try folder.write(today, to: "logs/" + layout.path("mx1", 19))
      _ = try await DayFolderTests.report([folder.path("logs")], state)
      try Self.append(lines, to: folder)
      let found = try await DayFolderTests.report([folder.path("logs")], state)
      let whole = try folder.write(lines.map(\.line) + today, to: "whole/mail.log")
      let expected = try await DayFolderTests.report([whole], ["--state", folder.path("whole.sqlite")])
      #expect(try found.comparable == expected.comparable)
    }
  }

  @Test("A state in which each folder was a stream of its own goes on")
  func earlier() async throws {
    try await LogFolder.use { folder in
      let layout = DayFolderTests.Layout("date") { "2026-03-\($1)/mail.log" }
      let state = ["--state", folder.path("state.sqlite")]
      let lines = Self.lines(layout, ["mx1"])
      var last: ReportText?
      for day in 16...18 {
        try Self.append(lines.filter { $0.path == "logs/" + layout.path("mx1", day) }, to: folder)
        last = try await DayFolderTests.report([folder.path("logs")], state)
        guard day == 16 else { continue }
        // As an earlier version named it: by the folder alone.
        let file = try StateSession.open(folder.path("state.sqlite"), mayCreate: false, forReading: false)
        let part = try #require(try file.parts().first)
        var change = StateChange()
        var own = part
        for stream in try file.streams(of: part.id) {
          #expect(stream.name == "postfix \(folder.path("logs")) mail.log")
          change.streams.append(
            StoredStream(part: part.id, name: "postfix \(folder.path("logs/2026-03-16"))", open: stream.open))
          change.streams.append(
            StoredStream(part: part.id, name: stream.name, open: Data(OpenSessions().encoded())))
        }
        for var source in try file.sources(of: part.id) {
          source.stream = "postfix \(folder.path("logs/2026-03-16"))"
          change.sources.append(source)
        }
        _ = try file.commit(change, part: &own)
      }
      let expected = try await DayFolderTests.whole(["mx1"], in: folder, ["--state", folder.path("whole.sqlite")])
      #expect(try last?.comparable == expected.comparable)
    }
  }

  @Test("Machines with one name stay two logs when one is found later")
  func machines() async throws {
    try await LogFolder.use { folder in
      let state = ["--state", folder.path("state.sqlite")]
      let own = DayFolderTests.lines("mail")
      let other = own.map {
        $0.line.replacing("example.com", with: "example.org").replacing("pc[198.51.100.", with: "pc[203.0.113.")
          .replacing("T09:00:0", with: "T09:00:1")
      }
      try folder.write(own.map(\.line).dropLast(4), to: "logs/copy-2026-03-20/mail.log")
      _ = try await DayFolderTests.report([folder.path("logs")], state)
      try folder.write(other, to: "logs/copy-2026-03-21/mail.log")
      let found = try await DayFolderTests.report([folder.path("logs")], state)
      let cut = try folder.write(own.map(\.line).dropLast(4), to: "cut/mail.log")
      let whole = try folder.write(other, to: "whole/mail.log")
      let alone = [try await DayFolderTests.report([cut]), try await DayFolderTests.report([whole])]
      for field in ["totals.sessions", "totals.messages", "totals.failedLogins"] {
        #expect(found.number(field) == alone.reduce(0) { $0 + ($1.number(field) ?? 0) }, "\(field)")
      }
    }
  }
}
