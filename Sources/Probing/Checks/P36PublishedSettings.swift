import MailModel

/// New accounts are not set up with port 25.
struct P36PublishedSettings: ProbeRule {
  let id = "P36"
  let title = "What the domain tells mail programs fits this port"
  let severity = ProbeSeverity.high
  let rule = "RFC 8314 sections 3.3 and 5.1"
  let remedy =
    "Publish 587 with STARTTLS or 465 with TLS everywhere, from one description: port587 client-config DOMAIN --server HOST. "
    + "IceWarp: SmartDiscover, SMTP type 1 or 3."
  let modes: Set<ProbeMode> = [.starttls, .tls, .plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.publications == nil ? [.dialogue] : [.dialogue, .documents]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.publications != nil else {
      return .notRun("only asked with --domain, the part of users' addresses behind the @")
    }
    guard let all = evidence.transcript.publications else { return .notRun("no answer in time") }
    let documents = all.filter { $0.source != .srv }
    let said = documents.flatMap { document in
      document.services.filter { $0.proto == .smtp }.map { (document.source.rawValue, $0) }
    }
    if said.isEmpty {
      return documents.contains(where: \.isUnknown)
        ? .notRun("not every place answered")
        : .warn("neither autoconfig nor Autodiscover answers: programs guess, and some guess port 25")
    }
    let target = evidence.target
    if target.mode == .plain {
      let wrong = said.filter { $0.1.port == target.port }.map { "\($0.0) says \($0.1)" }
      return wrong.isEmpty
        ? .pass("no place hands out port \(target.port)") : .fail(Set(wrong).sorted().joined(separator: "; "))
    }
    let here = said.filter { $0.1.host == target.host.lowercased() }
    let own = here.filter { $0.1.port == target.port }
    let security: MailServiceSecurity = target.mode == .tls ? .tls : .starttls
    let wrong = own.filter { $0.1.security != security && $0.1.security != .unsaid }
    if !wrong.isEmpty {
      return .fail(Set(wrong.map { "\($0.0) says \($0.1)" }).sorted().joined(separator: "; "))
    }
    let list = Set((own.isEmpty ? said : own).map { "\($0.0): \($0.1)" }).sorted().joined(separator: "; ")
    if !own.isEmpty { return .pass(list) }
    return here.isEmpty
      ? .warn("another server is handed out, probe it as well: \(list)") : .pass("not handed out, but \(list)")
  }
}
