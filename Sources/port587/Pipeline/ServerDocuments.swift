import Foundation
import MailModel

/// Reads what a probe and a preflight wrote: `--probe FILE`, `--preflight FILE`.
enum ServerDocuments {
  /// The result of `port587 probe --json`.
  static func probe(_ path: String) throws(AuditFault) -> ProbeResult {
    let result: ProbeResult = try document(path, "result of port587 probe --json")
    guard result.schema == ProbeResult.currentSchema else {
      throw .badSettings(path: path, reason: "it is of the form \(result.schema), which this version does not know")
    }
    return result
  }

  /// The result of `port587 preflight --json`.
  static func preflight(_ path: String) throws(AuditFault) -> PreflightReport {
    let report: PreflightReport = try document(path, "result of port587 preflight --json")
    guard report.schema == PreflightReport.currentSchema else {
      throw .badSettings(path: path, reason: "it is of the form \(report.schema), which this version does not know")
    }
    return report
  }

  private static func document<Document: Decodable>(_ path: String, _ what: String) throws(AuditFault) -> Document {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .cannotRead(what: what, path: path, reason: PlainReason.reading(error, of: path))
    }
    do {
      return try JSONDecoder().decode(Document.self, from: data)
    } catch {
      throw .badSettings(path: path, reason: "it is no \(what)")
    }
  }
}
