import ArgumentParser
import Foundation
import MailModel
import Reporting
import TestSupport
import Testing

@testable import port587

/// Whatever happens to the files between runs, the state counts what one audit of the whole log counts.
@Suite("State, model")
struct StateModelTests {
  /// Sequences of `make test`; `make soak` asks for more by `PORT587_SEQUENCES`.
  static let seeds: Range<Int> = 0..<(Int(ProcessInfo.processInfo.environment["PORT587_SEQUENCES"] ?? "") ?? 200)

  static func report(_ paths: [String], _ more: [String] = []) async throws -> ReportText {
    let options = ["--quiet", "--no-progress", "--utc-offset", "+00:00", "--server-name", "mail"]
    let audit = try Audit(
      options: AuditOptions.parse(paths + options + more), now: Timestamp(seconds: 1_800_000_000))
    let model = try await audit.run().model
    return try ReportText(Data(JSONReport().render("report", of: model, options: ReportOptions())))
  }

  @Test(
    "write, rotate, compress, truncate, copy and run in any order",
    arguments: Array(stride(from: 0, to: seeds.upperBound, by: 10)))
  func sequences(from first: Int) async throws {
    for seed in first..<min(first + 10, StateModelTests.seeds.upperBound) {
      try await LogFolder.use { folder in
        var chance = Chance(seed: UInt64(seed))
        let script = LogScript(sessions: 5 + chance.next(25), changes: seed % 3 == 0, chance: &chance)
        let naming = LogRotation.Naming.allCases[seed / 3 % 3]
        var rotation = LogRotation(folder: folder, packs: true, naming: naming)
        var history: [String] = []
        var next = script.lines.startIndex
        while next < script.lines.endIndex {
          let step = LogRotation.Step.allCases[chance.next(LogRotation.Step.allCases.count)]
          history.append("\(step)")
          switch step {
          case .write:
            let count = min(1 + chance.next(12), script.lines.endIndex - next)
            try rotation.write(script.lines[next..<next + count].joined())
            next += count
          case .writePart:
            let line = Array(script.lines[next].utf8)
            let cut = 1 + chance.next(line.count - 1)
            try rotation.write(String(decoding: line[..<cut], as: UTF8.self))
            if chance.next(2) == 0 { try await rotation.run(threads: 1 + chance.next(2)) }
            try rotation.write(String(decoding: line[cut...], as: UTF8.self))
            next += 1
          case .run: try await rotation.run(threads: 1 + chance.next(2))
          default: try rotation.perform(step)
          }
        }
        try await rotation.run(threads: 2)
        let found = try #require(try await rotation.run(threads: 1))
        let whole = try folder.write(Data(script.text.utf8), to: "whole/mail.log")
        let expected = try await StateModelTests.report([whole])
        #expect(try found.comparable == expected.comparable, "seed \(seed): \(history)")
        #expect(found.list("sources").isEmpty, "seed \(seed): the last run had nothing new")
      }
    }
  }
}
