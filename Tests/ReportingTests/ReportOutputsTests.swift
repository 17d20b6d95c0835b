import Foundation
import MailModel
import Reporting
import Testing

/// The registry of outputs against the folders of the target.
@Suite struct ReportOutputsTests {
  private static let target = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Reporting").standardizedFileURL

  /// Folders that are no output of a report: its languages, and the outputs of commands that have results of their own.
  private static let shared: Set<String> = ["Bypass", "ClientConfiguration", "Languages", "Preflight", "Probe"]

  @Test func everyFolderIsAnOutputAndEveryOutputHasAFolder() throws {
    let entries = try FileManager.default.contentsOfDirectory(
      at: ReportOutputsTests.target, includingPropertiesForKeys: [.isDirectoryKey])
    let folders = try entries.filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    let names = Set(folders.map(\.lastPathComponent)).subtracting(ReportOutputsTests.shared)
    #expect(Set(names.map { $0.lowercased() }) == Set(ReportOutputs.all.map(\.identifier)))
    #expect(names.count == ReportOutputs.all.count)
  }

  @Test func fileNamesAreThoseOfTheContract() {
    let names = ReportOutputs.files.flatMap { output in output.documents.map(output.fileName(of:)) }
    #expect(names.sorted() == ["addresses.csv", "refusals.csv", "report.html", "report.json", "users.csv"])
  }

  @Test(arguments: ReportOutputs.all.map(\.identifier))
  func anUnknownDocumentIsRefused(identifier: String) throws {
    let output = try #require(ReportOutputs.all.first { $0.identifier == identifier })
    #expect(throws: RenderError.unknownDocument(output: identifier, document: "elsewhere")) {
      try output.render("elsewhere", of: SampleReport.office())
    }
  }

  @Test(arguments: ReportOutputs.all.map(\.identifier))
  func theSameModelGivesTheSameBytes(identifier: String) throws {
    let output = try #require(ReportOutputs.all.first { $0.identifier == identifier })
    for document in output.documents {
      let first = try output.render(document, of: SampleReport.office())
      #expect(try output.render(document, of: SampleReport.office()) == first)
      #expect(!first.isEmpty)
    }
  }

  @Test(arguments: ReportOutputs.all.map(\.identifier))
  func aFullSinkStopsTheOutput(identifier: String) throws {
    struct FullSink: ByteSink {
      mutating func write(_ bytes: [UInt8]) throws(RenderError) { throw .sink("no space left on device") }
    }
    let output = try #require(ReportOutputs.all.first { $0.identifier == identifier })
    var sink = FullSink()
    #expect(throws: RenderError.sink("no space left on device")) {
      try output.write(
        output.documents[0], of: SampleReport.office(), options: ReportOptions(), to: &sink)
    }
  }

  @Test(arguments: ["json", "csv"])
  func machinesReadTheSameInEveryLanguage(identifier: String) throws {
    let output = try #require(ReportOutputs.all.first { $0.identifier == identifier })
    for document in output.documents {
      let versions = try Language.allCases.map {
        try output.render(
          document, of: SampleReport.office(),
          options: ReportOptions(language: $0, zone: ZoneRules(fixedOffset: -10_800)))
      }
      #expect(Set(versions).count == 1)
    }
  }
}
