import Foundation
import MailModel
import StateStore
import Testing

/// For how long `port587 run` keeps what it has counted, and how old it may be.
@Suite("Run, what is kept")
struct RunRetentionTests {
  @Test("sessions that never ended go with their days, also when no day is as old")
  func openRetention() async throws {
    try await LogFolder.use { folder in
      let talk = IceWarpTalk(client: "198.51.100.1", time: "2026-03-16 10:00:00")
      try folder.write(talk.greeting + talk.login("ana@example.com"), to: "one/s20260316-00.log")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      _ = try RunCommandTests.run(folder, RunCommandTests.twoSources)
      #expect(try RunCommandTests.report(folder).identities.sorted() == ["ana@example.com", "bob@example.com"])
      let text = RunCommandTests.twoSources.replacing("retention-days: 36500", with: "retention-days: 2")
      // The last day with logs is long ago by this machine's clock, which may be wrong: nothing is removed by it.
      let far = try RunCommandTests.run(folder, text)
      #expect(far.status == 0 && far.notes.contains("the last day with logs, 2026-03-16, is"), "\(far.notes)")
      #expect(try RunCommandTests.report(folder).identities.sorted() == ["ana@example.com", "bob@example.com"])
      let later = IceWarpTalk(client: "198.51.100.2", time: "2026-03-19 10:00:00")
      try folder.write(later.submission(by: "bob@example.com"), to: "two/s20260319-00.log")
      #expect(try RunCommandTests.run(folder, text).status == 0)
      let report = try RunCommandTests.report(folder)
      #expect(report.identities == ["bob@example.com"] && report.number("totals.messages") == 1)
    }
  }

  @Test("notices of a campaign are kept as long as the day of its cut-over is, however old they are")
  func noticeRetention() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      #expect(try RunCommandTests.run(folder, RunCommandTests.twoSources).status == 0)
      let state = folder.path("state/state.sqlite")
      for campaign in ["2026-03-13", "2026-03-14", "2026-04-01"] {
        try StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false)).begin(
          NoticeRecord(
            campaign: campaign, kind: .notice, identity: "ana@example.com", recipient: "ana@example.com", round: 1,
            messageID: "<\(campaign)>", readiness: .notReady,
            intentAt: try #require(Timestamp(iso8601: "2026-03-10T00:00:00Z")), outcome: .sent))
      }
      let text = RunCommandTests.twoSources.replacing("retention-days: 36500", with: "retention-days: 2")
      for _ in 0..<2 {
        #expect(try RunCommandTests.run(folder, text).status == 0)
        let records = try StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false)).records()
        #expect(records.map(\.campaign) == ["2026-03-14", "2026-04-01"])
      }
    }
  }

  @Test("nobody is told out of logs that have not grown for days")
  func silentLogs() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      let notices = """
        cutover: 2099-12-01
        notices:
          domains: [example.com]
          server: mail.example.com
          unprobed: true
          send: true
          from: it@example.com
          smtp: smtp://127.0.0.1:9
          credentials: login
        """
      let login = try folder.write(["it@example.com", "secret"], to: "login")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: login)
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources + "\n" + notices + "\n")
      #expect(run.status == 3, "\(run.notes)")
      #expect(
        run.notes.contains("nobody is told by this run: the last day with sessions in the logs, 2026-03-16, is"),
        "\(run.notes)")
      #expect(try RunCommandTests.report(folder).identities == ["ana@example.com", "bob@example.com"])
    }
  }

  @Test("days beyond the retention are gone from the report and from the file")
  func retention() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      let today = "\(Timestamp(seconds: Int64(Date().timeIntervalSince1970)))".prefix(10)
      var talk = IceWarpTalk(client: "198.51.100.2")
      talk.time = "\(today) 00:00:01"
      try folder.write(
        talk.submission(by: "bob@example.com"), to: "two/s\(today.filter { $0 != "-" })-00.log")
      let text = RunCommandTests.twoSources.replacing("retention-days: 36500", with: "retention-days: 2")
      #expect(try RunCommandTests.run(folder, text).status == 0)
      #expect(try RunCommandTests.report(folder).identities == ["bob@example.com"])
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("state/state.sqlite")))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("ana@example.com"))
      #expect(String(decoding: bytes, as: UTF8.self).contains("bob@example.com"))
      #expect(try RunCommandTests.run(folder, text).status == 0)
      #expect(try RunCommandTests.report(folder).identities == ["bob@example.com"])
    }
  }
}
