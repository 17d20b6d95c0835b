import Foundation
import Testing

/// IceWarp's day files, what was made of them, and days that begin with the same lines, over several runs.
@Suite("State, days of IceWarp and what was made of them")
struct StateJoinedDayTests {
  private let names = ["s20260316-00.log", "s20260317-00.log", "s20260318-00.log"]

  /// Some sessions of one of three days; nothing in its lines tells which.
  private func day(_ number: Int, sessions: Range<Int> = 0..<10) -> [String] {
    sessions.flatMap { session in
      var talk = IceWarpTalk(client: "198.51.100.\(10 + session)", thread: "A\(number)\(10 + session)")
      talk.time = "\(10 + session):\(10 + number):00"
      return talk.submission(by: "user\(session)@example.com").map {
        $0.replacing("; Mon, 16 Mar 2026 10:00:00 +0000", with: "")
      }
    }
  }

  private func run(_ folder: LogFolder) throws -> Int? {
    let run = try ProgramRun([
      "audit", folder.path("logs"), "--state", folder.path("state.sqlite"), "--json", "--server-name", "mail",
    ])
    #expect(run.status == 0, "\(run.notes)")
    #expect(!run.notes.contains("count twice"), "\(run.notes)")
    return try ReportText(run.output).number("totals.authenticatedSessions")
  }

  @Test("What was joined or picked out each night grows beside the logs", arguments: ["\n", "\r\n"])
  func grown(end: String) async throws {
    try await LogFolder.use { folder in
      var all: [String] = []
      for number in 0..<3 {
        try folder.write(day(number), end: "\r\n", to: "logs/" + names[number])
        all += day(number)
        try folder.write(all, end: end, to: "logs/all.log")
        try folder.write(all.filter { $0.contains("AUTH") || $0.contains("MAIL") }, to: "logs/mail.txt")
        try folder.write(Array(day(number).prefix(60)), to: "logs/copy/" + names[number])
        #expect(try run(folder) == number * 10 + 10)
        try folder.write(day(number), to: "logs/copy/" + names[number])
        #expect(try run(folder) == number * 10 + 10)
        #expect(try run(folder) == number * 10 + 10)
      }
    }
  }

  @Test("Logs whose lines were counted in a file that they were joined in")
  func countedJoined() async throws {
    try await LogFolder.use { folder in
      try folder.write((0..<3).flatMap { day($0) }, end: "\r\n", to: "logs/all.log")
      #expect(try run(folder) == 30)
      for number in 0..<3 { try folder.write(day(number), end: "\r\n", to: "logs/" + names[number]) }
      #expect(try run(folder) == 30)
      #expect(try run(folder) == 30)
    }
  }

  @Test("Days that begin with the same lines are counted each for itself")
  func sameBegins() async throws {
    try await LogFolder.use { folder in
      var visit = IceWarpTalk(client: "127.0.0.1", thread: "0A24")
      visit.time = "00:00:03"
      let begin =
        [visit.line("Connected"), visit.line(">>> 220 mail.example.com ESMTP")] + visit.farewell
      for number in 0..<3 {
        try folder.write(begin, end: "\r\n", to: "logs/" + names[number])
        #expect(try run(folder) == number * 10)
        try folder.write(begin + day(number), end: "\r\n", to: "logs/" + names[number])
        #expect(try run(folder) == number * 10 + 10)
        // Yesterday's log is packed, and its inode may be taken by the next one.
        #expect(try ProgramRun(shell: "gzip logs/\(names[number])", folder: folder.url).status == 0)
      }
      #expect(try run(folder) == 30)
    }
  }
}
