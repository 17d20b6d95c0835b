import LogFormats
import MailModel
import Testing

@Suite("Postfix: what postconf -M says")
struct PostfixServicesTests {
  private func parse(_ text: String) throws -> [ListenerService] { try PostfixServices.parse(Array(text.utf8)) }

  @Test("postconf -M, options on one line")
  func oneLine() throws {
    let services = try parse(
      """
      smtp       inet  n       -       y       -       -       smtpd -o smtpd_sasl_auth_enable=no
      submission inet  n       -       y       -       -       smtpd -o syslog_name=postfix/submission -o smtpd_tls_security_level=encrypt
      smtps      inet  n       -       y       -       -       smtpd -v -osyslog_name=postfix/smtps -o smtpd_tls_wrappermode=yes
      pickup     unix  n       -       y       60      1       pickup
      """)
    #expect(
      services == [
        ListenerService(
          port: 25, syslogName: "postfix", implicitTLS: nil, allowsAuth: false, name: "smtp",
          options: ["smtpd_sasl_auth_enable": "no"]),
        ListenerService(
          port: 587, syslogName: "postfix/submission", implicitTLS: nil, allowsAuth: nil, name: "submission",
          options: ["syslog_name": "postfix/submission", "smtpd_tls_security_level": "encrypt"]),
        ListenerService(
          port: 465, syslogName: "postfix/smtps", implicitTLS: true, allowsAuth: nil, name: "smtps",
          options: ["syslog_name": "postfix/smtps", "smtpd_tls_wrappermode": "yes"]),
      ])
  }

  @Test("master.cf with comments, continuation lines, braces and addresses")
  func masterFile() throws {
    let services = try parse(
      "# service type private unpriv chroot wakeup maxproc command\r\n"
        + "192.0.2.1:587 inet n - y - - smtpd\r\n"
        + "  -o { syslog_name = postfix/$service_name }\n"
        + "# a comment in between\n"
        + "  -o smtpd_tls_wrappermode=no -o { smtpd_client_restrictions = permit_sasl_authenticated, reject }\n"
        + "\n"
        + "[2001:db8::1]:submissions inet n - y - - smtpd\n"
        + "\t-o syslog_name=${multi_instance_name?{$multi_instance_name}:{postfix}}/submissions\n"
        + "relay unix - - n - - smtp\n")
    #expect(
      services == [
        ListenerService(
          port: 587, syslogName: "postfix/192.0.2.1:587", implicitTLS: false, allowsAuth: nil, name: "192.0.2.1:587",
          options: [
            "syslog_name": "postfix/$service_name", "smtpd_tls_wrappermode": "no",
            "smtpd_client_restrictions": "permit_sasl_authenticated, reject",
          ]),
        ListenerService(
          port: 465, syslogName: "postfix/submissions", implicitTLS: nil, allowsAuth: nil,
          name: "[2001:db8::1]:submissions",
          options: ["syslog_name": "${multi_instance_name?{$multi_instance_name}:{postfix}}/submissions"]),
      ])
  }

  @Test("The smtpd behind postscreen has postscreen's port")
  func postscreen() throws {
    let services = try parse(
      """
      smtp      inet  n       -       y       -       1       postscreen
      smtpd     pass  -       -       y       -       -       smtpd -o smtpd_sasl_auth_enable=no
      dnsblog   unix  -       -       y       -       0       dnsblog
      """)
    #expect(
      services == [
        ListenerService(
          port: 25, syslogName: "postfix", implicitTLS: nil, allowsAuth: false, name: "smtpd",
          options: ["smtpd_sasl_auth_enable": "no"])
      ])
  }

  @Test(
    "A proxy in front of a service hides which port its clients use, unless it is a usual one",
    arguments: [
      ("10587 inet n - y - - smtpd -o smtpd_upstream_proxy_protocol=haproxy", true),
      ("587 inet n - y - - smtpd -o smtpd_upstream_proxy_protocol=haproxy", false),
      ("10587 inet n - y - - smtpd -o smtpd_upstream_proxy_protocol=", false),
      ("10587 inet n - y - - smtpd", false),
      (
        "10025 inet n - y - 1 postscreen -o postscreen_upstream_proxy_protocol=haproxy\nsmtpd pass - - y - - smtpd",
        true
      ),
      (
        "smtp inet n - y - 1 postscreen -o postscreen_upstream_proxy_protocol=haproxy\nsmtpd pass - - y - - smtpd",
        false
      ),
    ])
  func proxied(lines: String, isHidden: Bool) throws {
    #expect(try parse(lines).map { $0.hidesPort(PortPolicy()) } == [isHidden])
  }

  static let faults: [(text: String, error: PostfixServicesError)] = [
    ("alias_maps = hash:/etc/aliases\n", .tooFewFields(line: 1, count: 3)),
    ("# comment\n\nsmtp inet n - y - -\n", .tooFewFields(line: 3, count: 7)),
    ("smtp tcp n - y - - smtpd\n", .unknownType(line: 1, type: "tcp")),
    ("wormhole inet n - y - - smtpd\n", .unknownPort(line: 1, service: "wormhole")),
    ("0 inet n - y - - smtpd\n", .unknownPort(line: 1, service: "0")),
    ("70000 inet n - y - - smtpd\n", .unknownPort(line: 1, service: "70000")),
    ("  -o syslog_name=x\n", .continuationWithoutService(line: 1)),
  ]

  @Test("Faults name their line", arguments: faults)
  func fault(text: String, error: PostfixServicesError) {
    #expect(throws: error) { try PostfixServices.parse(Array(text.utf8)) }
    #expect(error.description.hasPrefix("line "))
  }

  @Test("A file of none of these has no services")
  func empty() throws { #expect(try parse("# nothing\n").isEmpty) }
}
