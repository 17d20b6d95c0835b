import GRDB

/// A row with a check sum over all its other columns.
protocol StoredRow: SendableMetatype {
  static var table: String { get }
  /// Columns in the order of `values`; the first `keyCount` are the primary key.
  static var columns: [String] { get }
  static var keyCount: Int { get }
  var values: [DatabaseValue] { get }
  init(_ row: Row) throws
}

extension StoredRow {
  private static func check(_ values: [DatabaseValue]) -> Int64 {
    var check = RowCheck(table)
    for value in values {
      switch value.storage {
      case .null: check.add("null")
      case .int64(let number): check.add(number)
      case .double(let number): check.add(number.bitPattern)
      case .string(let text): check.add(text)
      case .blob(let data): check.add(Array(data))
      }
    }
    return check.value
  }

  /// Writes the row, in place of one with the same key.
  func save(_ db: Database) throws {
    let marks = Array(repeating: "?", count: Self.columns.count + 1).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO \(Self.table) (chk, \(Self.columns.joined(separator: ", "))) VALUES (\(marks))")
    let values = values
    try statement.execute(arguments: StatementArguments([Self.check(values).databaseValue] + values))
  }

  /// Reads rows and holds them against their check sums.
  static func read(
    _ db: Database, where condition: String = "1", _ arguments: [DatabaseValue] = [], order: String? = nil
  ) throws -> [Self] {
    let sql =
      "SELECT chk, \(columns.joined(separator: ", ")) FROM \(table) WHERE \(condition) "
      + "ORDER BY \(order ?? columns.prefix(keyCount).joined(separator: ", "))"
    var result: [Self] = []
    let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
    while let row = try rows.next() {
      try verify(row)
      result.append(try Self(row))
    }
    return result
  }

  /// Holds every row against its check sum.
  static func verifyAll(_ db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT chk, \(columns.joined(separator: ", ")) FROM \(table)")
    while let row = try rows.next() { try verify(row) }
  }

  private static func verify(_ row: Row) throws {
    let values = (1...columns.count).map { row[$0] as DatabaseValue }
    guard row[0] as DatabaseValue == check(values).databaseValue else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a row of \(table) does not match its check sum")
    }
  }
}
