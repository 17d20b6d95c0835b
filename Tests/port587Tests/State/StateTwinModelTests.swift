import Foundation
import Testing

/// A syslog daemon writes the same mail to several files, and whatever happens to them between runs, it is counted once.
@Suite("State, model of several files with the same lines")
struct StateTwinModelTests {
  private enum Step: CaseIterable {
    case write, writeMore, run, rotateFirst, rotateSecond, packFirst, packSecond, extract
  }

  /// The file to which all is written, and the other one.
  private static let pairs = [
    ["mail.log", "syslog"], ["syslog", "mail.log"], ["maillog", "messages"], ["zimbra.log", "mail.log"],
  ]

  @Test(
    "mail.log and syslog, rotated at different times, one of them from some moment on, and what was picked out of them",
    arguments: Array(stride(from: 0, to: StateModelTests.seeds.upperBound, by: 10)))
  func sequences(from first: Int) async throws {
    for seed in first..<min(first + 10, StateModelTests.seeds.upperBound) {
      try await LogFolder.use { folder in
        var chance = Chance(seed: UInt64(seed))
        let script = LogScript(sessions: 5 + chance.next(40), changes: seed % 3 > 0, chance: &chance)
        let names = StateTwinModelTests.pairs[chance.next(StateTwinModelTests.pairs.count)]
        var (one, other) = (RotatedLog(folder: folder, name: names[0]), RotatedLog(folder: folder, name: names[1]))
        // From there on the daemon writes to the second one as well.
        let second = chance.next(3) == 0 ? chance.next(script.lines.count / 2) : 0
        var history = names + ["second from \(second)"]
        var next = 0
        while next < script.lines.count {
          let step = Step.allCases[chance.next(Step.allCases.count)]
          history.append("\(step)")
          switch step {
          case .write, .writeMore:
            let end = min(next + 1 + chance.next(step == .write ? 12 : 60), script.lines.count)
            try one.append(script.lines[next..<end].joined())
            if end > second { try other.append(script.lines[max(next, second)..<end].joined()) }
            next = end
          case .run: try await run(folder, threads: 1 + chance.next(2))
          case .rotateFirst: try one.rotate()
          case .rotateSecond: try other.rotate()
          case .packFirst: try one.pack()
          case .packSecond: try other.pack()
          case .extract:
            let logins = script.lines[..<next].filter { $0.contains("sasl") }.joined()
            try folder.write(Data(logins.utf8), to: "logs/logins.txt")
          }
        }
        try await run(folder, threads: 2)
        let found = try await run(folder, threads: 1)
        let whole = try folder.write(Data(script.text.utf8), to: "whole/mail.log")
        let expected = try await StateModelTests.report([whole])
        #expect(try found.comparable == expected.comparable, "seed \(seed): \(history)")
      }
    }
  }

  @discardableResult
  private func run(_ folder: LogFolder, threads: Int) async throws -> ReportText {
    try FileManager.default.createDirectory(atPath: folder.path("logs"), withIntermediateDirectories: true)
    guard try !FileManager.default.contentsOfDirectory(atPath: folder.path("logs")).isEmpty else {
      return try ReportText(Data("{}".utf8))
    }
    return try await StateModelTests.report(
      [folder.path("logs")], ["--state", folder.path("state.sqlite"), "--threads", "\(threads)"])
  }
}
