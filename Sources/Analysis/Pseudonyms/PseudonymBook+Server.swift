import MailModel

/// Probe and preflight under pseudonyms: the server's name and addresses are hidden as everywhere; what was seen may quote
/// greetings, certificates and settings, and is left out. What is asserted and what to do name nobody, and stay.
extension PseudonymBook {
  mutating func server(_ report: ServerReport) -> ServerReport {
    ServerReport(probe: report.probe.map { probe($0) }, preflight: report.preflight.map { preflight($0) })
  }

  private mutating func probe(_ report: ServerProbe) -> ServerProbe {
    var probe = report
    probe.blockers = report.blockers.map { blocker($0) }
    probe.ports = report.ports.map { report in
      var port = report
      port.host = server(report.host)
      port.address = report.address.map { address($0) }
      port.findings = report.findings.map { finding($0) }
      return port
    }
    return probe
  }

  private func preflight(_ report: ServerPreflight) -> ServerPreflight {
    var preflight = report
    preflight.phaseDetail = PseudonymBook.reason
    // The next step may name a setting with its value.
    preflight.nextStep = ""
    preflight.findings = report.findings.map { finding in
      var finding = self.finding(finding)
      finding.remedy = nil
      finding.command = nil
      return finding
    }
    return preflight
  }

  private func finding(_ report: ServerFinding) -> ServerFinding {
    var finding = report
    finding.detail = PseudonymBook.reason
    return finding
  }

  /// `P06@mail.example.com:587` with a pseudonym for the host.
  private mutating func blocker(_ text: String) -> String {
    guard let at = text.firstIndex(of: "@"), let colon = text.lastIndex(of: ":"), at < colon else { return text }
    let host = String(text[text.index(after: at)..<colon])
    return text[...at] + server(host) + text[colon...]
  }
}
