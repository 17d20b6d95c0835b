import GRDB

/// A row with a check sum over all its other columns.
protocol StoredRow: SendableMetatype {
  static var table: String { get }
  /// Columns in the order of `values`; the first `keyCount` are the primary key.
  static var columns: [String] { get }
  static var keyCount: Int { get }
  /// What the seal of the table sums up, in SQL.
  static var sealed: String { get }
  var values: [DatabaseValue] { get }
  init(_ row: Row) throws
}

extension StoredRow {
  static var sealed: String { "chk & 2147483647" }

  private static func check(_ values: [DatabaseValue]) -> Int64 {
    var check = RowCheck(table)
    for value in values { check.add(value) }
    return check.value
  }

  /// Writes the row, in place of one with the same key, and gives its check sum.
  @discardableResult
  func save(_ db: Database) throws -> Int64 {
    let marks = Array(repeating: "?", count: Self.columns.count + 1).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO \(Self.table) (chk, \(Self.columns.joined(separator: ", "))) VALUES (\(marks))")
    let values = values
    let check = Self.check(values)
    try statement.execute(arguments: StatementArguments([check.databaseValue] + values))
    return check
  }

  /// Reads rows and holds them against their check sums.
  ///
  /// The rows are looked for in the table itself: an index that lost one would not be noticed.
  static func read(
    _ db: Database, where condition: String = "1", _ arguments: [DatabaseValue] = [], order: String? = nil
  ) throws -> [Self] {
    try read(
      db, from: "\(table) NOT INDEXED WHERE \(condition)", arguments,
      order: order ?? columns.prefix(keyCount).joined(separator: ", "))
  }

  /// Reads the row with a key, which whoever asks knows to be there or to be none.
  static func find(_ db: Database, _ key: [DatabaseValue]) throws -> Self? {
    let condition = columns.prefix(keyCount).map { "\($0) = ?" }.joined(separator: " AND ")
    return try read(db, from: "\(table) WHERE \(condition)", key, order: "1").first
  }

  private static func read(
    _ db: Database, from source: String, _ arguments: [DatabaseValue], order: String
  ) throws -> [Self] {
    let statement = try db.cachedStatement(
      sql: "SELECT chk, \(columns.joined(separator: ", ")) FROM \(source) ORDER BY \(order)")
    var result: [Self] = []
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    while let row = try rows.next() {
      try verify(row)
      result.append(try Self(row))
    }
    return result
  }

  /// Holds every row against its check sum.
  static func verifyAll(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT chk, \(columns.joined(separator: ", ")) FROM \(table) NOT INDEXED")
    while let row = try rows.next() { try verify(row) }
  }

  private static func verify(_ row: Row) throws {
    var check = RowCheck(table)
    for place in 1...columns.count { check.add(row[place] as DatabaseValue) }
    guard row[0] as DatabaseValue == check.value.databaseValue else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a row of \(table) does not match its check sum")
    }
  }
}
