import MailModel
import Testing

@testable import Analysis

@Suite("Kept guesses")
struct ClientGuessesTests {
  /// Names of every kind that recognisers know, and of none.
  private static let helos = [
    "smtpclient.apple", "NPI1A2B3C", "localhost.localdomain", "LOCALHOST", "[127.0.0.1]", "[192.168.0.5]",
    "[198.51.100.7]",
    " [198.51.100.7] ", "[IPv6:2001:db8::5]", "DESKTOP-1A2B3C4.example.com", "PC-MARIA", "mail.example.com", "", "..",
    "é[",
  ]

  @Test("What is kept is what the recognisers say of each client, in whatever order they come")
  func sameAsAsked() {
    var guesses = ClientGuesses(helos: ClientGuessesTests.helos)
    let addresses = [0xc633_6407, 0x0a00_0005, 0x7f00_0001].map { IPAddress(ipv4: $0) }
    for round in 0..<2 {
      for identities in [1, 2, 3, 9, 10, 400] {
        for address in addresses {
          for isServerItself in [false, true] {
            for number in ClientGuessesTests.helos.indices.map({ Optional($0) }) + [nil] {
              let isServer = isServerItself || address.isLoopback
              let kept = guesses.guess(
                helo: number, address: address, identities: identities, isServerItself: isServer)
              let asked = ClientRecognisers.guess(
                ClientFacts(
                  helo: number.map { ClientGuessesTests.helos[$0] }, address: address, identities: identities,
                  isServerItself: isServerItself))
              #expect(kept == asked, "\(number ?? -1) \(address) \(identities) \(isServerItself) round \(round)")
            }
          }
        }
      }
    }
  }
}
