/// What a 4xx or 5xx reply to AUTH means (RFC 4954 section 6).
enum AuthReplyMeaning: Sendable {
  /// The credentials were not accepted.
  case failedLogin
  /// The exchange was not allowed to begin here or now: no TLS yet, no AUTH on this port, no such mechanism.
  case refusal

  /// Judges by code and by how far the exchange went.
  ///
  /// Once the client has answered, the reply is about its credentials, whatever the code: IceWarp says `501 5.7.0
  /// Authentication failed`, others 535.
  init(code: UInt16, answered: Bool) {
    switch code {
    // 530 and 538: TLS first; 502 to 504: no AUTH, out of order, unknown mechanism.
    case 530, 538, 523, 524: self = .refusal
    case 500, 502, 503, 504: self = answered && code == 500 ? .failedLogin : .refusal
    case 421: self = .refusal
    default: self = .failedLogin
    }
  }
}
