import Testing

@testable import LogFormats

@Suite("Stretches of like bytes, eight at a time")
struct SpanStretchesTests {
  /// Lines of this byte, up to three words long, with another byte at each place.
  private func check(
    filler: UInt8, _ found: (borrowing Span<UInt8>, Int) -> Int, _ goesOn: (UInt8) -> Bool
  ) {
    for count in [0, 1, 7, 8, 9, 15, 16, 20] {
      for place in 0..<max(count, 1) {
        for value in UInt8.min...UInt8.max {
          var line = [UInt8](repeating: filler, count: count)
          if place < count { line[place] = value }
          // Every start for a few values, one for the others.
          for start in value % 32 == 0 ? Array(0...count) : [count / 5] {
            let expected = line[start...].firstIndex { !goesOn($0) } ?? count
            if found(line.span, start) != expected { Issue.record("\(line) from \(start)") }
          }
        }
      }
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  @Test("Digits and letters")
  func alphanumerics() {
    check(filler: 0x41, { $0.endOfAlphanumerics(from: $1) }, { isDigit($0) || isLetter($0) })
  }

  @Test("Bytes of an IP address")
  func addresses() {
    check(filler: 0x3a, { $0.endOfAddress(from: $1) }, { isDigit($0) || isLetter($0) || $0 == 0x2e || $0 == 0x3a })
  }

  @Test("The first of two bytes", arguments: [UInt8(0x21), 0x5a, 0x80])
  func either(filler: UInt8) {
    check(filler: filler, { $0.firstIndex(ofEither: 0x5b, 0x20, from: $1) }, { $0 != 0x5b && $0 != 0x20 })
  }

  @Test("The last of a byte", arguments: [UInt8(0x3d), 0x3f, 0xbe])
  func last(filler: UInt8) {
    for count in 0...20 {
      for first in 0..<max(count, 1) {
        for second in first..<max(count, 1) {
          var line = [UInt8](repeating: filler, count: count)
          if count > 0 {
            line[first] = 0x3e
            line[second] = 0x3e
          }
          for start in 0...count {
            #expect(line.span.lastIndex(of: 0x3e, from: start) == line[start...].lastIndex(of: 0x3e) ?? -1)
          }
        }
      }
    }
  }
}
