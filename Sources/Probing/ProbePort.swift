public import MailModel

/// A port and how TLS begins there.
public struct ProbePort: Sendable, Hashable {
  /// The port, 1 to 65535.
  public var number: Int
  /// How TLS begins.
  public var mode: ProbeMode

  /// Takes both parts.
  public init(number: Int, mode: ProbeMode) {
    self.number = number
    self.mode = mode
  }

  /// 25, 587 and 465 as the RFCs have them.
  public static let usual = [
    ProbePort(number: 25, mode: .plain), ProbePort(number: 587, mode: .starttls), ProbePort(number: 465, mode: .tls),
  ]

  /// Reads `587`, `2587:starttls`, `465:tls` or `25:plain`; without a word, 465 is for TLS, 25 is plain, others have STARTTLS.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = Int(parts[0]), (1...65535).contains(number) else { return nil }
    if parts.count == 2 {
      guard let mode = ProbeMode(rawValue: String(parts[1])) else { return nil }
      self.init(number: number, mode: mode)
    } else {
      self.init(number: number, mode: number == 465 ? .tls : number == 25 ? .plain : .starttls)
    }
  }
}
