import ByteScanning
import Foundation
import MailModel
import Reporting

/// Prints a preflight and writes its files.
struct PreflightWriter {
  let command: PreflightCommand

  func write(_ report: PreflightReport) throws(PreflightFault) {
    let json = try PreflightWriter.json(report)
    if let output = command.output { try writePage(report, json, to: output) }
    let environment = ProcessInfo.processInfo.environment
    let bytes: [UInt8]
    if command.json {
      bytes = json
    } else if command.quiet {
      return
    } else {
      bytes = PreflightSummary(
        columns: Terminal.columns(environment),
        colour: command.colour,
        showsAll: command.verbose
      ).render(report)
    }
    do {
      try Console.out(bytes)
    } catch {
      throw .cannotPrint("\(error)")
    }
  }

  private func writePage(_ report: PreflightReport, _ json: [UInt8], to output: String) throws(PreflightFault) {
    let page: [UInt8]
    do throws(RenderError) {
      page = try PreflightPage.render(report)
    } catch {
      throw .cannotCreate(path: output, reason: "\(error)")
    }
    if output.hasSuffix(".html") { return try put(page, output) }
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotCreate(path: output, reason: PlainReason.writing(error))
    }
    try put(page, output + "/preflight.html")
    try put(json, output + "/preflight.json")
  }

  /// A reader sees the old file or the new one, never half of it; settings of a server are for their owner alone.
  private func put(_ bytes: [UInt8], _ path: String) throws(PreflightFault) {
    do throws(WriteFault) {
      try ReplacingFile.put(bytes, at: path)
    } catch {
      throw .cannotCreate(path: path, reason: "\(error)")
    }
  }

  private static func json(_ report: PreflightReport) throws(PreflightFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(report)) + [10]
    } catch {
      throw .cannotPrint("\(error)")
    }
  }
}
