import MailModel
import Testing

@testable import IceWarpAdmin

/// Settings as the tool prints them, and beside them what each check makes of them.
@Suite("IceWarp checks")
struct IceWarpCheckTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    var tool: String?
    var webClient: String?
    var trusted: String?
    var accounts: String?
    var bypass: String?
    let verdict: PreflightVerdict
    var severity: PreflightSeverity?
    var says: String = ""
    var testDescription: String {
      "\(id) \(tool ?? webClient ?? trusted ?? accounts ?? bypass ?? "nothing") → \(verdict)"
    }

    init(
      _ id: String, _ tool: String? = nil, webClient: String? = nil, trusted: String? = nil, accounts: String? = nil,
      bypass: String? = nil, _ verdict: PreflightVerdict, _ severity: PreflightSeverity? = nil, says: String = ""
    ) {
      self.id = id
      self.tool = tool
      self.webClient = webClient
      self.trusted = trusted
      self.accounts = accounts
      self.bypass = bypass
      self.verdict = verdict
      self.severity = severity
      self.says = says
    }

    var evidence: IceWarpEvidence {
      var evidence = IceWarpEvidence()
      // `A: 1 | B: 2` stands for two lines.
      evidence.settings = tool.map { IceWarpSettings.parse(Array($0.replacing(" | ", with: "\n").utf8)) }
      evidence.webClient = webClient.map { WebClientSettings.parse(Array($0.utf8)) }
      evidence.trusted = trusted.map { TrustedAddresses.parse(Array($0.utf8)) }
      evidence.accounts = accounts.map { AccountExport.parse(Array($0.utf8)) }
      evidence.policies = accounts.map { AccountPolicies.parse(Array($0.utf8)) }
      evidence.bypass = bypass.map {
        BypassTree(name: "submissionbypass.dat", bytes: Array($0.utf8)) { _, _ in
          .missing(reason: TranslatedText(verbatim: "none"))
        }
      }
      return evidence
    }
  }

  private static let services = "C_System_Services_SMTP_"
  private static let relay = "C_Mail_Security_Relay_"
  private static let option = "C_Mail_SMTP_Delivery_MessageSubmission"
  private static let tarpit = "C_Mail_Security_Tarpit_"

  static let ports: [Case] = [
    Case("C1", nil, .notRun, says: "--tool-output"),
    Case("C1", "C_Version: 12", .notRun, says: "C_System_Services_SMTP_AltPort"),
    Case("C1", "\(services)AltPort:", .notRun, says: "empty"),
    Case("C1", "\(services)AltPort: off", .notRun, says: "off"),
    Case("C1", "\(services)AltPort: 587", .pass, .blocker),
    Case("C1", "\(services)AltPort: 366", .fail, .blocker, says: "366"),
    Case("C1", "\(services)AltPort: 366 | \(option): 1", .fail, .blocker, says: "on already"),
    Case("C1", "\(services)AltPort: 587 | \(services)Port: 2525", .warn, .high, says: "2525"),
    Case("C1", "\(services)AltPort: 587 | \(services)SSLPort: 0", .warn, .medium),
    Case("C2", "C_System_Services_BindIPAddress: All Available", .pass),
    Case("C2", "C_System_Services_BindIPAddress:", .pass),
    Case("C2", "C_System_Services_BindIPAddress: 192.0.2.25;192.0.2.26", .warn, says: "192.0.2.26"),
    Case("C2", "C_System_Services_BindIPAddress: 127.0.0.1", .fail, .high),
    Case("C3", "\(services)IPList:", .pass),
    Case("C3", "\(services)IPList: 192.0.2.0/24 | \(services)AccessMode: 1", .warn, .high, says: "Only these"),
    Case("C3", "\(services)IPList: 192.0.2.0/24 | \(services)AccessMode: 0", .warn, .medium, says: "kept out"),
    Case("C3", "\(services)IPList: 192.0.2.0/24", .notRun, says: "AccessMode"),
    Case("C4", "\(option): true", .pass, .info, says: "On"),
    Case("C4", "\(option): 0", .pass, .info, says: "Off"),
    Case("C5", "C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort: 0 | \(option): 0", .pass),
    Case("C5", "C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort: 0 | \(option): 1", .warn),
    Case("C5", "C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort: 0", .notRun, says: "MessageSubmission"),
    Case("C5", "C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort: 1 | \(option): 1", .pass),
    Case("C5", "C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort: 1 | \(option): 0", .warn, says: "already"),
    Case("C6", "C_System_Adv_Ext_DisableSSLTLS: 1", .fail, .blocker),
    Case("C6", "C_System_Adv_Ext_DisableSSLTLS: 0 | C_System_Adv_Ext_SSLServerMethod: 6", .pass),
    Case(
      "C6", "C_System_Adv_Ext_DisableSSLTLS: 0 | C_System_Adv_Ext_SSLServerMethod: 0 | C_Version: 12.0", .warn, .medium,
      says: "TLS 1.0"),
    Case("C6", "C_System_Adv_Ext_DisableSSLTLS: 0 | C_System_Adv_Ext_SSLServerMethod: 0 | C_Version: 14.3", .pass),
    Case(
      "C6", "C_System_Adv_Ext_DisableSSLTLS: 0 | C_System_Adv_Ext_SSLServerMethod: 0", .warn, .medium, says: "not known"
    ),
    Case(
      "C6", "C_System_Adv_Ext_DisableSSLTLS: 0 | C_System_Adv_Ext_SSLServerMethod: 3", .warn, .medium, says: "SSL 3"),
    Case("C7", "C_Mail_Security_Protocols_AllowSMTPAuth: 1", .pass, .blocker),
    Case("C7", "C_Mail_Security_Protocols_AllowSMTPAuth: 0", .fail, .blocker),
    Case(
      "C7", "C_Mail_Security_Protocols_AllowSMTPAuth: 1 | C_Mail_Security_Protocols_DenyESMTP: 1", .fail,
      says: "DenyESMTP"),
    Case(
      "C7", "C_Mail_Security_Protocols_AllowSMTPAuth: 1 | C_Mail_SMTP_Other_Extensions: SIZE;!STARTTLS", .fail,
      says: "!STARTTLS"),
    Case(
      "C7", "C_Mail_Security_Protocols_AllowSMTPAuth: 1 | C_Accounts_Policies_Auth_Schemes: CRAM-MD5;PLAIN", .warn,
      .high, says: "LOGIN"),
    Case("C7", "C_Mail_Security_Protocols_DenyESMTP: 0", .notRun),
    Case("C8", "C_Accounts_Policies_Auth_DisablePlain: 1", .pass),
    Case("C8", "C_Accounts_Policies_Auth_DisablePlain: 0", .warn, .medium),
    Case("C9", "C_Accounts_Policies_Login_LoginSettings: 0", .pass, says: "user name"),
    Case(
      "C9",
      "C_Accounts_Policies_Login_LoginSettings: 1 | C_Accounts_Policies_Login_Enable: 1 | C_Accounts_Policies_Login_Attempts: 3",
      .warn, says: "3"),
    Case("C9", "C_Accounts_Policies_Login_LoginSettings: 7", .notRun, says: "7"),
  ]

  static let relays: [Case] = [
    Case("C10", "\(relay)RelayMode: 0", .fail, .blocker, says: "anybody"),
    Case("C10", "\(relay)RelayMode: 0", trusted: "192.168.0.0/16", .fail, .blocker, says: "192.168.0.0/16"),
    Case("C10", "\(relay)RelayMode: 1", trusted: "127.0.0.1\n::1", .pass, .high),
    Case("C10", "\(relay)RelayMode: 1", trusted: "192.168.*.*", .fail, .high, says: "192.168.0.0/16"),
    Case("C10", "\(relay)RelayMode: 1", trusted: "0.0.0.0/0", .fail, .blocker, says: "0.0.0.0/0"),
    Case("C10", "\(relay)RelayMode: 1", trusted: "*.*.*.*", .fail, .blocker, says: "open relay"),
    Case("C10", "\(relay)RelayMode: 1", trusted: "::/0", .fail, .blocker),
    Case("C10", "\(relay)RelayMode: 1", trusted: "10.*.*.*\nfd00::/8", .fail, .high),
    Case("C10", "\(relay)RelayMode: 1", trusted: "203.0.113.80", .warn, .high, says: "203.0.113.80"),
    Case(
      "C10", "\(relay)RelayMode: 1", trusted: "127.0.0.1\ngarbage; 1??.*.*.*", .warn, says: "2 (garbage, 1??.*.*.*)."),
    Case("C10", "\(relay)RelayMode: 1", trusted: "127.0.0.1\n*", .fail, .blocker, says: "everybody, an open relay: *"),
    Case("C10", "\(relay)RelayMode: 1", trusted: "*", .fail, .blocker, says: "everybody"),
    Case("C10", "\(relay)RelayMode: 1", trusted: "0/0 *.*", .fail, .blocker, says: "*.*, 0/0"),
    Case(
      "C10", "\(relay)RelayMode: 1 | \(relay)RelayMode: 0", trusted: "127.0.0.1", .notRun,
      says: "with different values: 1, 0"),
    Case("C10", "\(relay)RelayMode: 1 | \(relay)IPList: 127.0.0.1;10.0.0.0/8", .fail, .high, says: "10.0.0.0/8"),
    Case("C10", "\(relay)RelayMode: 1", .notRun, says: "--trusted"),
    Case("C10", trusted: "127.0.0.1", .notRun, says: "RelayMode"),
    Case("C10", trusted: "10.*.0.1", .fail, says: "10.*.0.1"),
    Case("C11", "\(relay)POPSMTP: 0", .pass, .high),
    Case("C11", "\(relay)POPSMTP: 1 | \(relay)POPSMTPInt: 30", .fail, .high, says: "30"),
    Case("C11", "\(relay)POPSMTP: 1 | \(relay)POPSMTPGlobal: 1", .fail, says: "everybody behind"),
    Case("C12", nil, .notRun, .blocker, says: "--webclient"),
    Case("C12", webClient: "<item><smtpserver>127.0.0.1</smtpserver><smtpport>587</smtpport></item>", .pass, .blocker),
    Case("C12", webClient: "<item><smtpport>465</smtpport></item>", .pass),
    Case("C12", webClient: "<item><smtpport>25</smtpport></item>", .fail, .blocker),
    Case("C12", webClient: "<item><smtpport>587;25</smtpport></item>", .fail),
    Case("C12", webClient: "<item><smtpserver>127.0.0.1</smtpserver></item>", .fail, says: "names no port"),
    Case(
      "C12", webClient: "<item><smtpserver>127.0.0.1:587</smtpserver><smtpport></smtpport></item>", .warn,
      says: "127.0.0.1:587"),
    Case("C12", webClient: "<item><smtpserver>127.0.0.1:25</smtpserver></item>", .fail),
    Case("C12", webClient: "<items></items>", .fail, says: "names no port"),
    Case("C12", webClient: "<item><smtpport>2525</smtpport></item>", .warn, says: "2525"),
    Case("C12", "\(services)AltPort: 366", webClient: "<item><smtpport>366</smtpport></item>", .pass),
    Case("C13", nil, .notRun, .medium),
    Case("C14", webClient: "<item><smtpport>25</smtpport></item>", .fail, .blocker, says: "ActiveSync"),
    Case("C14", nil, .notRun, .blocker),
    Case("C15", "C_SmartDiscover_SMTPType: 0", .fail, .high),
    Case("C15", "C_SmartDiscover_SMTPType: 1", .pass),
    Case("C15", "C_SmartDiscover_SMTPType: 2", .warn),
    Case("C15", "C_SmartDiscover_SMTPType: 3", .pass),
    Case("C15", "C_SmartDiscover_SMTPType: 3 | \(services)AltPort: 366", .fail, says: "366"),
    Case("C15", "C_SmartDiscover_SMTPType: 3 | D_SmartDiscover_SMTPType: 0", .fail),
    Case("C15", "C_System_AutoDiscover_SMTPType: 0", .fail),
    Case("C15", "C_SmartDiscover_SMTPType: 9", .notRun, says: "9"),
    Case("C16", "\(relay)RejectLocalUnauth: 1", .pass),
    Case("C16", "\(relay)RejectLocalUnauth: 0", .warn, .medium),
    Case("C17", "C_Mail_Security_Protection_RejectSMTPAuthSender: 1", .warn, .high),
    Case(
      "C17", "C_Mail_Security_Protection_RejectSMTPAuthSender: 1",
      accounts: "ana@example.com,0,ana@example.com;vendas@example.com,\n", .warn, says: "export: 1"),
    Case(
      "C17", "C_Mail_Security_Protection_RejectSMTPAuthSender: 0 | C_Accounts_Policies_Auth_ToMailFrom: 1", .warn,
      .medium),
    Case("C17", "C_Mail_Security_Protection_RejectSMTPAuthSender: 0", .pass),
    Case("C18", "C_Mail_Security_Protection_LocalDomain: 1", .pass, .info, says: "On"),
  ]

  static let others: [Case] = [
    Case("C19", "C_Mail_SMTP_General_DeliveryMode: 1", .pass),
    Case(
      "C19",
      "C_Mail_SMTP_General_DeliveryMode: 0 | C_Mail_SMTP_General_RelayMailServer: u@example.com:kanarienvogel@r.example",
      .fail, .high, says: "•••@r.example"),
    Case("C19", "C_Mail_SMTP_General_DeliveryMode: 0 | C_Mail_SMTP_General_RelayMailServer: r.example:25", .fail),
    Case(
      "C19", "C_Mail_SMTP_General_DeliveryMode: 0 | C_Mail_SMTP_General_RelayMailServer: u:kanarienvogel@r.example:587",
      .pass),
    Case(
      "C19",
      "C_Mail_SMTP_General_DeliveryMode: 0 | C_Mail_SMTP_General_RelayMailServer: u:kanarien;vogel@r.example:587",
      .warn, says: "without touching"),
    Case("C19", "C_Mail_SMTP_General_DeliveryMode: 0", .notRun),
    Case(
      "C19", "C_Mail_SMTP_General_DeliveryMode: 0 | C_Mail_SMTP_General_RelayMailServer:", .warn, says: "none is named"),
    Case(
      "C19", "C_Mail_SMTP_General_DeliveryMode: 1 | C_Mail_SMTP_Delivery_MXReconnectFailure: fallback.example", .fail),
    Case("C19", "C_Mail_SMTP_General_DeliveryMode: 1 | C_Mail_SMTP_Delivery_MXReconnectFailure: 1", .pass),
    Case("C20", "C_Mail_SMTP_General_ParallelIPConnectionsLimit: 5", .warn),
    Case("C20", "C_Mail_SMTP_General_ParallelIPConnectionsLimit: 100", .pass),
    Case("C20", "C_Mail_SMTP_General_ParallelIPConnectionsLimit: 0", .pass),
    Case("C21", "\(tarpit)Enable: 0", .pass),
    Case(
      "C21", "\(tarpit)Enable: 1 | \(tarpit)RelayTarpit: 1 | \(tarpit)RelayTarpitCount: 3", .warn,
      says: "RelayTarpit (3)"),
    Case("C21", "\(tarpit)Enable: 1 | \(tarpit)RelayTarpit: 0", .notRun),
    Case("C21", "\(tarpit)Enable: 1 | \(tarpit)RelayTarpit: 0 | \(tarpit)Login: 0 | \(tarpit)BlockIP: 0", .pass),
    Case("C22", "C_Mail_Security_Protection_RejectrDNS: 1", .warn, .medium),
    Case("C22", "C_Mail_Security_Protection_RejectrDNS: 0", .pass),
    Case("C22", "C_Mail_Security_Protection_RejectrDNS: 0 | C_Mail_Security_Protection_HELOEHLO: 2", .warn, .info),
    Case("C23", "C_Mail_SMTP_Delivery_HideIP: 1", .warn, .info),
    Case("C23", "C_Mail_SMTP_Delivery_HideIP: 0", .pass),
    Case("C24", nil, .notRun, says: "--accounts"),
    Case("C24", accounts: "# u_smtp u_accountdisabled\nana@example.com,1,0,\n", .pass),
    Case(
      "C24", accounts: "# u_smtp u_accountdisabled\nana@example.com,0,0,\nold@example.com,0,1,\n", .warn, says: "1 of 2"
    ),
    Case("C24", accounts: "ana@example.com,0,\n", .notRun, says: "u_smtp"),
    Case("C24", "D_DisableLogin: 1", .warn, says: "D_DisableLogin"),
    Case("C25", nil, .notRun, .high, says: "probe"),
    Case("C26", "C_Mail_SMTP_General_HostName: mail.example.com", .pass),
    Case(
      "C26", "C_Mail_SMTP_General_HostName: mail.example.com | C_SmartDiscover_General_HostName: smtp.example.com",
      .warn, says: "smtp.example.com"),
    Case("C26", "C_Mail_SMTP_General_HostName: MAIL01", .warn, says: "no domain"),
    Case("C27", "C_Version: 10.4.3", .fail, .high),
    Case("C27", "C_Version: 11.0.0 x64", .pass),
    Case("C27", "C_Version: Deep Castle 2 Update 1 build 9 (14.1.0.9)", .pass),
    Case("C27", "C_Version: Merak 8 (8.9.1)", .fail),
    Case("C27", "C_Version: ...", .notRun),
    Case("C27", "C_Version: unknown", .notRun),
    Case("A15", nil, .notRun, .high, says: "look"),
    Case("B1", nil, .notRun, says: "--bypass"),
    Case("B1", bypass: "", .pass, says: "no exceptions"),
    Case("B1", bypass: "i:192.0.2.60\r\n", .pass, says: "1"),
    Case("B1", bypass: "i:192.0.2.60\r\nl:\r\n", .fail, .high, says: "Undoes the switch: line 2."),
    Case("B1", bypass: "s:form@example.com\r\n", .warn, says: "High risk: line 1."),
    // A file that was not read may free anybody.
    Case("B1", bypass: "i:192.0.2.60\r\nf:lost.dat\r\n", .warn, says: "not read: lost.dat"),
  ]

  @Test("verdicts", arguments: ports + relays + others)
  func verdict(row: Case) throws {
    let check = try #require(IceWarpChecks.all.first { $0.id == row.id })
    let finding = check.finding(row.evidence, in: .english)
    #expect(finding.verdict == row.verdict, "\(finding.detail)")
    if let severity = row.severity { #expect(finding.severity == severity) }
    if !row.says.isEmpty { #expect(finding.detail.contains(row.says), "\(finding.detail)") }
    #expect(!"\(finding)".contains("kanarien") && !"\(finding)".contains("vogel"))
    if row.verdict == .fail || row.verdict == .warn {
      let remedy = try #require(finding.remedy)
      #expect(!remedy.advice.isEmpty)
      #expect(remedy.console != nil || remedy.command != nil || row.id == "C27" || row.id == "C13")
    }
    if row.verdict == .pass { #expect(finding.remedy == nil) }
  }

  @Test("every check of the catalogue once, each in the table, each text in every language")
  func catalogue() {
    let ids = IceWarpChecks.all.map(\.id)
    #expect(ids == (1...27).map { "C\($0)" } + ["A15", "B1"])
    let tried = Set((IceWarpCheckTests.ports + IceWarpCheckTests.relays + IceWarpCheckTests.others).map(\.id))
    #expect(tried == Set(ids))
    for check in IceWarpChecks.all {
      for text in [check.title, check.why, check.advice.text] {
        let texts = Language.allCases.map { text.text(in: $0) }
        #expect(Set(texts).count == texts.count && texts.allSatisfy { !$0.isEmpty }, "\(check.id): \(texts)")
      }
    }
    for command in IceWarpChecks.all.flatMap(\.advice.commands) {
      #expect(command.hasPrefix("tool ") || command.hasPrefix("port587 "))
    }
  }
}
