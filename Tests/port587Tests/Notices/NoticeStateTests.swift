import Foundation
import MailModel
import StateStore
import Testing

/// What the ledger of a state shows, takes in and hands on.
@Suite("Notices, state")
struct NoticeStateTests {
  private static func audit(_ folder: LogFolder, _ name: String, user: String, port: Int = 25) throws -> String {
    let talk = IceWarpTalk(client: "198.51.100.7", time: "2026-03-16 10:00:00", port: port, helo: "PC-ANA")
    let log = try folder.write(talk.submission(by: user), to: "\(name)/s20260316-00.log")
    let state = folder.path("\(name).sqlite")
    let run = try ProgramRun([
      "audit", log, "--state", state, "--quiet", "--server-name", name, "--utc-offset", "+00:00",
    ])
    #expect(run.status == 0, "\(run.notes)")
    return state
  }

  private static func record(
    _ identity: String, _ round: Int, _ outcome: NoticeOutcome?, at seconds: Int64 = 1_790_000_000
  ) -> NoticeRecord {
    NoticeRecord(
      campaign: "2026-12-01", kind: .notice, identity: identity, recipient: identity, round: round,
      messageID: "<\(identity).\(round)>", readiness: .notReady, intentAt: Timestamp(seconds: seconds),
      outcome: outcome)
  }

