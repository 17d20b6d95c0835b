import Foundation
import Transport

/// One element of a small XML document with what it holds; names without prefix.
struct MarkupElement {
  var name: String
  var attributes: [String: String]
  var text = ""
  var children: [MarkupElement] = []

  private static let deepest = 64
  /// Text of one element beyond this, in bytes, is dropped.
  private static let longest = 4096

  /// Reads a document; nothing where it is no well-formed XML, or is nested deeper than any of ours.
  ///
  /// No entity from outside is followed.
  static func parse(_ bytes: [UInt8]) -> MarkupElement? {
    var open: [MarkupElement] = []
    var root: MarkupElement?
    let isRead = XMLReader.read(bytes) { event in
      switch event {
      case .start(let name, let attributes):
        guard open.count < deepest else { return false }
        open.append(MarkupElement(name: name, attributes: attributes))
      case .text(let text):
        guard !open.isEmpty, open[open.count - 1].text.utf8.count < longest else { break }
        open[open.count - 1].text += text
      case .end:
        guard let element = open.popLast() else { break }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
      }
      return true
    }
    return isRead ? root : nil
  }

  /// All elements of a name, at any depth, in the order of the document.
  func all(_ name: String) -> [MarkupElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// The text of the first child of a name, without blanks around it.
  func value(_ name: String) -> String? {
    children.first { $0.name == name }.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}
