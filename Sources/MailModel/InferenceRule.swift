/// A rule that concludes a port from what sessions do and from what the server offers.
///
/// The raw values are those of `report.json`. What they say is likely and not sure, so it stands apart from everything else.
public enum InferenceRule: String, Codable, Sendable, CaseIterable, Hashable {
  /// A login behind STARTTLS, where one port alone offers that.
  case starttlsLogin
  /// A login in clear, where one port alone takes that.
  case clearLogin
  /// TLS, or a login where no port takes one in clear, without STARTTLS: the port with TLS from the first byte.
  case tlsFromFirstByte
  /// IceWarp with message submission on refused a local sender without login: not on the submission port, so on the other.
  case submissionSwitch

  /// How much it can be relied on.
  public var strength: Confidence {
    switch self {
    case .starttlsLogin, .clearLogin, .tlsFromFirstByte: .medium
    // The same reply is given on the submission port to whoever does not log in.
    case .submissionSwitch: .low
    }
  }
}
