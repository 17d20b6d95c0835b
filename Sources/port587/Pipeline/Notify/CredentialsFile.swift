import Foundation
import Transport

/// A file with user and password on two lines, that nobody but its owner can read.
///
/// `credential:NAME` stands for the file of that name in the folder into which systemd puts the credentials of a service
/// (`LoadCredential=`, systemd.exec(5)).
enum CredentialsFile {
  /// What a name of a credential begins with.
  static let credentialPrefix = "credential:"

  static func read(_ path: String) throws(NotifyFault) -> SubmissionLogin {
    let lines = try lines(path)
    return SubmissionLogin(user: lines.user, password: lines.password)
  }

  /// The two lines.
  static func lines(_ given: String) throws(NotifyFault) -> (user: String, password: String) {
    let path = try place(given, ProcessInfo.processInfo.environment)
    // What systemd gives to a service of another user than root is the group's to read, by an access list that names this user.
    let others = given.hasPrefix(credentialPrefix) ? 0o037 : 0o077
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .cannotRead(path: path, reason: "there is no such file, or it must not be read.")
    }
    defer { try? handle.close() }
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & others == 0 else {
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

  /// Where the file is.
  static func place(_ given: String, _ environment: [String: String]) throws(NotifyFault) -> String {
    guard given.hasPrefix(credentialPrefix) else { return given }
    let name = given.dropFirst(credentialPrefix.count)
    guard !name.isEmpty, !name.contains("/"), name != "..", name != "." else {
      throw .badFile(path: given, reason: "a credential is named by one word: credential:submission")
    }
    guard let folder = environment["CREDENTIALS_DIRECTORY"], folder.hasPrefix("/") else {
      throw .badFile(
        path: given,
        reason: "there are no credentials here; a service gets them from systemd with LoadCredential=\(name):FILE.")
    }
    return folder + "/" + name
  }
}
