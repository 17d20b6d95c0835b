import MailModel
import Testing

@testable import IceWarpAdmin

@Suite("Bypass file: grammar and risk")
struct BypassFileTests {
  struct Row: CustomTestStringConvertible {
    let line: String
    let kind: BypassKind
    var valid = true
    let risk: BypassRisk
    var says: String?
    var testDescription: String { line.debugDescription }
  }

  @Test(
    "Each line is what the grammar makes of it",
    arguments: [
      Row(line: "i:192.0.2.60", kind: .address, risk: .low),
      Row(line: "i:10.1.2.3", kind: .address, risk: .low),
      Row(line: "i:127.0.0.1", kind: .address, risk: .low, says: "web mail"),
      Row(line: "i:192.168.1.*", kind: .address, risk: .medium, says: "256 addresses"),
      Row(line: "i:192.168.*.*", kind: .address, risk: .high, says: "every computer"),
      Row(line: "i:10.*.0.1", kind: .address, risk: .medium, says: "middle of a mask"),
      Row(line: "i:172.16.10.0/24", kind: .address, risk: .medium),
      Row(line: "i:172.16.10.7/24", kind: .address, risk: .medium, says: "172.16.10.0/24"),
      Row(line: "i:203.0.112.0/20", kind: .address, risk: .high, says: "4096 addresses of other people"),
      Row(line: "i:10.0.0.0/8", kind: .address, risk: .high),
      Row(line: "i:0.0.0.0/0", kind: .address, risk: .defeatsFeature),
      Row(line: "i:*.*.*.*", kind: .address, risk: .defeatsFeature),
      Row(line: "i:*", kind: .address, valid: false, risk: .defeatsFeature),
      Row(line: "i:*.*", kind: .address, valid: false, risk: .defeatsFeature),
      Row(line: "*", kind: .any, risk: .defeatsFeature),
      Row(line: "*.*", kind: .any, risk: .defeatsFeature),
      Row(line: "r:*@*", kind: .recipient, risk: .defeatsFeature),
      Row(line: "s:*.*", kind: .sender, risk: .defeatsFeature),
      Row(line: "i:198.0.0.0/6", kind: .address, risk: .defeatsFeature),
      Row(line: "i:192.0.2.0/255.255.255.0", kind: .address, risk: .medium, says: "not a mask of four numbers"),
      Row(line: "i:2001:db8::60", kind: .address, risk: .low, says: "IPv6 is not documented"),
      Row(line: "i:2001:db8::/64", kind: .address, risk: .medium),
      Row(line: "i:::/0", kind: .address, risk: .defeatsFeature),
      Row(line: "i:198.51.100.1-9", kind: .address, valid: false, risk: .medium, says: "hyphen"),
      Row(line: "i:printer.example.com", kind: .address, valid: false, risk: .medium, says: "behind a:"),
      Row(line: "i:192.0.2.0/33", kind: .address, valid: false, risk: .medium, says: "too large"),
      Row(line: "i:", kind: .address, valid: false, risk: .medium, says: "missing"),
      Row(line: "I:192.0.2.60", kind: .address, risk: .low, says: "upper case"),
      Row(line: "i: 192.0.2.60", kind: .address, risk: .low, says: "behind the prefix"),
      Row(line: " i:192.0.2.60", kind: .address, risk: .low, says: "at its ends"),
      Row(line: "s:formulario@example.com", kind: .sender, risk: .high, says: "Anybody can claim"),
      Row(line: "s:scan*@example.com", kind: .sender, risk: .high, says: "mask fits"),
      Row(line: "s:*@example.com", kind: .sender, risk: .defeatsFeature, says: "local domain"),
      Row(line: "s:example.com", kind: .sender, risk: .defeatsFeature, says: "as l: would do"),
      Row(line: "s:*.com", kind: .sender, risk: .defeatsFeature),
      Row(line: "s:*", kind: .sender, risk: .defeatsFeature),
      Row(line: "s:example.net", kind: .sender, risk: .high),
      Row(line: "s:192.0.2.1", kind: .sender, valid: false, risk: .high, says: "behind i:"),
      Row(line: "s:a@example.com b@example.com", kind: .sender, valid: false, risk: .high, says: "one condition"),
      Row(line: "s:@example.com", kind: .sender, valid: false, risk: .high, says: "without @"),
      Row(line: "s:scan?@example.com", kind: .sender, risk: .high, says: "?"),
      Row(line: "r:ana@example.com", kind: .recipient, risk: .medium),
      Row(line: "r:example.com", kind: .recipient, risk: .high),
      Row(line: "r:*", kind: .recipient, risk: .defeatsFeature),
      Row(line: "a:filial.example.net", kind: .hostname, risk: .medium, says: "not here"),
      Row(line: "a:192.0.2.1", kind: .hostname, valid: false, risk: .medium, says: "behind i:"),
      Row(line: "w:list.dnswl.example", kind: .dnswl, risk: .high, says: "Whoever runs this list"),
      Row(line: #"f:C:\IceWarp\config\more.dat"#, kind: .include, risk: .high),
      Row(line: "f:", kind: .include, valid: false, risk: .high),
      Row(line: "l:", kind: .localSenders, risk: .defeatsFeature),
      Row(line: "l:example.com", kind: .localSenders, valid: false, risk: .defeatsFeature, says: "no value"),
      Row(line: "t:", kind: .trustedSession, risk: .medium, says: "test it"),
      Row(line: "u:ana", kind: .unknown, valid: false, risk: .medium, says: "u:"),
      Row(line: "; impressora", kind: .unknown, valid: false, risk: .medium, says: "comment"),
      Row(line: "# impressora", kind: .unknown, valid: false, risk: .medium, says: "comment"),
      Row(line: "impressora", kind: .unknown, valid: false, risk: .medium, says: "no domain"),
      Row(line: "example.net", kind: .any, risk: .high, says: "recipient as well"),
      Row(line: "example.com", kind: .any, risk: .defeatsFeature),
      Row(line: "ana@example.com", kind: .any, risk: .high),
      Row(line: "192.168.*.*", kind: .any, risk: .high, says: "i: says what is meant"),
      Row(line: "172.16.10.0/24", kind: .any, risk: .medium),
      Row(line: "s:café@example.com", kind: .sender, risk: .high, says: "printable ASCII"),
    ])
  func lines(_ row: Row) throws {
    let file = BypassFile.parse(Array((row.line + "\r\n").utf8))
    let line = try #require(file.lines.first)
    #expect(file.notes.isEmpty)
    #expect(line.kind == row.kind)
    #expect(line.isValid == row.valid)
    let (risk, why) = line.risk(localDomains: ["example.com"])
    #expect(risk == row.risk)
    if let says = row.says {
      let notes = (line.remarks + why).map { $0.text(in: .english) }
      #expect(notes.contains { $0.contains(says) }, "\(notes)")
    }
    #expect(line.bytes == Array(row.line.utf8))
  }

  @Test("What the file as a whole shows")
  func wholeFile() {
    #expect(BypassFile.parse(Array("i:192.0.2.1\r\n\r\n  \r\ni:192.0.2.2".utf8)).lines.map(\.number) == [1, 4])
    #expect(BypassFile.parse(Array("i:192.0.2.1\r\n\r\ni:192.0.2.2".utf8)).notes.isEmpty)
    #expect(
      BypassFile.parse(Array("i:192.0.2.1\ni:192.0.2.2\n".utf8)).notes.map { $0.text(in: .english) } == [
        "Lines that end with LF alone: 2. The documented form is CRLF."
      ])
    let marked = BypassFile.parse([0xef, 0xbb, 0xbf] + Array("l:\r\n".utf8))
    #expect(marked.lines.map(\.kind) == [.localSenders])
    #expect(marked.notes.count == 1)
    let wide = BypassFile.parse([0xff, 0xfe] + Array("l:\r\n".utf8).flatMap { [$0, 0] })
    #expect(wide.lines.map(\.kind) == [.localSenders])
    #expect(!wide.isExtensible)
  }

