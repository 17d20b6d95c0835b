import Foundation
import Testing

/// What would tell the port of sessions whose log tells none, and of how many of them.
@Suite("Advice on unknown ports")
struct AdviceTests {
  /// One login over loopback, two of the server at its own address, three from outside; no line tells a port.
  private static func lines() -> [String] {
    let clients = ["127.0.0.1", "192.0.2.10", "192.0.2.10", "198.51.100.7", "198.51.100.8", "198.51.100.9"]
    return clients.enumerated().flatMap { number, client in
      var talk = IceWarpTalk(client: client, thread: "001\(number)", port: nil)
      let local = client == "127.0.0.1" ? client : "192.0.2.10"
      var lines = [talk.line("Connected, local IP=\(local)")]
      talk.time = "10:00:01"
      lines += talk.submission(by: "user\(number)@example.com").dropFirst()
      return lines
    }
  }

  @Test(
    "the web client's port tells that of sessions over loopback, and of no others; a firewall sees those from outside")
  func ofTheServerItself() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Self.lines())
      for (more, expected) in [
        ([], ["localPrograms": 1, "listenerAddress": 5, "connectionLog": 3]),
        (["--port-of-address", "127.0.0.1=587"], ["listenerAddress": 5, "connectionLog": 3]),
      ] {
        let run = try ProgramRun(["audit", log, "--json"] + more)
        let report = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let advice = try #require((report["portAdvice"] as? [[String: Any]])?.first, "\(run.text)")
        #expect(advice["settles"] as? [String: Int] == expected)
      }
    }
  }
}
