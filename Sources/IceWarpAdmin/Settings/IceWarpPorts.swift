import MailModel

/// What each port of an IceWarp server takes, as its settings say.
enum IceWarpPorts {
  /// The ports of SMTP; nothing when one of the settings that name them is not known.
  static func list(_ evidence: IceWarpEvidence) -> [PreflightPort]? {
    guard let first = evidence.knownNumber("C_System_Services_SMTP_Port"),
      let second = evidence.knownNumber("C_System_Services_SMTP_AltPort"),
      let tls = evidence.knownNumber("C_System_Services_SMTP_SSLPort"),
      let bound = evidence.knownText("C_System_Services_BindIPAddress"), let further = further(bound)
    else { return nil }
    let isWithoutTLS = evidence.knownFlag("C_System_Adv_Ext_DisableSSLTLS")
    let auth = evidence.knownFlag("C_Mail_Security_Protocols_AllowSMTPAuth")
    let behind = both(auth, starttls(evidence, isWithoutTLS))
    let clear = both(auth, plain(evidence))
    // "Server rejects non encrypted connection on submission port."
    let isTLSDemanded = evidence.knownFlag("C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort")
    var ports = [
      PreflightPort(port: first, authBehindStarttls: behind, authInClear: clear, submission: false),
      PreflightPort(
        port: second, authBehindStarttls: behind, authInClear: both(clear, isTLSDemanded.map { !$0 }), submission: true),
    ]
    if tls > 0, isWithoutTLS != true {
      ports.append(
        PreflightPort(port: tls, implicitTLS: true, authBehindStarttls: false, authInClear: false, submission: true))
    }
    for port in further where !ports.contains(where: { $0.port == port }) {
      ports.append(PreflightPort(port: port, authBehindStarttls: behind, authInClear: clear, submission: false))
    }
    return ports.filter { $0.port > 0 }
  }

  /// Ports of further bindings, `192.0.2.25:587`; nothing when an address could be taken for one: `2001:db8::25`.
  private static func further(_ bound: String) -> [Int]? {
    var ports: [Int] = []
    for word in bound.split(whereSeparator: { " ,;\t".contains($0) }) where word.contains(":") {
      let host = word.prefix(upTo: word.lastIndex(of: ":") ?? word.startIndex)
      guard !host.contains(":") || host.hasSuffix("]"), let port = Int(word.dropFirst(host.count + 1)) else {
        return nil
      }
      ports.append(port)
    }
    return ports
  }

  /// Whether STARTTLS is offered.
  private static func starttls(_ evidence: IceWarpEvidence, _ isWithoutTLS: Bool?) -> Bool? {
    let extensions = evidence.knownText("C_Mail_SMTP_Other_Extensions")?.uppercased() ?? ""
    if extensions.split(whereSeparator: { "; ,".contains($0) }).contains("!STARTTLS") { return false }
    if evidence.knownFlag("C_Mail_Security_Protocols_DenyESMTP") == true { return false }
    return isWithoutTLS.map { !$0 }
  }

  /// Whether AUTH is taken without TLS; the setting is about PLAIN and LOGIN, and CRAM-MD5 may go on without.
  private static func plain(_ evidence: IceWarpEvidence) -> Bool? {
    guard let isDisabled = evidence.knownFlag("C_Accounts_Policies_Auth_DisablePlain") else { return nil }
    guard isDisabled else { return true }
    let schemes = evidence.knownText("C_Accounts_Policies_Auth_Schemes") ?? ""
    let words = schemes.uppercased().split(whereSeparator: { "; ,".contains($0) })
    return !words.isEmpty && words.allSatisfy { $0 == "PLAIN" || $0 == "LOGIN" } ? false : nil
  }

  private static func both(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil ? nil : b
  }
}
