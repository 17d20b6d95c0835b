public import MailModel

/// What a terminal shows after an audit: the verdict, the totals, the users most affected.
public struct TerminalSummary: ReportOutput {
  /// The output.
  public init() {}

  /// Always `summary`.
  public let identifier = "summary"
  /// Always `txt`.
  public let fileExtension = "txt"
  /// The one document, `summary`.
  public let documents = ["summary"]
  /// It is for the terminal.
  public let isInFolder = false

  /// Writes the summary as UTF-8 text; no line is wider than the options say.
  public func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError) {
    guard documents.contains(document) else {
      throw .unknownDocument(output: identifier, document: document)
    }
    let text = SummaryText(model, options).lines().joined(separator: "\n") + "\n"
    try sink.write(Array(text.utf8))
  }
}
