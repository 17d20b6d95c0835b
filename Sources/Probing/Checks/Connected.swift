import MailModel
import Transport

/// The judgement that P01, P02 and P24 share: whether a port is reachable, and if not, how that looks from here.
enum Connected {
  static func judge(_ evidence: ProbeEvidence) -> Judgement {
    let place = evidence.target.place
    let connected = evidence.main.connectMilliseconds.map { "TCP in \($0) ms" } ?? ""
    switch evidence.reachability {
    case .open:
      if case .foreign(let text) = evidence.main.greeting, evidence.target.mode != .tls {
        return .fail("\(place): \(connected), and what answers there is no SMTP: \(text)")
      }
      return .pass("\(place): \(connected)")
    case .refused: return .fail("\(place): refused; the host answers, and nobody listens there")
    case .unresolvable:
      let isTemporary = evidence.transcript.nameFault == .timedOut
      var judgement = Judgement(isTemporary ? .notRun : .fail, "\(evidence.target.host): \(nameFault(evidence))")
      // No server has to be set up for a misspelt name.
      judgement.remedy = ProbeCheck.remedyForUnknownName
      return judgement
    case .silent:
      if ReachabilityJudge.speaksTLS(evidence.transcript) {
        return .fail("\(place): \(connected), no greeting; TLS is spoken there, where STARTTLS was expected")
      }
      let part =
        evidence.main.greeting == .timedOut(hasPart: true) ? "a greeting that was not finished in time" : "nothing"
      return .fail("\(place): \(connected), then \(part)")
    case .closed:
      return .fail("\(place): \(connected), and the server hung up before it said anything")
    case .timedOut: return timedOut(evidence, place)
    }
  }

  private static func timedOut(_ evidence: ProbeEvidence, _ place: String) -> Judgement {
    switch evidence.main.connect {
    case .unroutable(let reason):
      let isIPv6 = evidence.target.address.map { !$0.isIPv4 } ?? false
      let about = isIPv6 ? "this machine has no way to that IPv6 address" : "there is no way to that address from here"
      return .notRun("\(place): \(about) (\(reason)); probe from a network that has one")
    case .failed(let reason): return .notRun("\(place): \(reason)")
    default: return .fail("\(place): timed out; nothing answers, as a firewall that drops looks from outside")
    }
  }

  private static func nameFault(_ evidence: ProbeEvidence) -> String {
    switch evidence.transcript.nameFault {
    case .unresolvable(let reason): "no address (\(reason))"
    case .timedOut: "the resolver does not answer; try again"
    case nil: "no address"
    }
  }
}
