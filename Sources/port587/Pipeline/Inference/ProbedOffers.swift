import Analysis
import MailModel

/// What the ports of a server take, from a result of `port587 probe --json`.
enum ProbedOffers {
  /// What each port takes; every port of the policy must have been asked, since what is not known of one port bears on all.
  ///
  /// - Parameter path: where the result comes from, for what is said when it does not do.
  static func offers(
    in result: ProbeResult, from path: String, _ policy: PortPolicy
  ) throws(AuditFault) -> [PortOffer] {
    var offers: [PortOffer] = []
    for port in policy.legacyPorts + policy.submissionPorts + policy.submissionsPorts {
      let targets = result.targets.filter { $0.port == port && $0.reachability != .unresolvable }
      guard !targets.isEmpty, targets.allSatisfy({ $0.reachability == .open || $0.reachability == .refused }) else {
        throw .badSettings(
          path: path,
          reason: "port \(port) was not asked or did not answer there; port587 probe HOST --port \(port) --json asks it"
        )
      }
      let open = targets.filter { $0.reachability == .open }
      guard !open.isEmpty, let number = UInt16(exactly: port) else { continue }
      // "AUTH PLAIN LOGIN", and the older "AUTH=LOGIN".
      func isOffered(_ word: String, _ part: KeyPath<ProbedCapabilities, [String]>) -> Bool {
        open.flatMap { $0.capabilities[keyPath: part] }.contains {
          $0.uppercased().split { $0 == " " || $0 == "=" }.first.map(String.init) == word
        }
      }
      let isTLS = open.contains { $0.mode == .tls }
      // Where TLS comes first there is nothing in clear; behind a STARTTLS that was not tried AUTH may be offered.
      let starttls = !isTLS && isOffered("STARTTLS", \.beforeTLS)
      let wasTried = open.contains { !$0.capabilities.afterTLS.isEmpty }
      if isTLS, wasTried, !isOffered("AUTH", \.afterTLS) { continue }
      offers.append(
        PortOffer(
          port: number, implicitTLS: isTLS,
          authBehindStarttls: starttls && (!wasTried || isOffered("AUTH", \.afterTLS)),
          authInClear: !isTLS && isOffered("AUTH", \.beforeTLS)))
    }
    return offers
  }
}
