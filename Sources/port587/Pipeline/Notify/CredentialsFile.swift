import Foundation
import Transport

/// A file with user and password on two lines, that nobody but its owner can read.
enum CredentialsFile {
  static func read(_ path: String) throws(NotifyFault) -> SubmissionLogin {
    let lines = try lines(path)
    return SubmissionLogin(user: lines.user, password: lines.password)
  }

  /// The two lines.
  static func lines(_ path: String) throws(NotifyFault) -> (user: String, password: String) {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .cannotRead(path: path, reason: "there is no such file, or it must not be read.")
    }
    defer { try? handle.close() }
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 == 0 else {
      throw .openCredentials(path: path)
    }
    guard let text = (try? handle.read(upToCount: 4096)).flatMap({ String(data: $0, encoding: .utf8) }) else {
      throw .badFile(path: path, reason: "it is no text.")
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count >= 2, !lines[0].isEmpty, !lines[1].isEmpty, lines.dropFirst(2).allSatisfy(\.isEmpty) else {
      throw .badFile(path: path, reason: "it must hold the user on the first line and the password on the second.")
    }
    return (String(lines[0]), String(lines[1]))
  }
}
