/// With what this program logs in at the submission server.
///
/// It never describes itself.
public struct SubmissionLogin: Sendable {
  let user: String
  let password: String

  /// Takes both parts.
  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }
}

extension SubmissionLogin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Nothing of the secret.
  public var description: String { "SubmissionLogin" }
  /// Nothing of the secret.
  public var debugDescription: String { description }
  /// Nothing of the secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
