import MailModel
import Testing

@testable import loggen

@Suite("The same seed gives the same bytes")
struct DeterminismTests {
  @Test("Twice the same, and other bytes for another seed")
  func repeats() throws {
    let first = try SmallLog.icewarp()
    #expect(try SmallLog.icewarp().log.bytes == first.log.bytes)
    #expect(try SmallLog.icewarp(seed: 8).log.bytes != first.log.bytes)
    #expect(try SmallLog.postfix().log.bytes == SmallLog.postfix().log.bytes)
  }

  @Test("The bytes are those of every other machine")
  func fixedDigests() throws {
    let icewarp = try SmallLog.icewarp()
    #expect(icewarp.log.digest == 0)
    #expect(icewarp.written == 0)
    let postfix = try SmallLog.postfix()
    #expect(postfix.log.digest == 0)
    #expect(postfix.written == 0)
  }

  @Test("SplitMix64 gives the published numbers for seed 1234567")
  func splitMix() {
    var source = SplitMix64(state: 1_234_567)
    let numbers = (0..<3).map { _ in source.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("Line end, stamp and port change no session")
  func formsChangeNothing() throws {
    let plain = try SmallLog.icewarp(bytes: 4_000)
    var options = IceWarpOptions()
    options.withPort = true
    options.threadDigits = 16
    let rich = try SmallLog.icewarp(bytes: 40_000, options: options, style: .rfc822, lineEnd: "\n")
    let firstPeers = { (log: SmallLog) in
      log.log.lines.filter { $0.contains("Connected, local IP") }.compactMap { $0.split(separator: " ").first }
    }
    #expect(firstPeers(rich).starts(with: firstPeers(plain).prefix(3)))
  }
}
