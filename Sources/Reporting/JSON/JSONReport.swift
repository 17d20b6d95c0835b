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

  /// Writes the model as JSON in UTF-8, with a newline at its end, in pieces of some 64 KiB.
  public func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError) {
    guard documents.contains(document) else {
      throw .unknownDocument(output: identifier, document: document)
    }
    var json = JSONStream()
    var next = 0
    json.open(0x7b)
    json.key(.addresses)
    json.open(0x5b)
    while next < model.addresses.count {
      next = json.elements(of: model.addresses, from: next) { $0.value($1) }
      try json.drain(into: &sink)
    }
    json.close(0x5d)
    if let connections = model.connections {
      json.key(.connections)
      json.value(connections)
    }
    json.key(.daily)
    json.array(model.daily) { $0.value($1) }
    json.moment(.generatedAt, model.generatedAt)
    json.key(.generator)
    json.value(model.generator)
    if let inferred = model.inferred {
      json.key(.inferred)
      json.value(inferred)
    }
    if let notices = model.notices {
      json.key(.notices)
      json.value(notices)
    }
    json.key(.policy)
    json.value(model.policy)
    json.key(.portAdvice)
    json.array(model.portAdvice) { $0.value($1) }
    if let reading = model.reading {
      json.key(.reading)
      json.value(reading)
    }
    json.key(.refusals)
    json.array(model.refusals) { $0.value($1) }
    json.string(.schema, model.schema)
    if let server = model.server {
      json.key(.server)
      json.value(server)
    }
    json.key(.skipped)
    json.array(model.skipped) { $0.value($1) }
    json.key(.sources)
    json.array(model.sources) { $0.value($1) }
    json.key(.totals)
    json.value(model.totals)
    if let trend = model.trend {
      json.key(.trend)
      try json.value(trend, into: &sink)
    }
    json.key(.users)
    json.open(0x5b)
    next = 0
    while next < model.users.count {
      next = json.elements(of: model.users, from: next) { $0.value($1) }
      try json.drain(into: &sink)
    }
    json.close(0x5d)
    json.key(.warnings)
    json.array(model.warnings) { $0.value($1) }
    json.key(.window)
    json.value(model.window)
    json.close(0x7d)
    json.endLine()
    try json.flush(into: &sink)
  }
}
