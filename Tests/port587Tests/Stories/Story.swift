import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// A folder of `fixtures/logs` with logs and what must come out of them.
///
/// `expect.json` says it; `expect-services.json` and the like say it again, with other options.
struct Story: CustomTestStringConvertible {
  let folder: URL
  let file: String

  var testDescription: String {
    file == "expect.json" ? folder.lastPathComponent : "\(folder.lastPathComponent), \(file)"
  }

  /// Everything that any folder says must come out of it.
  static let all: [Story] = {
    let root = SourceTree.root.appendingPathComponent("fixtures/logs")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.sorted().map { root.appendingPathComponent($0) }.filter {
      $0.lastPathComponent.hasPrefix("expect") && $0.pathExtension == "json"
    }.map { Story(folder: $0.deletingLastPathComponent(), file: $0.lastPathComponent) }
  }()

  /// The logs, in order of their paths.
  func logs() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".log") }.sorted()
      .map { folder.appendingPathComponent($0).path }
  }

  func expectation() throws -> StoryExpectation {
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    return try JSONDecoder().decode(StoryExpectation.self, from: data)
  }

  /// Reads the logs as `port587 audit` does.
  func audit(_ paths: [String], _ expectation: StoryExpectation, threads: Int = 2) async throws -> ReportModel {
    let options = (expectation.options ?? []).map { option in
      let file = folder.appendingPathComponent(option).path
      return FileManager.default.fileExists(atPath: file) ? file : option
    }
    let parsed = try AuditOptions.parse(paths + options + ["--quiet", "--no-progress", "--threads", "\(threads)"])
    return try await Audit(options: parsed, now: Timestamp(seconds: 1_774_000_000)).run().model
  }
}
