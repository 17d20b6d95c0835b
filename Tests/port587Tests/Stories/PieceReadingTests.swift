import Analysis
import LogFormats
import MailModel
import Testing

/// However a log is cut into pieces, and in whatever order the pieces are counted, the report is the same.
@Suite("Dialogues: read in pieces")
struct PieceReadingTests {
  /// A log of sessions that interleave, some without begin, some without end, some in threads used again.
  private static func log(_ chance: inout Chance) -> Dialogue {
    typealias D = DialogueRow
    let names = ["ana", "rui", "bia", "leo"].map { $0 + "@example.com" }
    var lanes: [(peer: String, thread: String, rows: [Substring])] = []
    for number in 0..<(6 + chance.next(8)) {
      var text = chance.next(8) == 0 ? "" : D.on([25, 465, 587][chance.next(3)])
      for _ in 0..<(1 + chance.next(3)) {
        let name = names[chance.next(4)]
        switch chance.next(7) {
        case 0: text += D.login(name)
        case 1: text += D.starttls + D.login(name) + D.mail(name)
        case 2: text += D.login(name, ">>> 535 5.7.8 no") + D.denied(name)
        case 3: text += D.mail(name, elsewhere: chance.next(2) == 0)
        case 4: text += D.login(name) + "<<< RSET\n>>> 250 ok\n" + D.mail(names[chance.next(4)])
        case 5: text += "<<< MAIL FROM:<\(name)>\n>>> 550-5.7.1 no\n>>> 550 5.7.1 and no\n"
        default: text += "<<< AUTH LOGIN\n" + D.ok + D.mail(name)
        }
      }
      if chance.next(4) > 0 { text += D.quit }
      lanes.append(("198.51.100.\(number % 3)", "0A1\(chance.next(10))", text.split(separator: "\n")))
    }
    // One session after another within a peer's thread, all others in between.
    var running: [String: [Substring]] = [:]
    var text = ""
    var second = 8 * 3600
    func put(_ key: String, _ row: Substring) {
      let clock = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
      text += "# \(key) \(clock.joined(separator: ":"))\n\(row)\n"
      second += chance.next(3)
    }
    while !lanes.isEmpty || !running.isEmpty {
      if let lane = lanes.last, running.isEmpty || chance.next(3) == 0, running[lane.peer + " " + lane.thread] == nil {
        running[lane.peer + " " + lane.thread] = lane.rows
        lanes.removeLast()
      }
      let keys = running.keys.sorted()
      let key = keys[chance.next(keys.count)]
      if let row = running[key]?.first {
        put(key, row)
        running[key]?.removeFirst()
      }
      if running[key]?.isEmpty == true { running[key] = nil }
    }
    return Dialogue(text: text, localDomains: ["example.com"])
  }

  /// The lines cut at random places; neighbouring cuts make empty pieces.
  private static func pieces(_ lines: [[UInt8]], _ chance: inout Chance) -> [ArraySlice<[UInt8]>] {
    let cuts = [0, lines.count] + (0..<(1 + chance.next(5))).map { _ in chance.next(lines.count + 1) }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { lines[$0..<$1] }
  }

  private static func isSame(_ a: ReportModel, _ b: ReportModel) -> Bool {
    a.totals == b.totals && a.users == b.users && a.addresses == b.addresses && a.refusals == b.refusals
      && a.daily == b.daily && a.warnings == b.warnings
  }

  /// Each piece read apart from the others, the last first, and joined afterwards: the tallies of all.
  private static func apart(_ log: Dialogue, _ pieces: [ArraySlice<[UInt8]>]) -> [Tally] {
    let context = log.formatContext
    var ends: [PieceEnd] = []
    var tallies: [Tally] = []
    for (number, piece) in pieces.enumerated().reversed() {
      var assembler = SessionAssembler(context: log.context)
      assembler.begin(Dialogue.traits(piece: number), continuing: nil)
      Dialogue.read(piece, context, into: &assembler)
      ends.insert(assembler.end(), at: 0)
      tallies.append(assembler.takeTally())
    }
    var joiner = SessionAssembler(context: log.context)
    var open = OpenSessions()
    for end in ends { open = joiner.settle(end, after: open) }
    joiner.finishAll(open)
    return tallies + [joiner.takeTally()]
  }

  @Test("A session that a later one ended in another piece takes no line any more")
  func ended() {
    typealias D = DialogueRow
    let parts = [
      D.on(25) + D.login(), "# 198.51.100.7 0A10 08:10:00\n" + D.on(587) + D.login("rui@example.com") + D.quit,
      "# 198.51.100.7 0A10 08:20:00\n<<< EHLO PC\n" + D.mail("bia@example.com"),
    ]
    let log = Dialogue(text: parts.joined())
    #expect(log.summary.hasPrefix("sessions 3, logins 2, clear 2, relays 1;"))
    var pieces: [ArraySlice<[UInt8]>] = []
    var rest = log.lines[...]
    for part in parts {
      let count = part.split(separator: "\n").count { !$0.hasPrefix("# ") }
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    var sum = Tally(seed: 1)
    for tally in PieceReadingTests.apart(log, pieces) { sum.merge(tally) }
    #expect(PieceReadingTests.isSame(log.report(sum), log.report(log.tally())))
  }

  @Test("Apart and then joined is the same as one after the other", arguments: 1...60)
  func apart(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let log = PieceReadingTests.log(&chance)
    let context = log.formatContext
    let whole = log.report(log.tally())
    #expect(whole.totals.sessions > 0)
    let pieces = PieceReadingTests.pieces(log.lines, &chance)

    // One after the other, with what is open carried along.
    var continuing = SessionAssembler(context: log.context)
    var open = OpenSessions()
    for (number, piece) in pieces.enumerated() {
      continuing.begin(Dialogue.traits(piece: number), continuing: open)
      Dialogue.read(piece, context, into: &continuing)
      open = continuing.settle(continuing.end(), after: OpenSessions())
    }
    continuing.finishAll(open)
    #expect(PieceReadingTests.isSame(log.report(continuing.takeTally()), whole))

    var tallies = PieceReadingTests.apart(log, pieces)
    for _ in 0..<3 {
      for i in tallies.indices { tallies.swapAt(i, chance.next(tallies.count)) }
      var sum = Tally(seed: UInt64(1 + chance.next(1000)))
      for tally in tallies { sum.merge(tally) }
      #expect(PieceReadingTests.isSame(log.report(sum), whole), "\(log.text)")
    }
  }

  @Test("The sums agree, whatever was logged", arguments: 61...120)
  func sums(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let log = PieceReadingTests.log(&chance)
    let totals = log.report(log.tally()).totals
    #expect(totals.byPort.values.reduce(0) { $0 + $1.sessions } == totals.authenticatedSessions)
    #expect(totals.byPort.values.reduce(0) { $0 + $1.messages } == totals.messages)
    #expect(totals.byPortEvidence.values.reduce(0, +) == totals.authenticatedSessions)
    #expect(totals.readiness.values.reduce(0, +) == totals.users)
    #expect(totals.sessions >= totals.authenticatedSessions)
  }
}
