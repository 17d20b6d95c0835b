import LogFormats
import MailModel
import Testing

@Suite("IceWarp: places known from the line before")
struct IceWarpKnownPlacesTests {
  private static let usual = "198.51.100.7    [0A1F] 08:00:00 <<< QUIT"

  /// Outcome and event of a line, for a parser that has read these lines before.
  private func read(_ line: [UInt8], after before: [String]) -> String {
    var format = IceWarpFormat(context: IceWarpRow.context)
    var event = LogEvent()
    for text in before { _ = format.parse(Array(text.utf8).span, into: &event) }
    let outcome = format.parse(line.span, into: &event)
    guard outcome == .event else { return "\(outcome)" }
    return "\(outcome) \(event.kind) \(event.key) \(event.time) \(event.fourth)"
  }

  @Test("Any byte at any place of peer and thread is read as without the line before", arguments: 0..<23)
  func anyByte(place: Int) {
    for value in UInt8.min...UInt8.max {
      var line = Array(IceWarpKnownPlacesTests.usual.utf8)
      line[place] = value
      #expect(
        read(line, after: [IceWarpKnownPlacesTests.usual]) == read(line, after: []), "byte \(value) at place \(place)")
    }
  }

  @Test(
    "A peer may stand in brackets, and have a zone",
    arguments: [
      ("[2001:db8::1]", "2001:db8::1"), ("[::1]", "::1"), ("fe80::1%12", "fe80::1%12"),
      ("fe80::1%eth0", "fe80::1%eth0"),
      ("[2001:db8:1:2:3:4:5:6]", "2001:db8:1:2:3:4:5:6"),
    ])
  func addresses(peer: String, address: String) {
    for body in ["Connected, local IP=[2001:db8::87]:587", "Disconnected", "<<< QUIT"] {
      let width = max(16, peer.utf8.count + 1)
      let line = Array((peer + String(repeating: " ", count: width - peer.utf8.count) + "[0A1F] 08:00:00 " + body).utf8)
      for before in [[], [IceWarpKnownPlacesTests.usual]] {
        var format = IceWarpFormat(context: IceWarpRow.context)
        var event = LogEvent()
        for text in before { _ = format.parse(Array(text.utf8).span, into: &event) }
        #expect(format.parse(line.span, into: &event) == .event)
        let shown = event.kind == .quit ? event.fourth : event.first
        #expect(String(decoding: line[shown.indices], as: UTF8.self) == address)
        #expect(String(decoding: line[event.fourth.indices], as: UTF8.self) == address)
        #expect(IPAddress(address) != nil)
      }
    }
  }

  @Test(
    "Peers of any length in their column are read as without the line before",
    arguments: ["1.1.1.1", "10.0.0.17", "203.0.113.255", "100.100.100.100", "::1", "2001:db8::1", "", "a b", "1\t1"])
  func peers(peer: String) {
    let line = Array((peer + String(repeating: " ", count: 16 - peer.utf8.count) + "[0a1f] 08:00:00 <<< QUIT").utf8)
    #expect(read(line, after: [IceWarpKnownPlacesTests.usual]) == read(line, after: []))
  }
}
