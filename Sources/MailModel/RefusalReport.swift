/// Refusals of one class with one code and text.
public struct RefusalReport: Codable, Sendable, Equatable {
  /// Why, judged by the session.
  public var refusalClass: RefusalClass
  /// The reply code, for instance 501.
  public var code: Int
  /// The enhanced status code (RFC 3463), for instance `5.7.1`.
  public var enhancedCode: String?
  /// The text with addresses and names taken out.
  public var text: String
  /// How many.
  public var count: Int
  /// Distinct identities refused.
  public var identities: Int
  /// Distinct client addresses refused.
  public var addresses: Int
  /// Begin of the first such session.
  public var firstAt: Timestamp
  /// Begin of the last such session.
  public var lastAt: Timestamp
  /// Lines to look at.
  public var evidence: [EvidenceReference]

  enum CodingKeys: String, CodingKey {
    case refusalClass = "class"
    case code, enhancedCode, text, count, identities, addresses, firstAt, lastAt, evidence
  }

  /// Takes every part.
  public init(
    refusalClass: RefusalClass, code: Int, enhancedCode: String?, text: String, count: Int, identities: Int,
    addresses: Int, firstAt: Timestamp, lastAt: Timestamp, evidence: [EvidenceReference] = []
  ) {
    self.refusalClass = refusalClass
    self.code = code
    self.enhancedCode = enhancedCode
    self.text = text
    self.count = count
    self.identities = identities
    self.addresses = addresses
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.evidence = evidence
  }
}
