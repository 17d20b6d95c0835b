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
      try state.commit(change, part: &part)
      #expect(part.generation == 1)
    }
    let again = try StateFile(path: path, mayCreate: false)
    let part = try again.part(server: "mail.example.com", origin: "other")
    #expect(part.origin == "00ff")
    #expect(try again.dayNumbers(of: part.id) == [20_000])
    #expect(try again.dayNumbers(of: part.id, in: 0...19_999).isEmpty)
    #expect(try again.day(20_000, of: part.id) == day)
    #expect(try again.sources(of: part.id).map(\.inode) == [UInt64.max])
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
}
