/// Whether the server itself is ready for its users to move, as far as a probe and a preflight have told.
public struct ServerReport: Codable, Sendable, Equatable {
  /// What the ports said from outside.
  public var probe: ServerProbe?
  /// What the server's own settings say.
  public var preflight: ServerPreflight?

  /// Takes both parts.
  public init(probe: ServerProbe? = nil, preflight: ServerPreflight? = nil) {
    self.probe = probe
    self.preflight = preflight
  }

  /// Failed blockers of both, as `P06@mail.example.com:587` and `C12`.
  public var blockers: [String] { (probe?.blockers ?? []) + (preflight?.blockers ?? []) }

  /// Whether something of severity blocker fails, or the probe found no port that users could be sent to.
  public var isUnready: Bool { !blockers.isEmpty || probe.map { !$0.ready } ?? false }
}
