import MailModel

/// The concluded ports of the model.
extension JSONStream {
  mutating func value(_ report: InferenceReport) {
    object { json in
      json.key(.facts)
      json.array(report.facts) { json, fact in
        json.object { json in
          json.word(.source, fact.source.rawValue)
          json.moment(.takenAt, ifAny: fact.takenAt)
        }
      }
      json.key(.rules)
      json.array(report.rules) { json, row in
        json.object { json in
          json.number(.port, row.port)
          json.number(.refusals, row.refusals)
          json.word(.rule, row.rule.rawValue)
          json.number(.sessions, row.sessions)
          json.word(.strength, row.strength.rawValue)
        }
      }
      json.number(.undecided, report.undecided)
      json.key(.users)
      json.array(report.users) { json, user in
        json.object { json in
          json.string(.identity, user.identity)
          json.key(.ports)
          json.table(user.ports) { $0.number($1) }
          json.key(.refusals)
          json.table(user.refusals) { $0.number($1) }
        }
      }
    }
  }
}
