import MailModel
import Testing

@testable import loggen

@Suite("IceWarp logs")
struct IceWarpLogTests {
  @Test(
    "Every line has peer, thread, stamp and text",
    arguments: [
      (4, StampStyle.time, "\r\n"), (8, .time, "\n"), (16, .rfc822, "\r\n"), (8, .rfc822, "\n"),
    ])
  func form(digits: Int, style: StampStyle, lineEnd: String) throws {
    let small = try SmallLog.icewarp(
      bytes: 100_000, options: IceWarpOptions(threadDigits: digits), style: style, lineEnd: lineEnd)
    let stamp =
      style == .time
      ? #"\d\d:\d\d:\d\d"# : #"Mon, 16 May 2011 \d\d:\d\d:\d\d -0300"#
    let line = try Regex(#"^[0-9a-f.:]+ +\[[0-9A-F]{\#(digits)}\] "# + stamp + #" \S.*$"#)
    let service = try Regex(#"^SYSTEM {10}\[0{\#(digits)}\] "# + stamp + #" \S.*$"#)
    for text in small.log.lines {
      #expect(text.wholeMatch(of: line) != nil || text.wholeMatch(of: service) != nil, "\(text)")
    }
    let ends = small.log.bytes.count { $0 == 10 }
    #expect(ends == small.log.lines.count)
    #expect(small.log.bytes.count { $0 == 13 } == (lineEnd == "\n" ? 0 : ends))
  }

  @Test("An IPv4 peer takes 15 columns and a space")
  func columns() throws {
    for line in try SmallLog.icewarp(bytes: 50_000).log.lines where !line.hasPrefix("2001:") {
      #expect(Array(line.utf8)[15...16].elementsEqual(" [".utf8), "\(line)")
    }
  }

  @Test("The size is met within one session, and no session is cut off", arguments: [5_000, 60_000, 1_500_000])
  func size(wanted: Int) throws {
    let small = try SmallLog.icewarp(bytes: wanted)
    #expect(small.written == small.log.bytes.count)
    #expect(small.written >= wanted && small.written < wanted + 10_000)
    let lines = small.log.lines
    #expect(lines.count { $0.contains(" Connected") } == lines.count { $0.hasSuffix(" Disconnected") })
  }

  @Test("An independent count of the log agrees with the truth", arguments: [false, true])
  func truth(withPort: Bool) throws {
    let small = try SmallLog.icewarp(bytes: 2_000_000, options: IceWarpOptions(withPort: withPort))
    let count = IceWarpRecount(small.log.lines)
    let tally = small.tally
    #expect(count.sessions == tally.sessions)
    #expect(count.addresses.count == tally.addresses)
    #expect(count.outgoing == tally.outgoingSessions)
    #expect(count.failedLogins == tally.failedLogins)
    #expect(count.authenticated.values.reduce(0, +) == tally.authenticatedSessions)
    #expect(count.messages.values.reduce(0, +) == tally.messages)
    #expect(count.relays == tally.unauthenticatedRelays)
    #expect(count.users.count == tally.authenticatedUsers + tally.senderUsers)
    #expect(count.refusals == tally.refusalsByClass.values.reduce(0, +))
    #expect(Set(count.authenticated.keys) == (withPort ? ["25", "587", "465"] : ["unknown"]))
    for (port, sums) in tally.shownByPort {
      #expect(count.authenticated[port] == sums.sessions)
      #expect(count.messages[port] == sums.messages)
    }
    for story in [
      tally.failedLogins, tally.unauthenticatedRelays, tally.refusalsByClass[.senderMismatch] ?? 0,
      tally.refusalsByClass[.submissionRequired] ?? 0, tally.refusalsByClass[.relayDenied] ?? 0,
    ] {
      #expect(story > 0)
    }
  }

  @Test("Days get files of their own, and sessions run over midnight")
  func days() throws {
    let small = try SmallLog.icewarp(bytes: 600_000, days: 3)
    #expect(small.log.days.map(\.day.description) == ["2011-05-16", "2011-05-17", "2011-05-18"])
    var begun = 0
    for day in small.log.days {
      let lines = String(decoding: day.bytes, as: UTF8.self).split(separator: "\r\n")
      let times = lines.compactMap { $0.split(separator: "] ").dropFirst().first?.prefix(8) }
      #expect(times.count == lines.count)
      #expect(times == times.sorted())
      begun += lines.count { $0.contains(" Connected") } - lines.count { $0.hasSuffix(" Disconnected") }
      #expect(day.day.day == 18 ? begun == 0 : begun > 0)
    }
  }
}
