import Foundation

/// What the person at the terminal is told; standard output is for the log.
enum Notice {
  /// Writes a line to standard error.
  static func write(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
