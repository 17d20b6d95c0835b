import Foundation
import MailModel
import Testing

@testable import Analysis

@Suite("Port inference")
struct PortInferenceRuleTests {
  @Test("Each rule concludes its own examples, for and against", arguments: PortInferenceRules.all.indices)
  func examples(index: Int) {
    let rule = PortInferenceRules.all[index]
    #expect(rule.examples.contains { $0.port != nil } && rule.examples.contains { $0.port == nil })
    for example in rule.examples {
      #expect(rule.port(example.hints, example.server) == example.port, "\(rule): \(example.hints)")
    }
  }

  @Test("Every rule file of the folder is in the registry, and the other way round")
  func registry() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Analysis/PortInference").standardizedFileURL.path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("Inference.swift") }
    #expect(files.sorted() == PortInferenceRules.all.map { "\($0).swift" }.sorted())
    #expect(Set(PortInferenceRules.all.map { $0.rule }) == Set(InferenceRule.allCases))
  }

  @Test("Without facts of the server nothing is concluded of any session, and no two rules differ on one")
  func consistent() {
    for bits in UInt8(0)..<128 {
      let hints = PortHints(rawValue: bits)
      #expect(PortInferenceRules.conclusion(hints, ServerFacts()) == nil)
      for server in [PortInferenceRules.usual, PortInferenceRules.strict] {
        for showsTLS in [false, true] {
          var server = server
          (server.showsTLS, server.messageSubmission) = (showsTLS, true)
          let ports = Set(PortInferenceRules.all.compactMap { $0.port(hints, server) })
          let speaks = hints.isSuperset(of: [.refusedWithoutLogin]) && !hints.contains(.login)
          #expect(ports.count <= 1 || speaks, "\(hints)")
        }
      }
    }
  }
}
