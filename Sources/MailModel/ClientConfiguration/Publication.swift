/// What one place publishes.
public struct Publication: Codable, Sendable, Equatable {
  /// What kind of place.
  public var source: PublicationSource
  /// Its address, or the name that was asked for.
  public var place: String
  /// Its services, the preferred first.
  public var services: [MailService]
  /// Why there is nothing, or less than there should be; null when all is well.
  public var problem: String?
  /// Whether it could not be asked, so that nothing is known.
  public var isUnknown: Bool

  /// Takes every part.
  public init(
    source: PublicationSource, place: String, services: [MailService], problem: String? = nil, isUnknown: Bool = false
  ) {
    self.source = source
    self.place = place
    self.services = services
    self.problem = problem
    self.isUnknown = isUnknown
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(place, forKey: .place)
    try container.encode(services, forKey: .services)
    try container.encode(problem, forKey: .problem)
    try container.encode(isUnknown, forKey: .isUnknown)
  }
}
