/// On which side of the switch a signature was taken, as far as it shows.
public enum SignaturePhase: String, Codable, Sendable, CaseIterable {
  /// Nobody logged in for it, so it does not show.
  case withoutLogin
  /// A local sender who has logged in is taken.
  case before
  /// A local sender who has logged in is refused.
  case after
}

extension PortSignature {
  /// On which side of the switch it was taken.
  public var phase: SignaturePhase {
    guard let withLogin else { return .withoutLogin }
    return (200..<300).contains(withLogin.code) ? .before : .after
  }
}
