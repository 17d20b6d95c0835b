import Dispatch
import Foundation

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
    let patience = DispatchWorkItem { if process.isRunning { process.terminate() } }
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: patience)
    let bytes = Array((try? pipe.fileHandleForReading.readToEnd()) ?? Data())
    process.waitUntilExit()
    patience.cancel()
    guard process.terminationReason == .exit else {
      throw .cannotRun(
        path: path, reason: "`\(arguments.joined(separator: " "))` gave no answer within \(Int(seconds)) s")
    }
    return Array(bytes.prefix(1 << 20))
  }
}
