public import MailModel

/// Counts who is left on the ports to be closed, day by day.
public enum BurnDown {
  /// Days that one figure looks back over, its own among them: a week, so that weekends do not look like progress.
  public static let span = 7

  /// One entry per day from the first to the last, also for days without any use.
  ///
  /// Uses from before `first` count for the days that still look back on them; the order of `uses` does not matter.
  public static func days(_ uses: [DayUse], from first: CivilDate, through last: CivilDate) -> [BurnDownDay] {
    guard first <= last else { return [] }
    var identities: [Int: Set<String>] = [:]
    for use in uses where use.legacySessions > 0 {
      identities[use.day.daysSinceEpoch, default: []].insert(use.identity)
    }
    return (first.daysSinceEpoch...last.daysSinceEpoch).map { day in
      var week: Set<String> = []
      for earlier in (day - span + 1)...day { week.formUnion(identities[earlier] ?? []) }
      return BurnDownDay(
        day: CivilDate(daysSinceEpoch: day), users: week.count, usersThatDay: identities[day]?.count ?? 0)
    }
  }
}
