import MailModel
import Testing

@testable import Analysis

@Suite("Readiness")
struct ReadinessRuleTests {
  /// What an identity did, oldest first: `L` login on a legacy port, `S` on a submission port, `U` on an unknown one,
  /// `R` refused with `submissionRequired`.
  struct Row: Sendable, CustomTestStringConvertible {
    let story: String
    let readiness: Readiness
    init(_ story: String, _ readiness: Readiness) {
      self.story = story
      self.readiness = readiness
    }
    var testDescription: String { "\(story) is \(readiness)" }
  }

  static let rows: [Row] = [
    Row("", .unknown),
    Row("S", .ready), Row("SS", .ready), Row("RS", .ready), Row("RRS", .ready),
    Row("SR", .moving), Row("SRS", .ready), Row("SL", .moving), Row("LS", .moving), Row("LSR", .moving),
    Row("RLS", .moving), Row("LRS", .moving), Row("LSRS", .moving),
    Row("L", .notReady), Row("LL", .notReady), Row("RL", .notReady), Row("RRL", .notReady),
    Row("R", .blocked), Row("RR", .blocked), Row("LR", .blocked), Row("LRR", .blocked), Row("LRLR", .blocked),
    Row("LRL", .notReady),
    Row("U", .unknown), Row("UU", .unknown), Row("UR", .unknown), Row("RU", .unknown),
    Row("US", .unknown), Row("SU", .unknown), Row("USR", .moving), Row("SUR", .moving), Row("SRU", .unknown),
    Row("RUS", .unknown),
    // A refusal under the name from elsewhere says nothing of logins that go on on the old port.
    Row("LC", .notReady), Row("LCL", .notReady), Row("LCR", .blocked), Row("LRC", .blocked), Row("SC", .moving),
    Row("CS", .ready), Row("LSC", .moving), Row("C", .blocked), Row("SUC", .moving),
    Row("UL", .notReady), Row("LU", .notReady), Row("ULS", .moving), Row("SUL", .moving),
  ]

  @Test("From what was done, and when", arguments: rows)
  func readiness(row: Row) {
    var rule = ReadinessRule()
    for (number, deed) in row.story.enumerated() {
      let at = Timestamp(seconds: Int64(number) * 60)
      switch deed {
      case "L": rule.sawLogin(on: 25, at: at, PortPolicy())
      case "S": rule.sawLogin(on: number % 2 == 0 ? 587 : 465, at: at, PortPolicy())
      case "U": rule.sawLogin(on: nil, at: at, PortPolicy())
      case "C": rule.lastClaimed = at
      default: rule.lastRefused = at
      }
    }
    #expect(rule.readiness == row.readiness)
  }

  @Test("Logins on unknown ports that were all told off are logins on a port to be closed")
  func toldOff() {
    func rule(messages: Int, toldOff: Int, at last: Int64, lastSubmission: Timestamp? = nil) -> Readiness {
      var rule = ReadinessRule(
        lastSubmission: lastSubmission, lastUnknown: Timestamp(seconds: 100), lastRefused: Timestamp(seconds: last))
      rule.settleUnknown(
        sessions: 3, messages: messages, toldOff: toldOff, lastToldOff: Timestamp(seconds: last))
      return rule.readiness
    }
    #expect(rule(messages: 0, toldOff: 3, at: 100) == .blocked)
    #expect(rule(messages: 0, toldOff: 3, at: 100, lastSubmission: Timestamp(seconds: 200)) == .moving)
    #expect(
      rule(messages: 1, toldOff: 3, at: 100) == .unknown,
      "a message was taken: it may have been on a port for submission")
    #expect(rule(messages: 0, toldOff: 2, at: 100) == .unknown, "one login was not told off")
    #expect(rule(messages: 0, toldOff: 3, at: 99) == .unknown, "the last one was not")
  }

  @Test("Every port that is no submission port is legacy", arguments: [25, 366, 2525, 26])
  func legacy(port: Int) {
    var rule = ReadinessRule()
    rule.sawLogin(on: port, at: Timestamp(seconds: 0), PortPolicy())
    #expect(rule.readiness == .notReady)
  }

  @Test("Earlier logins that come later in the input change nothing")
  func order() {
    var rule = ReadinessRule()
    rule.sawLogin(on: 587, at: Timestamp(seconds: 100), PortPolicy())
    rule.sawLogin(on: 587, at: Timestamp(seconds: 10), PortPolicy())
    rule.lastRefused = Timestamp(seconds: 50)
    #expect(rule.readiness == .ready)
  }
}
