import MailModel
import Testing

@testable import IceWarpAdmin

@Suite("Account export")
struct AccountExportTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    var mailboxes: [String: String] = [:]
    var domains: Set<String> = ["example.com"]
    var accounts = 1
    var faults: [AccountExportFault] = []
    var testDescription: String { name }
  }

  static let ana = ["ana@example.com": "ana@example.com"]
  static let anaAndSales = ["ana@example.com": "ana@example.com", "vendas@example.com": "ana@example.com"]

  static func fault(_ line: Int, _ reason: AccountExportFaultReason) -> AccountExportFault {
    AccountExportFault(line: line, reason: reason)
  }

  static let exports = [
    Case(name: "account without alias", text: "ana@example.com,0,0,1,\n", mailboxes: ana),
    Case(name: "no final comma, no line end", text: "ana@example.com,0", mailboxes: ana),
    Case(
      name: "aliases in one field", text: "ana@example.com,0,ana,ana@example.com;vendas@example.com,",
      mailboxes: anaAndSales),
    Case(
      name: "aliases in several fields", text: "ana@example.com,0,vendas@example.com,ana@example.com,",
      mailboxes: anaAndSales),
    Case(
      name: "quoted list", text: #"ana@example.com,0,"ana@example.com;vendas@example.com","#, mailboxes: anaAndSales),
    Case(
      name: "quoted name with a comma", text: #"ana@example.com,"Silva, ""Ana""",vendas@example.com,"#,
      mailboxes: anaAndSales),
    Case(
      name: "quote inside a name", text: #"ana@example.com,Ana "Bia" Silva,vendas@example.com,"#, mailboxes: anaAndSales
    ),
    Case(
      name: "name with a bare comma", text: "ana@example.com,Silva, Ana,vendas@example.com,", mailboxes: anaAndSales),
    Case(name: "address inside a name", text: #"ana@example.com,"Ana <bia@example.org>","#, mailboxes: ana),
    Case(name: "letter case", text: "Ana@Example.COM,0,VENDAS@example.com,", mailboxes: anaAndSales),
    Case(name: "same account twice", text: "ana@example.com,0,\nANA@example.com,0,\n", mailboxes: ana),
    Case(
      name: "alias in a domain alias", text: "ana@example.com,0,ana@example.com;ana@example.org,",
      mailboxes: ["ana@example.com": "ana@example.com", "ana@example.org": "ana@example.com"],
      domains: ["example.com", "example.org"]),
    Case(
      name: "an address elsewhere alone in a field may be a forwarding address",
      text: "ana@example.com,0,ana@example.net,", mailboxes: ana),
    Case(
      name: "carriage returns, blank lines, comments", text: "# contas\r\n\r\nana@example.com,0,\r\r\n\r\n",
      mailboxes: ana),
    Case(name: "byte order mark", text: "\u{FEFF}ana@example.com,0,\n", mailboxes: ana),
    Case(
      name: "list of addresses", text: "ana@example.com\nbia@example.com\n",
      mailboxes: ["ana@example.com": "ana@example.com", "bia@example.com": "bia@example.com"], accounts: 2),
    Case(name: "alias, blank, mailbox", text: "vendas@example.com\t ana@example.com", mailboxes: anaAndSales),
    Case(name: "alias, colon, mailbox", text: "vendas@example.com: ana@example.com", mailboxes: anaAndSales),
    Case(name: "alias, spaced colon, mailbox", text: "vendas@example.com : ana@example.com", mailboxes: anaAndSales),
    Case(
      name: "alias of an alias",
      text: "contato@example.com vendas@example.com\nvendas@example.com ana@example.com",
      mailboxes: [
        "ana@example.com": "ana@example.com", "vendas@example.com": "ana@example.com",
        "contato@example.com": "ana@example.com",
      ]),
    Case(
      name: "circle of aliases", text: "vendas@example.com contato@example.com\ncontato@example.com vendas@example.com",
      accounts: 0, faults: [fault(1, .circularAlias), fault(2, .circularAlias)]),
    Case(
      name: "alias with several mailboxes", text: "vendas@example.com ana@example.com, bia@example.com", accounts: 0,
      faults: [fault(1, .severalMailboxes)]),
    Case(
      name: "alias of two accounts",
      text: "ana@example.com,0,vendas@example.com,\nbia@example.com,0,vendas@example.com,\n",
      mailboxes: ["ana@example.com": "ana@example.com", "bia@example.com": "bia@example.com"], accounts: 2,
      faults: [fault(2, .ambiguousAlias)]),
    Case(
      name: "alias of three accounts, the first of them twice",
      text: """
        ana@example.com,0,vendas@example.com,
        bia@example.com,0,vendas@example.com,
        ana@example.com,0,vendas@example.com,
        caio@example.com,0,vendas@example.com,
        """,
      mailboxes: [
        "ana@example.com": "ana@example.com", "bia@example.com": "bia@example.com",
        "caio@example.com": "caio@example.com",
      ], accounts: 3, faults: [fault(2, .ambiguousAlias), fault(4, .ambiguousAlias)]),
    Case(
      name: "alias that is a mailbox of its own", text: "bia@example.com,0,ana@example.com,\nana@example.com,0,\n",
      mailboxes: ["ana@example.com": "ana@example.com", "bia@example.com": "bia@example.com"], accounts: 2,
      faults: [fault(1, .ambiguousAlias)]),
    Case(name: "local parts without a field list", text: "ana@example.com,0,ana,vendas,", mailboxes: ana),
    Case(
      name: "local parts with a field list", text: "# u_type u_mailbox u_alias\nana@example.com,0,ana,vendas;ana,",
      mailboxes: anaAndSales),
    Case(
      name: "field list in the whole command",
      text: "# tool export account \"*@*\" u_type u_aliaslist\nana@example.com,0,vendas@example.com,",
      mailboxes: anaAndSales),
    Case(
      name: "field list as a heading", text: "account,u_type,u_aliaslist\nana@example.com,0,vendas@example.com,",
      mailboxes: anaAndSales),
    Case(
      name: "forwarding is no alias",
      text: "# u_forwardto u_aliaslist\nana@example.com,ana@example.net,vendas@example.com,",
      mailboxes: anaAndSales),
    Case(
      name: "more fields than the list names",
      text: "# u_aliaslist u_name\nana@example.com,vendas@example.com,Silva, Ana,",
      mailboxes: ana, faults: [fault(2, .fieldCount)]),
    Case(
      name: "password column", text: "# u_password u_aliaslist\nana@example.com,p@ss.word,vendas@example.com,",
      mailboxes: anaAndSales, faults: [fault(1, .secretColumn)]),
    Case(
      name: "quote that never closes", text: "ana@example.com,\"Silva,vendas@example.com,\nbia@example.com,0,",
      mailboxes: ["ana@example.com": "ana@example.com", "bia@example.com": "bia@example.com"], accounts: 2,
      faults: [fault(1, .quoting)]),
    Case(
      name: "text behind a quote", text: #"ana@example.com,"Ana" Silva,vendas@example.com,"#, mailboxes: ana,
      faults: [fault(1, .quoting)]),
    Case(
      name: "no address in front", text: "ana,0,vendas@example.com,\nana@example.com,0,", mailboxes: ana,
      faults: [fault(1, .noAddress)]),
    Case(
      name: "no address at all",
      text:
        "nonsense\n@example.com ana@example.com\nana@\nana@host\nana@192.0.2.1\nana@example..com\n.ana@example.com\n",
      domains: [], accounts: 0, faults: (1...7).map { fault($0, .noAddress) }),
    Case(
      name: "local part to address", text: "postmaster: ana@example.com", domains: [], accounts: 0,
      faults: [fault(1, .noAddress)]),
    Case(name: "empty", text: "", domains: [], accounts: 0),
  ]

  @Test("Mailboxes, aliases, domains and faults", arguments: exports)
  func parse(_ row: Case) {
    let export = AccountExport.parse(Array(row.text.utf8))
    #expect(export.directory.mailboxOfAddress == row.mailboxes)
    #expect(export.directory.localDomains == row.domains)
    #expect(export.accounts == row.accounts)
    #expect(export.faults == row.faults)
  }

  @Test("Lists, groups and accounts that are switched off are no person's, where their columns are named")
  func impersonal() {
    let lines = """
      ana@example.com,0,0,
      todos@example.com,1,0,
      sala@example.com,8,0,
      bia@example.com,0,1,
      """
    let named = AccountExport.parse(Array("# u_type u_accountdisabled\n\(lines)".utf8)).directory
    #expect(named.impersonal == ["todos@example.com", "sala@example.com", "bia@example.com"])
    #expect(named.mailboxOfAddress.count == 4)
    #expect(AccountExport.parse(Array(lines.utf8)).directory.impersonal.isEmpty)
  }

  @Test("Line ends and encoding change nothing", arguments: exports)
  func encodings(_ row: Case) {
    let plain = AccountExport.parse(Array(row.text.utf8))
    let windows = row.text.replacing("\r", with: "").replacing("\n", with: "\r\n")
    #expect(AccountExport.parse(Array(windows.utf8)) == plain)
    let units = Array(("\u{FEFF}" + row.text.replacing("\u{FEFF}", with: "")).utf16)
    #expect(AccountExport.parse(units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }) == plain)
    #expect(AccountExport.parse(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }) == plain)
  }

  @Test("Latin-1 names are no obstacle")
  func latin1() {
    let line = Array("ana@example.com,Jos".utf8) + [0xe9] + Array(",vendas@example.com,".utf8)
    let export = AccountExport.parse(line)
    #expect(export.directory.mailboxOfAddress == Self.anaAndSales)
    #expect(export.faults.isEmpty)
  }

  @Test(
    "A secret drops its line and appears nowhere",
    arguments: [
      "ana@example.com,0,{SSHA}U2VjcmV0Q2FuYXJ5,", "ana@example.com,$6$salt$SecretCanary,",
      "ana@example.com,$2y$10$SecretCanary,0,", "ana@example.com,5f4dcc3b5aa765d61d8327deb882cf99,",
      "ana@example.com,\(String(repeating: "SecretCanary+/", count: 20))==,",
      #"ana@example.com,"Silva,{SSHA}U2VjcmV0Q2FuYXJ5,"#,
    ])
  func secret(line: String) {
    let export = AccountExport.parse(Array("bia@example.com,0,\n\(line)\n".utf8))
    #expect(export.directory.mailboxOfAddress == ["bia@example.com": "bia@example.com"])
    #expect(export.faults == [Self.fault(2, .secret)])
  }

  @Test(
    "What is no address is not kept",
    arguments: [
      "ana@example.com,SecretCanary,", "ana@example.com,Secret!Canary@example.com,", "ana@example.com:SecretCanary",
      "ana@example.com SecretCanary", "SecretCanary,ana@example.com,", "# SecretCanary",
      "ana@example.com,\"SecretCanary",
      "# u_password\nana@example.com,SecretCanary@example.com,",
      "# u_password\nana@example.com,Secret,Canary@example.com,",
    ])
  func canary(text: String) {
    var kept = ""
    dump(AccountExport.parse(Array(text.utf8)), to: &kept)
    #expect(!kept.lowercased().contains("canary"))
  }
}
