import ByteScanning
import Foundation
import LogFormats
import MailModel

/// The logs of a calibration: how long they were before the connections, and what was added since.
struct CalibrationLogs {
  private struct FileKey: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  private let paths: [String]
  private let lengths: [FileKey: Int64]

  /// Notes how long the logs are now.
  init(_ paths: [String]) {
    self.paths = paths
    let found = InputDiscovery.discover(paths).files.filter { $0.kind == .file }
    lengths = Dictionary(
      found.map { (FileKey(device: $0.device, inode: $0.inode), $0.size) }, uniquingKeysWith: { first, _ in first })
  }

  /// Looks for the connections in what was added; each is found when exactly one session of the log can be it.
  func find(_ connections: [CalibratedConnection], _ planner: SourcePlanner) -> [CalibratedConnection] {
    var byName: [String: [CalibrationSighting]] = [:]
    var byNoops: [Int: [CalibrationSighting]] = [:]
    let names = Set(connections.map(\.helo))
    for file in InputDiscovery.discover(paths).files where file.kind == .file {
      let before = lengths[FileKey(device: file.device, inode: file.inode)] ?? 0
      // A file that is shorter than it was, was begun anew.
      let start = file.size >= before ? before : 0
      guard file.size > start else { continue }
      var planner = planner
      planner.add(file.path, file.status)
      for source in planner.sources {
        guard case .plain(let plain) = source.origin else { continue }
        let found = CalibrationLogs.scan(source.format, source, plain, start, names)
        byName.merge(found.0) { $0 + $1 }
        byNoops.merge(found.1) { $0 + $1 }
      }
    }
    return connections.map { connection in
      var connection = connection
      guard connection.isAnswered else { return connection }
      let named = byName[connection.helo] ?? []
      let counted = byNoops[connection.noops] ?? []
      let sightings = named.isEmpty ? counted : named
      connection.sighting = sightings.count == 1 ? sightings[0] : nil
      return connection
    }
  }

  private static func scan<Format: LogFormat>(
    _ format: Format.Type, _ source: PlannedSource, _ file: PlainFile, _ start: Int64, _ names: Set<String>
  ) -> ([String: [CalibrationSighting]], [Int: [CalibrationSighting]]) {
    var scanner = CalibrationScanner(
      format: Format(context: source.context), path: source.path, names: names)
    _ = file.scan(from: start, into: &scanner)
    return (scanner.byName, scanner.byNoops)
  }
}
