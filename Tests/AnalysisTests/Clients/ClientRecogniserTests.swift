import Analysis
import Foundation
import MailModel
import Testing

@Suite("Client recognisers")
struct ClientRecogniserTests {
  private static func name(_ recogniser: any ClientRecogniser) -> String { String(describing: type(of: recogniser)) }

  @Test("Each claims its own examples, with the confidence it states", arguments: ClientRecognisers.all.indices)
  func claims(index: Int) {
    let recogniser = ClientRecognisers.all[index]
    #expect(!recogniser.claimed.isEmpty)
    for example in recogniser.claimed {
      #expect(example.confidence != nil, "\(example)")
      #expect(recogniser.confidence(for: example.facts) == example.confidence, "\(example)")
    }
  }

  @Test("Each leaves what only looks alike", arguments: ClientRecognisers.all.indices)
  func leaves(index: Int) {
    let recogniser = ClientRecognisers.all[index]
    #expect(!recogniser.left.isEmpty)
    for example in recogniser.left { #expect(recogniser.confidence(for: example.facts) == nil, "\(example)") }
  }

  @Test("No recogniser takes another's examples", arguments: ClientRecognisers.all.indices)
  func order(index: Int) {
    let recogniser = ClientRecognisers.all[index]
    for example in recogniser.claimed {
      let first = ClientRecognisers.all.first { $0.confidence(for: example.facts) != nil }
      #expect(first.map(Self.name) == Self.name(recogniser), "\(example)")
      let (guess, confidence) = ClientRecognisers.guess(example.facts)
      #expect(guess == recogniser.guess)
      #expect(confidence == example.confidence)
    }
  }

  @Test("Every file of the folder is in the registry, and the other way round")
  func registry() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Analysis/Clients")
    let folder = root.appending(path: "Recognisers").standardizedFileURL.path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
    #expect(files.sorted() == ClientRecognisers.all.map { Self.name($0) + ".swift" }.sorted())
  }

  @Test(
    "What nobody claims is unknown, with low confidence",
    arguments: [
      nil, "", "   ", "mail.example.com", "pc-12.example.com", "[203.0.113.9]", "[]", "[IPv6:", "192.168.0.5",
      "..", "a..b", "<script>alert(1)</script>", "=cmd|'/c calc'!A0", "\u{1b}[31mPC-ANA", "iPhone-de-Ana",
      String(repeating: "A", count: 100_000),
    ] as [String?])
  func unknown(helo: String?) throws {
    let address = try #require(IPAddress("198.51.100.7"))
    let (guess, confidence) = ClientRecognisers.guess(
      ClientFacts(helo: helo, address: address, identities: 1, isServerItself: false))
    #expect(guess == .unknown)
    #expect(confidence == .low)
  }

  @Test("IPv6 loopback is the server itself")
  func loopback6() throws {
    let address = try #require(IPAddress("::1"))
    let (guess, confidence) = ClientRecognisers.guess(
      ClientFacts(helo: "localhost", address: address, identities: 1, isServerItself: false))
    #expect(guess == .webMail)
    #expect(confidence == .high)
  }
}
