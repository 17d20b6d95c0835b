public import MailModel

/// `users.csv`, `addresses.csv` and `refusals.csv` for spreadsheets and scripts: RFC 4180, UTF-8, times in UTC.
public struct CSVReport: ReportOutput {
  /// The output.
  public init() {}

  /// Always `csv`.
  public let identifier = "csv"
  /// Always `csv`.
  public let fileExtension = "csv"
  /// `users`, `addresses` and `refusals`.
  public let documents = ["users", "addresses", "refusals"]

  /// Writes one of the three tables.
  public func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError) {
    switch document {
    case "users": try CSVTable.write(model.users, columns: UserColumns.all(policy: model.policy), to: &sink)
    case "addresses":
      try CSVTable.write(model.addresses, columns: AddressColumns.all(policy: model.policy), to: &sink)
    case "refusals": try CSVTable.write(model.refusals, columns: RefusalReportColumns.all, to: &sink)
    default: throw .unknownDocument(output: identifier, document: document)
    }
  }
}
