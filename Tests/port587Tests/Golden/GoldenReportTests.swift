import ArgumentParser
import Foundation
import MailModel
import Reporting
import Testing

@testable import port587

/// The reports under `reports/sample/` are what this program makes of `fixtures/logs/first-look/`, byte for byte.
///
/// `make golden` records them anew, and fails on purpose: what was recorded is to be read before it is committed.
@Suite("Golden reports")
struct GoldenReportTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appendingPathComponent("reports/sample")

  /// The report as of a fixed moment, read by paths as a user in the project's folder gives them.
  private static func model() async throws -> ReportModel {
    #expect(FileManager.default.changeCurrentDirectoryPath(root.path))
    let options = try AuditOptions.parse(["fixtures/logs/first-look", "--utc-offset", "-03:00", "--quiet"])
    return try await Audit(options: options, now: Timestamp(seconds: 1_773_900_000)).run().model
  }

  @Test("The sample reports are what the program makes")
  func samples() async throws {
    let model = try await GoldenReportTests.model()
    var files: [(name: String, bytes: [UInt8])] = []
    for output in ReportOutputs.all {
      for document in output.documents {
        let isForPeople = output.identifier == "summary" || output.fileExtension == "html"
        for language in isForPeople ? Language.allCases : [.english] {
          let suffix = language == .english ? "" : ".\(language.tag)"
          let name = "\(document)\(suffix).\(output.fileExtension)"
          let bytes = try output.render(
            document, of: model, options: ReportOptions(language: language, zone: ZoneRules(fixedOffset: -10_800)))
          files.append((name, bytes))
        }
      }
    }
    if ProcessInfo.processInfo.environment["PORT587_RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(at: GoldenReportTests.folder, withIntermediateDirectories: true)
      for file in files { try Data(file.bytes).write(to: GoldenReportTests.folder.appendingPathComponent(file.name)) }
      Issue.record("recorded \(files.count) sample reports; read them, then run the tests without recording")
      return
    }
    for file in files {
      let golden = try Data(contentsOf: GoldenReportTests.folder.appendingPathComponent(file.name))
      #expect(Data(file.bytes) == golden, "reports/sample/\(file.name) differs; make golden records it anew")
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: GoldenReportTests.folder.path)
    #expect(Set(kept) == Set(files.map { $0.name }), "reports/sample holds files that no output makes")
  }

  @Test("The README shows the begin of the real summary")
  func readme() throws {
    let readme = try String(contentsOf: GoldenReportTests.root.appendingPathComponent("README.md"), encoding: .utf8)
    let summary = try String(
      contentsOf: GoldenReportTests.folder.appendingPathComponent("summary.txt"), encoding: .utf8)
    let shown = summary.split(separator: "\n", omittingEmptySubsequences: false).prefix(18).joined(separator: "\n")
    #expect(readme.contains(shown))
  }
}
