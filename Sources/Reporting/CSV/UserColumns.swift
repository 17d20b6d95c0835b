import MailModel

/// The columns of `users.csv`.
enum UserColumns {
  /// All of them in order.
  static func all(policy: PortPolicy, withMarks: Bool = false) -> [CSVColumn<UserReport>] {
    [
      CSVColumn("identity", { $0.identity }),
      CSVColumn("kind", { $0.kind.rawValue }),
      CSVColumn("readiness", { $0.readiness.rawValue }),
    ]
      + PortColumns.columns(policy: policy) { user in
        user.ports.mapValues { PortCount(sessions: $0.sessions, messages: $0.messages) }
      }
      + [
        CSVColumn("first_seen", { stamp($0.ports.values.map(\.firstAt).min()) }),
        CSVColumn("last_seen", { stamp($0.lastSeenAt) }),
        CSVColumn("last_seen_legacy", { stamp(lastLegacy($0, policy)) }),
        CSVColumn("last_refused", { stamp($0.lastRefusedAt) }),
      ]
      + RefusalColumns.columns { $0.refusals }
      + [
        CSVColumn("failed_logins", number: { $0.failedLogins }),
        CSVColumn("plaintext_logins", number: { $0.plaintextLogins }),
        CSVColumn("addresses", number: { Set($0.clients.map(\.address)).count }),
        CSVColumn("clients", { $0.clients.map(client).joined(separator: "; ") }),
      ] + (withMarks ? MarkColumns.users : [])
  }

  private static func lastLegacy(_ user: UserReport, _ policy: PortPolicy) -> Timestamp? {
    user.ports.filter { PortRole(key: $0.key, policy: policy) == .legacy }.values.map(\.lastAt).max()
  }

  private static func stamp(_ time: Timestamp?) -> String { time?.description ?? "" }

  /// `198.51.100.7 PC-ANA windows-desktop`.
  private static func client(_ client: ClientReport) -> String {
    [client.address, client.helo ?? "", client.guess.rawValue].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
