/// How a client proves who it is.
enum LoginMechanism: Sendable {
  /// AUTH LOGIN: name and password in two answers.
  case login
  /// AUTH PLAIN (RFC 4616): both in one.
  case plain
  /// AUTH CRAM-MD5 (RFC 2195): the name and a digest.
  case cramMD5

  /// Whether the password itself is sent.
  var sendsPassword: Bool { self != .cramMD5 }

  /// Draws one.
  static func draw(_ random: inout RandomSource) -> LoginMechanism {
    switch random.below(100) {
    case ..<57: .login
    case ..<95: .plain
    default: .cramMD5
    }
  }
}
