import MailModel
import Testing

@testable import Analysis

@Suite("Connections of postscreen")
struct GateWatchTests {
  @Test("connections without an end cost no square of their number, and do not pile up")
  func endless() {
    var watch = GateWatch()
    var event = LogEvent()
    event.kind = .postscreenConnected
    event.code = 25
    let clock = ContinuousClock()
    let took = clock.measure {
      for number in 0..<60_000 {
        let text = "[198.51.\(number >> 8 & 0xff).\(number & 0xff)]:\(1024 + (number >> 16))"
        event.first = ByteRange(0, text.utf8.count)
        event.time = LogTime(local: Int64(number) * 5)
        let line = Array(text.utf8)
        watch.note(event, line.span)
      }
    }
    #expect(took < .seconds(20))
    var out = ByteWriter()
    watch.encode(into: &out)
    #expect(out.bytes.count < 60_000 * 20)
  }
}
