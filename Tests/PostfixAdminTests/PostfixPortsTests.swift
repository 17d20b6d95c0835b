import MailModel
import Testing

@testable import PostfixAdmin

@Suite("Postfix's ports")
struct PostfixPortsTests {
  private static func service(_ port: Int, _ options: [String: String] = [:]) -> ListenerService {
    ListenerService(
      port: port, syslogName: "postfix", implicitTLS: nil, allowsAuth: nil, name: "\(port)", options: options)
  }

  private static let auth = ["smtpd_sasl_auth_enable": "yes"]
  private static let demand = ["smtpd_sasl_auth_enable": "yes", "smtpd_tls_security_level": "encrypt"]
  private static let wrapped = ["smtpd_sasl_auth_enable": "yes", "smtpd_tls_wrappermode": "yes"]
  private static let may = "smtpd_tls_security_level = may"

  /// main.cf and services, and what each port takes: TLS first, AUTH behind STARTTLS, AUTH in clear.
  static let rows: [(main: String?, services: [ListenerService]?, ports: [String]?)] = [
    ("", nil, nil),
    ("", [service(25)], ["25 ---"]),
    ("", [service(25, auth)], ["25 --y"]),
    (may, [service(25, auth), service(587, demand), service(465, wrapped)], ["25 -yy", "587 -y-", "465 t--"]),
    (may + "\nsmtpd_tls_auth_only = yes", [service(25, auth)], ["25 -y-"]),
    (may, [service(25), service(587, demand)], ["25 ---", "587 -y-"]),
    // Two services of one port, one of them with AUTH.
    (may, [service(25), service(25, auth)], ["25 -yy"]),
    // A proxy takes clients on other ports.
    (may, [service(10587, demand.merging(["smtpd_upstream_proxy_protocol": "haproxy"]) { $1 })], nil),
    // Without main.cf a service tells what it overrides; whether 25 begins with TLS, it does not.
    (nil, [service(25)], nil),
    (nil, [service(25, ["smtpd_tls_wrappermode": "no"])], ["25 -??"]),
    (nil, [service(465, wrapped)], ["465 t--"]),
  ]

  @Test("what each port takes", arguments: rows)
  func ports(main: String?, services: [ListenerService]?, ports: [String]?) {
    var evidence = PostfixEvidence()
    evidence.settings = main.map { PostfixSettings.parse(Array($0.utf8)) }
    evidence.services = services
    func sign(_ flag: Bool?) -> String { flag.map { $0 ? "y" : "-" } ?? "?" }
    let found = PostfixPorts.list(evidence)?.map {
      "\($0.port) \($0.implicitTLS ? "t" : "-")\(sign($0.authBehindStarttls))\(sign($0.authInClear))"
    }
    #expect(found == ports)
  }
}
