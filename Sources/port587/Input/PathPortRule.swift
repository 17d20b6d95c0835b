import ByteScanning

/// Which port the logs of some path are of.
struct PathPortRule: Sendable {
  let pattern: PathPattern
  let port: UInt16
  /// The pattern as the administrator wrote it (`--port-of-path`); nothing for a folder that a calibration found.
  let text: String?

  /// What `--port-of-path` says.
  init(_ said: PatternPort) {
    pattern = PathPattern(said.pattern)
    port = said.port
    text = said.pattern
  }

  /// The files of a folder, as a calibration knows it.
  init(folder: String, port: UInt16) {
    pattern = PathPattern(PathPattern.quoted(folder) + "/*")
    self.port = port
    text = nil
  }

  /// Whether a source is meant.
  ///
  /// What the administrator wrote stands for the path as given or for the end of the path from the root, so that it does
  /// not matter from where the logs are read: `*/submission/*` is `/opt/icewarp/logs/submission/s20260316-00.log`.
  ///
  /// - Parameter folder: the folder in which relative paths begin.
  func matches(_ path: FilePath, in folder: FilePath) -> Bool {
    if pattern.matches(path) { return true }
    guard text != nil, path != "-" else { return false }
    let isAbsolute = path.bytes.first == UInt8(ascii: "/")
    return pattern.matches(endOf: isAbsolute ? path : folder.appending(path))
  }
}
