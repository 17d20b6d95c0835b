import ByteScanning
import Foundation
import MailModel
import Testing

@testable import port587

@Suite("Finding sources")
struct InputDiscoveryTests {
  /// A folder with a tree in it, removed at the end.
  private func withTree(
    _ files: [String], _ body: (String) throws -> Void
  ) throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("port587-input-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: base) }
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    for file in files {
      let place = base.appendingPathComponent(file)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("\(file)\n".utf8).write(to: place)
    }
    try body(base.path)
  }

  /// Paths without the folder of the test.
  private func names(_ found: DiscoveredInputs, in base: String) -> [String] {
    found.files.map { String($0.path.description.dropFirst(base.count + 1)) }
  }

  private func link(_ from: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: from, withDestinationPath: target)
  }

  @Test("a file of the program's own is passed over where it is found, and read where it is named")
  func own() throws {
    try withTree(["a.log", "report/users.csv", "report/other.log"]) { base in
      let own = [base + "/report/../report/users.csv", base + "/report/report.html"]
      let found = InputDiscovery.discover([base], own: own)
      #expect(names(found, in: base) == ["a.log", "report/other.log"] && found.skipped.isEmpty)
      let globbed = InputDiscovery.discover([base + "/report/*"], own: own)
      #expect(names(globbed, in: base) == ["report/other.log"])
      let named = InputDiscovery.discover([base + "/report/users.csv"], own: own)
      #expect(names(named, in: base) == ["report/users.csv"])
    }
  }

  @Test("of a FIFO it is said how it is read, found or named")
  func fifo() throws {
    try withTree(["a.log"]) { base in
      for (place, words) in [(base, "read it"), (base + "/p", "read a pipe")] {
        let run = try ProgramRun(
          shell: "mkfifo \(base)/p 2>/dev/null; \"$PORT587\" audit \(place) --log-format icewarp")
        #expect(run.notes.contains("\(words) through standard input: port587 audit - < \(base)/p\n"), "\(run.notes)")
      }
    }
  }

  @Test("a folder is read to any depth, sorted, hidden names left out and said")
  func folder() throws {
    try withTree(["b.log", "a/z.log", "a/b/c.log", ".hidden", ".git/x", "a.log"]) { base in
      let found = InputDiscovery.discover([base])
      #expect(names(found, in: base) == ["a/b/c.log", "a/z.log", "a.log", "b.log"])
      #expect(found.skipped.map(\.path) == ["\(base)/.git", "\(base)/.hidden"])
      #expect(found.missing == [])
      #expect(found.unreadable == [])
      #expect(found.files.map(\.size) == [10, 8, 6, 6])
      #expect(found.files.allSatisfy { $0.kind == .file && $0.modified > 1_700_000_000 })
    }
  }

  @Test("a hidden file that is named is read")
  func namedHidden() throws {
    try withTree([".hidden"]) { base in
      #expect(names(InputDiscovery.discover(["\(base)/.hidden"]), in: base) == [".hidden"])
    }
  }

  @Test("the same file by another name, by link and by hard link is read once")
  func duplicates() throws {
    try withTree(["a.log"]) { base in
      try link("\(base)/b.log", to: "a.log")
      try FileManager.default.linkItem(atPath: "\(base)/a.log", toPath: "\(base)/c.log")
      let found = InputDiscovery.discover([base, "\(base)/a.log"])
      #expect(names(found, in: base) == ["a.log"])
      let first = FilePath("\(base)/a.log")
      #expect(
        found.duplicates == [
          .init(path: FilePath("\(base)/b.log"), first: first), .init(path: FilePath("\(base)/c.log"), first: first),
          .init(path: first, first: first),
        ])
    }
  }

  @Test("links to folders are followed, circles end")
  func links() throws {
    try withTree(["logs/a.log", "elsewhere/b.log"]) { base in
      try link("\(base)/logs/up", to: "..")
      try link("\(base)/logs/side", to: "../elsewhere")
      try link("\(base)/logs/self", to: "self")
      try link("\(base)/logs/nowhere", to: "gone")
      let found = InputDiscovery.discover(["\(base)/logs"])
      #expect(names(found, in: base) == ["logs/a.log", "logs/side/b.log"])
      #expect(
        found.skipped.map(\.path) == ["\(base)/logs/nowhere", "\(base)/logs/up/elsewhere", "\(base)/logs/up/logs"])
      #expect(found.unreadable.map(\.path) == ["\(base)/logs/self"])
    }
  }

  @Test("patterns")
  func patterns() throws {
    try withTree(["25/s1.log", "587/s2.log", "587/old/s3.log", "587/.s4.log", "x[1].log"]) { base in
      func found(_ pattern: String) -> [String] { names(InputDiscovery.discover(["\(base)/\(pattern)"]), in: base) }
      #expect(found("*/s?.log") == ["25/s1.log", "587/s2.log"])
      #expect(found("**/s*.log") == ["25/s1.log", "587/s2.log", "587/old/s3.log"])
      #expect(found("58*") == ["587/old/s3.log", "587/s2.log"])
      #expect(found("587/**") == ["587/old/s3.log", "587/s2.log"])
      // A file of that very name wins over the pattern.
      #expect(found("x[1].log") == ["x[1].log"])
      let none = InputDiscovery.discover(["\(base)/*.gz", "\(base)/gone.log"])
      #expect(none.missing == ["\(base)/*.gz", "\(base)/gone.log"])
      #expect(none.files == [])
    }
  }

  @Test("a circle of links does not keep ** busy")
  func patternCircle() throws {
    try withTree(["a/b/x.log"]) { base in
      try link("\(base)/a/b/up", to: "../..")
      let found = InputDiscovery.discover(["\(base)/**/*.log"])
      #expect(names(found, in: base) == ["a/b/x.log"])
    }
  }

  @Test("odd names")
  func oddNames() throws {
    try withTree(["line\nbreak.log", "tab\t.log", "=cmd.log", "-"]) { base in
      let found = InputDiscovery.discover([base])
      #expect(names(found, in: base) == ["-", "=cmd.log", "line\nbreak.log", "tab\t.log"])
      let sizes = try found.files.map { try PlainFile(path: $0.path).size }
      #expect(sizes == found.files.map(\.size))
    }
  }

  @Test("devices are no logs, unless somebody names a stream")
  func devices() {
    let found = InputDiscovery.discover(["/dev/null", "-", "-"])
    #expect(found.files.first?.kind == .stream)
    // Standard input of the test may be /dev/null itself: then it is the same source.
    #expect(found.files.count + found.duplicates.count == 3)
    #expect(found.duplicates.count >= 1)
  }
}
