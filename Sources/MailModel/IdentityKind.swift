/// By what right an identity stands in the report.
///
/// Raw values are those of `report.json`.
public enum IdentityKind: String, Codable, Sendable, CaseIterable, Hashable {
  /// The server accepted a login under this name.
  case authenticated
  /// A login succeeded without a readable name; this is the MAIL FROM of a message accepted in it.
  case authenticatedSender
  /// No login: a local sender that was refused or relayed from a trusted address. Anyone can claim it.
  case envelopeSender
}
