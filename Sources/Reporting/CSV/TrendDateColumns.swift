import MailModel

/// The days of an identity, as both tables of the trend have them.
enum TrendDateColumns {
  /// All of them in order.
  static let all: [CSVColumn<TrendUser>] = [
    CSVColumn("first_legacy", { $0.firstLegacy?.description ?? "" }),
    CSVColumn("last_legacy", { $0.lastLegacy?.description ?? "" }),
    CSVColumn("first_submission", { $0.firstSubmission?.description ?? "" }),
    CSVColumn("last_submission", { $0.lastSubmission?.description ?? "" }),
    CSVColumn("last_unknown", { $0.lastUnknown?.description ?? "" }),
    CSVColumn("last_refused", { $0.lastRefused?.description ?? "" }),
  ]
}
