import GRDB

/// One step from a schema to the next; a step that was released never changes.
protocol StateMigration: SendableMetatype {
  /// Its name in the file, which gives the order.
  static var name: String { get }
  static func migrate(_ db: Database) throws
}
