import GRDB

/// Why the state could not be used: what happened, to which file, and what to do.
public enum StateError: Error, Sendable, Equatable {
  /// The file holds something else than was written into it.
  case damaged(path: String, detail: String)
  /// A later version of this program wrote it.
  case newer(path: String)
  /// There is no such file where one is needed.
  case missing(path: String)
  /// Another process wrote it between two commits of this one.
  case writtenMeanwhile(path: String)
  /// The file or its disk failed.
  case failed(path: String, reason: String)

  init(_ error: any Error, path: String) {
    if let known = error as? StateError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_SCHEMA, .SQLITE_ERROR, .SQLITE_MISMATCH,
      .SQLITE_CONSTRAINT:
      self = .damaged(path: path, detail: detail)
    default: self = .failed(path: path, reason: detail)
    }
  }
}

extension StateError: CustomStringConvertible {
  /// For the administrator.
  public var description: String {
    switch self {
    case .damaged(let path, let detail):
      "the state \(path) is damaged (\(detail)). Nothing was read or changed. Put a backup in its place, or move it away "
        + "to begin anew: the logs that are still there are then counted from their begin"
    case .newer(let path):
      "the state \(path) was written by a later version of port587. Use that version, or another file"
    case .missing(let path): "there is no state \(path)"
    case .writtenMeanwhile(let path):
      "another process has written the state \(path) in the middle of this run. What this run read since its last commit "
        + "was not counted; run it again when the other one has ended"
    case .failed(let path, let reason): "the state \(path) cannot be used: \(reason)"
    }
  }
}
