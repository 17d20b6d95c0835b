internal import Glibc

extension FilePath {
  /// The path under which the system knows the file when every symbolic link is followed: two names of one file give the same.
  ///
  /// Of a file that is not there yet it is the place where it would be made; of a path that leads nowhere, the path as it is.
  public func followingLinks() -> FilePath {
    var path = self
    // As many links in a row as the system itself follows.
    for _ in 0..<40 {
      if let real = path.real { return real }
      let name = path.lastComponent
      let slash = path.bytes.lastIndex(of: 0x2F)
      let folder = slash.map { FilePath(bytes: $0 == 0 ? [0x2F] : Array(path.bytes[..<$0])) } ?? "."
      guard !name.bytes.isEmpty, let real = folder.real else { return self }
      let place = real.appending(name)
      guard let target = place.linkTarget else { return place }
      path = target.bytes.first == 0x2F ? target : real.appending(target)
    }
    return self
  }

  private var real: FilePath? {
    guard let found = unsafe realpath(systemBytes, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe FilePath(bytes: Array(UnsafeRawBufferPointer(start: found, count: strlen(found))))
  }

  private var linkTarget: FilePath? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { room in
      guard let start = unsafe room.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 0 }
      return unsafe readlink(systemBytes, start, room.count)
    }
    return count > 0 ? FilePath(bytes: Array(bytes[..<count])) : nil
  }
}