  @Test("Lines are put behind what is there, which stays byte for byte")
  func appending() {
    let odd = Array("i:192.0.2.1\n; caf\u{e9}\r\nu:x".utf8)
    let result = BypassFile.parse(odd).appending(["i:192.0.2.9", "i:192.0.2.10"])
    #expect(result.starts(with: odd))
    #expect(Array(result[odd.count...]) == Array("\r\ni:192.0.2.9\r\ni:192.0.2.10\r\n".utf8))
    #expect(BypassFile.parse([]).appending(["l:"]) == Array("l:\r\n".utf8))
  }

  @Test(
    "A mask stands for what it shows",
    arguments: [
      ("scan*@example.com", "scanner@example.com", true), ("scan*@example.com", "SCAN@Example.com", true),
      ("scan*@example.com", "xscan@example.com", false), ("*a*b*", "xxaxxbxx", true), ("*a*b*", "ba", false),
      ("ab*ba", "aba", false), ("ab*ba", "abba", true), ("*", "", true), ("example.com", "mail.example.com", false),
      ("*.example.com", "mail.example.com", true), ("*.example.com", "example.com", false),
    ])
  func masks(_ mask: String, _ name: String, _ fits: Bool) {
    #expect(TextMask(Array(mask.utf8)[...]).matches(name) == fits)
  }

  @Test("A last line that stops between CR and LF is the same line with another behind it")
  func lastLineWithHalfAnEnd() {
    let file = BypassFile.parse(Array("i:192.0.2.60\r\ni:192.0.2.61\r".utf8))
    let longer = file.appending(["l:"])
    #expect(longer == Array("i:192.0.2.60\r\ni:192.0.2.61\r\nl:\r\n".utf8))
    #expect(BypassFile.parse(longer).lines.dropLast().map(\.bytes) == file.lines.map(\.bytes))
  }
}
