import LogFormats
import MailModel
import Testing

@Suite("IceWarp: lines cut off and bytes by chance")
struct IceWarpBrokenLineTests {
  private static let rows =
    IceWarpDialogueTests.commands + IceWarpDialogueTests.senders + IceWarpDialogueTests.replies
    + IceWarpRemarkTests.connections + IceWarpRemarkTests.summaries + IceWarpRemarkTests.others
    + IceWarpRemarkTests.frames
  private static let stampForms = [
    "198.51.100.7 [0A10] 08:00:10.370 <<< QUIT", "198.51.100.7 [0A10] Thu, 22 Apr 2004 22:01:42 +0200 <<< QUIT",
    "198.51.100.7 [0A10] 2026-11-23T16:29:25.250+03:00 <<< QUIT",
  ]

  /// Every range of an event lies within its line.
  private func read(_ format: inout IceWarpFormat, _ line: ArraySlice<UInt8>) -> LineOutcome {
    var event = LogEvent()
    let bytes = Array(line)
    let outcome = format.parse(bytes.span, into: &event)
    if outcome == .event {
      for range in [event.first, event.second, event.third, event.fourth] {
        #expect(range.start <= range.end && Int(range.end) <= bytes.count, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    return outcome
  }

  @Test("A line cut off at any byte leaves the next line whole")
  func cut() {
    for text in IceWarpBrokenLineTests.rows.map({ $0.text }) + IceWarpBrokenLineTests.stampForms {
      let line = Array(text.utf8)
      var fresh = IceWarpFormat(context: IceWarpRow.context)
      let whole = read(&fresh, line[...])
      for end in 0...line.count {
        var format = IceWarpFormat(context: IceWarpRow.context)
        _ = read(&format, line[..<end])
        _ = read(&format, line[...])
        _ = read(&format, line[..<end])
        #expect(read(&format, line[...]) == whole, "\(text) after \(end) bytes of it")
      }
    }
  }

  @Test("A line whose begin is lost is no event of another session")
  func headless() {
    let line = Array((IceWarpRow.frame + "<<< MAIL FROM:<ana@example.com>").utf8)
    // From the second byte on the peer is another text; from the bracket on there is none.
    for start in IceWarpRow.peer.utf8.count..<line.count {
      var format = IceWarpFormat(context: IceWarpRow.context)
      _ = read(&format, line[...])
      #expect(read(&format, line[start...]) != .event, "from byte \(start)")
    }
  }

  @Test("Bytes by chance are read without harm", arguments: [1, 2, 3, 4, 5])
  func chance(seed: UInt64) {
    var state = seed &* 0x9e37_79b9_7f4a_7c15
    func next() -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33)
    }
    let lines = IceWarpBrokenLineTests.rows.map { Array($0.text.utf8) }
    var format = IceWarpFormat(context: IceWarpRow.context)
    for _ in 0..<5000 {
      var line = lines[next() % lines.count]
      for _ in 0..<(next() % 6) where !line.isEmpty {
        let place = next() % line.count
        switch next() % 3 {
        case 0: line[place] = UInt8(next() & 255)
        case 1: line.remove(at: place)
        default: line.insert(UInt8(next() & 255), at: place)
        }
      }
      _ = read(&format, line[...])
    }
  }

  @Test("Peer and thread make the key, however they are written")
  func keys() {
    func key(_ line: String) -> SessionKey {
      var format = IceWarpFormat(context: IceWarpRow.context)
      var event = LogEvent()
      #expect(format.parse(Array(line.utf8).span, into: &event) == .event)
      return event.key
    }
    let padded = key("10.6.21.6       [15C0] 00:02:10 <<< QUIT")
    #expect(padded == key("10.6.21.6 [15C0] 00:02:10 <<< QUIT"))
    #expect(padded == key("10.6.21.6\t[15c0]\t00:02:10\t<<< QUIT"))
    #expect(padded == key("10.6.21.6 [000015C0] 00:02:10 <<< QUIT"))
    #expect(padded != key("10.6.21.6 [15C1] 00:02:10 <<< QUIT"))
    #expect(padded != key("10.6.21.61 [15C0] 00:02:10 <<< QUIT"))
    let long = key("2001:db8:1:2:3:4:5:6 [15C0] 00:02:10 <<< QUIT")
    #expect(long == key("2001:DB8:1:2:3:4:5:6 [15C0] 00:02:10 <<< QUIT"))
    #expect(long != key("2001:db8:1:2:3:4:5:7 [15C0] 00:02:10 <<< QUIT"))
  }
}
