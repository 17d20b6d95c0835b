import ByteScanning
import Glibc

/// A folder for one test, removed with its files when the test lets go of it.
final class TemporaryFolder {
  let path: String
  private var files: [String] = []

  init() {
    var generator = SystemRandomNumberGenerator()
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    path = "\(base)/port587-bytes-\(getpid())-\(generator.next())"
    precondition(unsafe mkdir(path, 0o700) == 0, "cannot create \(path)")
  }

  deinit {
    for file in files { unsafe unlink(file) }
    unsafe rmdir(path)
  }

  /// A path in the folder whose file goes away with it.
  func place(_ name: String) -> String {
    let place = "\(path)/\(name)"
    files.append(place)
    return place
  }

  /// Writes a file.
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let place = place(name)
    append(place, bytes, flags: O_CREAT | O_TRUNC)
    return place
  }

  /// Adds to a file.
  func append(_ place: String, _ bytes: [UInt8], flags: Int32 = O_APPEND) {
    let descriptor = unsafe open(place, O_WRONLY | flags, 0o600)
    precondition(descriptor >= 0, "cannot open \(place)")
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes[done...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "cannot write \(place)")
      done += count
    }
  }

  private func write(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe Glibc.write(descriptor, start, count)
  }
}
