import ByteScanning
import Testing

@Suite("Words of a line")
struct SpanWordsTests {
  private func with<Result>(_ text: String, _ body: (borrowing Span<UInt8>) -> Result) -> Result {
    let bytes = Array(text.utf8)
    return body(bytes.span)
  }

  /// The macro cannot take calls on a span apart, so it gets their results.
  private func expect(_ isRight: Bool, at location: SourceLocation = #_sourceLocation) {
    #expect(isRight, sourceLocation: location)
  }

  @Test("words are little-endian, at any offset, up to the last byte")
  func words() {
    with("x>>> 250 ") { line in
      expect(line.word16(at: 7) == 0x2030)
      expect(line.word32(at: 1) == 0x203E_3E3E)
      expect(line.word64(at: 1) == 0x2030_3532_203E_3E3E)
      expect(line.word64(at: 0) == 0x3035_3220_3E3E_3E78)
    }
  }

  @Test("prefixes")
  func prefixes() {
    with("postfix/submission/smtpd[12]: connect") { line in
      expect(line.hasPrefix("postfix/"))
      expect(line.hasPrefix("postfix/submission/smtpd["))
      expect(line.hasPrefix(""))
      expect(!line.hasPrefix("postfix/submissionX"))
      expect(!line.hasPrefix("postfix/submission/smtpd[12]: connect "))
      expect(line.hasPrefix("submission", at: 8))
      expect(line.hasPrefix("connect", at: 30))
      expect(!line.hasPrefix("connect", at: 31))
      expect(!line.hasPrefix("connect", at: -1))
      expect(!line.hasPrefix("", at: 38))
    }
  }

  @Test("the first such byte, for every length and place")
  func firstIndex() {
    for length in 0..<40 {
      for place in 0...length {
        var bytes = [UInt8](repeating: 0x3B, count: length)
        if place < length { bytes[place] = 0x3A }
        // One below the wanted byte right after it is what a careless bit trick takes for a hit.
        if place + 1 < length { bytes[place + 1] = 0x3A }
        let expected = place < length ? place : nil
        expect(bytes.span.firstIndex(of: 0x3A) == expected)
        expect(bytes.span.firstIndex(of: 0x3A, from: min(place, length)) == expected)
        expect(bytes.span.firstIndex(of: 0x3C) == nil)
      }
    }
    with("a:b:c") { line in
      expect(line.firstIndex(of: 0x3A, from: 2) == 3)
      expect(line.firstIndex(of: 0x3A, from: 9) == nil)
      expect(line.lastIndex(of: 0x3A, to: 5) == 3)
      expect(line.lastIndex(of: 0x3A, to: 3) == 1)
      expect(line.lastIndex(of: 0x3A, from: 2, to: 3) == nil)
    }
  }

  @Test("comparing and copying ranges")
  func ranges() {
    with("AUTH LOGIN") { line in
      expect(line.equals(5..<10, Array("LOGIN".utf8)))
      expect(!line.equals(5..<10, Array("PLAIN".utf8)))
      expect(!line.equals(5..<9, Array("LOGIN".utf8)))
      expect(line.equals(3..<3, []))
      expect(line.copy(0..<4) == Array("AUTH".utf8))
    }
  }
}
