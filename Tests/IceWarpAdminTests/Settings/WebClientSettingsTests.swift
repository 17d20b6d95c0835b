import Testing

@testable import IceWarpAdmin

@Suite("Web client settings")
struct WebClientSettingsTests {
  static let rows: [(xml: String, servers: [String], ports: [String])] = [
    ("<items><item><smtpserver>127.0.0.1</smtpserver><smtpport>587</smtpport></item></items>", ["127.0.0.1"], ["587"]),
    ("<ITEM>\r\n<SMTPServer> 127.0.0.1 </SMTPServer>\r\n<smtpport>\r\n25\r\n</smtpport></ITEM>", ["127.0.0.1"], ["25"]),
    (
      "<item><smtpserver>a.example;b.example</smtpserver><smtpport>587;25</smtpport></item>",
      ["a.example", "b.example"], ["587", "25"]
    ),
    ("<item><!-- <smtpport>587</smtpport> --><smtpport>25</smtpport></item>", [], ["25"]),
    ("<item><smtpport><![CDATA[587]]></smtpport></item>", [], ["587"]),
    ("<item><smtpport>&#53;87</smtpport></item>", [], ["587"]),
    ("<item><smtpport/><smtpserver>127.0.0.1</smtpserver></item>", ["127.0.0.1"], []),
    ("<item><smtpserver>u:kanarienvogel@a.example</smtpserver></item>", ["•••@a.example"], []),
    ("<item></item>", [], []),
  ]

  @Test("elements", arguments: rows)
  func elements(xml: String, servers: [String], ports: [String]) {
    let settings = WebClientSettings.parse([0xef, 0xbb, 0xbf] + Array(xml.utf8))
    #expect(settings.isMarkup)
    #expect(settings.items.flatMap(\.servers) == servers)
    #expect(settings.items.flatMap(\.ports) == ports)
    #expect(!"\(settings)".contains("kanarienvogel"))
  }

  @Test("several items stay apart; what is no XML is told")
  func items() {
    let two = "<item><smtpport>587</smtpport></item><item><smtpserver>b</smtpserver></item><item><x>1</x></item>"
    #expect(WebClientSettings.parse(Array(two.utf8)).items.count == 2)
    for text in ["smtpport=587", "", "<items><item><name>a</name>", "<item><smtpport>58", "<item><name>a</name></it"] {
      #expect(!WebClientSettings.parse(Array(text.utf8)).isMarkup, "\(text)")
    }
  }

  @Test("accounts: columns by a line of names, and no guess without one")
  func accounts() {
    let lines = "ana@example.com,0,1,0,\nbruno@example.com,0,0,0,\nsaiu@example.com,0,0,1,\n"
    let named = AccountPolicies.parse(Array("# u_type u_smtp u_accountdisabled\n\(lines)".utf8))
    #expect(named.accounts == 3)
    #expect(named.withoutSMTP == 1)
    let nameless = AccountPolicies.parse(Array(lines.utf8))
    #expect(nameless.accounts == 0)
    #expect(!nameless.namesSMTP)
  }
}
