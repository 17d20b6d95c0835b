/// A SASL mechanism, as far as it matters for finding the user name.
enum LoginMechanism: UInt8, Sendable {
  case login, plain, cramMD5, digestMD5, ntlm, xoauth2, oauthBearer, scram, external, other

  /// Whether the password itself crosses the network (base64 hides nothing).
  var sendsPassword: Bool { self == .login || self == .plain }

  init(_ line: borrowing Span<UInt8>, _ range: Range<Int>) {
    for (name, mechanism) in LoginMechanism.names where range.count == name.count {
      if LoginMechanism.begins(line, range, with: name) {
        self = mechanism
        return
      }
    }
    self = LoginMechanism.begins(line, range, with: LoginMechanism.scramPrefix) ? .scram : .other
  }

  private static let names: [([UInt8], LoginMechanism)] = [
    (Array("LOGIN".utf8), .login), (Array("PLAIN".utf8), .plain), (Array("CRAM-MD5".utf8), .cramMD5),
    (Array("DIGEST-MD5".utf8), .digestMD5), (Array("NTLM".utf8), .ntlm), (Array("XOAUTH2".utf8), .xoauth2),
    (Array("OAUTHBEARER".utf8), .oauthBearer), (Array("EXTERNAL".utf8), .external),
  ]
  private static let scramPrefix = Array("SCRAM-".utf8)

  private static func begins(_ line: borrowing Span<UInt8>, _ range: Range<Int>, with name: [UInt8]) -> Bool {
    guard range.count >= name.count else { return false }
    for i in name.indices {
      let c = line[range.lowerBound + i]
      if (c &- 0x61 < 26 ? c &- 32 : c) != name[i] { return false }
    }
    return true
  }
}
