import ByteScanning
import Foundation
import Glibc

/// Standard output for the result, standard error for everything else.
enum Console {
  /// Lets a write to a reader that has gone away fail, where the system would end the program.
  static func outliveReaders() {
    signal(SIGPIPE, SIG_IGN)
    StandardStreams.fillGaps()
  }

  /// Prints a line of the result, whose cells may stand apart by tabs; characters that a terminal would obey are replaced.
  static func print(_ line: String) throws { try out(Array((harmless(line) + "\n").utf8)) }

  /// Writes the result; a reader that has gone away is no error.
  static func out(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      guard isClosedPipe(error as NSError) else { throw PrintFault(description: PlainReason.writing(error)) }
    }
  }

  private static func isClosedPipe(_ error: NSError) -> Bool {
    if error.domain == NSPOSIXErrorDomain, error.code == Int(EPIPE) { return true }
    return (error.userInfo[NSUnderlyingErrorKey] as? NSError).map { isClosedPipe($0) } ?? false
  }

  /// Says something beside the result, in one line, free of characters that a terminal would obey.
  static func note(_ text: String) { note([text]) }

  /// Says several lines; a line break inside one of them, from the name of a file, begins no new one.
  static func note(_ lines: [String]) {
    show(lines.map { harmless($0, keepsTabs: false) + "\n" }.joined())
  }

  /// Writes to standard error; where that is closed or its disk is full, the result is still worth having.
  static func show(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  private static func harmless(_ line: String, keepsTabs: Bool = true) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in line.unicodeScalars { safe.append(isObeyed(scalar) && !(keepsTabs && scalar == "\t") ? "·" : scalar) }
    return String(safe)
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
