import MailModel
import Mustache

/// The templates and client instructions of every language, the administrator's in place of ours.
public struct TemplateSet: Sendable {
  /// What stands in front of every template: values are text here, not HTML.
  private static let prefix = "{{% CONTENT_TYPE:TEXT}}"

  private let templates: [String: MustacheTemplate]
  private let clients: [Language: [String: ClientText]]

  /// Reads every template; `override` gives the administrator's text of a file such as `pt-BR/notice.mustache`, or nothing.
  ///
  /// Line ends of Windows are taken as those of Unix, and a byte order mark at the begin is passed over: editors put both there.
  public init(override given: (String) -> String? = { _ in nil }) throws(TemplateFault) {
    func override(_ name: String) -> String? { given(name).map { TemplateSet.plain($0) } }
    var templates: [String: MustacheTemplate] = [:]
    var clients: [Language: [String: ClientText]] = [:]
    for language in Language.allCases {
      for kind in NoticeKind.allCases {
        let name = TemplateSet.fileName(language, kind)
        let source = override(name) ?? language.wording.template(kind)
        guard source.hasPrefix("Subject:") else { throw .noSubject(name: name) }
        for used in TemplateNames.used(in: source) where !TemplateNames.all.contains(used) {
          throw .unknownName(name: name, used: used)
        }
        do {
          templates[name] = try MustacheTemplate(string: TemplateSet.prefix + source)
        } catch {
          throw .broken(name: name, reason: "\(error)")
        }
      }
      var texts: [String: ClientText] = [:]
      for client in ClientRegistry.all {
        for (identifier, text) in try ClientFile.parse(
          "[\(client.identifier)]\n" + (client.texts[language] ?? ""), name: client.identifier)
        {
          texts[identifier] = text
        }
      }
      let name = TemplateSet.clientsFileName(language)
      if let own = override(name) {
        for (identifier, text) in try ClientFile.parse(own, name: name) { texts[identifier] = text }
      }
      clients[language] = texts
    }
    self.templates = templates
    self.clients = clients
  }

  /// Every file that an administrator can change, with its text.
  public static var files: [(name: String, text: String)] {
    Language.allCases.flatMap { language in
      NoticeKind.allCases.map { (fileName(language, $0), language.wording.template($0) + "\n") }
        + [(clientsFileName(language), ClientFile.text(language))]
    }
  }

  /// The text with LF alone, and without a byte order mark.
  private static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isBehindCR = false
    for byte in text.utf8 {
      if byte == 13 || byte == 10 {
        if byte == 13 || !isBehindCR { bytes.append(10) }
      } else {
        bytes.append(byte)
      }
      isBehindCR = byte == 13
    }
    return String(decoding: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...], as: UTF8.self)
  }

  static func fileName(_ language: Language, _ kind: NoticeKind) -> String {
    "\(language.tag)/\(kind.rawValue).mustache"
  }
  static func clientsFileName(_ language: Language) -> String { "\(language.tag)/clients.txt" }

  /// The subject and the blocks of a message.
  func render(
    _ kind: NoticeKind, _ language: Language, _ context: TemplateContext
  ) -> (subject: String, blocks: [MarkupBlock]) {
    let text = templates[TemplateSet.fileName(language, kind)]?.render(context) ?? ""
    let end = text.utf8.firstIndex(of: 10) ?? text.endIndex
    let subject = Markup.runs(text[..<end].dropFirst("Subject:".count)).reduce(into: "") { $0 += $1.text }
    return (String(subject.drop { $0 == " " }), Markup.blocks(text[end...]))
  }

  /// The instructions for a client in a language.
  func client(_ identifier: String, _ language: Language) -> ClientText? { clients[language]?[identifier] }
}
