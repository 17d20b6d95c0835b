import Foundation
import Testing

/// What every command that writes files holds: who may read them, and that a reader sees the old file or the new one.
@Suite("Written files")
struct WrittenFilesTests {
  /// A command of bash that writes, the files it writes from `$OUT` on, and their modes.
  struct Command: Sendable, CustomTestStringConvertible {
    let words: String
    let files: [String]
    let mode: Int
    var testDescription: String { words }
  }

  private static let server = "--notify-domain example.com --server mail.example.com --cutover 2099-12-01 --unprobed"

  static let commands: [Command] = [
    Command(words: "audit \"$LOG\" --quiet --metrics \"$OUT\"", files: [""], mode: 0o644),
    Command(
      words: "audit \"$LOG\" --quiet --output \"$OUT\"", files: ["report.html", "report.json", "users.csv"],
      mode: 0o600),
    Command(words: "probe 127.0.0.1 --port 1:tls --timeout 5 --quiet --metrics \"$OUT\"", files: [""], mode: 0o644),
    Command(
      words: "probe 127.0.0.1 --port 1:tls --timeout 5 --quiet --output \"$OUT.html\"", files: [".html"], mode: 0o600),
    Command(words: "preflight --postconf \"$POSTCONF\" --quiet --output \"$OUT.html\"", files: [".html"], mode: 0o600),
    Command(
      words: "preflight --postconf \"$POSTCONF\" --quiet --output \"$OUT\"",
      files: ["preflight.html", "preflight.json"], mode: 0o600),
    Command(
      words: "notify --report \"$REPORT\" \(server) --language en --output \"$OUT\" > /dev/null",
      files: ["ana@example.com.eml", "index.html", "plan.json"], mode: 0o600),
  ]

  @Test("each file has its mode, whatever the umask is and whatever was there", arguments: commands, [0o000, 0o077])
  func modes(command: Command, umask: Int) async throws {
    try await WrittenFilesTests.use(command) { folder, environment, files in
      let run = try ProgramRun(
        shell: "umask \(String(umask, radix: 8)); \"$PORT587\" \(command.words)", environment: environment)
      #expect([0, 1, 3].contains(run.status), "\(run.status) \(run.notes)")
      for file in files {
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) != WrittenFilesTests.old, "\(file)")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == command.mode, "\(file)")
      }
    }
  }

  @Test("a disk that is full leaves the old files and nothing else, and the file is named", arguments: commands)
  func full(command: Command) async throws {
    try await WrittenFilesTests.use(command) { folder, environment, files in
      // A limit on the size of files stands for the disk's.
      let run = try ProgramRun(
        shell: "trap '' XFSZ; ulimit -f 1; export TMPDIR=/nowhere; exec \"$PORT587\" \(command.words)",
        environment: environment)
      #expect(run.status == 73, "\(run.status) \(run.notes)")
      #expect(run.notes.contains("cannot write \(environment["OUT"] ?? "-")"), "\(run.notes)")
      #expect(run.notes.contains("it is larger than a file may be"), "\(run.notes)")
      for file in files {
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == WrittenFilesTests.old, "\(file)")
      }
      let left = FileManager.default.enumerator(atPath: folder.url.path)?.compactMap { $0 as? String } ?? []
      #expect(left.filter { $0.hasSuffix(".part") } == [])
    }
  }

  @Test(
    "a folder that is not there is said", arguments: ["audit \"$LOG\"", "probe 127.0.0.1 --port 1:tls --timeout 5"])
  func noFolder(words: String) async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      let place = folder.path("absent/port587.prom")
      let run = try ProgramRun(
        shell: "\"$PORT587\" \(words) --quiet --metrics '\(place)'", environment: ["LOG": log])
      #expect(run.status == 73)
      #expect(run.notes.contains("cannot write \(place): its folder is not there"), "\(run.notes)")
    }
  }

  @Test("what is no file is not replaced: a pipe stands for /dev/stdout and /dev/null")
  func pipe() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      let run = try ProgramRun(
        shell: """
          mkfifo "$OUT"; ln -s "$OUT" "$OUT.link"
          for place in "$OUT" "$OUT.link"; do "$PORT587" audit "$LOG" --quiet --metrics "$place"; echo $?; done
          [ -p "$OUT" ] && [ -L "$OUT.link" ] && echo stayed
          """, environment: ["LOG": log, "OUT": folder.path("pipe")])
      #expect(run.text == "73\n73\nstayed\n", "\(run.text) \(run.notes)")
      #expect(run.notes.contains("something else of that name is in the way"), "\(run.notes)")
    }
  }

  private static let old = Data("old".utf8)

  /// Runs `body` with old files, open to everybody, where the command writes.
  private static func use(
    _ command: Command, _ body: (LogFolder, [String: String], [String]) throws -> Void
  ) async throws {
    try await LogFolder.use { folder in
      let out = folder.path("out")
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"), to: "log/" + LogFolder.monday)
      let report = try folder.write(ProgramRun(["audit", log, "--json"]).output, to: "given.json")
      let settings = SourceTree.root.appendingPathComponent("fixtures/preflight/postfix-plain/main.txt").path
      let files = try command.files.map { name in
        let isInFolder = !name.isEmpty && !name.hasPrefix(".")
        let file = try folder.write(old, to: isInFolder ? "out/" + name : "out" + name)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
        return file
      }
      try body(folder, ["LOG": log, "OUT": out, "REPORT": report, "POSTCONF": settings], files)
    }
  }
}
