import Foundation
import MailModel
import StateStore
import Testing

/// Days that are put together into blocks: every report is the one that the days give.
@Suite("State, blocks of days")
struct StateBlockTests {
  /// Days of a Postfix server on which people come, go, move and are refused.
  ///
  /// - Parameters:
  ///   - days: which days, from 2024-01-01 on.
  ///   - labels: the day from which on services have labels; Postfix reads its configuration now and then until some days behind it.
  ///   - gate: days on which postscreen has port 25; with the first and behind the last Postfix reads its configuration.
  static func log(
    _ days: Range<Int>, of server: String, users: Int, labels: Int? = nil, gate: Range<Int>? = nil, chance: inout Chance
  ) -> String {
    var lines = ""
    for day in days where chance.next(12) > 0 || gate.map({ day == $0.lowerBound || day == $0.upperBound }) ?? false {
      let date = CivilDate(daysSinceEpoch: 19_723 + day)
      if let labels, day < labels + 20, chance.next(3) == 0 {
        lines += "\(date)T09:30:00.000000+00:00 \(server) postfix/master[9]: reload -- version 3.7.11\n"
      }
      if let gate, day == gate.lowerBound || day == gate.upperBound || chance.next(40) == 0 {
        let time = "\(date)T1\(chance.next(4)):30:00.000000+00:00"
        lines += "\(time) \(server) postfix/master[9]: reload -- version 3.7.11\n"
      }
      for number in 0..<(2 + chance.next(5)) {
        let user = "user\(chance.next(users))@example.com"
        // Some have an address of their own, some another one every day.
        let last = chance.next(3) == 0 ? chance.next(200) : chance.next(5)
        let client = "pc[198.51.100.\(last)]"
        let stamp = "\(date)T1\(number):00:0\(chance.next(10)).000000+00:00"
        let tag = ["smtpd", "submission/smtpd", "smtps/smtpd"][
          labels.map { day < $0 } ?? false ? 0 : chance.next(day < 300 ? 2 : 3)]
        let head = "\(stamp) \(server) postfix/\(tag)[\(1000 + day * 10 + number)]: "
        if let gate, gate.contains(day), tag == "smtpd", chance.next(4) > 0 {
          let place = "[198.51.100.\(last)]:\(20_000 + day * 10 + number)"
          lines += ["CONNECT from \(place) to [192.0.2.1]:25", "PASS OLD \(place)"]
            .map { "\(stamp) \(server) postfix/postscreen[5]: \($0)\n" }.joined()
        }
        var texts = ["connect from \(client)"]
        switch chance.next(9) {
        case 0:
          texts += [
            "warning: \(client): SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=\(user)",
            "disconnect from \(client) ehlo=1 auth=0/1 quit=1 commands=2/3",
          ]
        case 1:
          let reply =
            chance.next(2) == 0
            ? "554 5.7.1 <a@example.net>: Relay access denied"
            : "554 5.7.1 <\(client)>: Client host rejected: Access denied"
          texts += [
            "NOQUEUE: reject: RCPT from \(client): \(reply); from=<\(user)> to=<a@example.net> proto=ESMTP helo=<pc\(last)>",
            "disconnect from \(client) ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4",
          ]
        case 2:
          texts += [
            "\(String(0xA0000 + day * 10 + number, radix: 16).uppercased())1: client=\(client)",
            "disconnect from \(client) ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5",
          ]
        default:
          texts += [
            "\(String(0xA0000 + day * 10 + number, radix: 16).uppercased())1: client=\(client), sasl_method=PLAIN, sasl_username=\(user)",
            "disconnect from \(client) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
          ]
        }
        lines += texts.map { head + $0 + "\n" }.joined()
      }
    }
    return lines
  }

  /// A copy of a state without its blocks: days that are written anew take them along.
  static func withoutBlocks(_ state: String, _ copy: String) throws {
    try FileManager.default.copyItem(atPath: state, toPath: copy)
    let file = try StateFile(path: copy, mayCreate: false)
    var days: [StoredDay] = []
    for part in try file.parts() {
      for number in try file.dayNumbers(of: part.id) {
        if let day = try file.day(number, of: part.id) { days.append(day) }
      }
    }
    _ = try file.rewrite(days: days, streams: [], joins: [], runs: [], forgetting: "nobody")
    #expect(try blocks(file).isEmpty)
  }

  static func blocks(_ file: StateFile) throws -> [BlockHead] {
    var heads: [BlockHead] = []
    for part in try file.parts() { heads += try file.blocks(of: part.id, days: try file.dayHeads(of: part.id)) }
    return heads
  }

  /// A report without the moment at which it was made.
  ///
  /// - Parameter others: fields that are left out as well.
  static func report(_ state: String, _ options: [String], without others: [String] = []) throws -> Data {
    let run = try ProgramRun(["report", "--state", state, "--json", "--utc-offset", "+00:00"] + options)
    #expect(run.status == 0, "\(options): \(run.notes)")
    var fields = try ReportText(run.output).fields
    for name in ["generatedAt"] + others { fields[name] = nil }
    return try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
  }

  static func audit(_ log: String, _ state: String, server: String) throws {
    let run = try ProgramRun([
      "audit", log, "--state", state, "--quiet", "--server-name", server, "--utc-offset", "+00:00",
    ])
    #expect(run.status == 0, "\(run.notes)")
  }

