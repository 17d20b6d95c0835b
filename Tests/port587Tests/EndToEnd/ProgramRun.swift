import Foundation

/// One run of the built program, with everything that came out of it.
struct ProgramRun {
  /// The exit status, or 128 and the signal's number when a signal ended it.
  let status: Int32
  /// Standard output.
  let output: Data
  /// Standard error.
  let errors: Data

  /// Standard output as text; bytes that are not UTF-8 become U+FFFD.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  var notes: String { String(decoding: errors, as: UTF8.self) }

  /// The program, built beside the test bundle: `.build/debug/port587`, or below another build folder.
  static let program: URL = {
    let runner = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
    let beside = runner.deletingLastPathComponent().appendingPathComponent("port587")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return SourceTree.root.appendingPathComponent(".build/debug/port587")
  }()

  /// Whether `make sanitize` watches: then memory is several times what the program takes, and no bound says anything.
  static let isWatched = ProcessInfo.processInfo.environment["PORT587_SANITIZED"] != nil

  /// Runs `port587` with these arguments.
  init(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], folder: URL? = nil
  ) throws {
    self = try ProgramRun.run(
      ProgramRun.program, arguments, input: input, environment: environment, folder: folder)
  }

  /// Runs a command of bash, in which `"$PORT587"` is the program and `pipefail` is set.
  ///
  /// - Parameter megabytes: the memory for data that is allowed, not held under a sanitizer. Not the address space: of that the
  ///   allocator sets 64 MB aside for each thread that it sees beside others, more of them on a busy machine.
  init(
    shell command: String, megabytes: Int? = nil, environment: [String: String] = [:], folder: URL? = nil
  ) throws {
    let limit = megabytes.map { ProgramRun.isWatched ? "" : "ulimit -d \($0 * 1024); " } ?? ""
    self = try ProgramRun.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", "set -o pipefail; " + limit + command], input: Data(),
      environment: environment, folder: folder)
  }

  private init(status: Int32, output: Data, errors: Data) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  /// Input and output go through files: nothing can fill a pipe and wait for a reader.
  private static func run(
    _ program: URL, _ arguments: [String], input: Data, environment: [String: String], folder: URL?
  ) throws -> ProgramRun {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("port587-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let files = ["in", "out", "err"].map { place.appendingPathComponent($0) }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    var variables = ["PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C", "PORT587": ProgramRun.program.path]
    for (name, value) in ProcessInfo.processInfo.environment where name.hasSuffix("SAN_OPTIONS") {
      variables[name] = value
    }
    process.environment = variables.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return ProgramRun(
      status: process.terminationReason == .exit ? status : 128 + status,
      output: try Data(contentsOf: files[1]), errors: try Data(contentsOf: files[2]))
  }
}
