/// User and password of the one login; it never describes itself.
public struct ProbeLogin: Sendable {
  let user: String
  let password: String

  /// Takes both.
  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }
}

extension ProbeLogin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Nothing of the secret.
  public var description: String { "ProbeLogin" }
  /// Nothing of the secret.
  public var debugDescription: String { description }
  /// Nothing of the secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
