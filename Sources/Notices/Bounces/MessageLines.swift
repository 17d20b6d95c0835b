/// The lines of a message, as it comes from the wire or from a file.
enum MessageLines {
  /// Lines without their ends, CR LF or LF.
  static func split(_ message: some Collection<UInt8>) -> [ArraySlice<UInt8>] {
    Array(message).split(separator: 0x0a, omittingEmptySubsequences: false).map { line in
      line.last == 0x0d ? line.dropLast() : line
    }
  }
}
