/// How wide a hole a line of a bypass file makes.
///
/// Raw values are those of `port587 bypass check --json`.
public enum BypassRisk: String, Codable, Sendable, CaseIterable, Hashable, Comparable {
  /// One client, which cannot be forged.
  case low
  /// A few clients, or something that others have a say in.
  case medium
  /// Many clients, or something that anybody can claim.
  case high
  /// With this line the submission option closes nothing worth closing.
  case defeatsFeature

  /// Orders from narrow to wide.
  public static func < (a: BypassRisk, b: BypassRisk) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .defeatsFeature: 3
    }
  }
}
