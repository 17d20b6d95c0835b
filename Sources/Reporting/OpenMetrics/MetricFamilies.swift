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

    // Spam in invented names of the server's own domains makes as many of them as it likes, and no alert could fall silent.
    var claimed: [Readiness: Int] = [:]
    for user in model.users where user.kind == .envelopeSender { claimed[user.readiness, default: 0] += 1 }

    var families = [
      MetricFamily(
        name: "users", help: "Users by how far they have moved to the submission ports.", label: "readiness",
        samples: Readiness.allCases.map {
          ($0.rawValue, Int64((model.totals.readiness[$0.rawValue] ?? 0) - (claimed[$0] ?? 0)))
        }),
      MetricFamily(
        name: "claimed_users", help: "Senders without a login, which anyone can claim to be.", label: "readiness",
        samples: Readiness.allCases.map { ($0.rawValue, Int64(claimed[$0] ?? 0)) }),
    ]
    if let trend = model.trend {
      families.append(
        MetricFamily(
          name: "recent_users", help: "Users by how far they have moved, on the recent days of the trend alone.",
          label: "readiness",
          samples: Readiness.allCases.map { readiness in
            (readiness.rawValue, Int64(trend.users.count { $0.recent == readiness }))
          }))
    }
    families += [
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
    if let end = model.window.to {
      families.append(
        MetricFamily(
          name: "logs_until_timestamp_seconds", unit: "seconds",
          help: "Until when the logs go, in seconds since 1970.", samples: [("", end.seconds)]))
    }
    if let cutover = options.cutover {
      families.append(
        MetricFamily(
          name: "cutover_timestamp_seconds", unit: "seconds",
          help: "When the ports will be closed for submission, in seconds since 1970.",
          samples: [("", options.zone.moment(LogTime(local: Int64(cutover.daysSinceEpoch) * 86_400_000)).seconds)]))
    }
    if let probe = model.server?.probe { families += server(probe) }
    if let campaign = model.notices?.campaigns.first { families.append(effect(campaign)) }
    if let notices = options.notices { families += run(notices) }
    return families
  }

  /// What the last probe found, without the server's name.
  private static func server(_ probe: ServerProbe) -> [MetricFamily] {
    var families = [
      MetricFamily(
        name: "server_ready", help: "Whether the last probe found that users can be sent to the server.",
        samples: [("", probe.ready ? 1 : 0)]),
      MetricFamily(
        name: "server_blockers", help: "Failed checks of the last probe that keep users from moving.",
        samples: [("", Int64(probe.blockers.count))]),
      MetricFamily(
        name: "server_ports", help: "Ports of the last probe, at each address, by how far the connection came.",
        label: "reachability",
        samples: Reachability.allCases.map { word in
          (word.rawValue, Int64(probe.ports.count { $0.reachability == word }))
        }),
      MetricFamily(
        name: "server_probe_timestamp_seconds", unit: "seconds",
        help: "When the last probe was, in seconds since 1970.", samples: [("", probe.probedAt.seconds)]),
    ]
    if let until = probe.ports.compactMap(\.certificateUntil).min() {
      families.append(
        MetricFamily(
          name: "server_certificate_expiry_timestamp_seconds", unit: "seconds",
          help: "The last moment of the certificate that ends first, in seconds since 1970.",
          samples: [("", until.seconds)]))
    }
    return families
  }

  /// What the notices of a campaign have brought, all rounds together.
  private static func effect(_ campaign: NoticeCampaignReport) -> MetricFamily {
    MetricFamily(
      name: "notices", help: "Notices of the campaign with the latest cut-over, by what became of them.",
      label: "outcome",
      samples: [
        ("sent", Int64(campaign.sum(\.sent))), ("failed", Int64(campaign.sum(\.failed))),
        ("undeliverable", Int64(campaign.sum(\.undeliverable))), ("open", Int64(campaign.sum(\.open))),
        ("movedSince", Int64(campaign.sum(\.movedSince))), ("toldAgain", Int64(campaign.sum(\.toldAgain))),
        ("stillThere", Int64(campaign.sum(\.stillThere))), ("notSeen", Int64(campaign.sum(\.notSeen))),
      ])
  }

  private static func run(_ notices: NoticeCounts) -> [MetricFamily] {
    [
      MetricFamily(
        name: "run_notices", help: "People of the last run's plan of notices, by what became of them.",
        label: "status", samples: notices.byStatus.sorted { $0.key < $1.key }.map { ($0.key, Int64($0.value)) }),
      MetricFamily(
        name: "run_notices_excluded", help: "People who get no notice, by reason.", label: "reason",
        samples: notices.excluded.sorted { $0.key < $1.key }.map { ($0.key, Int64($0.value)) }),
    ]
  }
}
