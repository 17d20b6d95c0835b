import MailModel
import Transport

/// Programs that ask the DNS are led to the ports that work, and to 465 first.
struct P35ServiceRecords: ProbeRule {
  let id = "P35"
  let title = "SRV records of the domain lead to this port"
  let severity = ProbeSeverity.medium
  let rule = "RFC 6186 section 3.1; RFC 8314 section 5.1"
  let remedy =
    "Publish _submissions._tcp (465) with the lower number and _submission._tcp (587) behind it; a target of . for what is not "
    + "offered. port587 client-config DOMAIN --server HOST writes the lines of the zone."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.domain == nil ? [.dialogue] : [.dialogue, .services]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard let domain = evidence.options.domain else {
      return .notRun("only asked with --domain, the part of users' addresses behind the @")
    }
    guard let records = evidence.transcript.services else { return .notRun("the name server did not answer") }
    let isTLS = evidence.target.mode == .tls
    let (label, own) = isTLS ? ("_submissions", records.submissions) : ("_submission", records.submission)
    if let wrong = misled(records, evidence) { return .fail(wrong) }
    let name = "\(label)._tcp.\(domain)"
    if own.isEmpty {
      return records.submissions.isEmpty && records.submission.isEmpty
        ? .warn("\(domain) has no such records: programs that ask the DNS have to guess")
        : .warn("\(name) does not exist, while the other one does")
    }
    if own.allSatisfy({ $0.target == "." }) {
      let isHere = evidence.reachability == .open
      return isHere
        ? .warn("\(name) says that there is no such service, and \(evidence.target.place) answers")
        : .pass("\(name) says that there is no such service")
    }
    let list = own.map { "\($0.target):\($0.port)" }.joined(separator: ", ")
    guard own.contains(where: { leads($0, to: evidence.target) }) else {
      return .warn(
        "\(name) leads to \(list), and not to \(evidence.target.host):\(evidence.target.port): probe that one as well")
    }
    if isTLS, let behind = records.submission.filter({ $0.target != "." }).map(\.priority).min(),
      let first = own.map(\.priority).min(), first >= behind
    {
      return .warn(
        "\(name) leads to \(list) with priority \(first), _submission with \(behind): programs may take STARTTLS first")
    }
    return .pass("\(name) leads to \(list)")
  }

  private func leads(_ record: ServiceRecord, to target: ProbeTarget) -> Bool {
    record.target == target.host.lowercased() && record.port == target.port
  }

  /// A record that leads to a port where mail programs fail.
  private func misled(_ records: ServiceRecords, _ evidence: ProbeEvidence) -> String? {
    let all = evidence.all.map(\.target)
    let plain = Set([25] + all.filter { $0.mode == .plain }.map(\.port))
    let offered = records.submissions + records.submission + records.reading
    if let wrong = offered.first(where: { $0.target != "." && plain.contains($0.port) }) {
      return "a record leads to \(wrong.target):\(wrong.port), which is not for users"
    }
    let implicit = Set([465] + all.filter { $0.mode == .tls }.map(\.port))
    let explicit = Set([587] + all.filter { $0.mode == .starttls }.map(\.port)).subtracting(implicit)
    if let wrong = records.submission.first(where: { $0.target != "." && implicit.contains($0.port) }) {
      return "_submission, which means STARTTLS, leads to \(wrong.target):\(wrong.port), where TLS begins at once"
    }
    if let wrong = records.submissions.first(where: { $0.target != "." && explicit.contains($0.port) }) {
      return "_submissions, which means TLS at once, leads to \(wrong.target):\(wrong.port), which begins in clear"
    }
    return nil
  }
}
