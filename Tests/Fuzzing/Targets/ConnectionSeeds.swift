import FoundationEssentials
import LogFormats

/// The examples of every format, as a beginning for the fuzzer: `scripts/fuzz.sh --seeds FuzzConnections FOLDER`.
enum ConnectionSeeds {
  static func write(to folder: String) throws {
    for format in ConnectionFormats.all {
      let text = format.examples.map { $0.line + "\n" }.joined()
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(format.identifier).log"))
    }
  }
}
