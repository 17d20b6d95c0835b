import Foundation
import MailModel
import Testing

@testable import Notices

@Suite("Texts")
struct TemplateTests {
  @Test("every language uses the same names in the same kinds of message", arguments: NoticeKind.allCases)
  func equalSets(kind: NoticeKind) {
    let english = TemplateNames.used(in: Language.english.wording.template(kind))
    for language in Language.allCases {
      let used = TemplateNames.used(in: language.wording.template(kind))
      #expect(used == english, "\(language.tag)")
      #expect(used.isSubset(of: TemplateNames.all))
    }
  }

  @Test("every client has a title, a path, steps and a mark in every language; equal steps and notes")
  func clients() throws {
    for client in ClientRegistry.all {
      let english = try ClientFile.parse("[x]\n" + (client.texts[.english] ?? ""), name: "en")["x"]
      for language in Language.allCases {
        let source = try #require(client.texts[language], "\(client.identifier) \(language.tag)")
        let text = try #require(try ClientFile.parse("[x]\n" + source, name: client.identifier)["x"])
        #expect(text.steps.count == english?.steps.count, "\(client.identifier) \(language.tag)")
        #expect((text.note == nil) == (english?.note == nil), "\(client.identifier) \(language.tag)")
        #expect(source.contains("\nverified: "), "\(client.identifier) \(language.tag)")
        // A name that is said to be right says what it was held against; one that is not says nothing.
        #expect(text.isVerified == (text.source != nil), "\(client.identifier) \(language.tag)")
      }
    }
    #expect(Set(ClientRegistry.all.map(\.identifier)).count == ClientRegistry.all.count)
  }

  /// Where the settings are stands in a list for programs that nobody has seen, without the note that warns.
  @Test("no way to the settings goes over deleting the account", arguments: Language.allCases)
  func paths(language: Language) throws {
    let words = ["delete", "excluir", "eliminar", "add it again", "adicione", "agréguela"]
    for client in ClientRegistry.all {
      let source = try #require(client.texts[language])
      let text = try #require(try ClientFile.parse("[x]\n" + source, name: client.identifier)["x"])
      #expect(!words.contains { text.path.lowercased().contains($0) }, "\(client.identifier): \(text.path)")
    }
  }

  @Test("no client's file is missing in the registry")
  func registry() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Notices/Clients").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix("Instructions.swift") && $0 != "ClientInstructions.swift"
    }
    #expect(files.count == ClientRegistry.all.count)
  }

  @Test("every guess of the log leads to instructions that exist", arguments: ClientGuess.allCases)
  func choices(guess: ClientGuess) {
    let known = Set(ClientRegistry.all.map(\.identifier))
    let choice = ClientChoice(guess)
    #expect(known.contains(choice.identifier))
    #expect(choice.others.allSatisfy { known.contains($0) })
  }

  @Test("line ends of Windows and a byte order mark change nothing", arguments: NoticeKind.allCases)
  func windowsEditor(kind: NoticeKind) throws {
    let files = Dictionary(uniqueKeysWithValues: TemplateSet.files.map { ($0.name, $0.text) })
    let windows = try TemplateSet(override: { name in
      files[name].map {
        "\u{feff}" + $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
      }
    })
    let unix = try TemplateSet(override: { files[$0] })
    for language in Language.allCases {
      let (one, other) = (
        windows.render(kind, language, TemplateContext()), unix.render(kind, language, TemplateContext())
      )
      #expect(one.subject == other.subject && one.blocks == other.blocks)
      #expect(windows.client("outlook", language) == unix.client("outlook", language))
    }
  }

  @Test("what is exported is what is built in, and an override takes its place")
  func export() throws {
    let files = Dictionary(uniqueKeysWithValues: TemplateSet.files.map { ($0.name, $0.text) })
    #expect(files.count == Language.allCases.count * (NoticeKind.allCases.count + 1))
    _ = try TemplateSet(override: { files[$0] })
    let changed = try TemplateSet(override: {
      $0 == "es/clients.txt" ? "[thunderbird]\ntitle: T\npath: P\nstep: S\n" : nil
    })
    #expect(changed.client("thunderbird", .spanish)?.title == "T")
    #expect(changed.client("thunderbird", .english)?.title == "Thunderbird")
  }

  @Test("a broken text is refused before anybody is told")
  func broken() {
    #expect(throws: TemplateFault.noSubject(name: "en/notice.mustache")) {
      try TemplateSet(override: { $0 == "en/notice.mustache" ? "Hello" : nil })
    }
    #expect(throws: TemplateFault.unknownName(name: "en/notice.mustache", used: "servre")) {
      try TemplateSet(override: { $0 == "en/notice.mustache" ? "Subject: x\n{{servre}}" : nil })
    }
    #expect(throws: TemplateFault.self) {
      try TemplateSet(override: { $0 == "en/notice.mustache" ? "Subject: x\n{{#server}}" : nil })
    }
  }

  @Test("data that looks like markup is shown as it is")
  func hostileData() {
    let blocks = Markup.blocks(Substring("- " + Markup.escape("**a** `b` <https://example.net> | <script>") + "\n"))
    #expect(blocks == [.item([MarkupRun(style: .plain, text: "**a** `b` <https://example.net> | <script>")])])
    #expect(HTMLPart.render(blocks, title: "t", language: "en").contains("&lt;script&gt;"))
  }
}
