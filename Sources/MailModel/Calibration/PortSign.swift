/// How the log shows a port.
public enum PortSign: String, Codable, Sendable, CaseIterable {
  /// It names the port.
  case logged
  /// It names another port than was connected to: something in between forwards.
  case loggedOtherwise
  /// The label of the service names it.
  case serviceLabel
  /// A label of its own.
  case label
  /// A local address of its own.
  case listenerAddress
  /// A folder of its own.
  case folder
  /// It looks like another port.
  case alike
  /// Its connections were not found in the log, so that any sign could be its own as well.
  case notFound
  /// Nobody answers there.
  case unanswered
}
