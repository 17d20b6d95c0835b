import MailModel

/// The columns of `movement.csv`: who moved between two windows.
enum MovementColumns {
  /// All of them in order.
  static let all: [CSVColumn<TrendUser>] =
    [
      CSVColumn("movement", { $0.movement?.rawValue ?? "" }),
      CSVColumn("identity", { $0.identity }),
      CSVColumn("before", { $0.before?.rawValue ?? "" }),
      CSVColumn("after", { $0.after?.rawValue ?? "" }),
    ] + TrendDateColumns.all

  /// Those that are in a group, group by group.
  static func rows(_ users: [TrendUser]) -> [TrendUser] {
    Movement.allCases.flatMap { movement in
      users.filter { $0.movement == movement }.sorted {
        $0.identity.unicodeScalars.lexicographicallyPrecedes($1.identity.unicodeScalars)
      }
    }
  }
}
