import Foundation

/// A folder of logs that a test makes, removed at its end.
struct LogFolder {
  let url: URL

  /// Makes a folder, lets `body` use it and removes it.
  static func use<T>(_ body: (LogFolder) async throws -> T) async throws -> T {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("port587-logs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try await body(LogFolder(url: url))
  }

  /// The path of a file in it.
  func path(_ name: String) -> String { url.path + "/" + name }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: Data, to name: String) throws -> String {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file.path
  }

  /// Writes lines, each with its end.
  @discardableResult
  func write(_ lines: [String], end: String = "\n", to name: String = LogFolder.monday) throws -> String {
    try write(Data(lines.map { $0 + end }.joined().utf8), to: name)
  }

  /// The name of a log of IceWarp of 16 March 2026.
  static let monday = "s20260316-00.log"
}
