public import MailModel

/// Holds what the notices are going to say against what a probe has seen.
public enum FactCheck {
  /// How old a probe's result may be, in seconds.
  public static let longestAge: Int64 = 86_400

  /// What is wrong with naming this server and these ports; nothing when all of it works.
  public static func faults(_ campaign: Campaign, _ probe: ProbeResult, now: Timestamp) -> [String] {
    guard probe.schema.hasPrefix("port587-probe/") else { return ["the file is no result of port587 probe --json."] }
    let age = now.seconds - probe.generatedAt.seconds
    guard age <= longestAge else {
      return ["the probe's result of \(probe.generatedAt) is older than a day; run port587 probe again."]
    }
    // A clock that is a little ahead is no reason; a result from tomorrow is none that can be believed.
    guard age >= -300 else { return ["the probe's result of \(probe.generatedAt) lies in the future."] }
    return [campaign.starttlsPort, campaign.tlsPort].compactMap { $0 }.flatMap { port in
      let place = "\(campaign.server):\(port)"
      let targets = probe.targets.filter {
        $0.port == port && $0.host.lowercased() == campaign.server.lowercased()
      }
      guard !targets.isEmpty else { return ["the probe has not looked at \(place)."] }
      // One host can have several addresses: users may get any of them.
      return targets.flatMap { fault(of: $0).map { ["\(place) \($0)."] } ?? [] }
    }
  }

  private static func fault(of target: ProbedTarget) -> String? {
    guard target.reachability == .open else { return "does not answer (\(target.reachability.rawValue))" }
    guard let certificate = target.tls?.certificate else { return "offers no encryption" }
    guard certificate.nameMatches else { return "has a certificate for another name" }
    guard certificate.trust == .valid else {
      return "has a certificate that mail programs do not trust (\(certificate.trust.rawValue))"
    }
    let failed = target.checks.filter { $0.severity == .blocker && $0.verdict == .fail }
    guard failed.isEmpty else { return "fails \(failed.map { OneLine.make($0.id) }.joined(separator: ", "))" }
    // The greeting refused, so that nothing behind it was seen.
    if let turned = target.checks.first(where: { $0.id == "P22" && $0.verdict == .fail }) {
      return "turned the probe away: \(OneLine.make(turned.detail))"
    }
    return nil
  }
}
