import Analysis
import MailModel
import Testing

private typealias D = DialogueRow

@Suite("Dialogues: senders of a login")
struct SenderCountTests {
  /// Dialogue, and what stands at the users: `ana@example.com 2`, `-` when nothing tells it.
  struct Row: Sendable, CustomTestStringConvertible {
    let dialogue: String
    let senders: String
    var testDescription: String { senders }

    init(_ dialogue: String, _ senders: String) { (self.dialogue, self.senders) = (dialogue, senders) }
  }

  static let rows = [
    Row(D.on(25) + D.login() + D.mail() + D.quit, "ana@example.com 1"),
    Row(D.on(25) + D.login() + D.mail() + D.mail("Ana@Example.com") + D.quit, "ana@example.com 1"),
    Row(D.on(25) + D.login() + D.mail("rui@example.com") + D.quit, "ana@example.com 1"),
    Row(D.on(25) + D.login() + D.mail() + D.mail("rui@example.com") + D.quit, "ana@example.com 2"),
    Row(D.on(25) + D.login() + D.quit, "ana@example.com -"),
    Row(D.on(25) + D.login() + "<<< MAIL FROM:<rui@example.com>\n>>> 550 no\n" + D.quit, "ana@example.com -"),
    Row(
      D.on(25) + D.login() + D.mail() + D.quit + "# 198.51.100.8 0A11 08:01:00\n" + D.on(587) + D.login()
        + D.mail("rui@example.com") + D.quit,
      "ana@example.com 2"),
    Row(
      D.on(25) + D.login() + (0..<40).map { D.mail("office\($0)@example.com") }.joined() + D.quit,
      "ana@example.com 8"),
  ]

  @Test("accepted senders are told apart up to eight", arguments: rows)
  func senders(_ row: Row) {
    let story = Dialogue(text: row.dialogue)
    #expect(Self.text(story.report(story.tally())) == row.senders)
  }

  @Test("as bytes, and merged in any order and twice, the count is the same", arguments: rows)
  func kept(_ row: Row) throws {
    let story = Dialogue(text: row.dialogue)
    let tally = story.tally()
    let other = Dialogue(text: D.on(25) + D.login("eva@example.com") + D.mail("eva@example.com") + D.quit).tally()
    var first = try Tally(encoded: tally.encoded(), seed: 1)
    first.merge(other)
    var second = other
    second.merge(tally)
    second.merge(try Tally(encoded: tally.encoded(), seed: 2))
    for merged in [first, second] {
      #expect(Self.text(story.report(merged)).contains(row.senders))
      #expect(Self.text(story.report(merged)).contains("eva@example.com 1"))
    }
  }

  @Test("a session that is carried over keeps its senders")
  func carried() throws {
    let story = Dialogue(text: D.on(25) + D.login() + D.mail() + D.mail("rui@example.com"))
    var assembler = SessionAssembler(context: story.context)
    assembler.begin(Dialogue.traits(), continuing: OpenSessions())
    Dialogue.read(story.lines, story.formatContext, into: &assembler)
    let open = assembler.settle(assembler.end(), after: OpenSessions())
    var next = SessionAssembler(context: story.context)
    next.finishAll(try OpenSessions(encoded: open.encoded()))
    #expect(Self.text(story.report(next.takeTally())) == "ana@example.com 2")
  }

  private static func text(_ model: ReportModel) -> String {
    model.users.map { "\($0.identity) \($0.senders.map { "\($0)" } ?? "-")" }.joined(separator: ", ")
  }
}
