import ByteScanning
import MailModel

/// Finds the paths that a pattern stands for, sorted by bytes in every folder.
struct PatternExpansion {
  private let pattern: PathPattern
  /// What was found.
  private(set) var paths: [FilePath] = []
  /// Folders that could not be listed.
  private(set) var faults: [SkippedSource] = []
  /// Folders that `**` is inside of at the moment: a link back to one of them is not followed.
  private var above: [FileStatus] = []
  private var seen: Set<FilePath> = []

  /// Takes the pattern; `run` does the work.
  init(_ pattern: PathPattern) {
    self.pattern = pattern
  }

  /// Looks at the folders that the pattern can reach.
  mutating func run() {
    descend(pattern.isAbsolute ? "/" : "", from: 0)
  }

  private mutating func descend(_ folder: FilePath, from index: Int) {
    guard index < pattern.parts.count else {
      if !folder.bytes.isEmpty, seen.insert(folder).inserted { paths.append(folder) }
      return
    }
    let part = pattern.parts[index]
    switch part {
    case .name(let name):
      let next = folder.appending(FilePath(bytes: name))
      if (try? FileStatus(of: next)) != nil { descend(next, from: index + 1) }
    case .pattern:
      let isLast = index + 1 == pattern.parts.count
      for name in names(of: folder) where PathPattern.matches(part, name.bytes) {
        let next = folder.appending(name)
        if isLast || isFolder(next) { descend(next, from: index + 1) }
      }
    case .anyDepth:
      descendAnyDepth(folder, from: index)
    }
  }

  private mutating func descendAnyDepth(_ folder: FilePath, from index: Int) {
    let place: FilePath = folder.bytes.isEmpty ? "." : folder
    guard above.count < 64, let status = try? FileStatus(of: place), status.kind == .folder,
      !above.contains(where: { $0.device == status.device && $0.inode == status.inode })
    else { return }
    if index + 1 == pattern.parts.count {
      // At the end it is the folder with all that is in it, and folders are read to any depth anyway.
      descend(place, from: index + 1)
      return
    }
    above.append(status)
    defer { above.removeLast() }
    descend(folder, from: index + 1)
    for name in names(of: folder) where name.bytes.first != UInt8(ascii: ".") {
      let next = folder.appending(name)
      if isFolder(next) { descendAnyDepth(next, from: index) }
    }
  }

  private func isFolder(_ path: FilePath) -> Bool {
    (try? FileStatus(of: path))?.kind == .folder
  }

  private mutating func names(of folder: FilePath) -> [FilePath] {
    let place: FilePath = folder.bytes.isEmpty ? "." : folder
    do throws(FileError) {
      return try DirectoryListing(of: place).names
    } catch {
      let fault = SkippedSource(path: place.description, reason: error.description)
      if !faults.contains(fault) { faults.append(fault) }
      return []
    }
  }
}
