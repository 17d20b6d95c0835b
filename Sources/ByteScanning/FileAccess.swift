internal import Glibc

/// Who may read and write a file, and whose it is.
public struct FileAccess: Sendable, Equatable {
  /// For what names people or shows how a server is set up.
  public static let ownerOnly = FileAccess(mode: 0o600)
  /// For what another user has to read: metrics, lists of the mail server.
  public static let readableByAll = FileAccess(mode: 0o644)

  /// Whether anybody may put a file of that name in the place of another's, if this is a folder.
  public var letsEverybodyReplace: Bool { mode & 0o002 != 0 && mode & 0o1000 == 0 }

  let mode: UInt32
  let owner: UInt32?
  let group: UInt32?

  private init(mode: UInt32) {
    self.mode = mode
    owner = nil
    group = nil
  }

  /// What a file has that is there; nil without one.
  public init?(of path: FilePath) {
    var status = stat()
    guard unsafe stat(path.systemBytes, &status) == 0 else { return nil }
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
  }

  /// Gives it to an open file; whose it is can be said by root alone.
  func apply(to descriptor: Int32) -> Bool {
    // Changing the owner may take bits of the mode away, so that comes first.
    if let owner, let group, geteuid() == 0, fchown(descriptor, owner, group) != 0 { return false }
    return fchmod(descriptor, mode) == 0
  }
}
