import Dispatch
import Foundation
import Glibc
import Transport

/// Runs IceWarp's tool to read settings, one call for each; there is no way to make it change anything.
struct ToolRunner {
  /// The tool: `tool.sh`, `tool.exe`.
  let path: String
  /// How long one call may take.
  var seconds: Double = 20

  /// What the calls printed, one after the other.
  func read(_ variables: [String]) throws(PreflightFault) -> [UInt8] {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw .cannotRun(path: path, reason: "it does not exist, or may not be run")
    }
    var output: [UInt8] = []
    for name in variables {
      output += try call(["get", "system", name])
      output.append(10)
    }
    return output
  }

  private func call(_ arguments: [String]) throws(PreflightFault) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .cannotRun(path: path, reason: error.localizedDescription)
    }
    let isDone = DispatchSemaphore(value: 0)
    let answer = LockedValue(Data())
    DispatchQueue.global().async {
      let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
      process.waitUntilExit()
      answer.withLock { $0 = bytes }
      isDone.signal()
    }
    let call = "`\(arguments.joined(separator: " "))`"
    guard isDone.wait(timeout: .now() + seconds) == .success else {
      ToolRunner.end(process)
      throw .cannotRun(path: path, reason: "\(call) gave no answer within \(seconds) s")
    }
    guard process.terminationReason == .exit else {
      throw .cannotRun(path: path, reason: "\(call) was ended by signal \(process.terminationStatus)")
    }
    let bytes = answer.withLock { $0 }
    return Array(bytes.prefix(1 << 20))
  }

  /// Ends the tool with what it has started: `tool.sh` is a script around a program, which would hold the pipe open.
  private static func end(_ process: Process) {
    let identifier = process.processIdentifier
    if getpgid(identifier) == identifier { kill(-identifier, SIGKILL) }
    kill(identifier, SIGKILL)
  }
}
