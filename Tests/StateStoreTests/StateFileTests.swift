import Foundation
import GRDB
import Testing

@testable import StateStore

@Suite("State file")
struct StateFileTests {
  @Test("what was committed is there again")
  func roundTrip() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("state.sqlite").path
    let day = StoredDay(part: 1, day: 20_000, facts: Data([1, 2, 3]))
    do {
      let state = try StateFile(path: path, mayCreate: true)
      var part = try state.part(server: "mail.example.com", origin: "00ff")
      var change = StateChange()
      change.days = [day]
      var source = StoredSource(id: 1, part: part.id, path: "a.log", format: "icewarp", stream: "s")
      source.inode = UInt64.max
      source.offset = 17
      change.sources = [source]
      let heads = try state.commit(change, part: &part)
      #expect(part.generation == 1)
      #expect(heads.map(\.day) == [20_000])
      #expect(try state.dayHeads(of: part.id) == heads)
    }
    let again = try StateFile(path: path, mayCreate: false)
    let part = try again.part(server: "mail.example.com", origin: "other")
    #expect(part.origin == "00ff")
    #expect(try again.dayNumbers(of: part.id) == [20_000])
    #expect(try again.dayNumbers(of: part.id, in: 0...19_999).isEmpty)
    #expect(try again.day(20_000, of: part.id) == day)
    #expect(try again.sources(of: part.id).map(\.inode) == [UInt64.max])
  }

  @Test("who does not know the last commit writes nothing, lock or no lock")
  func writtenMeanwhile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("state.sqlite").path
    let (one, two) = (try StateFile(path: path, mayCreate: true), try StateFile(path: path, mayCreate: true))
    var first = try one.part(server: "mail", origin: "00ff")
    var second = try two.part(server: "mail", origin: "00ff")
    var change = StateChange()
    change.days = [StoredDay(part: first.id, day: 20_000, facts: Data([1]))]
    try one.commit(change, part: &first)
    change.days = [StoredDay(part: first.id, day: 20_000, facts: Data([2]))]
    #expect(throws: StateError.writtenMeanwhile(path: path)) { try two.commit(change, part: &second) }
    #expect(try one.day(20_000, of: first.id)?.facts == Data([1]))
    try one.commit(change, part: &first)
    #expect(first.generation == 2 && second.generation == 0)
  }

  @Test(
    "a state whose making was cut off after any step is made to its end", arguments: 0...StateSchema.migrations.count)
  func halfMade(steps: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("state.sqlite").path
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "PRAGMA application_id = \(StateSchema.applicationID)") }
      if steps > 0 { try StateSchema.migrator.migrate(queue, upTo: StateSchema.migrations[steps - 1].name) }
    }
    let state = try StateFile(path: path, mayCreate: false)
    #expect(try state.parts().isEmpty)
    _ = try state.part(server: "mail.example.com", origin: "00ff")
    #expect(try StateFile(path: path, mayCreate: false).parts().count == 1)
  }

  /// A state as the version before the last step of the schema wrote it.
  private static func earlier(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA application_id = \(StateSchema.applicationID)") }
    try StateSchema.migrator.migrate(queue, upTo: Migration0004Probes.name)
    try queue.write { db in
      try StoredPart(id: 1, origin: "00ff", server: "mail", isOwn: true, generation: 3).save(db)
      try StoredDay(part: 1, day: 20_000, facts: Data([1, 2, 3])).save(db)
      for table in ["part", "day", "source", "stream", "joining", "seen", "run", "probe", "signature", "calibration"] {
        try db.execute(
          sql: "INSERT INTO seal SELECT '\(table)', COUNT(*), COALESCE(SUM(chk & 2147483647), 0) FROM \(table)")
      }
    }
  }

  @Test("a state of an earlier version is migrated, with a copy of it beside it; of a later version it is refused")
  func versions() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for forReading in [false, true] {
      let path = folder.appendingPathComponent("state-\(forReading).sqlite").path
      try Self.earlier(path)
      let state = try StateFile(path: path, mayCreate: false, forReading: forReading)
      #expect(try state.day(20_000, of: 1)?.facts == Data([1, 2, 3]) && state.parts().map(\.generation) == [3])
      let backup = try DatabaseQueue(path: path + ".before-5")
      #expect(try backup.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM day") } == 1)
      #expect(try backup.read { try !$0.tableExists("block") })
      #expect(try StateFile(path: path, mayCreate: false).dayNumbers(of: 1) == [20_000])
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 of tomorrow')")
      }
      #expect(throws: StateError.newer(path: path)) {
        try StateFile(path: path, mayCreate: false, forReading: forReading)
      }
    }
  }

  @Test("damage in a state of an earlier version is refused, and not sealed by the migration")
  func damagedEarlier() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, change) in ["DELETE FROM day", "UPDATE day SET day = 20001", "UPDATE part SET generation = 4"]
      .enumerated()
    {
      let path = folder.appendingPathComponent("state-\(number).sqlite").path
      try Self.earlier(path)
      try DatabaseQueue(path: path).write { try $0.execute(sql: change) }
      #expect(throws: StateError.self, "\(change)") { try StateFile(path: path, mayCreate: false) }
    }
  }

  @Test("who only reads sees one moment, and refuses a day that lies elsewhere than it did")
  func reading() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("state.sqlite").path
    let state = try StateFile(path: path, mayCreate: true)
    var part = try state.part(server: "mail", origin: "00ff")
    var change = StateChange()
    change.days = [StoredDay(part: part.id, day: 20_000, facts: Data([1]))]
    try state.commit(change, part: &part)
    let reader = try StateFile(path: path, mayCreate: false, forReading: true)
    change.days = [StoredDay(part: part.id, day: 20_001, facts: Data([2]))]
    try state.commit(change, part: &part)
    #expect(try reader.dayNumbers(of: part.id) == [20_000] && reader.parts().map(\.generation) == [1])
    #expect(try state.dayNumbers(of: part.id) == [20_000, 20_001])
    for change in ["day = day + 4294967296", "part = 9", "day = 'x'"] {
      let copy = folder.appendingPathComponent("copy-\(change.count).sqlite").path
      try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
      try DatabaseQueue(path: copy).write { try $0.execute(sql: "UPDATE day SET \(change) WHERE day = 20000") }
      #expect(throws: StateError.self, "\(change)") { try StateFile(path: copy, mayCreate: false, forReading: true) }
    }
  }
}
