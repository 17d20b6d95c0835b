import ArgumentParser
import Foundation

/// `loggen compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare the totals of a report with what the log holds; status 1 if they differ."
  )

  @Argument(help: "What --truth wrote.")
  var truth: String

  @Argument(help: "What port587 audit --json wrote about the same log.")
  var report: String

  func run() throws {
    let truth = try Truth(path: truth)
    let answer = try JSONDecoder().decode(AuditAnswer.self, from: Data(contentsOf: URL(fileURLWithPath: report)))
    let differences = answer.differences(from: truth)
    for line in differences { print(line) }
    guard differences.isEmpty else { throw ExitCode(1) }
  }
}
