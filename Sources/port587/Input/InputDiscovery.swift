import ByteScanning
import MailModel

/// Finds the sources behind the PATH arguments: files, folders, glob patterns and `-`.
///
/// Folders are read to any depth. Symbolic links are followed, to folders too; a folder is entered once, so that a link
/// to a folder above it ends there. A file that is reached twice (link, hard link, named twice) is read once, under a name that is
/// no link where there is one.
struct InputDiscovery {
  private struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64

    init(_ status: FileStatus) {
      device = status.device
      inode = status.inode
    }
  }

  /// Deeper than any log folder, and shallow enough for the stack.
  private static let maximumDepth = 64

  private var result = DiscoveredInputs()
  private var files: [Identity: FilePath] = [:]
  private var folders: [Identity: FilePath] = [:]
  private let own: Set<Identity>

  private init(own: [String]) {
    self.own = Set(own.compactMap { path in (try? FileStatus(of: FilePath(path))).map { Identity($0) } })
  }

  /// Follows every argument.
  ///
  /// - Parameter own: files that the program itself writes: where they are found and not named, nothing is said of them.
  static func discover(_ arguments: [String], own: [String] = []) -> DiscoveredInputs {
    var discovery = InputDiscovery(own: own)
    for argument in arguments { discovery.add(argument) }
    return discovery.result
  }

  private mutating func add(_ argument: String) {
    if argument == "-" {
      addStandardInput()
      return
    }
    let path = FilePath(argument)
    do throws(FileError) {
      let status = try FileStatus(of: path)
      // A file whose name looks like a pattern is that file.
      addNamed(path, status)
    } catch {
      guard error.isMissing else {
        result.unreadable.append(SkippedSource(path: argument, reason: error.description))
        return
      }
      guard PathPattern.hasWildcards(argument) else {
        result.missing.append(argument)
        return
      }
      let before = result.unreadable.count
      var expansion = PatternExpansion(PathPattern(argument))
      expansion.run()
      for fault in expansion.faults { result.unreadable.append(fault) }
      for found in expansion.paths { addFound(found) }
      if expansion.paths.isEmpty && result.unreadable.count == before { result.missing.append(argument) }
    }
  }

  private mutating func addStandardInput() {
    do throws(FileError) {
      let status = try FileStatus.ofStandardInput()
      if status.kind == .folder { throw .isDirectory(path: "standard input") }
      note(DiscoveredFile(kind: .standardInput, path: "-", status: status), Identity(status))
    } catch {
      result.unreadable.append(SkippedSource(path: "-", reason: error.description))
    }
  }

  /// Takes a path that somebody typed: a FIFO or a terminal is meant.
  private mutating func addNamed(_ path: FilePath, _ status: FileStatus) {
    switch status.kind {
    case .pipe, .characterDevice:
      note(DiscoveredFile(kind: .stream, path: path, status: status), Identity(status))
    case .file, .folder, .link, .socket, .blockDevice:
      take(path, status, depth: 0)
    }
  }

  /// Takes a path that was found in a folder or by a pattern.
  private mutating func addFound(_ path: FilePath, depth: Int = 0) {
    do throws(FileError) {
      let status = try FileStatus(of: path)
      if status.kind == .file, own.contains(Identity(status)) { return }
      take(path, status, depth: depth)
    } catch {
      // Gone since the folder was listed, or a link to nothing: there is nothing to be read. ELOOP is a link to itself.
      if error.isMissing {
        skip(path, isLink(path) ? "it is a symbolic link that leads nowhere" : "it vanished while the folder was read")
      } else {
        result.unreadable.append(SkippedSource(path: path.description, reason: error.description))
      }
    }
  }

  private mutating func take(_ path: FilePath, _ status: FileStatus, depth: Int) {
    switch status.kind {
    case .file: note(DiscoveredFile(kind: .file, path: path, status: status), Identity(status))
    case .folder: enter(path, status, depth: depth)
    case .pipe: skip(path, "it is a FIFO; read it through standard input: port587 audit - < \(path)")
    case .socket: skip(path, "it is a socket")
    case .characterDevice, .blockDevice, .link: skip(path, "it is a device")
    }
  }

  private mutating func note(_ file: DiscoveredFile, _ identity: Identity) {
    if let first = files[identity] {
      guard isLink(first), !isLink(file.path), let place = result.files.firstIndex(where: { $0.path == first }) else {
        result.duplicates.append(.init(path: file.path, first: first))
        return
      }
      // `current.log -> mail.log`: what the name of a log says is said by its own.
      for i in result.duplicates.indices where result.duplicates[i].first == first {
        result.duplicates[i].first = file.path
      }
      result.duplicates.append(.init(path: first, first: file.path))
      files[identity] = file.path
      result.files[place] = file
      return
    }
    files[identity] = file.path
    result.files.append(file)
  }

  private func isLink(_ path: FilePath) -> Bool {
    (try? FileStatus(of: path, followingLinks: false))?.kind == .link
  }

  private mutating func enter(_ path: FilePath, _ status: FileStatus, depth: Int) {
    if let first = folders[Identity(status)] {
      skip(path, "this folder is read already, as \(first)")
      return
    }
    folders[Identity(status)] = path
    guard depth < Self.maximumDepth else {
      let reason = "it lies more than \(Self.maximumDepth) folders deep; name it itself to read it"
      result.unreadable.append(SkippedSource(path: path.description, reason: reason))
      return
    }
    do throws(FileError) {
      for name in try DirectoryListing(of: path).names {
        let entry = path.appending(name)
        if name.bytes.first == UInt8(ascii: ".") {
          skip(entry, "its name begins with a dot; name it itself to read it")
        } else {
          addFound(entry, depth: depth + 1)
        }
      }
    } catch {
      result.unreadable.append(SkippedSource(path: path.description, reason: error.description))
    }
  }

  private mutating func skip(_ path: FilePath, _ reason: String) {
    result.skipped.append(SkippedSource(path: path.description, reason: reason))
  }
}
