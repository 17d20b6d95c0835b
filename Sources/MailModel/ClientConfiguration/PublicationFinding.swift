/// Something that is wrong with published settings, or that could not be told.
public struct PublicationFinding: Codable, Sendable, Equatable {
  /// What it is.
  public var code: PublicationFindingCode
  /// How much hangs on it.
  public var severity: ProbeSeverity
  /// What was seen.
  public var detail: String
  /// What to do.
  public var remedy: String
  /// The places concerned.
  public var places: [String]

  /// Takes every part.
  public init(
    code: PublicationFindingCode, severity: ProbeSeverity, detail: String, remedy: String, places: [String]
  ) {
    self.code = code
    self.severity = severity
    self.detail = detail
    self.remedy = remedy
    self.places = places
  }
}
