import MailModel

extension SampleReport {
  /// What a probe of a half-ready server found: 587 without STARTTLS, 465 sound, 25 open.
  static let probe = ServerProbe(
    probedAt: at(day: 14, hour: 15), ready: false, blockers: ["P06@mail.example.com:587"],
    ports: [
      ServerPort(
        host: "mail.example.com", address: "192.0.2.1", port: 25, mode: .plain, reachability: .open, passed: 5,
        findings: [
          ServerFinding(
            id: "P32", title: "AUTH is no longer offered on port 25", severity: .medium, verdict: .warn,
            detail: "offered in clear: AUTH PLAIN LOGIN", remedy: "Postfix: smtpd_sasl_auth_enable=no")
        ]),
      ServerPort(
        host: "mail.example.com", address: "192.0.2.1", port: 587, mode: .starttls, reachability: .open, passed: 3,
        findings: [noTLS]),
      ServerPort(
        host: "mail.example.com", address: "2001:db8::1", port: 587, mode: .starttls, reachability: .open, passed: 3,
        findings: [noTLS]),
      ServerPort(
        host: "mail.example.com", address: "192.0.2.1", port: 465, mode: .tls, reachability: .open,
        tlsVersion: "TLSv1.3", trust: .valid, nameMatches: true, certificateUntil: at(day: 90), passed: 11),
    ])

  private static let noTLS = ServerFinding(
    id: "P06", title: "STARTTLS is offered", severity: .blocker, verdict: .fail,
    detail: "EHLO offers <PIPELINING>, SIZE 10240000", remedy: "IceWarp: give the service a certificate")

  /// What a preflight of the same server read in its settings.
  static let preflight = ServerPreflight(
    checkedAt: at(day: 14, hour: 16), product: .icewarp, phase: .bound, phaseDetail: "AltPort is 587",
    nextStep: "Move the web client to 587", blockers: ["C4"], unjudged: ["C12"],
    findings: [
      ServerFinding(
        id: "C4", title: "The web client submits on 587", severity: .blocker, verdict: .fail, detail: "smtp_port is 25",
        remedy: "Set the port", console: PreflightConsole("Web > Options", "Web > Opções"),
        command: "tool modify system C_Webmail_SMTPPort 587")
    ])
}
