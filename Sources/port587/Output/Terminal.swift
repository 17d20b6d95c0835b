import Foundation
import Glibc

/// What is known of the terminal.
enum Terminal {
  static func isTerminal(_ handle: FileHandle) -> Bool { isatty(handle.fileDescriptor) == 1 }

  /// Width for the summary: `COLUMNS` when it is a sensible number, else 80.
  static func columns(_ environment: [String: String]) -> Int {
    guard let columns = environment["COLUMNS"].flatMap({ Int($0) }), (40...400).contains(columns) else { return 80 }
    return columns
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
