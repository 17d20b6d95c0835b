public import MailModel

/// One way to show a report: a function of the model and the options, and of nothing else.
public protocol ReportOutput: Sendable {
  /// The name of the output, for instance `html`.
  var identifier: String { get }
  /// How the names of its files end, without the dot.
  var fileExtension: String { get }
  /// Its documents by name, without the extension: `users`, `addresses`, `refusals`.
  var documents: [String] { get }
  /// Those of them that there are for a model, and others that only some models have: `waves`, `movement`.
  func documents(of model: ReportModel) -> [String]
  /// All that there are for any model.
  var everyDocument: [String] { get }
  /// With what a document begins that only some models have, so that one of an earlier report is known again; nothing for others.
  func beginning(of document: String) -> [UInt8]?
  /// Whether its documents are files of `--output DIR`; the summary is for the terminal, and metrics stand elsewhere.
  var isInFolder: Bool { get }
  /// Writes one of its documents.
  func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError)
}

extension ReportOutput {
  /// Most outputs are files of that folder.
  public var isInFolder: Bool { true }

  /// Most outputs have the same documents always.
  public func documents(of model: ReportModel) -> [String] { documents }

  /// Most outputs have no others.
  public var everyDocument: [String] { documents }

  /// Most outputs write all of their documents anew.
  public func beginning(of document: String) -> [UInt8]? { nil }

  /// The file name of a document, for instance `users.csv`.
  public func fileName(of document: String) -> String { "\(document).\(fileExtension)" }

  /// One of the documents as bytes.
  public func render(
    _ document: String, of model: ReportModel, options: ReportOptions = ReportOptions()
  ) throws(RenderError) -> [UInt8] {
    var sink = MemorySink()
    try write(document, of: model, options: options, to: &sink)
    return sink.bytes
  }
}
