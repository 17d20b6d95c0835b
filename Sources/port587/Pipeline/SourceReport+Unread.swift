import MailModel

extension SourceReport {
  /// A source of which no line could be read, with the reason.
  static func unread(_ path: String, _ reason: String) -> SourceReport {
    var report = SourceReport(path: path, format: "unknown", complete: false)
    report.fault = reason
    return report
  }
}
