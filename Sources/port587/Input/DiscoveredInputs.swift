import ByteScanning
import MailModel

/// What the arguments led to.
///
/// Whatever was reached is in exactly one of the lists, except for files of this program's own.
struct DiscoveredInputs: Sendable, Equatable {
  /// A second way to a file that is read already.
  struct Duplicate: Sendable, Equatable {
    /// The second path.
    var path: FilePath
    /// The path it is read by.
    var first: FilePath
    var kind = Kind.sameFile
  }

  /// What a second path leads to.
  enum Kind: Sendable, Equatable {
    /// The file itself.
    case sameFile
    /// Another file with the same log.
    case copy
    /// Another file, all of whose lines stand in the first one and those beside it.
    case sameLines
    /// Another file that holds some of the first one's lines; the others are read.
    case someLines
  }

  /// What is to be read, in the order of the arguments, folders sorted by bytes.
  var files: [DiscoveredFile] = []
  /// Links and names that lead to a file of `files` once more.
  var duplicates: [Duplicate] = []
  /// What is no log by its nature: hidden files, sockets, devices, circular links.
  var skipped: [SkippedSource] = []
  /// What could not be looked at, such as a folder without read permission: the run is not complete.
  var unreadable: [SkippedSource] = []
  /// Arguments that lead to nothing; when nothing else is left, the exit status is 66.
  var missing: [String] = []

  /// The paths of `duplicates` that were not read.
  var unread: [String] { duplicates.filter { $0.kind != .someLines }.map(\.path.description) }
}
