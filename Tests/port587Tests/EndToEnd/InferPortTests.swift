import Foundation
import Testing

/// `--infer-port` from the option to the report.
@Suite("Likely ports and the program")
struct InferPortTests {
  static let log = SourceTree.root.appendingPathComponent("fixtures/logs/icewarp-phase3-ports-unknown").path

  @Test("what is concluded stands apart, and no other number changes")
  func apart() throws {
    func report(_ options: [String]) throws -> [String: Any] {
      let run = try ProgramRun(["audit", Self.log, "--json", "--quiet"] + options)
      #expect(run.status == 0, "\(run.notes)")
      return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }
    let plain = try report([])
    var inferred = try report(["--infer-port", "--message-submission"])
    let told = try #require(inferred.removeValue(forKey: "inferred") as? [String: Any])
    let rules = try #require(told["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["rule"] as? String } == ["submissionSwitch"])
    #expect(rules.compactMap { $0["port"] as? Int } == [25] && rules.compactMap { $0["refusals"] as? Int } == [4])
    for key in Set(plain.keys).union(inferred.keys) where key != "generatedAt" {
      #expect(NSDictionary(dictionary: [key: plain[key] ?? ""]) == [key: inferred[key] ?? ""], "\(key)")
    }
  }

  @Test("facts without the option, and the option without facts, are errors of usage")
  func usage() throws {
    for options in [["--infer-port"], ["--message-submission"]] {
      #expect(try ProgramRun(["audit", Self.log] + options).status == 64, "\(options)")
    }
  }
}
