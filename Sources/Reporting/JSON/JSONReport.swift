import FoundationEssentials
public import MailModel

/// `report.json`: the model itself, schema `port587-report/1`, keys sorted so that two reports can be compared.
public struct JSONReport: ReportOutput {
  /// The output.
  public init() {}

  /// Always `json`.
  public let identifier = "json"
  /// Always `json`.
  public let fileExtension = "json"
  /// The one document, `report`.
  public let documents = ["report"]

  /// Writes the model as JSON in UTF-8, with a newline at its end.
  public func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError) {
    guard documents.contains(document) else {
      throw .unknownDocument(output: identifier, document: document)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let data: Data
    do {
      data = try encoder.encode(ContractReport(model: model))
    } catch {
      throw .encoding("\(error)")
    }
    try sink.write([UInt8](data) + [0x0a])
  }
}
