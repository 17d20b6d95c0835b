import Foundation
import Glibc

/// Standard output for the result, standard error for everything else.
enum Console {
  /// Lets a write to a reader that has gone away fail, where the system would end the program.
  static func outliveReaders() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes the result; a reader that has gone away is no error.
  static func out(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      guard isClosedPipe(error as NSError) else { throw error }
    }
  }

  private static func isClosedPipe(_ error: NSError) -> Bool {
    if error.domain == NSPOSIXErrorDomain, error.code == Int(EPIPE) { return true }
    return (error.userInfo[NSUnderlyingErrorKey] as? NSError).map { isClosedPipe($0) } ?? false
  }

  /// Says something beside the result, free of characters that a terminal would obey.
  static func note(_ text: String) {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n", .format: safe += "·"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    FileHandle.standardError.write(Data((safe + "\n").utf8))
  }
}
