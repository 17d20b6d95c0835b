import Foundation

/// One run of a script of the project, with what it wrote.
struct ScriptRun {
  let status: Int32
  /// Standard output and standard error, as they came.
  let output: String

  var lines: [Substring] { output.split(separator: "\n") }

  /// Runs a script of the project with bash and waits for it.
  init(_ script: String, arguments: [String] = [], environment: [String: String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [SourceTree.root.appendingPathComponent(script).path] + arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(bytes: bytes, encoding: .utf8) ?? ""
  }
}
