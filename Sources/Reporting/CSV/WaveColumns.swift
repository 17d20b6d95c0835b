import MailModel

/// The columns of `waves.csv`: who can be switched first.
enum WaveColumns {
  /// All of them in order.
  static let all: [CSVColumn<TrendUser>] =
    [
      CSVColumn("wave", number: { $0.wave }),
      CSVColumn("identity", { $0.identity }),
      CSVColumn("recent", { $0.recent?.rawValue ?? "" }),
      CSVColumn("breaks", { $0.breaks?.rawValue ?? "" }),
      CSVColumn("legacy_messages", number: { $0.legacyMessages }),
      CSVColumn("submission_messages", number: { $0.submissionMessages }),
      CSVColumn("unknown_messages", number: { $0.unknownMessages }),
    ] + TrendDateColumns.all
}
