import MailModel

/// The columns for what a bypass file frees and for trusted addresses; only in reports in which somebody is marked.
enum MarkColumns {
  /// Whether a report has them.
  static func areNeeded(in model: ReportModel) -> Bool {
    model.users.contains { $0.bypass != nil || $0.trusted != nil }
      || model.addresses.contains { $0.bypass != nil || $0.trusted != nil }
  }

  /// For users.
  static let users: [CSVColumn<UserReport>] =
    columns { $0.bypass } + [CSVColumn("trusted", { $0.trusted?.rawValue ?? "" })]

  /// For addresses.
  static let addresses: [CSVColumn<AddressReport>] =
    columns { $0.bypass } + [CSVColumn("trusted", { $0.trusted.map { $0 ? "yes" : "no" } ?? "" })]

  private static func columns<Row>(_ mark: @escaping @Sendable (Row) -> BypassMark?) -> [CSVColumn<Row>] {
    [
      CSVColumn("bypass", { mark($0)?.extent.rawValue ?? "" }),
      CSVColumn("bypass_lines", { (mark($0)?.lines ?? []).map { "\($0.number)" }.joined(separator: "; ") }),
    ]
  }
}
