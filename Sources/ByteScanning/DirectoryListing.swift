internal import Glibc

/// The entries of a folder, sorted by bytes, so that two runs read in the same order.
public struct DirectoryListing: Sendable {
  /// The names, without `.` and `..`.
  public let names: [FilePath]

  /// Reads a folder.
  public init(of path: FilePath) throws(FileError) {
    let name = path.systemBytes
    guard let stream = unsafe opendir(name) else {
      throw .cannotOpen(path: path.description, errno: errno)
    }
    defer { unsafe closedir(stream) }
    var found: [FilePath] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      // The record is as long as its name needs, and may be shorter than the C structure: the name is read through a
      // pointer into the record up to its closing zero, never by copying the whole structure.
      let start = unsafe UnsafeRawPointer(entry).advanced(by: MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
      let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
      if bytes != [0x2E] && bytes != [0x2E, 0x2E] { found.append(FilePath(bytes: bytes)) }
    }
    guard errno == 0 else { throw .readFailed(path: path.description, errno: errno) }
    names = found.sorted()
  }
}
