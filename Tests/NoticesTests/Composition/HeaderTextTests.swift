import MailModel
import Testing

@testable import Notices

@Suite("Header fields")
struct HeaderTextTests {
  @Test("a quoted name is taken without its backslashes")
  func quotedPair() {
    #expect(Mailbox(text: #""João \"TI\"" <it@example.com>"#)?.name == "João \"TI\"")
    #expect(Mailbox(text: #""a\\b" <it@example.com>"#)?.name == #"a\b"#)
    #expect(Mailbox(text: #"IT "desk" <it@example.com>"#)?.name == #"IT "desk""#)
  }

  @Test(
    "names before an address",
    arguments: [
      ("IT desk", "IT desk"), ("IT, desk", "\"IT, desk\""), ("say \"hi\" \\", "\"say \\\"hi\\\" \\\\\""),
      ("Équipe", "=?UTF-8?B?w4lxdWlwZQ==?="), ("a\r\nBcc: x", "=?UTF-8?B?YcK3wrdCY2M6IHg=?="),
    ])
  func phrase(name: String, expected: String) { #expect(HeaderText.phrase(name, used: 6) == expected) }

  @Test("long text is folded into lines of at most 78, and no line begins a field")
  func folding() {
    for text in [
      String(repeating: "configuração ", count: 20), String(repeating: "word ", count: 40), "a\n\nb\r\nX: y",
    ] {
      let value = "Subject: " + HeaderText.unstructured(text, used: 9)
      for (index, line) in value.replacing("\r\n", with: "\n").split(separator: "\n").enumerated() {
        #expect(line.utf8.count <= 78)
        #expect(index == 0 || line.hasPrefix(" "))
      }
    }
  }

  @Test(
    "file names",
    arguments: [("a.csv", "filename=\"a.csv\""), ("ação.csv", "filename*=UTF-8''a%C3%A7%C3%A3o.csv")])
  func parameter(value: String, expected: String) { #expect(ParameterText.make("filename", value) == expected) }

  @Test(
    "addresses that may stand in a command",
    arguments: [
      ("ana@example.com", true), ("a.b+c@EXAMPLE.com", true), ("a..b@example.com", false), (".a@example.com", false),
      ("a@b@example.com", false), ("a b@example.com", false), ("ana@", false), ("@example.com", false),
      ("ana@-example.com", false), ("ana@example.com\r\n", false), ("\u{430}na@example.com", false),
    ])
  func address(text: String, isOne: Bool) { #expect((NoticeAddress(text) != nil) == isOne) }

  @Test("quoted-printable keeps lines short, and blanks and equals signs whole")
  func quotedPrintable() {
    var bytes: [UInt8] = []
    QuotedPrintable.append("a=b \n" + String(repeating: "ã", count: 40) + "\n", to: &bytes)
    let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").split(separator: "\n")
    #expect(lines.first == "a=3Db=20")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    let joined = String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "")
    #expect(joined.hasSuffix(String(repeating: "=C3=A3", count: 40) + "\r\n"))
  }

  @Test(
    "file names of previews",
    arguments: [
      ("ana@example.com", "ana@example.com.eml"), ("con@example.com", "_con@example.com-"),
      ("a/b@example.com", "a_b@example.com-"),
    ])
  func fileName(address: String, start: String) {
    let name = PreviewFileName.make(address, kind: .notice)
    #expect(name.hasPrefix(start) && name.hasSuffix(".eml"))
  }
}
