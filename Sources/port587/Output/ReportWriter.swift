import Analysis
import ByteScanning
import Foundation
import Glibc
import MailModel
import Reporting

/// Prints the result and writes the files.
struct ReportWriter {
  let options: AuditOptions
  /// What takes the names out of the report before anything is written.
  ///
  /// There is no default, so that nobody forgets it.
  let pseudonyms: Pseudonyms?
  /// What the run has done about notices, for its metrics.
  var notices: NoticeCounts?

  func write(_ named: ReportModel) throws(AuditFault) {
    let model = pseudonyms?.applied(to: named) ?? named
    let environment = ProcessInfo.processInfo.environment
    let rendering = ReportOptions(
      language: options.spoken, columns: Terminal.columns(environment),
      colour: options.colour,
      zone: MachineZone.rules(or: options.utcOffset),
      cutover: options.cutover?.day, notices: notices, writesFiles: options.output != nil)
    if let folder = options.output { try write(model, to: folder, rendering) }
    if let file = options.metrics { try writeMetrics(model, to: file, rendering) }
    do {
      if options.json {
        var sink = StandardOutputSink()
        try JSONReport().write("report", of: model, options: rendering, to: &sink)
      } else if !options.quiet {
        try Console.out(TerminalSummary().render("summary", of: model, options: rendering))
      }
    } catch {
      throw .cannotPrint(reason: (error as? RenderError).map(ReportWriter.reason) ?? "\(error)")
    }
  }

  /// Reports name people: files are for their owner alone, and each is put in place when it is whole.
  private func write(_ model: ReportModel, to folder: String, _ rendering: ReportOptions) throws(AuditFault) {
    umask(0o077)
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: folder, reason: PlainReason.writing(error))
    }
    for output in ReportOutputs.files {
      for document in output.documents(of: model) {
        let file = url.appendingPathComponent(output.fileName(of: document))
        try ReportWriter.put(document, of: output, model, rendering, file.path, .ownerOnly)
      }
    }
    for output in ReportOutputs.files { try ReportWriter.removeEarlier(output, model, in: url) }
  }

  /// Removes documents of an earlier report that this one does not have: beside it they would look like a part of it, and name people
  /// where this report holds pseudonyms.
  private static func removeEarlier(
    _ output: any ReportOutput, _ model: ReportModel, in folder: URL
  ) throws(AuditFault) {
    let current = Set(output.documents(of: model))
    for document in output.everyDocument where !current.contains(document) {
      let path = folder.appendingPathComponent(output.fileName(of: document)).path
      guard let beginning = output.beginning(of: document), isFile(path, beginningWith: beginning) else { continue }
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw .cannotCreate(
          path: path, reason: "it is of an earlier report and cannot be removed: \(PlainReason.writing(error))")
      }
    }
  }

  /// Whether a path is a file, and no link, that begins with these bytes.
  private static func isFile(_ path: String, beginningWith beginning: [UInt8]) -> Bool {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let handle = FileHandle(forReadingAtPath: path)
    else { return false }
    defer { try? handle.close() }
    let head = try? handle.read(upToCount: beginning.count)
    return head.map { Array($0) } == beginning
  }

  /// Metrics name nobody, and another user has to read them.
  private func writeMetrics(_ model: ReportModel, to path: String, _ rendering: ReportOptions) throws(AuditFault) {
    let output = OpenMetricsReport()
    try ReportWriter.put(output.documents[0], of: output, model, rendering, path, .readableByAll)
  }

  /// Written as it comes: a page or the JSON of a large site is larger than all the rest of the program.
  private static func put(
    _ document: String, of output: some ReportOutput, _ model: ReportModel, _ rendering: ReportOptions,
    _ path: String, _ access: FileAccess
  ) throws(AuditFault) {
    do throws(RenderError) {
      var sink = try ReportFile(path: path, access: access)
      try output.write(document, of: model, options: rendering, to: &sink)
      try sink.finish()
    } catch {
      throw .cannotCreate(path: path, reason: ReportWriter.reason(error))
    }
  }

  private static func reason(_ error: RenderError) -> String {
    if case .sink(let detail) = error { detail } else { error.description }
  }
}
