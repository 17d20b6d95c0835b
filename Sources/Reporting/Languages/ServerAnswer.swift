import MailModel

/// The answer to "Is the server ready?", in sentences that page and terminal share.
struct ServerAnswer: Sendable {
  /// How the reader should feel about it.
  let tone: Verdict.Tone
  /// The answer.
  let headline: String
  /// When the ports were asked and the settings read.
  let times: [String]
  /// Phase and next step, where settings were read.
  let way: [String]

  /// Puts probe and preflight together.
  init(_ server: ServerReport, reportedAt: Timestamp, _ wording: Wording) {
    let unjudged = server.preflight?.unjudged ?? []
    if !server.blockers.isEmpty {
      tone = .bad
      headline = wording.text(.serverNotReady, ["blockers": server.blockers.joined(separator: ", ")])
    } else if server.isUnready {
      tone = .bad
      headline = wording.text(.serverUnjudged)
    } else {
      tone = unjudged.isEmpty ? .good : .attention
      headline = wording.text(unjudged.isEmpty ? .serverReady : .serverAttention)
    }
    func time(_ moment: Timestamp) -> String { "\(wording.time(moment)) \(wording.zone(at: moment))" }
    var times: [String] = []
    if let probe = server.probe {
      let isOld = reportedAt.seconds - probe.probedAt.seconds > ServerAnswer.freshSeconds
      times.append(
        wording.text(.probedAt, ["time": time(probe.probedAt)]) + (isOld ? " " + wording.text(.probedLongAgo) : ""))
    }
    var way: [String] = []
    if let preflight = server.preflight {
      let product = preflight.product == .icewarp ? "IceWarp" : "Postfix"
      times.append(wording.text(.settingsReadAt, ["product": product, "time": time(preflight.checkedAt)]))
      if let phase = preflight.phase {
        way.append(wording.text(.phaseOf, ["number": "\(phase.rawValue)", "phase": wording.book.name(phase)]))
      } else {
        way.append("\(wording.text(.phaseUnknown)): \(preflight.phaseDetail)")
      }
      if !preflight.nextStep.isEmpty { way.append("\(wording.text(.nextStep)): \(preflight.nextStep)") }
      if !unjudged.isEmpty { way.append(wording.text(.notJudged, ["ids": unjudged.joined(separator: ", ")])) }
    }
    self.times = times
    self.way = way
  }

  /// A probe that is older than this says so.
  private static let freshSeconds: Int64 = 86_400
}
