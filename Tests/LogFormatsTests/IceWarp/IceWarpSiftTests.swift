import LogFormats
import MailModel
import Testing

@Suite("IceWarp: lines dismissed unread")
struct IceWarpSiftTests {
  /// One of each kind that is dismissed, and of those that look like it and are not.
  private static let lines = [
    "198.51.100.7    [0A1F] 08:00:00 >>> 250-mail.example.com Hello",
    "198.51.100.7    [0A1F] 08:00:00 >>> 250-8BITMIME",
    "198.51.100.7    [0A1F] 08:00:00 >>> 250-",
    "198.51.100.7    [0A1F] 08:00:00 >>> 250 HELP",
    "198.51.100.7    [0A1F] 08:00:00 >>> 250 2.1.0 <ana@example.com>... Sender ok",
    "198.51.100.7    [0A1F] 08:00:00 >>> 250 2.1.5 <ana@example.com>... Recipient ok",
    "198.51.100.7    [0A1F] 08:00:00 >>> 250 2.1.5 <ana@example.com>... Recipient ok; will forward",
    "198.51.100.7    [0A1F] 08:00:00 >>> 250 2.6.0 1234 bytes received; Message accepted for delivery",
    "198.51.100.7    [0A1F] 08:00:00 >>> 354 Enter mail, end with a dot",
    "198.51.100.7    [0A1F] 08:00:00 >>> 221 2.0.0 mail.example.com closing connection",
    "198.51.100.7    [0A1F] 08:00:00 >>> 220 mail.example.com ESMTP",
    "198.51.100.7    [0A1F] 08:00:00 <<< RCPT TO:<ana@example.com>",
    "198.51.100.7    [0A1F] 08:00:00 <<< MAIL FROM:<ana@example.com>",
    "198.51.100.7    [0A1F] 08:00:00 <<< 2809 bytes (overall data transfer speed=325115741 B/s)",
    "198.51.100.7    [0A1F] 08:00:00 <<< 123456789012 bytes (overall data transfer speed=325115741 B/s)",
    "198.51.100.7    [0A1F] 08:00:00 <<< 250 2.1.5 ok",
    "198.51.100.7    [0A1F] 08:00:00 Start of mail processing",
    "198.51.100.7    [0A1F] 08:00:00 Connected, local IP=192.0.2.25",
    "250-SIZE 1000",
    "",
  ]

  /// A parser that knows the usual shape.
  private func primed() -> IceWarpFormat {
    var format = IceWarpFormat(context: IceWarpRow.context)
    var event = LogEvent()
    _ = format.parse(Array("198.51.100.7    [0A1F] 08:00:00 <<< QUIT".utf8).span, into: &event)
    return format
  }

  /// Which of these lines a parser keeps, one bit for each.
  private func kept(_ lines: [[UInt8]], by format: IceWarpFormat, lineEnd: [UInt8]) -> UInt64 {
    let stretch = SampleStretch(lines, lineEnd: lineEnd)
    var kinds = SiftedKinds()
    return format.sift(
      stretch.bytes.span, from: 0, ends: stretch.ends.span, lines: 0..<lines.count, naming: &kinds)
  }

  /// What a primed parser says of a line.
  private func outcome(_ line: [UInt8]) -> LineOutcome {
    var format = primed()
    var event = LogEvent()
    return format.parse(line.span, into: &event)
  }

  @Test("Every line that needs no reading is dismissed, and no other", arguments: ["\n", "\r\n", "\r\r\n"])
  func kinds(lineEnd: String) {
    let lines = IceWarpSiftTests.lines.map { Array($0.utf8) }
    let kept = kept(lines, by: primed(), lineEnd: Array(lineEnd.utf8))
    for (i, line) in lines.enumerated() {
      // Lines of another shape, and "250-" with nothing behind it, are rare: reading them costs nothing. Sizes and
      // "Start of mail processing" take more looks than are made here.
      let isKept = kept >> UInt64(i) & 1 == 1
      let mustStay = outcome(line) != .ignored
      #expect(!mustStay || isKept, "\(IceWarpSiftTests.lines[i])")
      let isUnusual = lineEnd == "\r\r\n" && IceWarpSiftTests.lines[i].contains(">>> 250 2.1.")
      let takesMore =
        isUnusual || IceWarpSiftTests.lines[i].contains(" bytes (") || IceWarpSiftTests.lines[i].contains("Start of")
      if line.count > 40, !mustStay, !takesMore { #expect(!isKept, "\(IceWarpSiftTests.lines[i])") }
    }
  }

  @Test("Any byte at any place: what is dismissed would be ignored", arguments: 0..<20)
  func anyByte(kind: Int) {
    let line = Array(IceWarpSiftTests.lines[kind].utf8)
    for place in line.indices where place < 72 {
      for value in UInt8.min...UInt8.max where value != 0x0a {
        var changed = line
        changed[place] = value
        if kept([changed], by: primed(), lineEnd: [0x0d, 0x0a]) & 1 == 0 {
          #expect(outcome(changed) == .ignored, "byte \(value) at \(place) of \(IceWarpSiftTests.lines[kind])")
        }
      }
    }
  }

  @Test("Lines cut off anywhere are told like whole ones", arguments: 0..<20)
  func cutOff(kind: Int) {
    let line = Array(IceWarpSiftTests.lines[kind].utf8)
    for length in 0...line.count {
      let short = Array(line[..<length])
      for lineEnd: [UInt8] in [[0x0a], [0x0d, 0x0a]] where kept([short], by: primed(), lineEnd: lineEnd) & 1 == 0 {
        #expect(outcome(short) == .ignored, "\(length) bytes of \(IceWarpSiftTests.lines[kind])")
      }
    }
  }

  @Test("Nothing is dismissed before a line of the usual shape was read")
  func unprimed() {
    let lines = IceWarpSiftTests.lines.map { Array($0.utf8) }
    #expect(kept(lines, by: IceWarpFormat(context: IceWarpRow.context), lineEnd: [0x0a]) == UInt64.max)
  }
}
