import MailModel
import Testing

@Suite("Wall clock to UTC")
struct ZoneRulesTests {
  /// Berlin in 2026: summer time from 29 March 02:00 to 25 October 03:00, spans by local time.
  private static func berlin() throws -> ZoneRules {
    ZoneRules(spans: [
      .init(localStart: .min, offset: 3600), .init(localStart: try local("2026-03-29T03:00:00Z"), offset: 7200),
      // The hour from 02:00 to 03:00 comes twice; the first one is meant.
      .init(localStart: try local("2026-10-25T03:00:00Z"), offset: 3600),
    ])
  }

  private static func local(_ text: String) throws -> Int64 { try #require(Timestamp(iso8601: text)).milliseconds }

  @Test(
    "Before, in and after the changes of the clock",
    arguments: [
      ("2026-01-15T12:00:00Z", "2026-01-15T11:00:00Z"), ("2026-03-29T01:59:59Z", "2026-03-29T00:59:59Z"),
      ("2026-03-29T02:30:00Z", "2026-03-29T01:30:00Z"), ("2026-03-29T03:00:00Z", "2026-03-29T01:00:00Z"),
      ("2026-07-01T12:00:00Z", "2026-07-01T10:00:00Z"), ("2026-10-25T01:59:59Z", "2026-10-24T23:59:59Z"),
      ("2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z"), ("2026-10-25T03:00:00Z", "2026-10-25T02:00:00Z"),
      ("2026-12-31T23:59:59Z", "2026-12-31T22:59:59Z"),
    ])
  func changes(wall: String, utc: String) throws {
    let rules = try ZoneRulesTests.berlin()
    let moment = rules.moment(LogTime(local: try ZoneRulesTests.local(wall)))
    #expect(moment.description == utc)
  }

  @Test("The offset that a line tells itself is stronger")
  func own() throws {
    let time = LogTime(local: try ZoneRulesTests.local("2026-07-01T12:00:00Z"), offset: -10_800)
    #expect(try ZoneRulesTests.berlin().moment(time).description == "2026-07-01T15:00:00Z")
  }

  @Test("One offset for ever, and none at all")
  func fixed() throws {
    let noon = LogTime(local: try ZoneRulesTests.local("2026-07-01T12:00:00Z"))
    #expect(ZoneRules(fixedOffset: -10_800).moment(noon).description == "2026-07-01T15:00:00Z")
    #expect(ZoneRules(fixedOffset: 20_700).moment(noon).description == "2026-07-01T06:15:00Z")
    #expect(ZoneRules(spans: []).moment(noon).description == "2026-07-01T12:00:00Z")
  }

  @Test(
    "What the clock on the wall shows at a moment",
    arguments: [
      ("2026-01-15T11:00:00Z", 3600), ("2026-03-29T00:59:59Z", 3600), ("2026-03-29T01:00:00Z", 7200),
      ("2026-07-01T10:00:00Z", 7200), ("2026-10-25T00:59:59Z", 7200), ("2026-10-25T01:00:00Z", 3600),
      ("2039-07-01T00:00:00Z", 3600),
    ])
  func ahead(utc: String, offset: Int32) throws {
    let moment = try #require(Timestamp(iso8601: utc))
    #expect(try ZoneRulesTests.berlin().offset(atMoment: moment) == offset)
    #expect(ZoneRules(fixedOffset: -10_800).offset(atMoment: moment) == -10_800)
  }

  @Test("The offsets of a span of time, each once")
  func between() throws {
    func offsets(_ first: String, _ last: String) throws -> [Int32] {
      try ZoneRulesTests.berlin().offsets(
        from: try #require(Timestamp(iso8601: first)), through: try #require(Timestamp(iso8601: last)))
    }
    #expect(try offsets("2026-07-01", "2026-07-02") == [7200])
    #expect(try offsets("2026-07-01", "2026-11-02") == [7200, 3600])
    #expect(try offsets("2026-01-01", "2026-12-31") == [3600, 7200])
    #expect(try offsets("2026-12-31", "2026-01-01") == [3600])
  }

  @Test("Many spans: the one that has begun last")
  func many() {
    let rules = ZoneRules(spans: (0..<100).map { .init(localStart: Int64($0) * 1000, offset: Int32($0)) })
    for local in stride(from: Int64(-500), to: 100_500, by: 250) {
      #expect(rules.offset(at: local) == Int32(min(99, max(0, local / 1000))))
    }
  }
}
