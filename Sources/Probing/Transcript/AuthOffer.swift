/// How a server offers AUTH (RFC 4954 section 3): `AUTH PLAIN LOGIN`, and `AUTH=PLAIN LOGIN` for programs of the last century.
public struct AuthOffer: Sendable, Equatable {
  /// The mechanisms, in upper case, each once.
  public var mechanisms: [String] = []
  /// Whether it is offered as `AUTH`.
  public var isOffered = false
  /// Whether it is offered as `AUTH=` alone.
  public var isOldStyleOnly = false

  /// Reads the lines of a reply to EHLO.
  public init(_ capabilities: [String]) {
    var hasOldStyle = false
    for line in capabilities {
      let upper = line.uppercased()
      let isOld = upper.hasPrefix("AUTH=")
      guard isOld || upper == "AUTH" || upper.hasPrefix("AUTH ") else { continue }
      if isOld { hasOldStyle = true } else { isOffered = true }
      for word in upper.dropFirst(5).split(separator: " ") where !mechanisms.contains(String(word)) {
        mechanisms.append(String(word))
      }
    }
    isOldStyleOnly = hasOldStyle && !isOffered
  }
}
