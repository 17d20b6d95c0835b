import MailModel

/// Everything to be put right on the server, what holds back the move first; what several addresses have in common is said once.
enum ServerFindings {
  /// A finding, and where it was made.
  struct Entry: Sendable {
    var finding: ServerFinding
    var places: [String]
  }

  static func of(_ server: ServerReport) -> [Entry] {
    var entries: [Entry] = []
    for port in server.probe?.ports ?? [] {
      let address = port.address ?? port.host
      let place = address.contains(":") ? "[\(address)]:\(port.port)" : "\(address):\(port.port)"
      for finding in port.findings {
        if let known = entries.firstIndex(where: { $0.finding == finding }) {
          entries[known].places.append(place)
        } else {
          entries.append(Entry(finding: finding, places: [place]))
        }
      }
    }
    let product = server.preflight.map { $0.product == .icewarp ? "IceWarp" : "Postfix" } ?? ""
    entries += (server.preflight?.findings ?? []).map { Entry(finding: $0, places: [product]) }
    return entries.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  private static func rank(_ entry: Entry) -> Int {
    let severity = ProbeSeverity.allCases.firstIndex(of: entry.finding.severity) ?? 0
    switch entry.finding.verdict {
    case .fail: return severity
    case .warn: return 10 + severity
    case .pass, .notRun, .pushedBack: return 20 + severity
    }
  }
}
