import MailModel

/// Which metrics there are.
enum MetricFamilies {
  /// Every metric of a report; a value that is 0 is there, so that an alert can rely on it.
  static func all(_ model: ReportModel, _ options: ReportOptions) -> [MetricFamily] {
    let policy = model.policy
    let named = policy.legacyPorts + policy.submissionPorts + policy.submissionsPorts
    let ports = PortOrder(policy: policy).sorted(
      Set(named.map(String.init)).union(model.totals.byPort.keys).union(["unknown"]))
    var refusals: [RefusalClass: Int] = [:]
    for refusal in model.refusals { refusals[refusal.refusalClass, default: 0] += refusal.count }
    let unread =
      model.warnings.first { $0.code == .unreadLines }?.count
      ?? model.sources.reduce(0) { $0 + $1.unrecognised + $1.malformed }

    var families = [
      MetricFamily(
        name: "users", help: "Users by how far they have moved to the submission ports.", label: "readiness",
        samples: Readiness.allCases.map { ($0.rawValue, Int64(model.totals.readiness[$0.rawValue] ?? 0)) }),
      MetricFamily(
        name: "sessions", help: "Sessions with a login, by port of the server.", label: "port",
        samples: ports.map { ($0, Int64(model.totals.byPort[$0]?.sessions ?? 0)) }),
      MetricFamily(
        name: "messages", help: "Messages accepted while logged in, by port of the server.", label: "port",
        samples: ports.map { ($0, Int64(model.totals.byPort[$0]?.messages ?? 0)) }),
      MetricFamily(
        name: "refusals", help: "Refused commands by class.", label: "class",
        samples: RefusalClass.allCases.map { ($0.rawValue, Int64(refusals[$0] ?? 0)) }),
      MetricFamily(
        name: "lines_unread", help: "Lines of log that were not understood.", samples: [("", Int64(unread))]),
      MetricFamily(
        name: "run_lines", help: "Lines of log read by the last run.",
        samples: [("", model.sources.reduce(0) { $0 + Int64($1.lines) })]),
      MetricFamily(
        name: "run_sources", help: "Logs from which the last run read, by whether each was read to its end.",
        label: "complete",
        samples: [true, false].map { whole in ("\(whole)", Int64(model.sources.count { $0.complete == whole })) }),
      MetricFamily(
        name: "last_run_timestamp_seconds", unit: "seconds", help: "When the last run was, in seconds since 1970.",
        samples: [("", model.generatedAt.seconds)]),
    ]
    if let cutover = options.cutover {
      families.append(
        MetricFamily(
          name: "cutover_timestamp_seconds", unit: "seconds",
          help: "When the ports will be closed for submission, in seconds since 1970.",
          samples: [("", Int64(cutover.daysSinceEpoch) * 86_400 - Int64(options.utcOffsetMinutes) * 60)]))
    }
    return families
  }
}
