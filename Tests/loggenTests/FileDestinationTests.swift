import Foundation
import MailModel
import Testing

@testable import loggen

@Suite("Files")
struct FileDestinationTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("loggen-\(UUID().uuidString)")
  private let day = CivilDate(daysSinceEpoch: 15_110)

  private func write(_ text: String, to destination: FileDestination) throws {
    var destination = destination
    try destination.begin(day: day)
    try destination.write(Array(text.utf8))
    try destination.finish()
  }

  @Test("What stands under the name is written to, and never replaced by another file")
  func inPlace() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("target").path
    let link = folder.appendingPathComponent("link").path
    try write("a longer text than the next", to: FileDestination(.file(file)))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    let inode = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    try write("short", to: FileDestination(.file(link)))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int == inode)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "short")
  }

  @Test("A day has a file named by its date")
  func daily() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("x", to: FileDestination(.daily(folder: folder.path, prefix: "s", suffix: "-00.log")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["s20110516-00.log"])
  }

  @Test("A file that cannot be made is an error that names it")
  func noFolder() {
    let path = folder.appendingPathComponent("missing/log").path
    let error = #expect(throws: LogWriteError.self) { try write("x", to: FileDestination(.file(path))) }
    #expect(error?.path == path)
  }
}
