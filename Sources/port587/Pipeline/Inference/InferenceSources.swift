import Analysis
import MailModel

/// From what `--infer-port` concludes: what was handed in, and what a state holds.
struct InferenceSources {
  /// A result of `probe --json`.
  var probe: ProbeResult?
  /// Where it comes from, for what is said when it does not do.
  var probePath = ""
  /// A result of `preflight --json`.
  var preflight: PreflightReport?
  /// Where it comes from.
  var preflightPath = ""
  /// `--message-submission`.
  var saysMessageSubmission = false
  /// How the log shows the ports.
  var calibration: PortCalibration?

  /// Puts it all together; what the probe or the settings call possible is possible.
  func facts(_ policy: PortPolicy) throws(AuditFault) -> ServerFacts {
    var facts = ServerFacts(messageSubmission: saysMessageSubmission, policy: policy)
    if let probe {
      facts.offers = try ProbedOffers.offers(in: probe, from: probePath, policy)
      facts.sources.append(InferenceFact(.probe, at: probe.generatedAt))
    }
    if let preflight {
      guard preflight.ports != nil || preflight.submissionOption != nil else {
        throw .badSettings(
          path: preflightPath,
          reason: "it tells neither what each port takes nor whether the submission option is on; "
            + "hand in all settings that port587 preflight without options names")
      }
      if saysMessageSubmission, preflight.submissionOption == false {
        throw .badSettings(
          path: preflightPath, reason: "the submission option is off there, and --message-submission says it is on")
      }
      facts.messageSubmission = facts.messageSubmission || preflight.submissionOption == true
      SettingsOffers.add(preflight.ports ?? [], to: &facts.offers)
      facts.sources.append(InferenceFact(.preflight, at: preflight.generatedAt))
    }
    if let calibration {
      for (name, sign) in calibration.signs {
        guard let port = UInt16(name) else { continue }
        switch sign {
        case .logged, .serviceLabel, .label, .folder: facts.toldPorts.insert(port)
        case .listenerAddress: facts.toldByAddress.insert(port)
        case .loggedOtherwise, .alike, .notFound, .unanswered: continue
        }
      }
      if !facts.toldPorts.isEmpty || !facts.toldByAddress.isEmpty {
        facts.sources.append(InferenceFact(.calibration, at: calibration.takenAt))
      }
    }
    if saysMessageSubmission { facts.sources.append(InferenceFact(.option)) }
    return facts
  }
}
