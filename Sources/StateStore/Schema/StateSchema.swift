import GRDB

/// The steps to the schema of today.
enum StateSchema {
  /// In order; a new step is a new file and a line here.
  static let migrations: [any StateMigration.Type] = [
    Migration0001Counts.self, Migration0002Notices.self, Migration0003Joins.self,
    Migration0004Probes.self, Migration0005Blocks.self,
  ]

  /// Tables whose rows carry check sums; their number and sum are kept in `seal`.
  static let sealed: [any StoredRow.Type] = [
    StoredPart.self, StoredDay.self, StoredBlock.self, StoredSource.self, StoredStream.self, StoredJoin.self,
    SeenFile.self, StoredRun.self,
    StoredProbe.self, StoredSignature.self, StoredCalibration.self,
  ]

  /// `port` in ASCII and 587: tells a state from other SQLite files.
  static let applicationID = 0x706f_024b

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in migrations {
      migrator.registerMigration(step.name) { db in
        try step.migrate(db)
        // With the step itself, so that a process killed between the two leaves no table without a seal.
        if step.name == migrations.last?.name { try StateFile.seal(db) }
      }
    }
    return migrator
  }
}
