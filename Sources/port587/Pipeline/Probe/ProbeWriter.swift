import ByteScanning
import Foundation
import MailModel
import Reporting

/// Prints a probe's result and writes its files.
struct ProbeWriter {
  let command: ProbeCommand

  func write(_ result: ProbeResult) throws(ProbeFault) {
    let json = try ProbeWriter.json(result)
    if let output = command.output { try writePage(result, json, to: output) }
    if let path = command.metrics { try put(ProbeMetrics.render(result), path, .readableByAll) }
    let environment = ProcessInfo.processInfo.environment
    let bytes: [UInt8]
    if command.json {
      bytes = json
    } else if command.nagios {
      bytes = Array((ProbeAlarm(result).line + "\n").utf8)
    } else if command.quiet {
      return
    } else {
      bytes = ProbeSummary(
        columns: Terminal.columns(environment),
        colour: command.colour, showsAll: command.verbose, language: command.spoken
      ).render(result)
    }
    do {
      try Console.out(bytes)
    } catch {
      throw .cannotPrint("\(error)")
    }
  }

  private func writePage(_ result: ProbeResult, _ json: [UInt8], to output: String) throws(ProbeFault) {
    let page: [UInt8]
    do throws(RenderError) {
      page = try ProbePage.render(
        result, program: "port587 \(ProgramVersion.current)",
        options: ReportOptions(
          language: command.spoken, zone: MachineZone.rules()))
    } catch {
      throw .cannotCreate(path: output, reason: "\(error)")
    }
    if output.hasSuffix(".html") { return try put(page, output, .ownerOnly) }
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotCreate(path: output, reason: PlainReason.writing(error))
    }
    try put(page, output + "/probe.html", .ownerOnly)
    try put(json, output + "/probe.json", .ownerOnly)
  }

  /// A reader sees the old file or the new one, never half of it.
  private func put(_ bytes: [UInt8], _ path: String, _ access: FileAccess) throws(ProbeFault) {
    do throws(WriteFault) {
      try ReplacingFile.put(bytes, at: path, access: access)
    } catch {
      throw .cannotCreate(path: path, reason: "\(error)")
    }
  }

  private static func json(_ result: ProbeResult) throws(ProbeFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(result)) + [10]
    } catch {
      throw .cannotPrint("\(error)")
    }
  }
}
