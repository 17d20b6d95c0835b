import Foundation
import Testing

@testable import Reporting

/// A phrase that nobody says is work for every translator and for nothing.
@Suite struct PhraseUseTests {
  /// The sources that say phrases: all but the phrases themselves.
  private static func sources() throws -> String {
    let target = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Reporting").standardizedFileURL
    let files = FileManager.default.enumerator(at: target, includingPropertiesForKeys: nil)?.allObjects ?? []
    let said = files.compactMap { $0 as? URL }.filter {
      $0.pathExtension == "swift" && !$0.lastPathComponent.contains("Phrase") && !$0.path.contains("/JSON/")
        && !$0.path.contains("/CSV/")
    }
    return try said.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }

  @Test func everyPhraseIsSaidSomewhere() throws {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let words = Array(try PhraseUseTests.sources().utf8).split {
      !letters.contains($0 | 0x20) && $0 != UInt8(ascii: ".")
    }
    let said = Set(words.map { String(decoding: $0, as: UTF8.self) })
    for phrase in Phrase.allCases {
      #expect(said.contains("t.\(phrase)") || said.contains(".\(phrase)"), "\(phrase)")
    }
    for phrase in ServerPhrase.allCases {
      #expect(said.contains("t.\(phrase)") || said.contains(".\(phrase)"), "\(phrase)")
    }
    for phrase in TrendPhrase.allCases { #expect(said.contains(".\(phrase)"), "\(phrase)") }
    for phrase in TrendCount.allCases { #expect(said.contains(".\(phrase)"), "\(phrase)") }
    for phrase in CountedPhrase.allCases { #expect(said.contains(".\(phrase)"), "\(phrase)") }
  }
}
