import MailModel
import Testing

@testable import IceWarpAdmin

@Suite("IceWarp's ports")
struct IceWarpPortsTests {
  private static let usual = """
    C_System_Services_SMTP_Port: 25
    C_System_Services_SMTP_AltPort: 587
    C_System_Services_SMTP_SSLPort: 465
    C_System_Services_BindIPAddress: All Available
    C_System_Adv_Ext_DisableSSLTLS: 0
    C_Mail_Security_Protocols_AllowSMTPAuth: 1
    C_Accounts_Policies_Auth_DisablePlain: 0
    C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort: 0
    """

  /// What a line of the settings is changed to, and what each port takes then: TLS first, AUTH behind STARTTLS, AUTH in clear.
  static let rows: [(change: [String: String], ports: [String]?)] = [
    ([:], ["25 -yy", "587 -yy s", "465 t-- s"]),
    (["EnforceTlsOnSecondarySmtpPort: 0": "EnforceTlsOnSecondarySmtpPort: 1"], ["25 -yy", "587 -y- s", "465 t-- s"]),
    (["C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort: 0": ""], ["25 -yy", "587 -y? s", "465 t-- s"]),
    (["AltPort: 587": "AltPort: 366"], ["25 -yy", "366 -yy s", "465 t-- s"]),
    (
      ["All Available": "192.0.2.1:25;192.0.2.1:587", "AltPort: 587": "AltPort: 366"],
      ["25 -yy", "366 -yy s", "465 t-- s", "587 -yy"]
    ),
    (["All Available": "[2001:db8::1]:587"], ["25 -yy", "587 -yy s", "465 t-- s"]),
    // That could be an address, or an address with a port.
    (["All Available": "2001:db8::25"], nil),
    (["C_System_Services_BindIPAddress: All Available": ""], nil),
    (["C_System_Services_SMTP_SSLPort: 465": ""], nil),
    (["SSLPort: 465": "SSLPort: 0"], ["25 -yy", "587 -yy s"]),
    (["DisableSSLTLS: 0": "DisableSSLTLS: 1"], ["25 --y", "587 --y s"]),
    (["AllowSMTPAuth: 1": "AllowSMTPAuth: 0"], ["25 ---", "587 --- s", "465 t-- s"]),
    // CRAM-MD5 may be taken in clear, as far as is known.
    (["DisablePlain: 0": "DisablePlain: 1"], ["25 -y?", "587 -y? s", "465 t-- s"]),
    (
      ["DisablePlain: 0": "DisablePlain: 1\nC_Accounts_Policies_Auth_Schemes: PLAIN;LOGIN"],
      ["25 -y-", "587 -y- s", "465 t-- s"]
    ),
    (
      ["DisablePlain: 0": "DisablePlain: 0\nC_Mail_SMTP_Other_Extensions: !STARTTLS"],
      ["25 --y", "587 --y s", "465 t-- s"]
    ),
  ]

  @Test("what each port takes", arguments: rows)
  func ports(change: [String: String], ports: [String]?) {
    var evidence = IceWarpEvidence()
    let text = change.reduce(Self.usual) { $0.replacing($1.key, with: $1.value) }
    evidence.settings = IceWarpSettings.parse(Array(text.utf8))
    #expect(IceWarpPorts.list(evidence)?.map(Self.words) == ports)
    let report = IceWarpPreflight.report(
      evidence, in: .english, generator: Generator(version: "0"), at: Timestamp(seconds: 0), sources: [])
    #expect(report.ports == IceWarpPorts.list(evidence) && report.submissionOption == nil)
  }

  static func words(_ port: PreflightPort) -> String {
    func sign(_ flag: Bool?) -> String { flag.map { $0 ? "y" : "-" } ?? "?" }
    return "\(port.port) \(port.implicitTLS ? "t" : "-")\(sign(port.authBehindStarttls))\(sign(port.authInClear))"
      + (port.submission == true ? " s" : "")
  }
}
