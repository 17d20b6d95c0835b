import ByteScanning
import Foundation
import Glibc

/// What is known of the terminal.
enum Terminal {
  static func isTerminal(_ handle: FileHandle) -> Bool { isatty(handle.fileDescriptor) == 1 }

  /// Width for the summary, from 40 to 400: `COLUMNS` where it is set, else that of the terminal, else 80.
  ///
  /// - Parameter terminal: how wide standard output is; nothing where it is no terminal.
  static func columns(
    _ environment: [String: String],
    terminal: Int? = TerminalSize.columns(of: FileHandle.standardOutput.fileDescriptor)
  ) -> Int {
    let named = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    return min(max(named ?? terminal ?? 80, 40), 400)
  }

  /// Colour only on a terminal that can, and if nobody objects (`NO_COLOR`, `TERM=dumb`).
  static func wantsColour(_ handle: FileHandle, _ environment: [String: String], forbidden: Bool) -> Bool {
    !forbidden && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb" && isTerminal(handle)
  }

  /// The language of the locale, in the order in which the C library asks.
  static func localeTag(_ environment: [String: String]) -> String? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}
