import ArgumentParser

/// Exit statuses of `docs/contract.md`, after sysexits.
enum ExitStatus {
  static let affected = ExitCode(1)
  static let partly = ExitCode(3)
  static let usage = ExitCode(64)
  static let noKnownFormat = ExitCode(65)
  static let noInput = ExitCode(66)
  static let unavailable = ExitCode(69)
  static let cannotCreate = ExitCode(73)
  static let ioError = ExitCode(74)
  static let locked = ExitCode(75)
  static let configuration = ExitCode(78)
}
