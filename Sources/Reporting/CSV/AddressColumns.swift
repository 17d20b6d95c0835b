import MailModel

/// The columns of `addresses.csv`.
enum AddressColumns {
  /// All of them in order.
  static func all(policy: PortPolicy, withMarks: Bool = false) -> [CSVColumn<AddressReport>] {
    [
      CSVColumn("address", { $0.address }),
      CSVColumn("kind", { $0.kind.rawValue }),
      CSVColumn("helo", { $0.helo ?? "" }),
      CSVColumn("sessions", number: { $0.sessions }),
    ]
      + PortColumns.columns(policy: policy) { $0.ports }
      + [
        CSVColumn("first_seen", { $0.firstAt?.description ?? "" }),
        CSVColumn("last_seen", { $0.lastAt?.description ?? "" }),
      ]
      + RefusalColumns.columns { $0.refusals }
      + [
        CSVColumn("failed_logins", number: { $0.failedLogins }),
        CSVColumn("unauthenticated_relays", number: { $0.unauthenticatedRelays }),
        CSVColumn("users", number: { $0.users.count }),
        CSVColumn("identities", { $0.users.joined(separator: "; ") }),
      ] + (withMarks ? MarkColumns.addresses : [])
  }
}
