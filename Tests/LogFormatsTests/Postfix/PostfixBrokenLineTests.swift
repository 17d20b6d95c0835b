import LogFormats
import MailModel
import Testing

@Suite("Postfix: broken lines are answered, never fatal")
struct PostfixBrokenLineTests {
  /// Lines of the tables and of every fixture.
  static func lines() throws -> [[UInt8]] {
    let rows =
      PostfixLineTests.sessions + PostfixLineTests.messages + PostfixLineTests.failures + PostfixLineTests.others
      + PostfixRefusalTests.refusals + PostfixRefusalTests.helpers
    return rows.map { Array((PostfixRow.header + $0.line).utf8) }
      + (try PostfixRecordedTests.fixtureNames.flatMap { try PostfixRecordedTests.lines(of: $0 + "/mail.log") })
  }

  /// Reads the line and sees that no range leaves it.
  private func read(_ line: [UInt8], _ format: inout PostfixFormat) -> Bool {
    var event = LogEvent()
    guard format.parse(line.span, into: &event) == .event else { return true }
    return [event.first, event.second, event.third, event.fourth, event.fifth, event.service].allSatisfy {
      $0.start <= $0.end && Int($0.end) <= line.count
    }
  }

  @Test("Cut off at every byte")
  func prefixes() throws {
    var format = PostfixFormat(context: PostfixRow.context)
    for line in try Self.lines() {
      for end in 0...line.count {
        #expect(read(Array(line[..<end]), &format), "\(String(decoding: line[..<end], as: UTF8.self))")
      }
    }
  }

  @Test("One byte replaced, one stretch dropped or doubled")
  func mutations() throws {
    var format = PostfixFormat(context: PostfixRow.context)
    var state: UInt64 = 587
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
    let bytes = Array("[]<>:;,= /\"\\-+.0AaTZ\u{0}\n".utf8) + [0xff]
    for line in try Self.lines() {
      for _ in 0..<60 {
        var broken = line
        for _ in 0...next(2) where !broken.isEmpty {
          let place = next(broken.count)
          let end = min(broken.count, place + next(12))
          switch next(3) {
          case 0: broken[place] = bytes[next(bytes.count)]
          case 1: broken.removeSubrange(place..<end)
          default: broken.insert(contentsOf: broken[place..<end], at: place)
          }
        }
        #expect(read(broken, &format), "\(String(decoding: broken, as: UTF8.self))")
      }
    }
  }
}
