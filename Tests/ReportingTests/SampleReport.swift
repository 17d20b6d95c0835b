import MailModel

/// Reports made by hand for the tests of the outputs.
enum SampleReport {
  /// Midnight of 2026-11-09 in UTC.
  static let start = Timestamp(seconds: 1_794_182_400)

  /// So many days and hours after the start.
  static func at(day: Int, hour: Int = 9) -> Timestamp {
    Timestamp(seconds: start.seconds + Int64(day * 86_400 + hour * 3600))
  }

  /// A mid-size office in the middle of the move: some moved, some not, one forgotten printer, one blocked user.
  static func office() -> ReportModel {
    let users = officeUsers()
    let addresses = officeAddresses()
    var model = ReportModel(
      generator: Generator(version: "0.1.0"), generatedAt: at(day: 14, hour: 17),
      window: Window(from: at(day: 0, hour: 0), to: at(day: 14, hour: 0)), policy: PortPolicy(),
      sources: officeSources(),
      skipped: [SkippedSource(path: "/var/log/icewarp/smtp/s20261101.log.tmp", reason: "no log of a known format")],
      totals: totals(users, addresses), users: users, addresses: addresses, refusals: officeRefusals(),
      daily: officeDays(), portAdvice: officeAdvice(),
      warnings: [
        ReportWarning(code: .unknownPorts, count: 41), ReportWarning(code: .unreadLines, count: 7),
        ReportWarning(code: .incompleteSource, count: 1, subject: "/var/log/mail.log.3.gz"),
      ], connections: officeConnections(), server: ServerReport(probe: probe, preflight: preflight),
      inferred: officeInferences())
    model.notices = NoticeReport(officeNotices(users), in: users)
    return model
  }

  /// Everybody was told once, every third twice; one address takes no mail.
  private static func officeNotices(_ users: [UserReport]) -> [NoticeRecord] {
    users.enumerated().flatMap { number, user in
      (1...(number % 3 == 0 ? 2 : 1)).map { round in
        NoticeRecord(
          campaign: "2026-12-15", kind: .notice, identity: user.identity, recipient: user.identity, round: round,
          messageID: "<\(number).\(round)@example.com>", readiness: .notReady, intentAt: at(day: round),
          outcome: number == 1 ? .undeliverable : .sent)
      }
    }
  }

  /// A report in which nothing was found: wrong folder, log level too low.
  static func empty() -> ReportModel {
    ReportModel(
      generator: Generator(version: "0.1.0"), generatedAt: at(day: 14), window: Window(from: nil, to: nil),
      policy: PortPolicy(), sources: [SourceReport(path: "mail.log", format: "empty")], skipped: [], totals: Totals(),
      users: [], addresses: [], refusals: [], daily: [], portAdvice: [],
      warnings: [ReportWarning(code: .noAuthenticatedSession)])
  }

  /// A report in which everybody has moved.
  static func finished() -> ReportModel {
    let use = ["587": PortUse(sessions: 3, messages: 9, firstAt: at(day: 1), lastAt: at(day: 5))]
    let users = ["ana", "bruno"].map {
      UserReport(identity: "\($0)@example.com", kind: .authenticated, readiness: .ready, ports: use)
    }
    return ReportModel(
      generator: Generator(version: "0.1.0"), generatedAt: at(day: 14),
      window: Window(from: at(day: 0), to: at(day: 7)), policy: PortPolicy(), sources: [], skipped: [],
      totals: totals(users, []), users: users, addresses: [], refusals: [], daily: [], portAdvice: [], warnings: [])
  }

  /// A site with many users, for the limits of the outputs.
  static func large(users count: Int) -> ReportModel {
    var model = office()
    model.users = (0..<count).map { index in
      UserReport(
        identity: "user\(index)@example.com", kind: .authenticated, readiness: index % 3 == 0 ? .notReady : .ready,
        ports: [
          index % 3 == 0 ? "25" : "587": PortUse(
            sessions: index, messages: index, firstAt: at(day: 0), lastAt: at(day: index % 14))
        ],
        clients: [
          ClientReport(
            address: "198.51.100.\(index % 250)", helo: "PC-\(index)", guess: .windowsDesktop, confidence: .medium,
            ports: ["25": index])
        ],
        evidence: (0..<20).map {
          EvidenceReference(source: "/var/log/mail.log", line: $0 + 1, port: "25", portEvidence: .besideLabelled)
        })
    }
    model.totals = totals(model.users, model.addresses)
    return model
  }

  /// Totals that agree with the lists.
  static func totals(_ users: [UserReport], _ addresses: [AddressReport]) -> Totals {
    var totals = Totals(users: users.count, addresses: addresses.count)
    for user in users {
      totals.readiness[user.readiness.rawValue, default: 0] += 1
      totals.failedLogins += user.failedLogins
      totals.plaintextLogins += user.plaintextLogins
      totals.refusals += user.refusals.values.reduce(0, +)
      for (port, use) in user.ports {
        totals.byPort[port, default: PortCount()].sessions += use.sessions
        totals.byPort[port, default: PortCount()].messages += use.messages
        totals.authenticatedSessions += use.sessions
        totals.messages += use.messages
      }
    }
    totals.sessions = totals.authenticatedSessions * 3
    totals.byPortEvidence = [
      "logged": totals.authenticatedSessions - (totals.byPort["unknown"]?.sessions ?? 0),
      "none": totals.byPort["unknown"]?.sessions ?? 0,
    ]
    return totals
  }
}
