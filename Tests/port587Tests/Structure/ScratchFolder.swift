import Foundation

/// A folder of a test's own, removed at the end of `body`.
struct ScratchFolder {
  let url: URL

  /// Makes a folder, lets `body` use it and removes it.
  static func use(_ body: (ScratchFolder) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("port587-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(ScratchFolder(url: url))
  }

  /// Writes a file, with its folders.
  func write(_ text: String, to path: String, mode: Int = 0o644) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }
}
