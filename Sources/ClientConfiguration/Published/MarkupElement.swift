import Foundation
import FoundationXML

/// One element of a small XML document with what it holds; names without prefix.
struct MarkupElement {
  var name: String
  var attributes: [String: String]
  var text = ""
  var children: [MarkupElement] = []

  /// Reads a document; nothing where it is no well-formed XML, or is nested deeper than any of ours.
  ///
  /// No entity from outside is followed.
  static func parse(_ bytes: [UInt8]) -> MarkupElement? {
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = builder
    return parser.parse() ? builder.root : nil
  }

  /// All elements of a name, at any depth, in the order of the document.
  func all(_ name: String) -> [MarkupElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// The text of the first child of a name, without blanks around it.
  func value(_ name: String) -> String? {
    children.first { $0.name == name }.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  private final class Builder: NSObject, XMLParserDelegate {
    private static let deepest = 64
    private var open: [MarkupElement] = []
    var root: MarkupElement?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      if open.count >= Builder.deepest { return parser.abortParsing() }
      open.append(MarkupElement(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard !open.isEmpty, open[open.count - 1].text.utf8.count < 4096 else { return }
      open[open.count - 1].text += text
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      guard let element = open.popLast() else { return }
      if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }
  }
}