  /// Options of a report over any days of the two years.
  static func options(_ chance: inout Chance) -> [String] {
    func day(_ bound: Int) -> CivilDate { CivilDate(daysSinceEpoch: 19_723 + chance.next(bound)) }
    var options: [String] = []
    var until: CivilDate?
    if chance.next(2) == 0 { until = CivilDate(daysSinceEpoch: 19_753 + chance.next(740)) }
    if let until { options += ["--until", "\(until)"] }
    if chance.next(2) == 0 { options += ["--wave-days", "\(1 + chance.next(120))"] }
    if chance.next(2) == 0 { options += ["--cutover", "2026-01-01"] }
    switch chance.next(4) {
    case 0: options += ["--compare-to", "previous"]
    case 1: options += ["--compare-to", "2023-12-30"]
    default: break
    }
    if !options.contains("2023-12-30"), chance.next(3) == 0 {
      let since = day(600)
      // A window that ends before it begins is refused.
      if until.map({ since < $0 }) ?? true { options += ["--since", "\(since)"] }
    }
    return options
  }

  @Test("a report from blocks is the report from the days, whatever it is asked for")
  func same() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 44)
      let state = folder.path("state.sqlite")
      let first = Self.log(0..<770, of: "mx1", users: 9, chance: &chance)
      let second = Self.log(100..<400, of: "mx2", users: 14, labels: 222, gate: 260..<331, chance: &chance)
      try Self.audit(try folder.write(Data(first.utf8), to: "a/mail.log"), state, server: "mx1")
      try Self.audit(try folder.write(Data(second.utf8), to: "b/mail.log"), state, server: "mx2")
      let lengths = Set(try Self.blocks(StateFile(path: state, mayCreate: false)).map(\.length))
      #expect(lengths == [8, 64, 512])
      // Late lines of old days: their blocks are made anew.
      let late =
        Self.log(150..<160, of: "mx1", users: 9, chance: &chance)
        + Self.log(770..<790, of: "mx1", users: 9, chance: &chance)
      try Self.audit(try folder.write(Data(late.utf8), to: "c/mail.log"), state, server: "mx1")
      let copy = folder.path("days.sqlite")
      try Self.withoutBlocks(state, copy)
      #expect(try Self.report(state, []) == Self.report(copy, []))
      for _ in 0..<16 {
        let options = Self.options(&chance)
        #expect(try Self.report(state, options) == Self.report(copy, options), "\(options)")
      }
      let full = try ReportText(ProgramRun(["report", "--state", state, "--json", "--utc-offset", "+00:00"]).output)
      #expect(full.list("trend.burnDown").count > 700 && full.identities.count == 14)
    }
  }

  @Test("what is forgotten or removed is in no block, and merged states have blocks of their own")
  func care() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 45)
      let state = folder.path("state.sqlite")
      let text = Self.log(0..<100, of: "mx1", users: 6, chance: &chance)
      try Self.audit(try folder.write(Data(text.utf8), to: "a/mail.log"), state, server: "mx1")
      let merged = folder.path("merged.sqlite")
      #expect(try ProgramRun(["state", "merge", state, "--into", merged]).status == 0)
      #expect(try !Self.blocks(StateFile(path: merged, mayCreate: false)).isEmpty)
      // A state that was merged has read nothing itself.
      #expect(try Self.report(merged, [], without: ["sources"]) == Self.report(state, [], without: ["sources"]))
      for path in [state, merged] {
        #expect(try ProgramRun(["state", "forget", "user3@example.com", "--state", path]).status == 0)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.range(of: Data("user3@example.com".utf8)) == nil)
        #expect(try !ReportText(Self.report(path, [])).identities.contains("user3@example.com"))
      }
      #expect(try ProgramRun(["state", "purge", "--older-than", "2024-03-01", "--state", state]).status == 0)
      let copy = folder.path("days.sqlite")
      try Self.withoutBlocks(state, copy)
      #expect(try Self.report(state, []) == Self.report(copy, []))
      #expect(try Self.blocks(StateFile(path: state, mayCreate: false)).allSatisfy { $0.first >= 19_723 + 60 })
      #expect(try ProgramRun(["state", "check", "--state", state]).status == 0)
    }
  }

  @Test("who only reads refuses what it needs and finds damaged, and nothing else changes a figure")
  func flips() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 46)
      let state = folder.path("state.sqlite")
      let text = Self.log(0..<120, of: "mx1", users: 6, chance: &chance)
      try Self.audit(try folder.write(Data(text.utf8), to: "a/mail.log"), state, server: "mx1")
      let sound = try Data(contentsOf: URL(fileURLWithPath: state))
      let options = [[], ["--since", "2024-02-03", "--until", "2024-03-14"]]
      let expected = try options.map { try Self.report(state, $0) }
      var refused = 0
      for round in 0..<120 {
        var bytes = sound
        let place = chance.next(bytes.count)
        bytes[place] ^= UInt8(1 << chance.next(8))
        for suffix in ["-wal", "-shm", ".damaged"] { try? FileManager.default.removeItem(atPath: state + suffix) }
        try bytes.write(to: URL(fileURLWithPath: state))
        let run = try ProgramRun(
          ["report", "--state", state, "--json", "--utc-offset", "+00:00"] + options[round % 2])
        guard run.status == 0 else {
          refused += 1
          #expect(run.status == 74 || run.status == 78, "byte \(place): \(run.status) \(run.notes)")
          #expect(run.output.isEmpty)
          continue
        }
        var fields = try ReportText(run.output).fields
        fields["generatedAt"] = nil
        let found = try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
        #expect(found == expected[round % 2], "byte \(place)")
      }
      // Most of a small state is room that no table uses, and a report does not read everything.
      #expect(refused > 3, "\(refused) of 120 were refused")
    }
  }
}
