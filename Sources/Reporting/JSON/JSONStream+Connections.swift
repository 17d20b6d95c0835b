import MailModel

/// The connection records of the model.
extension JSONStream {
  mutating func value(_ report: ConnectionReport) {
    object { json in
      json.number(.agreed, report.agreed)
      json.number(.ambiguous, report.ambiguous)
      if let ahead = report.clockAhead { json.number(.clockAhead, ahead) }
      if let ahead = report.clockAheadAtEnd { json.number(.clockAheadAtEnd, ahead) }
      json.number(.confirmed, report.confirmed)
      json.number(.contradicted, report.contradicted)
      json.number(.doubtful, report.doubtful)
      json.key(.isClockEstimated)
      json.bool(report.isClockEstimated)
      json.number(.missing, report.missing)
      json.number(.paired, report.paired)
      json.number(.sessions, report.sessions)
      json.key(.sources)
      json.array(report.sources) { $0.value($1) }
      json.number(.strayRecords, report.strayRecords)
      if let tolerance = report.tolerance { json.number(.tolerance, tolerance) }
    }
  }
}
