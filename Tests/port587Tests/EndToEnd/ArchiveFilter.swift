import Foundation
import TestSupport
import Testing

/// A way to pack a log, as rows of tests.
struct ArchiveFilter: Sendable, CustomTestStringConvertible {
  let filter: ArchiveWriter.Filter
  let format: ArchiveWriter.Format

  /// Every way that administrators' tools write.
  static let all: [ArchiveFilter] = [
    ArchiveFilter(filter: .none, format: .raw), ArchiveFilter(filter: .gzip, format: .raw),
    ArchiveFilter(filter: .bzip2, format: .raw), ArchiveFilter(filter: .xz, format: .raw),
    ArchiveFilter(filter: .zstd, format: .raw),
  ]

  var testDescription: String { "\(filter) \(format)" }

  /// The bytes of a file, packed.
  func packed(_ path: String, in folder: LogFolder) throws -> Data {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let place = folder.path("packed-\(filter)-\(format)")
    ArchiveWriter.write(place, filter: filter, format: format, members: [("s20260316-00.log", bytes)])
    return try Data(contentsOf: URL(fileURLWithPath: place))
  }
}
