import Foundation

extension ProgramRun {
  /// Starts the program and kills it after a while; false when it had ended by then.
  static func kill(_ arguments: [String], after microseconds: Int) throws -> Bool {
    let process = Process()
    process.executableURL = ProgramRun.program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.waitUntilExit() }
    usleep(UInt32(clamping: microseconds))
    guard process.isRunning else { return false }
    Foundation.kill(process.processIdentifier, SIGKILL)
    return true
  }
}
