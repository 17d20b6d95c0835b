import Foundation

/// A file with a secret, which nobody but its owner may read.
enum SecretFile {
  /// More is no key.
  private static let maximumBytes = 4096

  static func read(_ path: String, what: String) throws(AuditFault) -> [UInt8] {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target),
      let handle = FileHandle(forReadingAtPath: target)
    else {
      throw .cannotRead(what: what, path: path, reason: "it does not exist or may not be read")
    }
    defer { try? handle.close() }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw .badSecret(path: path, reason: "the \(what) has to be a file")
    }
    guard let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 == 0 else {
      throw .badSecret(path: path, reason: "others may read the \(what); run: chmod 600 \(path)")
    }
    let bytes = Array((try? handle.read(upToCount: maximumBytes + 1)) ?? Data())
    guard bytes.count <= maximumBytes else {
      throw .badSecret(path: path, reason: "it is longer than \(maximumBytes) bytes, which is no \(what)")
    }
    return bytes
  }
}
