import MailModel

/// The columns of `refusals.csv`.
enum RefusalReportColumns {
  /// All of them in order.
  static let all: [CSVColumn<RefusalReport>] = [
    CSVColumn("class", { $0.refusalClass.rawValue }),
    CSVColumn("code", number: { $0.code }),
    CSVColumn("enhanced_code", { $0.enhancedCode ?? "" }),
    CSVColumn("text", { $0.text }),
    CSVColumn("count", number: { $0.count }),
    CSVColumn("identities", number: { $0.identities }),
    CSVColumn("addresses", number: { $0.addresses }),
    CSVColumn("first_seen", { $0.firstAt.description }),
    CSVColumn("last_seen", { $0.lastAt.description }),
    CSVColumn("evidence", { $0.evidence.map { "\($0.source):\($0.line)" }.joined(separator: "; ") }),
  ]
}
