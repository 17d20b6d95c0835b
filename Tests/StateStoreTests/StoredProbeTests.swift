import Foundation
import GRDB
import MailModel
import Testing

@testable import StateStore

@Suite("Probes in the state")
struct StoredProbeTests {
  private static func target(
    _ port: Int, _ address: String = "192.0.2.1", detail: String = "", host: String = "Mail.example.com",
    signature: PortSignature? = nil
  ) -> ProbedTarget {
    let check = ProbeCheck(
      id: "P15", title: "t", severity: .blocker, verdict: .fail, detail: detail, rule: "r", remedy: nil)
    return ProbedTarget(
      host: host, address: address, port: port, mode: .starttls, reachability: .open, connectMilliseconds: 1.5,
      greeting: nil, capabilities: ProbedCapabilities(), tls: nil, checks: [check], signature: signature)
  }

  private static func result(_ seconds: Int64, _ targets: ProbedTarget...) -> ProbeResult {
    ProbeResult(generatedAt: Timestamp(seconds: seconds), targets: targets)
  }

  private static func signature(_ without: String, _ with: Int?) -> PortSignature {
    PortSignature(
      host: "mail.example.com", port: 25, takenAt: Timestamp(seconds: 1),
      withoutLogin: SignatureReply(command: "RCPT", code: 554, enhancedCode: "5.7.1", text: without),
      withLogin: with.map { SignatureReply(command: "RCPT", code: $0, enhancedCode: nil, text: "text") })
  }

