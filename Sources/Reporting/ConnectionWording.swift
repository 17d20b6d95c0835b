import MailModel

/// How well connection records fitted, in sentences.
struct ConnectionWording {
  /// The sentences in order.
  let sentences: [String]

  init(_ report: ConnectionReport, _ wording: Wording) {
    func percent(_ count: Int) -> String {
      let perMille = report.sessions == 0 ? 0 : (count * 1000 + report.sessions / 2) / report.sessions
      return "\(perMille / 10)\(wording.book.decimalSeparator)\(perMille % 10)\(Percent.sign(wording.language))"
    }
    func seconds(_ milliseconds: Int) -> String {
      let tenths = (Int(milliseconds.magnitude) + 50) / 100
      return "\(wording.number(tenths / 10))\(wording.book.decimalSeparator)\(tenths % 10) s"
    }
    var sentences = [
      wording.total(
        .connectionsMatched, report.sessions,
        [
          "known": wording.number(report.paired + report.agreed), "sessions": wording.number(report.sessions),
          "share": percent(report.paired + report.agreed), "ambiguous": percent(report.ambiguous),
          "missing": percent(report.missing), "doubtful": percent(report.doubtful),
        ])
    ]
    if let ahead = report.clockAhead {
      if report.isClockEstimated {
        let values = [
          "seconds": seconds(ahead), "end": seconds(report.clockAheadAtEnd ?? ahead),
          "window": seconds(report.tolerance ?? 0),
        ]
        sentences.append(wording.text(ahead >= 0 ? .connectionsAhead : .connectionsBehind, values))
      } else {
        sentences.append(wording.text(.connectionsOneClock))
      }
    } else if report.sessions > 0 {
      sentences.append(wording.text(.connectionsNoClock))
    }
    if report.confirmed + report.contradicted > 0 {
      sentences.append(
        wording.text(
          .connectionsChecked,
          [
            "confirmed": wording.number(report.confirmed), "contradicted": wording.number(report.contradicted),
          ]))
    }
    self.sentences = sentences
  }
}

extension Wording {
  /// From what ports were concluded, in a sentence.
  func facts(_ report: InferenceReport) -> String {
    guard !report.facts.isEmpty else { return text(.inferredNoFacts) }
    let facts = report.facts.map { fact in
      Wording.fill(book.name(fact.source), ["time": fact.takenAt.map { time($0) } ?? ""])
    }
    return text(.inferredFacts, ["facts": facts.joined(separator: ", ")])
  }

  /// What one rule concluded, in a sentence.
  func inferred(_ row: InferenceReport.Row) -> String {
    Wording.fill(
      book.meaning(row.rule),
      [
        "port": String(row.port), "sessions": number(row.sessions), "refusals": number(row.refusals),
        "strength": book.name(row.strength),
      ])
  }
}
