import Testing

@testable import Reporting

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain", "ana@example.com", "ana@example.com"),
    ("accents", "Conceição, José, Ñandú", "Conceição, José, Ñandú"),
    ("decomposed accent", "Jose\u{301}", "Jose\u{301}"),
    ("Japanese", "日本語", "日本語"),
    ("escape", "\u{1B}[2J", "␛[2J"),
    ("DEL", "a\u{7F}", "a␡"),
    ("C1", "\u{9B}31m", "⟨U+009B⟩31m"),
    ("right to left", "\u{202E}moc", "⟨U+202E⟩moc"),
    ("isolate", "\u{2066}a\u{2069}", "⟨U+2066⟩a⟨U+2069⟩"),
    ("zero width", "a\u{200B}b", "a⟨U+200B⟩b"),
    ("line separator", "a\u{2028}b", "a⟨U+2028⟩b"),
    ("tag characters", "a\u{E0041}b", "a⟨U+E0041⟩b"),
    ("quote with accent", "\"\u{301}", "\"⟨U+0301⟩"),
    ("bracket after prepended sign", "\u{0D4E}<", "⟨U+0D4E⟩<"),
  ])
  func hostileSignsAreShown(name: String, text: String, expected: String) {
    #expect(Array(VisibleText.make(text).unicodeScalars) == Array(expected.unicodeScalars))
  }
}