  private static func withState(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("state.sqlite").path)
  }

  @Test("the latest probe of a port takes the place of the one before, at all its addresses")
  func latest() throws {
    try StoredProbeTests.withState { path in
      do {
        let state = try StateFile(path: path, mayCreate: true)
        #expect(try state.probe() == nil)
        try state.remember(
          StoredProbeTests.result(100, Self.target(587), Self.target(587, "192.0.2.9"), Self.target(465)))
        try state.remember(StoredProbeTests.result(200, Self.target(587, host: "mail.EXAMPLE.com")))
        try state.remember(StoredProbeTests.result(300, Self.target(587, host: "other.example.com")))
      }
      let again = try StateFile(path: path, mayCreate: false)
      #expect(try again.probe()?.targets.count == 3)
      let submission = try again.probe(host: "MAIL.example.com", ports: [587])
      #expect(submission?.generatedAt == Timestamp(seconds: 200) && submission?.targets.count == 1)
      #expect(submission?.blockers == ["P15@mail.EXAMPLE.com:587"])
      // The time is that of the port that was asked longest ago.
      #expect(try again.probe(host: "mail.example.com")?.generatedAt == Timestamp(seconds: 100))
      #expect(try again.probe(host: "none.example.com") == nil)
    }
  }

  @Test("what port 25 said before the switch stays beside what it says after it")
  func signatures() throws {
    try StoredProbeTests.withState { path in
      let state = try StateFile(path: path, mayCreate: true)
      for signature in [Self.signature("a", 250), Self.signature("b", 250), Self.signature("c", 550)] {
        try state.remember(Self.result(1, Self.target(25, signature: signature)))
      }
      try state.remember(Self.result(2, Self.target(25, signature: Self.signature("d", nil))))
      try state.remember(Self.result(3, Self.target(25)))
      let kept = try state.signatures()
      #expect(kept.map(\.phase) == [.after, .before, .withoutLogin])
      #expect(kept.compactMap { $0.withoutLogin?.text } == ["c", "b", "d"])
    }
  }

  @Test("a row that was changed by hand is noticed")
  func seal() throws {
    try StoredProbeTests.withState { path in
      do {
        try StateFile(path: path, mayCreate: true).remember(Self.result(1, Self.target(587)))
        try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE probe SET probed_at = 5") }
      }
      #expect(throws: StateError.self) { try StateFile(path: path, mayCreate: false) }
    }
  }

  @Test("what names a person who is forgotten goes, in whatever letters")
  func forget() throws {
    try StoredProbeTests.withState { path in
      let state = try StateFile(path: path, mayCreate: true)
      try state.remember(
        Self.result(
          1, Self.target(25, signature: Self.signature("<ANA@example.com>: no", 250)),
          Self.target(587, detail: "RCPT: 550 ana@Example.com"), Self.target(465)))
      _ = try state.rewrite(days: [], streams: [], joins: [], runs: [], forgetting: "ana@example.com")
      #expect(try state.probe()?.targets.map(\.port) == [465] && state.signatures().isEmpty)
    }
  }

  @Test(
    "a name is found in what a server says, and no longer name that it is a part of",
    arguments: [
      ("ana@example.com", "550 5.1.1 <Ana@Example.com>: no", true), ("ana@example.com", "ana@example.com", true),
      ("ana@example.com", "user=ana@example.com.", true), ("ana@example.com", "no ana@example.com\nat all", true),
      ("ana@example.com", "diana@example.com", false), ("ana@example.com", "x.ana@example.com", false),
      ("ana@example.com", "ana@example.com.br", false), ("ana@example.com", "ana@example.community", false),
      ("ana@example.com", "ana@example.com-x.br", false), ("ana@example.com", "\u{e9}ana@example.com", false),
      ("ana@example.com", "diana@example.com and ana@example.com", true), ("ana", "535 ana: no", true),
      ("ana", "535 ana@example.com", false), ("ana", "banana", false), ("", "x", false),
    ] as [(String, String, Bool)])
  func names(name: String, text: String, isThere: Bool) {
    #expect(NameInText(name).isIn(text) == isThere)
  }

  @Test("what names somebody with a longer name stays")
  func longerNames() throws {
    try StoredProbeTests.withState { path in
      let state = try StateFile(path: path, mayCreate: true)
      try state.remember(
        Self.result(
          1, Self.target(25, signature: Self.signature("<diana@example.com>: no", 250)),
          Self.target(587, detail: "RCPT:\nana@example.com"), Self.target(465, detail: "ana@example.com.br")))
      _ = try state.rewrite(days: [], streams: [], joins: [], runs: [], forgetting: "ana@example.com")
      #expect(try state.probe()?.targets.map(\.port) == [25, 465])
      #expect(try state.signatures().count == 1)
    }
  }

  private static func calibration(_ seconds: Int64, _ label: String) -> PortCalibration {
    PortCalibration(takenAt: Timestamp(seconds: seconds), connections: [], signs: [:], labels: [label: 587])
  }

  @Test("merged, the later of each stays, in whatever order and however often")
  func merged() throws {
    try StoredProbeTests.withState { path in
      let (a, b) = (
        try StateFile(path: path + ".a", mayCreate: true), try StateFile(path: path + ".b", mayCreate: true)
      )
      try a.remember(Self.result(100, Self.target(587), Self.target(25, signature: Self.signature("a", 250))))
      try b.remember(Self.result(200, Self.target(587, "192.0.2.9"), Self.target(465)))
      // Made at the same moment: one of them stays, whichever comes first.
      try b.remember(Self.result(100, Self.target(25, "192.0.2.9", signature: Self.signature("b", 250))))
      try a.remember(Self.calibration(5, "later"), server: "mx1")
      try b.remember(Self.calibration(4, "earlier"), server: "mx1")
      try b.remember(Self.calibration(4, "other"), server: "mx2")
      func merge(_ states: [StateFile], _ name: String) throws -> StateFile {
        let target = try StateFile(path: path + name, mayCreate: true)
        for state in states { _ = try target.adoptProbes(of: state) }
        #expect(try states.allSatisfy { try target.adoptProbes(of: $0) == 0 })
        return target
      }
      let (first, second) = (try merge([a, b], ".ab"), try merge([b, a, b], ".ba"))
      #expect(try first.probe() == second.probe() && first.signatures() == second.signatures())
      #expect(try first.probe(ports: [587])?.targets.map(\.address) == ["192.0.2.9"])
      #expect(try first.probe(ports: [465]) != nil && first.signatures().count == 1)
      for state in [first, second] {
        #expect(try state.calibration(server: "mx1")?.labels == ["later": 587])
        #expect(try state.calibration(server: "mx2")?.labels == ["other": 587])
      }
      #expect(try StateFile(path: path + ".ab", mayCreate: false).probe() == first.probe())
    }
  }
}
