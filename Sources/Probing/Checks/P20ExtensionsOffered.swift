import MailModel

/// Nothing is lost that port 25 offered.
struct P20ExtensionsOffered: ProbeRule {
  let id = "P20"
  let title = "The extensions that mail programs use are offered"
  let severity = ProbeSeverity.medium
  let rule = "RFC 6409 section 7"
  let remedy =
    "IceWarp: Other_Extensions; Postfix: smtpd_discard_ehlo_keywords must not list them; Exim: "
    + "message_size_limit, dsn_advertise_hosts, pipelining_advertise_hosts."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindSecondEHLO { return blocked }
    let words = evidence.afterTLS.compactMap { $0.uppercased().split(separator: " ").first.map(String.init) }
    let missing = ["SIZE", "8BITMIME", "ENHANCEDSTATUSCODES", "PIPELINING", "DSN"].filter { !words.contains($0) }
    let size = P20ExtensionsOffered.size(evidence.afterTLS)
    let onPort25 = evidence.all.first { $0.target.mode == .plain && $0.target.address == evidence.target.address }
    if let size,
      let other = onPort25.flatMap({ P20ExtensionsOffered.size($0.main.capabilities(behindTLS: false) ?? []) }),
      other != 0, size != 0, size < other
    {
      return .warn(
        "SIZE \(size) is less than the \(other) of port \(onPort25?.target.port ?? 25): large messages stop working")
    }
    return missing.isEmpty ? .pass("all of them") : .warn("missing: \(missing.joined(separator: ", "))")
  }

  private static func size(_ capabilities: [String]) -> Int? {
    let line = capabilities.first { $0.uppercased().hasPrefix("SIZE ") }
    return line.flatMap { Int($0.dropFirst(5)) }
  }
}