  private static func add(_ records: [NoticeRecord], to state: String) throws {
    let ledger = StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false))
    for record in records { try ledger.begin(record) }
  }

  private static func records(_ state: String) throws -> [NoticeRecord] {
    try StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false)).records()
  }

  @Test("the effect of each round stands in report and status, in numbers alone")
  func effect() async throws {
    try await LogFolder.use { folder in
      let state = try Self.audit(folder, "mail", user: "ana@example.com", port: 587)
      let before = try ProgramRun(["report", "--state", state, "--json", "--quiet"])
      #expect(!before.text.contains("\"notices\""))
      try Self.add(
        [
          Self.record("ana@example.com", 1, .sent), Self.record("eva@example.com", 1, .sent),
          Self.record("gone@example.com", 1, .undeliverable), Self.record("ana@example.com", 2, .sent),
        ], to: state)
      let report = try ReportText(ProgramRun(["report", "--state", state, "--json", "--quiet"]).output)
      let notices = try #require(report.fields["notices"] as? [String: Any])
      let campaign = try #require((notices["campaigns"] as? [[String: Any]])?.first)
      #expect(campaign["campaign"] as? String == "2026-12-01")
      let rounds = try #require(campaign["rounds"] as? [[String: Int]])
      #expect(rounds.map { $0["sent"] } == [2, 1])
      #expect(rounds.map { $0["movedSince"] } == [0, 1])
      #expect(rounds.map { $0["toldAgain"] } == [1, 0])
      #expect(rounds.map { $0["notSeen"] } == [1, 0])
      #expect(rounds.map { $0["undeliverable"] } == [1, 0])
      let status = try ProgramRun(["notify", "status", "--state", state, "--cutover", "2026-12-01", "--json"])
      let same = try #require(
        (JSONSerialization.jsonObject(with: Data(status.output)) as? [String: Any])?["rounds"] as? [[String: Int]])
      #expect(same == rounds)
      let text = try ProgramRun(["notify", "status", "--state", state, "--cutover", "2026-12-01"]).text
      #expect(text.contains("round 1: 2 sent, 0 failed, 1 undeliverable"), "\(text)")
      #expect(text.contains("undeliverable  gone@example.com"), "\(text)")
      let none = try ProgramRun(["notify", "status", "--state", state, "--cutover", "2027-01-01"])
      #expect(none.text.contains("Nobody was told for 2027-01-01 yet."))
      #expect(try ProgramRun(["notify", "status", "--cutover", "2026-12-01"]).status == 64)
    }
  }

  @Test("merged states know what each of them knew, in any order and after merging again")
  func merge() async throws {
    try await LogFolder.use { folder in
      let one = try Self.audit(folder, "one", user: "ana@example.com")
      let two = try Self.audit(folder, "two", user: "eva@example.com")
      try Self.add(
        [
          Self.record("ana@example.com", 1, .postponed), Self.record("eva@example.com", 1, .sent),
          Self.record("rui@example.com", 1, .sent),
        ], to: one)
      try Self.add(
        [
          Self.record("ana@example.com", 1, .sent, at: 1_790_000_500), Self.record("eva@example.com", 1, nil),
          Self.record("rui@example.com", 1, .undeliverable),
        ], to: two)
      let (first, second) = (folder.path("first.sqlite"), folder.path("second.sqlite"))
      for (states, into) in [([one, two], first), ([two, one], second), ([one, two, one], second)] {
        let run = try ProgramRun(["state", "merge"] + states + ["--into", into])
        #expect(run.status == 0, "\(run.notes)")
      }
      #expect(try Self.records(first) == Self.records(second))
      let outcomes = try Dictionary(uniqueKeysWithValues: Self.records(first).map { ($0.identity, $0.outcome) })
      #expect(outcomes == ["ana@example.com": .sent, "eva@example.com": .sent, "rui@example.com": .undeliverable])
      let again = try ProgramRun(["state", "merge", one, two, "--into", first])
      #expect(!again.text.contains("notices taken"), "\(again.text)")
      #expect(try ProgramRun(["state", "check", "--state", first]).status == 0)
      let plan = try ProgramRun([
        "notify", "--state", first, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
        "2026-12-01", "--unprobed", "--json", "--repeat-after", "100000d",
      ])
      #expect(!plan.text.contains("\"preview\""), "\(plan.text)")
      #expect(plan.text.contains("ana@example.com"))
    }
  }

  @Test("bounces are noted once, and their addresses are not written to again")
  func bounces() async throws {
    try await LogFolder.use { folder in
      let state = try Self.audit(folder, "mail", user: "ana@example.com")
      try Self.add([Self.record("ana@example.com", 1, .sent)], to: state)
      let bounce = """
        From: MAILER-DAEMON@mail.example.com
        Content-Type: multipart/report; report-type=delivery-status; boundary="b/1"

        --b/1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.com

        Final-Recipient: rfc822; ana@example.com
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --b/1
        Content-Type: text/rfc822-headers

        Message-ID: <ana@example.com.1>

        --b/1--
        """
      try folder.write(Data(bounce.utf8), to: "Maildir/new/1.mail")
      try folder.write(Data("Subject: out of office\n\nBack on Monday.\n".utf8), to: "Maildir/cur/2.mail:2,S")
      try folder.write(Data(bounce.utf8), to: "Maildir/tmp/3.mail")
      let run = try ProgramRun(["notify", "bounces", folder.path("Maildir"), "--state", state])
      #expect(run.status == 0, "\(run.notes)")
      #expect(run.text.contains("undeliverable  ana@example.com"), "\(run.text)")
      #expect(run.text.contains("2 messages in 2 files: 1 undeliverable, 1 noNotification"), "\(run.text)")
      #expect(try Self.records(state).map(\.outcome) == [.undeliverable])
      let again = try ProgramRun(["notify", "bounces", folder.path("Maildir"), "--state", state, "--json"])
      let summary = try #require(try JSONSerialization.jsonObject(with: Data(again.output)) as? [String: Any])
      #expect(summary["schema"] as? String == "port587-notify-bounces/1")
      #expect((summary["counts"] as? [String: Int])?["known"] == 1)
      let plan = try ProgramRun([
        "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
        "2027-12-01", "--unprobed", "--json",
      ])
      #expect(plan.text.contains("\"undeliverable\""), "\(plan.text)")
      // It was wrong, and is taken back; the same bounce, read again, changes nothing any more.
      let unknown = try ProgramRun(["notify", "retry", "eva@example.com", "--state", state])
      #expect(unknown.status == 3 && unknown.notes.contains("eva@example.com is not among"), "\(unknown.notes)")
      let retry = try ProgramRun(["notify", "retry", "--like", "user UNKNOWN", "--state", state])
      #expect(retry.status == 0 && retry.text.contains("taken back  ana@example.com"), "\(retry.text)")
      let third = try ProgramRun(["notify", "bounces", folder.path("Maildir"), "--state", state])
      #expect(third.text.contains("1 known"), "\(third.text)")
      for cutover in ["2026-12-01", "2027-12-01"] {
        let plan = try ProgramRun([
          "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
          cutover, "--unprobed", "--json",
        ])
        #expect(plan.text.contains("\"preview\""), "\(plan.text)")
      }
      #expect(try ProgramRun(["notify", "retry", "--state", state]).status == 64)
      #expect(try ProgramRun(["notify", "bounces", folder.path("nowhere"), "--state", state]).status == 66)
      #expect(try ProgramRun(["notify", "bounces", folder.path("Maildir")]).status == 64)
      #expect(try ProgramRun(["notify", "bounces", folder.path("Maildir"), "--state", folder.path("no")]).status == 66)
    }
  }

  @Test("ports that were given for one another are named, where texts and files are made of them")
  func swappedPorts() async throws {
    try await LogFolder.use { folder in
      let state = try Self.audit(folder, "mail", user: "ana@example.com")
      let notify = [
        "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
        "2099-12-01", "--unprobed",
      ]
      let files = ["client-config", "example.com", "--server", "mail.example.com"]
      for command in [notify, files] {
        let swapped = try ProgramRun(command + ["--submission-port", "465", "--submissions-port", "587"])
        #expect(swapped.status == 0, "\(swapped.notes)")
        #expect(swapped.notes.contains("--submission-port 465: there TLS begins"), "\(swapped.notes)")
        #expect(swapped.notes.contains("--submissions-port 587: there STARTTLS"), "\(swapped.notes)")
        #expect(try !ProgramRun(command).notes.contains("STARTTLS"))
      }
    }
  }

  @Test("an administrator corrects a menu in one file")
  func templates() async throws {
    try await LogFolder.use { folder in
      let state = try Self.audit(folder, "mail", user: "ana@example.com")
      let texts = folder.path("texts")
      #expect(try ProgramRun(["notify", "templates", "--output", texts]).status == 0)
      let file = URL(fileURLWithPath: texts + "/en/clients.txt")
      let text = try String(contentsOf: file, encoding: .utf8)
      let start = try #require(text.range(of: "[outlook]\n"))
      let path = try #require(text.range(of: "path: ", range: start.upperBound..<text.endIndex))
      let end = try #require(text[path.upperBound...].firstIndex(of: "\n"))
      let old = String(text[path.upperBound..<end])
      try Data(text.replacing(old, with: "Our own > Menu").utf8).write(to: file)
      func preview(_ options: [String]) throws -> String {
        let output = folder.path("previews-\(options.count)")
        let run = try ProgramRun(
          [
            "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
            "2099-12-01", "--unprobed", "--language", "en", "--output", output,
          ] + options)
        #expect(run.status == 0, "\(run.notes)")
        return try String(contentsOfFile: output + "/ana@example.com.eml", encoding: .utf8)
          .replacing("=\r\n", with: "")
      }
      #expect(try !preview([]).contains("Our own > Menu"))
      #expect(try preview(["--templates", texts]).contains("Our own > Menu"))
      // What was changed is kept when the texts are written again.
      #expect(try ProgramRun(["notify", "templates", "--output", texts]).status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8).contains("Our own > Menu"))
      try Data("[outlook]\ncolour: red\n".utf8).write(to: file)
      let broken = try ProgramRun([
        "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
        "2099-12-01", "--unprobed", "--templates", texts,
      ])
      #expect(broken.status == 78)
      #expect(broken.notes.contains("en/clients.txt"), "\(broken.notes)")
      // A text that was changed is used, or said to be none: never passed over.
      func refused(_ folder: String) throws -> String {
        let run = try ProgramRun([
          "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
          "2099-12-01", "--unprobed", "--templates", folder,
        ])
        #expect(run.status == 78, "\(run.text)")
        return run.notes
      }
      try folder.write(Data([0x4f, 0x6c, 0xe1]), to: "latin/pt-BR/notice.mustache")
      #expect(try refused(folder.path("latin")).contains("no UTF-8"))
      try folder.write(Data("Subject: x\n".utf8), to: "under/pt_BR/notice.mustache")
      #expect(try refused(folder.path("under")).contains("pt_BR/notice.mustache"))
      #expect(try refused(texts + "/pt-BR").contains("no text of this name"))
      try folder.write(Data(), to: "empty/other.txt")
      #expect(try refused(folder.path("empty")).contains("none of the files"))
      try folder.write(Data("ana@example.com\nCaio Silva caio@example.com\n".utf8), to: "optout.txt")
      let list = try ProgramRun([
        "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
        "2099-12-01", "--unprobed", "--opt-out", folder.path("optout.txt"),
      ])
      #expect(list.status == 78 && list.notes.contains("optout.txt:2"), "\(list.notes)")
    }
  }
}
