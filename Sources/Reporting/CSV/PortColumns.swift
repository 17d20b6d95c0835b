import MailModel

/// Counts per port for the columns of a CSV file, whose names do not depend on the policy.
struct PortColumns: Sendable {
  /// The ports that have columns of their own; all others share `other`.
  static let named = ["25", "587", "465"]

  /// Names of all groups in the order of the columns.
  static let groups = ["25", "587", "465", "other", "unknown", "legacy"]

  /// The count of one group.
  static func count(_ ports: [String: PortCount], group: String, policy: PortPolicy) -> PortCount {
    var result = PortCount()
    for (key, count) in ports where belongs(key, to: group, policy: policy) {
      result.sessions += count.sessions
      result.messages += count.messages
    }
    return result
  }

  private static func belongs(_ key: String, to group: String, policy: PortPolicy) -> Bool {
    switch group {
    case "legacy": PortRole(key: key, policy: policy) == .legacy
    case "unknown": Int(key) == nil
    case "other": Int(key) != nil && !named.contains(key)
    default: key == group
    }
  }

  /// Columns `sessions_25`, `messages_25`, … for rows that have counts per port.
  static func columns<Row>(
    policy: PortPolicy, _ ports: @escaping @Sendable (Row) -> [String: PortCount]
  ) -> [CSVColumn<Row>] {
    groups.flatMap { group in
      [
        CSVColumn<Row>("sessions_\(group)", number: { count(ports($0), group: group, policy: policy).sessions }),
        CSVColumn<Row>("messages_\(group)", number: { count(ports($0), group: group, policy: policy).messages }),
      ]
    }
  }
}
