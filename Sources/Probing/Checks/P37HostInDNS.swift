import MailModel
import Transport

/// The name that users type is known everywhere, and can go on getting a certificate.
struct P37HostInDNS: ProbeRule {
  let id = "P37"
  let title = "The DNS knows the host, and its alias and CAA fit the certificate"
  let severity = ProbeSeverity.medium
  let rule = "RFC 7817 section 3; RFC 8659"
  let remedy =
    "Give the name that users type an A record, and an AAAA record where the server has IPv6; have a certificate issued for that "
    + "name, not for what it is an alias of; name your authority in the CAA record."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] { [.dialogue, .names] }

  func result(from evidence: ProbeEvidence) -> Judgement {
    let host = evidence.target.host
    if IPAddress(host) != nil { return .notRun("asked by address, which has no name in the DNS") }
    if !host.contains(".") { return .notRun("a name without a domain is known in this network alone") }
    guard let records = evidence.transcript.names else { return .notRun("the name server did not answer") }
    // Then nobody can get there, this machine neither: P01, P02 and P24 say so.
    if evidence.reachability == .unresolvable {
      return .notRun(
        evidence.transcript.nameFault == .timedOut ? "the resolver does not answer" : "the name has no address")
    }
    guard records.exists else {
      return .warn("the DNS does not know \(host); this machine has it from its own list, and users elsewhere have not")
    }
    if let alias = records.aliases.last, let own = evidence.chain.first, !evidence.nameMatches,
      CertificateName.matches(alias, own.names)
    {
      return .fail("\(host) is an alias of \(alias), and the certificate is for that name alone")
    }
    let issue = records.authorities.filter { $0.tag == "issue" }
    if !issue.isEmpty, issue.allSatisfy({ $0.issuer == nil }) {
      return .warn("the CAA record allows no authority at all: the next certificate cannot be issued")
    }
    let addresses = Set(evidence.all.compactMap(\.target.address))
    let count = "A: \(addresses.count { $0.isIPv4 }), AAAA: \(addresses.count { !$0.isIPv4 })"
    let alias = records.aliases.last.map { "alias of \($0)" } ?? "no alias"
    let authorities = Set(issue.compactMap(\.issuer)).sorted().joined(separator: ", ")
    return .pass("\(count); \(alias); CAA: \(authorities.isEmpty ? "none" : authorities)")
  }
}
