import MailModel

extension PseudonymBook {
  /// The trend with pseudonyms; within a wave the order of the names would tell something of them.
  mutating func trend(_ report: TrendReport) -> TrendReport {
    var trend = report
    trend.users = report.users.map { user in
      var user = user
      user.identity = identity(user.identity)
      return user
    }
    trend.users.sort { a, b in
      if a.wave != b.wave { return a.wave < b.wave }
      return a.legacyMessages != b.legacyMessages ? a.legacyMessages < b.legacyMessages : a.identity < b.identity
    }
    return trend
  }
}
