public import MailModel

/// `users.csv`, `addresses.csv` and `refusals.csv`, with a trend `waves.csv` and `movement.csv`, for spreadsheets and scripts: RFC 4180, UTF-8, times in UTC.
public struct CSVReport: ReportOutput {
  /// The output.
  public init() {}

  /// Always `csv`.
  public let identifier = "csv"
  /// Always `csv`.
  public let fileExtension = "csv"
  /// `users`, `addresses` and `refusals`.
  public let documents = ["users", "addresses", "refusals"]

  /// With a trend `waves`, and with two windows compared `movement`.
  public func documents(of model: ReportModel) -> [String] {
    documents + (model.trend == nil ? [] : ["waves"]) + (model.trend?.movement == nil ? [] : ["movement"])
  }

  /// With the two that only some models have.
  public var everyDocument: [String] { documents + ["waves", "movement"] }

  /// The first columns of `waves.csv` and `movement.csv`, which other files of that name hardly have.
  public func beginning(of document: String) -> [UInt8]? {
    switch document {
    case "waves": CSVTable.beginning(WaveColumns.all)
    case "movement": CSVTable.beginning(MovementColumns.all)
    default: nil
    }
  }

  /// Writes one of the tables.
  public func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError) {
    let withMarks = MarkColumns.areNeeded(in: model)
    switch document {
    case "users":
      try CSVTable.write(
        model.users, columns: UserColumns.all(policy: model.policy, withMarks: withMarks), to: &sink)
    case "addresses":
      try CSVTable.write(
        model.addresses, columns: AddressColumns.all(policy: model.policy, withMarks: withMarks), to: &sink)
    case "refusals": try CSVTable.write(model.refusals, columns: RefusalReportColumns.all, to: &sink)
    case "waves" where model.trend != nil:
      try CSVTable.write(model.trend?.users ?? [], columns: WaveColumns.all, to: &sink)
    case "movement" where model.trend?.movement != nil:
      try CSVTable.write(MovementColumns.rows(model.trend?.users ?? []), columns: MovementColumns.all, to: &sink)
    default: throw .unknownDocument(output: identifier, document: document)
    }
  }
}
