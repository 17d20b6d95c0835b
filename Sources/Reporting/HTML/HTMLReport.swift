public import MailModel
import Mustache

/// `report.html`: one file that needs nothing else, for people.
public struct HTMLReport: ReportOutput {
  /// The output.
  public init() {}

  /// Always `html`.
  public let identifier = "html"
  /// Always `html`.
  public let fileExtension = "html"
  /// The one document, `report`.
  public let documents = ["report"]

  /// Writes the page as UTF-8.
  public func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError) {
    guard documents.contains(document) else {
      throw .unknownDocument(output: identifier, document: document)
    }
    let page = HTMLPage(model, options)
    // Piece by piece, so that the page of a large site is never in memory as a whole.
    for make in page.sections() {
      let section = make()
      let template: MustacheTemplate
      do {
        template = try MustacheTemplate(string: section.template)
      } catch {
        throw .template("\(error)")
      }
      try sink.write(Array(template.render(section.context).utf8))
    }
  }
}
