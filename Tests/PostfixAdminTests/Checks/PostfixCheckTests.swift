import MailModel
import Testing

@testable import PostfixAdmin

/// Parameters and services, and beside them what each check makes of them.
@Suite("Postfix checks")
struct PostfixCheckTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let main: String?
    let services: [ListenerService]?
    let verdict: PreflightVerdict
    let severity: PreflightSeverity?
    let says: String
    var testDescription: String { "\(id) \(main ?? "no main.cf") \(services?.map(\.name) ?? []) → \(verdict)" }

    init(
      _ id: String, _ main: String?, _ services: [ListenerService]?, _ verdict: PreflightVerdict,
      _ severity: PreflightSeverity? = nil, says: String = ""
    ) {
      self.id = id
      self.main = main
      self.services = services
      self.verdict = verdict
      self.severity = severity
      self.says = says
    }

    var evidence: PostfixEvidence {
      var evidence = PostfixEvidence()
      evidence.settings = main.map { PostfixSettings.parse(Array($0.replacing(" | ", with: "\n").utf8)) }
      evidence.services = services
      return evidence
    }
  }

  static func smtp(_ options: [String: String] = [:]) -> ListenerService { service(25, "smtp", options) }
  static func submission(_ options: [String: String] = [:]) -> ListenerService { service(587, "submission", options) }
  static func submissions(_ options: [String: String] = [:]) -> ListenerService { service(465, "submissions", options) }
  private static func service(_ port: Int, _ name: String, _ options: [String: String]) -> ListenerService {
    ListenerService(
      port: port, syslogName: options["syslog_name"] ?? "postfix", implicitTLS: nil, allowsAuth: nil, name: name,
      options: options)
  }

  private static let auth = ["smtpd_sasl_auth_enable": "yes"]
  private static let proxied = ["smtpd_sasl_auth_enable": "yes", "smtpd_upstream_proxy_protocol": "haproxy"]
  private static let demand = ["smtpd_sasl_auth_enable": "yes", "smtpd_tls_security_level": "encrypt"]
  private static let sure = "smtpd_tls_chain_files = /etc/ssl/private/mail.pem | smtpd_tls_security_level = may"

  /// A list that a user's mail meets after the login.
  private static func refused(_ list: String, _ value: String, _ verdict: PreflightVerdict) -> Case {
    Case(
      "PF1", "", [submission(auth.merging([list: value]) { $1 })], verdict, .blocker,
      says: verdict == .fail ? "submission: \(list): " : "AUTH is on")
  }

  /// What a stranger's mail to somewhere else meets.
  private static func relay(_ value: String, _ verdict: PreflightVerdict, says: String = "") -> Case {
    Case("PF9", "smtpd_relay_restrictions = \(value)", [smtp()], verdict, .blocker, says: says)
  }

  static let services: [Case] = [
    Case("PF1", "", nil, .notRun, .blocker, says: "--postfix-services"),
    Case("PF1", "", [smtp()], .fail, .blocker, says: "587"),
    Case("PF1", "", [smtp(), submission()], .fail, says: "AUTH is off"),
    Case("PF1", "", [smtp(), submission(auth)], .pass),
    Case("PF1", "smtpd_sasl_auth_enable = yes", [submission()], .pass),
    Case("PF1", nil, [submission()], .notRun, says: "--postconf"),
    Case("PF1", nil, [submission(auth)], .pass),
    Case("PF1", "", [service(587, "127.0.0.1:587", auth)], .fail, .blocker, says: "this machine alone"),
    Case("PF1", "", [service(587, "[::1]:submission", auth)], .fail, .blocker, says: "this machine alone"),
    Case("PF1", "", [service(587, "127.0.0.1:587", [:]), service(587, "192.0.2.1:587", auth)], .pass),
    Case("PF1", "", [service(587, "127.0.0.1:587", proxied)], .pass),
    Case(
      "PF1", "", [service(10587, "127.0.0.1:10587", proxied)], .notRun, says: "proxy stands in front of 127.0.0.1:10587"
    ),
    Case("PF1", "smtpd_upstream_proxy_protocol = haproxy", [service(10587, "10587", auth)], .notRun, says: "proxy"),
    Case("PF1", "", [smtp(), service(10587, "10587", auth)], .fail, .blocker, says: "No service listens on 587"),
    Case("PF1", "", [service(10465, "10465", proxied), submission(auth)], .pass),
    Case("PF2", "", [service(10465, "10465", proxied)], .notRun, says: "proxy"),
    Case("PF3", "", [service(10025, "10025", proxied)], .notRun, says: "proxy"),
    Case("PF1", "inet_interfaces = loopback-only", [submission(auth)], .fail, .blocker, says: "this machine alone"),
    Case("PF1", "inet_interfaces = localhost, 192.0.2.1", [submission(auth)], .pass),
    Case("PF1", "smtpd_discard_ehlo_keywords = silent-discard, AUTH", [submission(auth)], .fail, says: "discard"),
    Case("PF1", "smtpd_sasl_exceptions_networks = static:all", [submission(auth)], .fail, says: "exceptions"),
    Case(
      "PF1", "mynetworks = 10.0.0.0/8 | smtpd_sasl_exceptions_networks = $mynetworks", [submission(auth)], .warn, .high,
      says: "10.0.0.0/8"),
    Case("PF1", "smtpd_sasl_exceptions_networks = 127.0.0.0/8 !192.0.2.1", [submission(auth)], .pass),
    refused("smtpd_client_restrictions", "permit_mynetworks,reject", .fail),
    refused("smtpd_recipient_restrictions", "permit_mynetworks, REJECT", .fail),
    refused("smtpd_sender_restrictions", "reject_unlisted_sender,reject", .fail),
    refused("smtpd_relay_restrictions", "reject_unauth_destination", .fail),
    refused("smtpd_relay_restrictions", "permit_sasl_authenticated,reject", .pass),
    refused("smtpd_relay_restrictions", "warn_if_reject reject", .pass),
    refused("smtpd_client_restrictions", "check_sasl_access hash:/etc/postfix/users, reject", .pass),
    refused("smtpd_client_restrictions", "reject_rbl_client reject", .pass),
    refused("smtpd_client_restrictions", "$mua_client_restrictions", .pass),
    Case("PF2", "", [smtp()], .warn, .medium),
    Case("PF2", "", [submissions(auth)], .fail, .high, says: "smtpd_tls_wrappermode=yes"),
    Case("PF2", "smtpd_sasl_auth_enable = yes", [submissions(["smtpd_tls_wrappermode": "yes"])], .pass),
    Case("PF3", "", [smtp()], .pass, .high),
    Case("PF3", "smtpd_sasl_auth_enable = yes", [smtp()], .warn),
    Case("PF3", "smtpd_sasl_auth_enable = yes", [smtp(["smtpd_sasl_auth_enable": "no"])], .pass),
    Case("PF3", "", [submission()], .notRun, says: "25"),
    Case("PF4", "smtpd_sasl_auth_enable = yes", [smtp()], .fail, .high, says: "smtp (25)"),
    Case("PF4", "smtpd_sasl_auth_enable = yes | smtpd_tls_auth_only = yes", [smtp()], .pass),
    Case("PF4", "", [smtp(), submission(demand)], .pass),
    Case("PF4", "", [submissions(["smtpd_sasl_auth_enable": "yes", "smtpd_tls_wrappermode": "yes"])], .pass),
    Case("PF5", "smtpd_tls_security_level = encrypt", [submission()], .fail, .blocker, says: "no certificate"),
    Case("PF5", sure, [submission(demand)], .pass),
    Case("PF5", sure, [submission()], .warn, .medium),
    Case("PF5", "smtpd_tls_cert_file = /etc/ssl/mail.pem", [submission()], .fail, .blocker, says: "no TLS"),
    Case("PF5", "smtpd_tls_cert_file = /etc/ssl/mail.pem | smtpd_use_tls = yes", [submission()], .warn),
    Case(
      "PF4", "smtpd_sasl_auth_enable = yes | smtpd_sasl_security_options = noanonymous, noplaintext", [smtp()], .pass),
    Case(
      "PF5", sure, [submission(["smtpd_sasl_auth_enable": "yes", "smtpd_tls_wrappermode": "yes"])], .fail, .blocker,
      says: "begins with TLS"),
    Case(
      "PF5", "\(sure) | smtpd_tls_wrappermode = yes", [submission(demand)], .fail, .blocker, says: "begins with TLS"),
    Case(
      "PF5", sure, [submission(demand), service(587, "inner", ["smtpd_tls_chain_files": ""])], .fail, .blocker,
      says: "inner"),
    Case(
      "PF5", "\(sure) | smtpd_discard_ehlo_keywords = silent-discard, starttls", [submission(demand)], .fail, .blocker,
      says: "STARTTLS"),
    Case("PF6", "smtpd_tls_wrappermode = yes", [smtp()], .fail, .high, says: "begins with TLS"),
    Case("PF6", "smtpd_tls_security_level = encrypt", [smtp()], .fail, .high),
    Case("PF6", "smtpd_tls_security_level = may", [smtp()], .pass),
    Case("PF6", "smtpd_tls_security_level = encrypt", [smtp(["smtpd_tls_security_level": "may"])], .pass),
    Case("PF7", "", [smtp(), submission()], .fail, .high, says: "submission (587)"),
    Case("PF7", "", [smtp(), submission(["syslog_name": "postfix/submission"])], .pass),
    Case("PF7", "", [submission(["syslog_name": "postfix/mua"]), submissions(["syslog_name": "postfix/mua"])], .fail),
    Case("PF7", "", [smtp()], .notRun),
  ]

  static let restrictions: [Case] = [
    Case(
      "PF8", "smtpd_client_restrictions = reject_rbl_client zen.example", [submission()], .warn, .medium,
      says: "reject_rbl_client"),
    Case(
      "PF8", "smtpd_client_restrictions = permit_sasl_authenticated, reject_rbl_client zen.example", [submission()],
      .pass),
    Case("PF8", "smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:10023", [submission()], .warn),
    Case(
      "PF8",
      "smtpd_helo_restrictions = reject_non_fqdn_helo_hostname | mua_helo_restrictions = permit_sasl_authenticated, reject",
      [submission(["smtpd_helo_restrictions": "$mua_helo_restrictions"])], .pass),
    Case("PF9", "", [smtp()], .pass, .blocker),
    Case("PF9", "smtpd_relay_restrictions =", [smtp()], .fail, .blocker),
    Case("PF9", "smtpd_relay_restrictions = permit_mynetworks, permit", [smtp()], .fail),
    Case(
      "PF9", "smtpd_relay_restrictions = | smtpd_recipient_restrictions = reject_unauth_destination", [smtp()], .pass),
    Case(
      "PF9", "", [submission(["smtpd_relay_restrictions": "", "smtpd_recipient_restrictions": ""])], .fail,
      says: "submission (587)"),
    Case(
      "PF9", "",
      [submission(["smtpd_relay_restrictions": "", "smtpd_client_restrictions": "permit_sasl_authenticated,reject"])],
      .pass),
    // A dry run that was left in: a real Postfix 3.7 takes RCPT of strangers with it.
    relay("permit_mynetworks permit_sasl_authenticated warn_if_reject reject_unauth_destination", .fail),
    relay("warn_if_reject check_sender_access hash:/etc/postfix/senders reject_unauth_destination", .pass),
    relay("permit_mynetworks, rel, reject_unauth_destination | smtpd_restriction_classes = rel | rel = permit", .fail),
    relay("permit_mynetworks, rel | smtpd_restriction_classes = rel | rel = reject_unauth_destination", .pass),
    relay("rel, reject | smtpd_restriction_classes = rel | rel = rel, sleep 1", .notRun, says: "rel"),
    relay("rel, reject | smtpd_restriction_classes = rel", .notRun, says: "rel"),
    relay("reject_unauth_destination, rel | smtpd_restriction_classes = rel", .pass),
    relay("reject_unauth_destination | relay_domains = static:all", .fail),
    relay("permit_mynetworks, reject | relay_domains = static:all", .pass),
    relay("reject_unauth_destination | relay_domains = example.com, hash:/etc/postfix/relay", .pass),
    relay("check_client_access static:OK, reject_unauth_destination", .fail),
    relay("check_client_access static:{200000001}, reject_unauth_destination", .fail),
    relay("check_client_access static:{550 no}", .pass),
    relay("check_sender_access inline:{{example.com=OK}}, reject_unauth_destination", .notRun, says: "inline:"),
    relay("check_sender_access hash:/etc/postfix/senders, reject", .notRun, says: "check_sender_access hash:"),
    relay("check_policy_service inet:127.0.0.1:10023, reject", .notRun, says: "check_policy_service"),
    relay("check_recipient_access hash:/etc/postfix/postmasters, reject_unauth_destination", .pass),
    relay("check_sasl_access hash:/etc/postfix/users, reject", .pass),
    relay("reject_unauth_destination, check_client_access static:OK", .pass),
    Case(
      "PF9",
      "smtpd_client_restrictions = check_client_access hash:/etc/postfix/friends, reject_unknown_client_hostname",
      [smtp()], .pass),
    Case("PF9", "mynetworks = static:all", [smtp()], .fail, .blocker, says: "mynetworks"),
    Case("PF9", "mynetworks = 0.0.0.0/0", [smtp()], .fail, .blocker, says: "smtp (25)"),
    Case("PF9", "mynetworks = [::]/0", [smtp()], .fail, .blocker),
    Case("PF9", "mynetworks = 8.0.0.0/8", [smtp()], .fail, .blocker),
    Case("PF9", "mynetworks = 10.0.0.0/8 [fd00::]/8 [::ffff:127.0.0.0]/104", [smtp()], .pass),
    Case(
      "PF9", "mynetworks = 0.0.0.0/0 | smtpd_relay_restrictions = reject_unauth_destination", [smtp()], .pass),
    Case(
      "PF10", "mynetworks = 0.0.0.0/0", [service(10025, "filter", ["mynetworks": "127.0.0.0/8"]), smtp()], .fail, .high,
      says: "smtp (25): 0.0.0.0/0"),
    Case(
      "PF10", "mynetworks = 127.0.0.0/8", [smtp(), service(10025, "filter", ["mynetworks": "10.0.0.0/8"])], .fail,
      says: "filter (10025): 10.0.0.0/8"),
    Case(
      "PF10", "mynetworks = cidr:/etc/postfix/nets", [service(10025, "filter", ["mynetworks": "127.0.0.0/8"]), smtp()],
      .warn, says: "cidr:"),
    Case(
      "PF10", "mynetworks_style = class", [service(10025, "filter", ["mynetworks": "127.0.0.0/8"]), smtp()], .notRun),
    Case("PF10", "mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128", [smtp()], .pass, .high),
    Case(
      "PF9", "mynetworks = 127.0.0.0/8 [::ffff:10.0.0.0]/-9223372036854775808", [smtp()], .fail, .blocker,
      says: "smtp (25)"),
    Case("PF10", "mynetworks = 127.0.0.0/8 192.168.0.0/16", [smtp()], .fail, says: "192.168.0.0/16"),
    Case("PF10", "mynetworks = 127.0.0.0/8, 192.0.2.60, [2001:db8::1]/128", [smtp()], .warn),
    Case("PF10", "mynetworks = !192.168.0.9 127.0.0.0/8", [smtp()], .pass),
    Case("PF10", "mynetworks = hash:/etc/postfix/networks", [smtp()], .warn, says: "hash:"),
    Case("PF10", "", [smtp()], .notRun, says: "mynetworks"),
    Case(
      "PF10",
      "mynetworks = 10.0.0.0/8 | smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination",
      [smtp()], .pass),
    Case("PF11", "", [submission()], .pass),
    Case(
      "PF11", "smtpd_sender_restrictions = reject_sender_login_mismatch", [submission()], .warn, .high, says: "is empty"
    ),
    Case("PF12", "relayhost =", nil, .pass),
    Case("PF12", "relayhost = [smtp.example.net]", nil, .fail, .high),
    Case("PF12", "relayhost = smtp.example.net:25", nil, .fail),
    Case("PF12", "relayhost = [smtp.example.net]:587", nil, .pass),
    Case("PF12", "relayhost = [smtp.example.net]:submission", nil, .pass),
    Case("PF12", nil, nil, .notRun),
    Case("PF13", "", [submission()], .pass),
    Case("PF13", "smtpd_client_connection_rate_limit = 5", [submission()], .warn),
    Case("PF14", "", [submission()], .notRun),
    Case("PF14", "smtpd_tls_mandatory_protocols = >=TLSv1.2", [submission(demand)], .pass),
    Case("PF14", "smtpd_tls_mandatory_protocols = !SSLv2, !SSLv3", [submission(demand)], .warn),
    Case("PF14", "smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1", [submission()], .pass),
    Case("PF14", "smtpd_tls_mandatory_protocols = !TLSv1.2, !TLSv1.3", [submission(demand)], .fail, .blocker),
    Case("PF14", "smtpd_tls_mandatory_protocols = <=TLSv1.1", [submission(demand)], .fail, .blocker),
    Case("PF14", "smtpd_tls_mandatory_protocols = TLSv1, TLSv1.1", [submission(demand)], .fail, .blocker),
    Case("PF14", "smtpd_tls_mandatory_protocols = !TLSv1, !TLSv1.1, !TLSv1.3", [submission(demand)], .pass),
    Case("PF15", "smtpd_sasl_mechanism_filter = !plain, !login, static:rest", [submission()], .fail, .blocker),
    Case("PF15", "smtpd_sasl_mechanism_filter = cram-md5", [submission()], .fail, .blocker),
    Case("PF15", "smtpd_sasl_mechanism_filter = plain, scram-sha-256", [submission()], .warn, .medium, says: "LOGIN"),
    Case("PF15", "smtpd_sasl_mechanism_filter = !external, hash:/etc/postfix/mechs", [submission()], .pass),
    Case("PF15", "", [submission()], .pass, .blocker),
    Case("PF15", "smtpd_sasl_security_options = noanonymous, noplaintext", [submission()], .fail, .blocker),
    Case(
      "PF15", "smtpd_sasl_security_options = noanonymous, noplaintext | smtpd_sasl_tls_security_options = noanonymous",
      [submission()], .pass),
  ]

  @Test("verdicts", arguments: services + restrictions)
  func verdict(row: Case) throws {
    let check = try #require(PostfixChecks.all.first { $0.id == row.id })
    let finding = check.finding(row.evidence, in: .english)
    #expect(finding.verdict == row.verdict, "\(finding.detail)")
    if let severity = row.severity { #expect(finding.severity == severity) }
    #expect(finding.detail.contains(row.says), "\(finding.detail)")
    if row.verdict == .fail || row.verdict == .warn { #expect(finding.remedy?.command != nil) }
  }

  @Test("every check once, in the table, each text in every language")
  func catalogue() {
    let ids = PostfixChecks.all.map(\.id)
    #expect(ids == (1...15).map { "PF\($0)" })
    #expect(Set((PostfixCheckTests.services + PostfixCheckTests.restrictions).map(\.id)) == Set(ids))
    for check in PostfixChecks.all {
      for text in [check.title, check.why, check.advice.text] {
        let texts = Language.allCases.map { text.text(in: $0) }
        #expect(Set(texts).count == texts.count && texts.allSatisfy { !$0.isEmpty }, "\(check.id): \(texts)")
      }
    }
  }

  private static let labelled = submission(demand)
  static let phases: [(main: String?, services: [ListenerService]?, phase: PreflightPhase?)] = [
    ("", [smtp()], .noSubmissionPort),
    ("", [smtp(), submission()], .noSubmissionPort),
    ("smtpd_sasl_auth_enable = yes", [smtp(), submission()], .bound),
    ("\(sure) | mynetworks = 127.0.0.0/8 10.0.0.0/8", [smtp(), labelled], .enforced),
    ("\(sure) | mynetworks = 127.0.0.0/8", [smtp(), submission(auth)], .withoutExceptions),
    ("\(sure) | mynetworks = 127.0.0.0/8", [smtp(), labelled], .tlsEnforced),
    (sure, [smtp(), labelled], .enforced),
    (nil, [smtp(), submission()], nil),
    ("", nil, nil),
    ("", [submission(auth)], nil),
  ]

  @Test("phases", arguments: phases)
  func phase(main: String?, services: [ListenerService]?, phase: PreflightPhase?) {
    let evidence = Case("PF1", main, services, .pass).evidence
    for language in Language.allCases {
      let report = PostfixPreflight.report(
        evidence, in: language, generator: Generator(version: "0"), at: Timestamp(seconds: 0), sources: [])
      #expect(report.phase == phase, "\(report.phaseDetail)")
      #expect(!report.phaseDetail.isEmpty && !report.nextStep.isEmpty)
    }
  }
}
